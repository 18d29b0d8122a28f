"""The language server: what a file declares where, and what to do about it."""
