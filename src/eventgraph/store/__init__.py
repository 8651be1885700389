"""Observations kept by content hash."""
