"""Reads C declarations aloud: text, type tree, English, and back."""
