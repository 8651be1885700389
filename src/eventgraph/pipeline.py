"""The whole program on one page: read, date, observe, conclude, publish."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from eventgraph.cached import ObserveOptions, Progress, observe_cached
from eventgraph.errors import NothingRead, UsageError
from eventgraph.evaluate import (
    Record,
    Report,
    Row,
    evaluate,
    evaluate_timelines,
    records,
    timelines,
    write_records,
)
from eventgraph.evaluate.layout import TimelineRecord, holds_timelines, read_timelines
from eventgraph.evaluate.mapping import read_mapping
from eventgraph.export import BUILD_FILES, publish
from eventgraph.export.rdf_terms import check_base
from eventgraph.graph.check import check
from eventgraph.graph.index import GraphIndex
from eventgraph.graph.protect import protect
from eventgraph.graph.wire import FILE_NAME as GRAPH
from eventgraph.link import conclude
from eventgraph.link.decisions import Decision, read_decisions
from eventgraph.model import Document, Graph, Observations, Problem
from eventgraph.read import ReadOptions, read
from eventgraph.store.observations import FILE_NAME as CACHE
from eventgraph.text.front import find_front
from eventgraph.times.published import date_document
from eventgraph.vocabulary import DEFAULT_BASE

DECISIONS = "decisions.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """How to build; the command line has the same names.

    ``published`` dates documents that no source dates. ``decisions`` is a file of corrections; without
    it, ``decisions.toml`` beside the documents is taken where there is one. ``jobs`` 0 means as many
    processes as pay off. ``model`` names a spaCy pipeline. ``full_text`` puts the whole documents into the
    explorer. ``records`` is a file to write one JSON record a document to, for scoring. ``base`` is what
    the IRIs of the RDF begin with.
    """

    title: str = ""
    base: str = DEFAULT_BASE
    published: date | None = None
    decisions: Path | None = None
    jobs: int = 0
    model: str = ""
    show_protected: bool = False
    full_text: bool = False
    records: Path | None = None
    read: ReadOptions = field(default_factory=ReadOptions)


def build(
    paths: Sequence[Path],
    output: Path,
    options: BuildOptions | None = None,
    *,
    progress: Progress | None = None,
) -> Graph:
    """Read files and folders, build their graph and write every output into a folder.

    What cannot be read becomes a problem in the graph. Before anything is written: ConfigError where the
    decisions cannot be read, NothingRead where nothing at all could be read, GraphBroken where the graph
    or its RDF fails its own check. OSError if the folder cannot be written to.
    """
    options = options or BuildOptions()
    if isinstance(paths, (str, Path)):
        raise UsageError("build() reads a list of paths, not one path.")
    paths, output = [Path(path) for path in paths], Path(output)
    check_base(options.base)
    decisions = decisions_for(paths, options)
    documents, problems = gather(paths, options)
    output.mkdir(parents=True, exist_ok=True)
    observing = ObserveOptions(jobs=options.jobs, model=options.model, progress=progress)
    observed = observe_cached(documents, output / CACHE, observing)
    graph = conclude(observed, decisions, title=options.title, problems=problems)
    graph = replace(graph, base=options.base)
    check(graph)
    shown = graph if options.show_protected else protect(graph)
    publish(graph, shown, output, full_text=options.full_text)
    if options.records:
        write_records(records(graph, observed), options.records)
    return graph


def gather(paths: Sequence[Path], options: BuildOptions) -> tuple[list[Document], list[Problem]]:
    """The documents of some paths, dated, and what could not be read.

    What builds write is no document, wherever in the paths they have written it.
    """
    reading = replace(
        options.read,
        written=frozenset({GRAPH, *BUILD_FILES}),
        apart=frozenset(file for file in (options.records, options.decisions) if file),
    )
    documents: list[Document] = []
    problems: list[Problem] = []
    for found in read(paths, reading):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            documents.append(date_document(found, find_front(found.text), options.published))
    if not documents:
        raise NothingRead("; ".join(f"{p.source}: {p.message}" for p in problems) or "Nothing to read.")
    return documents, problems


def decisions_for(paths: Sequence[Path], options: BuildOptions) -> tuple[Decision, ...]:
    """The corrections to apply: those of the file named, else of each ``decisions.toml`` beside documents.

    ConfigError where a file cannot be read.
    """
    if options.decisions:
        return read_decisions(options.decisions)
    folders = dict.fromkeys(path if path.is_dir() else path.parent for path in paths)
    files = [folder / DECISIONS for folder in folders if (folder / DECISIONS).is_file()]
    return tuple(decision for file in files for decision in read_decisions(file))


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluateOptions:
    """How to evaluate; the command line has the same names.

    ``singletons`` counts entities mentioned once in coreference, too. ``mapping`` is a file of common
    names for types and roles (see `evaluate.mapping`). ``texts`` are the documents that
    gold of timelines was made from. ``records`` is a file to write what was found to, one JSON record a
    document or target, gold after gold.
    """

    model: str = ""
    singletons: bool = False
    mapping: Path | None = None
    texts: tuple[Path, ...] = ()
    records: Path | None = None


def evaluate_gold(gold: Path | Sequence[Path], options: EvaluateOptions | None = None) -> Report:
    """Read the texts of one gold file or several (JSON Lines, see ``tests/gold``) and score what is found.

    Each file is a set by itself: who is who is concluded from its own texts. Files of timelines are made
    from the texts of the options. UsageError where the gold cannot be read, or texts are missing or given
    in vain.
    """
    options = options or EvaluateOptions()
    golds = [gold] if isinstance(gold, Path) else list(gold)
    if any(map(holds_timelines, golds)) != bool(options.texts):
        raise UsageError("Gold of timelines needs the texts they were made from (--texts), other gold none.")
    mapping = read_mapping(options.mapping) if options.mapping else None
    rows: list[Row] = []
    found: list[Record | TimelineRecord] = []
    with TemporaryDirectory() as folder:
        read = partial(_concluded, cache=Path(folder) / CACHE, model=options.model)
        texts = GraphIndex(read(options.texts)[0]) if options.texts else None
        problems = list(texts.graph.problems) if texts else []
        for path in golds:
            if texts and holds_timelines(path):
                drawn = tuple(timelines(texts, read_timelines(path)))
                rows += evaluate_timelines(path, drawn).rows
                found += drawn
            else:
                graph, observed = read([path])
                problems += graph.problems
                told = tuple(records(graph, observed))
                rows += evaluate(path, told, singletons=options.singletons, mapping=mapping).rows
                found += told
    if options.records:
        write_records(found, options.records)
    return Report(tuple(rows), tuple(problems))


def _concluded(paths: Sequence[Path], cache: Path, model: str) -> tuple[Graph, Sequence[Observations]]:
    """The graph of some files, without corrections, and what it was concluded from."""
    documents, problems = gather(paths, BuildOptions())
    observed = observe_cached(documents, cache, ObserveOptions(model=model))
    return conclude(observed, problems=problems), observed
