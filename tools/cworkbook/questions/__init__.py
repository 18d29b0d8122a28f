"""Questions: what a page asks its reader, as data whose key is proved."""
