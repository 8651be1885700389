"""Parsed text to event mentions: what happened, to whom, where, when, how many, and who says so."""

from eventgraph.events.find import find_events
from eventgraph.events.lasting import tell_relations
from eventgraph.events.reading import Reading

__all__ = ["Reading", "find_events", "tell_relations"]
