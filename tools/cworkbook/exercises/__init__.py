"""Exercises that are done on the reader's machine, with the real component: make exercise."""
