"""A graph to files: RDF, explorer, timelines, tables, networks."""

from eventgraph.export.formats import (
    BUILD_FILES,
    FOLDERS,
    FORMATS,
    TIMELINES,
    exporter,
    exporter_of,
    rendered,
    timeline,
)
from eventgraph.export.publishing import publish

__all__ = [
    "BUILD_FILES",
    "FOLDERS",
    "FORMATS",
    "TIMELINES",
    "exporter",
    "exporter_of",
    "publish",
    "rendered",
    "timeline",
]
