"""Drills: questions about C without end, each with its key, made from a seed."""
