"""The type tree in C again."""
