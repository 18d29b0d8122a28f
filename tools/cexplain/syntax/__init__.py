"""Text to type tree: tokens, the scan, the tree, and pycparser's word that it nests so."""
