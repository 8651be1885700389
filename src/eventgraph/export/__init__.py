"""A graph to files: RDF, explorer, timelines, tables, networks."""

from eventgraph.export.formats import (
    BUILD_FILES,
    FORMATS,
    TIMELINES,
    exporter,
    exporter_of,
    left_out,
    rendered,
    timeline,
)
from eventgraph.export.publishing import publish

__all__ = [
    "BUILD_FILES",
    "FORMATS",
    "TIMELINES",
    "exporter",
    "exporter_of",
    "left_out",
    "publish",
    "rendered",
    "timeline",
]
