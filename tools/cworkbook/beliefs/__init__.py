"""Beliefs about C that programs refute: the data, and the pages that show it."""

from cworkbook.beliefs.data import FILE, HERE, PAGES, Belief, Beliefs, Group, find, load

__all__ = ["FILE", "HERE", "PAGES", "Belief", "Beliefs", "Group", "find", "load"]
