"""Parsed text to mentions of agencies, operations, officials, locations, organisations, people."""
