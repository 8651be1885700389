"""Bytes to documents: text, HTML, JSON Lines; what cannot be read becomes a problem."""
