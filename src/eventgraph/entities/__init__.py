"""Parsed text to mentions of agencies, operations, officials, locations, organisations, people."""

from eventgraph.entities.find import EntityFindings, find_entities

__all__ = ["EntityFindings", "find_entities"]
