"""Named operations: "Operation Grey Heron", and what a crackdown is dubbed."""

from __future__ import annotations

from collections.abc import Iterator

from eventgraph.entities.candidate import OPERATION, Candidate, is_capital
from eventgraph.entities.knowledge import gazetteer
from eventgraph.entities.pieces import PROPER
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token

BEFORE_NICKNAME = frozenset({"\u201c", '"', "'", "\u2018", "``", "as", "the", ","})
"""What may stand between "dubbed" and the nickname."""


def operations(parsed: Parsed, candidates: list[Candidate]) -> list[Candidate]:
    """Named operations: "Operation Grey Heron", what a crackdown is dubbed, and either by its nickname."""
    found = [*_headed_operations(parsed), *_dubbed(parsed), *_described(parsed, candidates)]
    return [*found, *_again(parsed, found)]


def _described(parsed: Parsed, candidates: list[Candidate]) -> Iterator[Candidate]:
    """Names that an apposition calls an operation: "Quiet Heron, an operation led by"."""
    nouns = load_lexicon("names")["operation"]["apposition"]
    for name in candidates:
        after = [token.lower for token in parsed.tokens[name.last : name.last + 2]]
        beside = parsed.children(parsed.tokens[name.last - 1], "appos")
        told = len(after) > 1 and after[0] == "," and after[1] in {"a", "an", "the"}
        if told and name.rule == "model" and any(token.lower in nouns for token in beside):
            yield Candidate(name.first, name.last, OPERATION, "apposition", 6)


def _again(parsed: Parsed, found: list[Candidate]) -> Iterator[Candidate]:
    """The nicknames of two words or more where they stand by themselves: "Grey Heron began in May"."""
    if not found:
        return
    nicknames: dict[str, set[tuple[str, ...]]] = {}
    small = parsed.small_words
    for words in {_nickname(parsed, operation) for operation in found}:
        if len(words) > 1 or (words and not gazetteer().find(words[0]) and words[0].lower() not in small):
            nicknames.setdefault(words[0], set()).add(words)
    for token in parsed.tokens:
        for words in sorted(nicknames.get(token.text, ())):
            last = token.index + len(words)
            here = tuple(t.text for t in parsed.tokens[token.index : last])
            if here == words and (len(words) > 1 or _stands_alone(parsed, token)):
                yield Candidate(token.index, last, OPERATION, "nickname", 5)


def _nickname(parsed: Parsed, operation: Candidate) -> tuple[str, ...]:
    """The words of an operation's name without its head: "Grey Heron"."""
    heads = load_lexicon("names")["operation"]
    words = tuple(token.text for token in parsed.tokens[operation.first : operation.last])
    return words[1:] if words[0].lower() in {*heads["heads"], *heads["projects"]} else words


def _stands_alone(parsed: Parsed, token: Token) -> bool:
    """Whether no other proper noun stands beside a word."""
    around = parsed.tokens[max(0, token.index - 1) : token.index + 2]
    beside = [t for t in around if t.index != token.index and t.sentence == token.sentence]
    return not any(t.tag in PROPER for t in beside)


def _headed_operations(parsed: Parsed) -> Iterator[Candidate]:
    words = load_lexicon("names")["operation"]
    police = any(token.text.istitle() and token.lower in words["heads"] for token in parsed.capitals)
    for token in parsed.capitals:
        project = token.lower in words["projects"] and (police or _near_operation(parsed, token))
        if token.lower in words["heads"] or project:
            last = _nickname_end(parsed, token.index + 1)
            if last > token.index + 1:
                yield Candidate(token.index, last, OPERATION, "operation", 6)


def _nickname_end(parsed: Parsed, index: int) -> int:
    """The end of the capital words of a nickname; "of" and "the" may stand within it."""
    limit = parsed.sentence_of(parsed.tokens[index - 1]).last
    end = index
    while end < limit and (
        _is_of_nickname(parsed.tokens[end]) or (end > index and _goes_on(parsed, end, limit))
    ):
        end += 1
    return end


def _is_of_nickname(token: Token) -> bool:
    """Whether a word may begin a nickname: a capital word that is no head of another operation."""
    small = token.pos in {"PRON", "DET", "VERB", "AUX"}
    head = token.lower in load_lexicon("names")["operation"]["heads"]
    return token.text.isupper() or (is_capital(token) and not small and not head)


def _goes_on(parsed: Parsed, index: int, limit: int) -> bool:
    """Whether a nickname goes on with a number, or with a small word that a capital one follows."""
    token = parsed.tokens[index]
    joins = token.lower in {"of", "the", "-"} and index + 1 < limit and is_capital(parsed.tokens[index + 1])
    return token.text.isdigit() or joins


def _near_operation(parsed: Parsed, token: Token) -> bool:
    """Whether the sentence speaks of an operation of police or soldiers."""
    words = load_lexicon("names")["operation"]
    nouns = {*words["nouns"], *words["beside"]}
    sentence = parsed.sentence_of(token)
    return any(
        t.lemma in nouns for t in parsed.tokens[sentence.first : sentence.last] if t.index != token.index
    )


def _dubbed(parsed: Parsed) -> Iterator[Candidate]:
    """The nickname after "dubbed", "codenamed", where what is dubbed is an operation."""
    words = load_lexicon("names")["operation"]
    called = frozenset(words["called"])
    for token in parsed.tokens:
        if token.lower not in called or not _names_operation(parsed, token):
            continue
        first = token.index + 1
        while first < len(parsed.tokens) and parsed.tokens[first].text in BEFORE_NICKNAME:
            first += 1
        last = _nickname_end(parsed, first)
        if last > first and parsed.tokens[first].lower not in words["heads"]:
            yield Candidate(first, last, OPERATION, "nickname", 6)


def _names_operation(parsed: Parsed, verb: Token) -> bool:
    """Whether what a verb of naming names is an operation, sting, crackdown."""
    nouns = load_lexicon("names")["operation"]["nouns"]
    above = next(iter(parsed.ancestors(verb)), None)
    near = [*parsed.children(verb, "nsubjpass", "dobj", "nsubj"), *([above] if above else [])]
    return any(token.lemma in nouns for token in near)
