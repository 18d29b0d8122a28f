"""The command `cexplain`: its arguments, its streams, its conversation."""
