"""English to type tree: `declare`."""
