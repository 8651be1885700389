"""Gold and output to scores: records of what was found, compared with what a careful reader labelled."""

from eventgraph.evaluate.layout import Record, read_records, write_records
from eventgraph.evaluate.records import records
from eventgraph.evaluate.report import Report, Row, evaluate, evaluate_timelines
from eventgraph.evaluate.timelines import timelines

__all__ = [
    "Record",
    "Report",
    "Row",
    "evaluate",
    "evaluate_timelines",
    "read_records",
    "records",
    "timelines",
    "write_records",
]
