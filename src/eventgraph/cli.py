"""The command line: arguments to library calls, results to stdout. It holds no logic of its own.

Exit codes: 0 done (problems with single inputs are noted), 1 failed, 2 wrong usage.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from eventgraph import __version__
from eventgraph.cli_ask import Options, question_group
from eventgraph.errors import EventGraphError, UsageError
from eventgraph.terminal import progress, speak_utf8, write
from eventgraph.vocabulary import DEFAULT_BASE, Status

if TYPE_CHECKING:
    from eventgraph.model import Graph, Problem
    from eventgraph.query.questions import Question

app = typer.Typer(
    name="eventgraph",
    help="A knowledge graph of dated events from news-like texts, each fact with its sentence.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

GraphFolder = Annotated[
    Path, typer.Option("--graph", metavar="DIR", help="The folder that the graph was built into.")
]
OutputFile = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here instead of to stdout.")
]

BaseIri = Annotated[str, typer.Option("--base", metavar="IRI", help="What the IRIs of RDF begin with.")]
ShowProtected = Annotated[
    bool, typer.Option("--show-protected", help="Name children and victims of sexual crimes.")
]


FullText = Annotated[bool, typer.Option("--full-text", help="Whole documents in the explorer, too.")]


class TimelineFormat(StrEnum):
    """What ``timeline`` can print."""

    MD = "md"
    CSV = "csv"
    JSON = "json"
    HTML = "html"
    TIMELINEJS = "timelinejs"
    ICS = "ics"
    RANKED = "ranked"


TimesFormat = StrEnum("TimesFormat", ["TABLE", "JSON", "TIMEML"])
"""What ``times`` can print."""
QueryFormat = StrEnum("QueryFormat", ["TABLE", "CSV", "JSON", "TSV", "TURTLE"])
"""What ``query`` can print."""
AnswerFormat = Annotated[
    QueryFormat | None,
    typer.Option("--format", help="Default: a table on a terminal, else CSV (Turtle for CONSTRUCT)."),
]
MostSeconds = Annotated[float, typer.Option("--seconds", min=0.1, help="Stop after this long.")]
MostRows = Annotated[int, typer.Option("--rows", min=1, help="Stop after this many rows.")]
ShowSparql = Annotated[bool, typer.Option("--sparql", help="Print the SPARQL that runs, and run nothing.")]


def main() -> None:
    """Run the program; an error is one line on stderr and exit code 1, or 2 for wrong usage."""
    speak_utf8()
    try:
        app()
    except EventGraphError as error:
        _fail(str(error), 2 if isinstance(error, UsageError) else 1)
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        where = error.filename2 or error.filename
        _fail(f"{where}: {error.strerror}" if where else error.strerror or str(error), 1)


def _fail(message: str, code: int) -> NoReturn:
    from eventgraph.graph.words import visible  # a name of a document might command a terminal

    print(f"eventgraph: {visible(message)}", file=sys.stderr)
    with suppress(OSError):  # what could not be written before cannot be written at the end either
        sys.stdout.close()
    sys.exit(code)


@app.callback(invoke_without_command=True)
def version(
    *, version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False
) -> None:
    """A knowledge graph of dated events from news-like texts, each fact with its sentence."""
    if version:
        print(f"eventgraph {__version__}")
        raise typer.Exit


@app.command()
def build(  # noqa: PLR0913 (options of a command)
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders to read.")],
    *,
    output: Annotated[Path, typer.Option(metavar="DIR", help="Where to write.")] = Path("output"),
    published: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help="Publication date of documents that do not tell their own, as 2024-03-14.",
        ),
    ] = None,
    decisions: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Corrections, instead of PATH/decisions.toml.")
    ] = None,
    title: Annotated[str, typer.Option(metavar="TEXT", help="A title for the pages.")] = "",
    jobs: Annotated[
        int, typer.Option(min=0, metavar="N", help="Processes to read with; 0: as many as pay off.")
    ] = 0,
    model: Annotated[str, typer.Option(metavar="NAME", help="An installed spaCy pipeline for English.")] = "",
    max_megabytes: Annotated[int, typer.Option(min=1, metavar="N", help="Leave out larger files.")] = 20,
    base: BaseIri = DEFAULT_BASE,
    show_protected: ShowProtected = False,
    full_text: FullText = False,
    records: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Also write one JSON record a document, for scoring.")
    ] = None,
) -> None:
    """Read files and folders and write their graph, pages and report.

    Example: eventgraph build articles/ --output output/ --published 2024-03-14
    """
    from eventgraph import pipeline
    from eventgraph.export.report import summary
    from eventgraph.read import ReadOptions

    options = pipeline.BuildOptions(
        title=title,
        published=published.date() if published else None,
        decisions=decisions,
        jobs=jobs,
        model=model,
        base=base,
        show_protected=show_protected,
        full_text=full_text,
        records=records,
        read=ReadOptions(max_megabytes=max_megabytes),
    )
    try:
        with progress() as telling:
            graph = pipeline.build(paths, output, options, progress=telling)
    except KeyboardInterrupt:
        print("eventgraph: interrupted; the next build goes on from what was read", file=sys.stderr)
        raise
    _tell_problems(graph, everyone=show_protected)
    print(summary(graph))
    print(f"Open {output / 'explorer.html'}")


def _tell_problems(graph: Graph, *, everyone: bool) -> None:
    """What could not be read, a line each on stderr; protected people are masked in it, too."""
    from eventgraph.graph.protect import protect

    _tell((graph if everyone or not graph.problems else protect(graph)).problems)


def _tell(problems: Iterable[Problem]) -> None:
    from eventgraph.graph.words import visible

    for problem in problems:
        print(visible(f"{problem.source}: {problem.message}"), file=sys.stderr)


@app.command()
def timeline(  # noqa: PLR0913 (options of a command)
    *,
    graph: GraphFolder = Path("output"),
    who: Annotated[
        str, typer.Option(metavar="NAME", help="Somebody who takes part or says so, by name or id.")
    ] = "",
    role: Annotated[
        list[str] | None,
        typer.Option(metavar="ROLE", help="What NAME is in the event, such as agent; may be repeated."),
    ] = None,
    type_: Annotated[
        list[str] | None, typer.Option("--type", metavar="TYPE", help="Such as arrest; may be repeated.")
    ] = None,
    where: Annotated[str, typer.Option(metavar="NAME", help="A place.")] = "",
    operation: Annotated[str, typer.Option(metavar="NAME", help="An operation.")] = "",
    from_: Annotated[
        datetime | None,
        typer.Option(
            "--from",
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help="Not before this day, written as 2024-03-14.",
        ),
    ] = None,
    to: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Not after this day.")
    ] = None,
    status: Annotated[list[Status] | None, typer.Option(help="May be repeated.")] = None,
    certain: Annotated[
        bool, typer.Option("--certain", help="Only what surely lies between the days and happened.")
    ] = False,
    show_protected: ShowProtected = False,
    format_: Annotated[TimelineFormat, typer.Option("--format", help="What to print.")] = TimelineFormat.MD,
    output: OutputFile = None,
) -> None:
    """Print events in the order in which they happened.

    Example: eventgraph timeline --operation "Salt Harvest" --type arrest --from 2024-03-13
    """
    from eventgraph.export import formats
    from eventgraph.graph.select import Selection, select

    selection = Selection(
        who=who,
        roles=tuple(role or ()),
        types=tuple(type_ or ()),
        where=where,
        operation=operation,
        begin=_day(from_),
        end=_day(to),
        status=tuple(status or ()),
        certain=certain,
    )
    shown = _shown(graph, everyone=show_protected)
    events = select(shown, selection)
    write(formats.timeline(shown, events, format_), output)
    if note := formats.left_out(events, format_):
        print(f"eventgraph: {note}", file=sys.stderr)


@app.command()
def query(  # noqa: PLR0913 (options of a command)
    sparql: Annotated[
        str, typer.Argument(metavar="SPARQL", help="SPARQL, or a file that holds it, or - for stdin.")
    ],
    *,
    graph: GraphFolder = Path("output"),
    format_: AnswerFormat = None,
    show_protected: ShowProtected = False,
    seconds: MostSeconds = 30,
    rows: MostRows = 100_000,
    output: OutputFile = None,
) -> None:
    """Ask the graph in SPARQL 1.1; the usual prefixes are known.

    Example: eventgraph query 'SELECT ?label WHERE { ?e a eg:Arrest ; rdfs:label ?label }'
    """
    from eventgraph.query import Limits, render, run_build, sparql_of

    limits = Limits(seconds=seconds, rows=rows)
    answer = run_build(graph, sparql_of(sparql), everyone=show_protected, limits=limits)
    write(render(answer, format_ or answer.default_format(terminal=sys.stdout.isatty())), output)


def _ask(question: Question, given: dict[str, str], options: dict[str, Any]) -> None:
    """Run a named question, or print the SPARQL that would run."""
    from eventgraph.query import Limits, prepare, render, run_build

    folder, everyone, format_ = options["graph"], options["show_protected"], options["format_"]
    asked = prepare(question, given, _shown(folder, everyone=everyone))
    if options["sparql"]:
        write(asked.sparql, options["output"])
        return
    limits = Limits(options["seconds"], options["rows"])
    answer = run_build(folder, asked.sparql, everyone=everyone, limits=limits)
    for note in asked.notes if sys.stderr.isatty() else ():
        print(note, file=sys.stderr)
    write(render(answer, format_ or answer.default_format(terminal=sys.stdout.isatty())), options["output"])


ASK_OPTIONS: Options = {
    "graph": (GraphFolder, Path("output")),
    "sparql": (ShowSparql, False),
    "format_": (AnswerFormat, None),
    "show_protected": (ShowProtected, False),
    "seconds": (MostSeconds, 30),
    "rows": (MostRows, 100_000),
    "output": (OutputFile, None),
}
app.add_typer(
    typer.Typer(
        cls=question_group(_ask, ASK_OPTIONS),
        no_args_is_help=True,
        help="Ask one of these questions; each has its own --help.\n\nExample: eventgraph ask about LAPD",
    ),
    name="ask",
)


@app.command()
def explain(
    wanted: Annotated[str, typer.Argument(metavar="ID", help="An id, or the name of an entity.")],
    *,
    graph: GraphFolder = Path("output"),
    everything: Annotated[
        bool, typer.Option("--all", help="List every mention and merge, however many.")
    ] = False,
    show_protected: ShowProtected = False,
) -> None:
    """Print what an entity or event rests on: sentences, merges, claims.

    Example: eventgraph explain "Los Angeles Police Department"
    """
    from eventgraph.export.explain import explain as explained

    write(explained(_shown(graph, everyone=show_protected), wanted, everything=everything), None)


@app.command()
def report(
    *,
    graph: GraphFolder = Path("output"),
    most: Annotated[
        int | None,
        typer.Option(min=0, help="Doubts, and merges of each kind, that are listed; 0 lists all."),
    ] = None,
    show_protected: ShowProtected = False,
    output: OutputFile = None,
) -> None:
    """Print what was found, merged and is in doubt, as report.md has it.

    Example: eventgraph report --most 0 --output report-in-full.md
    """
    from eventgraph.export.report import render_report

    write(render_report(_shown(graph, everyone=show_protected), most), output)


@app.command()
def export(
    *,
    to: Annotated[
        str, typer.Option(metavar="FORMAT", help="ttl, trig, nquads, jsonld, graphml, csv, md or html.")
    ],
    graph: GraphFolder = Path("output"),
    base: BaseIri = "",
    show_protected: ShowProtected = False,
    full_text: FullText = False,
    output: OutputFile = None,
) -> None:
    """Write the graph in another format; IRIs begin as in the build unless --base is given.

    csv is four tables (nodes, edges, events, quantities) in the folder that --output names. The events
    alone: eventgraph timeline --format csv.

    Example: eventgraph export --to graphml --output graph.graphml
    """
    from dataclasses import replace

    from eventgraph.export import FOLDERS, exporter, rendered

    shown = _shown(graph, everyone=show_protected)
    shown = replace(shown, base=base or shown.base)
    if output is not None and to in FOLDERS:
        exporter(to, full_text=full_text)(shown, output)
    else:
        write(rendered(shown, to, full_text=full_text), output)


@app.command()
def times(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file of plain text, or - for stdin.")],
    *,
    published: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help="When the text was published, as 2024-03-14; unlike build, no header is read.",
        ),
    ] = None,
    format_: Annotated[TimesFormat, typer.Option("--format", help="What to print.")] = TimesFormat.TABLE,
    output: OutputFile = None,
) -> None:
    """Print the time expressions of a text and what each comes to.

    Offsets, words, TIMEX3 type, value and modifier, EDTF, first and last day, basis, the rule that fired,
    and why something has no date. As JSON Lines there is more; TimeML is the text with TIMEX3 tags.

    Example: eventgraph times data/warehouse-break-in.txt --published 2024-03-14
    """
    from eventgraph.read.decode import read_text
    from eventgraph.times.rendering import render_times

    text, flaw = read_text(file)
    if flaw is not None:
        print(f"eventgraph: {file}: {flaw.message}", file=sys.stderr)
    write(render_times(text, _day(published), format_), output)


@app.command()
def evaluate(
    gold: Annotated[
        list[Path], typer.Argument(metavar="GOLD...", help="Gold records or timelines, JSON Lines.")
    ],
    *,
    texts: Annotated[
        list[Path] | None,
        typer.Option(metavar="PATH", help="The texts of gold timelines; may be repeated."),
    ] = None,
    model: Annotated[str, typer.Option(metavar="NAME", help="An installed spaCy pipeline for English.")] = "",
    singletons: Annotated[
        bool, typer.Option("--singletons", help="In coreference, count what is mentioned once, too.")
    ] = False,
    mapping: Annotated[
        Path | None,
        typer.Option("--map", metavar="FILE", help="Common names of types and roles, JSON."),
    ] = None,
    records: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Also write what was found, JSON Lines.")
    ] = None,
) -> None:
    """Read the texts of gold files and score what is found in them, in one table.

    Gold that has ids of entities (events) is also asked which mentions are one, within documents and
    across them, beside a baseline that takes names (triggers) spelt alike for one. Gold of timelines names
    targets and their events in order; the texts are read from --texts (docs/timelines.md). Gold with types
    and roles of its own is compared under common names: {"types": {"PER": "person", ...}, "roles": {...}}.

    Example: eventgraph evaluate tests/gold/data.jsonl
    """
    from eventgraph.pipeline import EvaluateOptions, evaluate_gold

    options = EvaluateOptions(
        model=model, singletons=singletons, mapping=mapping, texts=tuple(texts or ()), records=records
    )
    report = evaluate_gold(gold, options)
    _tell(report.problems)
    write(report.render(), None)


def _shown(folder: Path, *, everyone: bool) -> Graph:
    """The graph built into a folder, with protected people masked unless everyone is to be shown."""
    from eventgraph.graph.protect import protect
    from eventgraph.graph.wire import load

    graph = load(folder)
    return graph if everyone else protect(graph)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
