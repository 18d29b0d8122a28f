"""Real code: files and headers as the preprocessor leaves them."""
