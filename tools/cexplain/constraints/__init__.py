"""What ISO C forbids: a module for each part of a declaration."""
