"""Parsed text to event mentions: what happened, to whom, where, when, how many, and who says so."""

from eventgraph.events.find import find_events
from eventgraph.events.lasting import tell_relations
from eventgraph.events.reading import Reading
from eventgraph.events.sheets import Sheets, read_sheets
from eventgraph.events.tabular import tell_rows
from eventgraph.events.turns import speaker_mentions, with_speakers

__all__ = [
    "Reading",
    "Sheets",
    "find_events",
    "read_sheets",
    "speaker_mentions",
    "tell_relations",
    "tell_rows",
    "with_speakers",
]
