"""Snippets as pytest items."""
