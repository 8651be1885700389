"""Which files lie below the paths given, and what each is called in the graph.

An origin is the POSIX path below the PATH given; a file that is given itself is called by its name.
Three rules keep origins apart and independent of the order of the PATHs:

- A file that several PATHs reach is read once, under the longest of its origins.
- Different files with the same origin get as many folders above their PATH as tell them apart:
  ``north/a.txt`` and ``south/a.txt``.
- Where that is not possible, `eventgraph.read.documents` adds ``~2``, ``~3``.
"""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from eventgraph.model import Problem

NOT_DOCUMENTS = frozenset({"decisions.toml", "readme", "readme.md", "readme.txt", "license", "license.txt"})
"""What lies in a folder of documents but tells of the folder; in small letters."""

BUILD_MARKS = frozenset({".cache.sqlite", "graph.trig"})
"""Either of these lies in every folder that a build has written into, even one that was killed."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file with its origin; ``above`` are the names of the folders above the PATH, outermost first."""

    origin: str
    path: Path
    above: tuple[str, ...] = ()


def find_sources(paths: Sequence[Path], written: Container[str] = ()) -> list[Source | Problem]:
    """The files below the paths, sorted by origin; a path that is missing or closed is a `Problem`.

    Passed over, unless they are given themselves, are hidden files, what tells of the folder
    (``decisions.toml``, a README), and the files of the names ``written`` in folders that a build has
    written into. Links are followed, each folder once, so that a loop of links ends.
    """
    found = [item for path in paths for item in _below(path, written)]
    problems = {item for item in found if isinstance(item, Problem)}
    sources = _tell_apart(_once([item for item in found if isinstance(item, Source)]))
    return sorted([*sources, *problems], key=_sort_key)


def _sort_key(item: Source | Problem) -> tuple[str, str]:
    return (item.source, item.message) if isinstance(item, Problem) else (item.origin, str(item.path))


def _below(path: Path, written: Container[str]) -> Iterator[Source | Problem]:
    full = Path(os.path.normpath(path.absolute()))
    if os.path.isdir(path):  # noqa: PTH112 (unlike the method of Path, this never raises)
        above = tuple(map(_clean, full.parts[1:]))
        for item in _walk(full, written):
            yield item if isinstance(item, Problem) else replace(item, above=above)
    elif os.path.exists(path):  # noqa: PTH110
        yield Source(_clean(full.name), full, tuple(map(_clean, full.parts[1:-1])))
    else:
        yield Problem(_clean(path.as_posix()), "no such file or folder")


def _walk(root: Path, written: Container[str]) -> Iterator[Source | Problem]:
    """The files of a folder and all folders below it."""
    seen: set[str] = set()
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        real = os.path.realpath(folder)
        if real in seen:
            continue
        seen.add(real)
        try:
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            yield Problem(_origin(folder, root), f"cannot be read: {error.strerror}")
            continue
        ours = written if any(entry.name in BUILD_MARKS for entry in entries) else ()
        for entry in entries:
            if entry.name.startswith(".") or entry.name.lower() in NOT_DOCUMENTS or entry.name in ours:
                continue
            if os.path.isdir(entry.path):  # noqa: PTH112
                waiting.append(folder / entry.name)
            else:
                yield Source(_origin(folder / entry.name, root), folder / entry.name)


def _origin(path: Path, root: Path) -> str:
    return _clean(path.relative_to(root).as_posix())


def _clean(name: str) -> str:
    """A name as Unicode of one spelling, whatever the file system makes of it, on one line."""
    name = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "\ufffd" for c in unicodedata.normalize("NFC", name))


def _once(sources: Iterable[Source]) -> Iterator[Source]:
    """Each file once, under the longest of its origins."""
    best: dict[str, Source] = {}
    for source in sources:
        real = os.path.realpath(source.path)
        known = best.get(real)
        if known is None or _rank(source) < _rank(known):
            best[real] = source
    yield from best.values()


def _rank(source: Source) -> tuple[int, str]:
    return -source.origin.count("/"), source.origin


def _tell_apart(sources: Iterable[Source]) -> Iterator[Source]:
    """Sources of the same origin with the folders above that make them differ."""
    groups: defaultdict[str, list[Source]] = defaultdict(list)
    for source in sources:
        groups[source.origin].append(source)
    for group in groups.values():
        depth = next((depth for depth in range(_deepest(group)) if _differ(group, depth)), 0)
        for source in group:
            yield replace(source, origin=_lengthened(source, depth))


def _deepest(group: Sequence[Source]) -> int:
    return 1 + max(len(source.above) for source in group)


def _differ(group: Sequence[Source], depth: int) -> bool:
    return len({_lengthened(source, depth) for source in group}) == len(group)


def _lengthened(source: Source, depth: int) -> str:
    folders = source.above[len(source.above) - depth :] if depth else ()
    return "/".join([*folders, source.origin])
