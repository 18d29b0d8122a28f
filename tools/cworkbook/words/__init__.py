"""The book's words: the glossary, its page, and the marks at their first use."""

from cworkbook.words.data import FILE, Glossary, Term, load

__all__ = ["FILE", "Glossary", "Term", "load"]
