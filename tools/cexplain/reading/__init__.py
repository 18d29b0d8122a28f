"""The type tree in English: the phrases of a reading, cdecl's English, notes."""
