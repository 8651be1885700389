"""SPARQL over a built graph: reading only, within limits, and nothing is ever fetched."""

from eventgraph.query.answer import Answer, Form, Term
from eventgraph.query.asking import Limits, run, run_build, sparql_of
from eventgraph.query.named import Asked, prepare
from eventgraph.query.questions import Argument, Question, load_questions
from eventgraph.query.rendering import render

__all__ = [
    "Answer",
    "Argument",
    "Asked",
    "Form",
    "Limits",
    "Question",
    "Term",
    "load_questions",
    "prepare",
    "render",
    "run",
    "run_build",
    "sparql_of",
]
