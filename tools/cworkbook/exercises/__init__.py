"""Exercises that are done on the reader's machine, with the real component: make exercise."""

from cworkbook.exercises.data import Exercise, load

__all__ = ["Exercise", "load"]
