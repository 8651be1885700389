"""SPARQL over a built graph: reading only, within limits, and nothing is ever fetched."""

from eventgraph.query.answer import Answer, Form, Term
from eventgraph.query.asking import Limits, run, sparql_of
from eventgraph.query.rendering import render

__all__ = ["Answer", "Form", "Limits", "Term", "render", "run", "sparql_of"]
