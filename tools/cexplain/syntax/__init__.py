"""Text to type tree: tokens, the scan, what the grammar says of each declarator, the tree."""
