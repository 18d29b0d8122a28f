"""Expressions and statements: parsed by pycparser from our tokens, read aloud and typed."""
