"""Who says so: the speakers of a happening, the nearest first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from eventgraph.events.arguments import mention_for
from eventgraph.events.entries import members
from eventgraph.events.grammar import NOMINAL, is_passive, is_verbal, prepositional, subject, trailing_speaker
from eventgraph.events.nouns import phrase_start
from eventgraph.events.reading import Reading
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Reference
from eventgraph.text.parse import Parsed, Token

OPENING, CLOSING = '“"', '”"'


REACH = 400
"""Code points within which the speaker of a quotation is looked for."""


def find_speakers(reading: Reading, told: Token) -> tuple[Reference, ...]:
    """Those who say what a word tells, the nearest first: the source that is cited, whoever cites it."""
    chain: list[Token] = []
    for verb in _saying_verbs(reading, told):
        for source in (*_cited(reading, verb), _speaker(reading, verb)):
            if source is not None and source not in chain:
                chain.append(source)
    chain.extend(source for source in _according_to(reading, told) if source not in chain)
    if not chain:
        chain.extend(_quoted_speaker(reading, told))
    found = [reference_to(reading, token) for token in chain]
    return tuple(dict.fromkeys(found))


def reference_to(reading: Reading, token: Token) -> Reference:
    """The words of a noun that stands for somebody, with the mention they are."""
    mention = mention_for(reading, token)
    span = mention.span if mention else reading.span(phrase_start(reading.parsed, token), token)
    return Reference(span.document, span.start, span.end, mention=mention.span if mention else None)


def _saying_verbs(reading: Reading, token: Token) -> Iterator[Token]:
    """The verbs of saying whose content the token stands in, the nearest first."""
    parsed, saying = reading.parsed, load_lexicon("speech")["saying"]
    below = token
    for above in parsed.ancestors(token):
        is_content = below.dep == "ccomp" or (
            below.dep in {"dobj", "nsubjpass"} and above.lemma in load_lexicon("speech")["telling"]
        )
        apart = any(word.text == ";" for word in parsed.tokens[below.index : above.index])
        says = is_verbal(above) and above.lemma in saying and not _is_silent(parsed, above)
        if says and is_content and not apart:
            yield above
        below = above
    yield from (child for child in parsed.children(below) if _trails(parsed, child, token))


def _is_silent(parsed: Parsed, verb: Token) -> bool:
    """Whether somebody did not say so ("failed to report the theft")."""
    return verb.dep == "xcomp" and parsed.head(verb).lemma in load_lexicon("status")["above"]["negated"]


def _trails(parsed: Parsed, verb: Token, token: Token) -> bool:
    """Whether a verb of saying trails what is said: "..., police said" or "..., said a judge"."""
    if verb.lemma not in load_lexicon("speech")["saying"] or verb.index <= token.index or not is_verbal(verb):
        return False
    speaker = parsed.child(verb, "nsubj")
    if speaker is None:
        return trailing_speaker(parsed, verb) is not None
    return verb.dep == "parataxis" or speaker.index > verb.index


def _speaker(reading: Reading, verb: Token) -> Token | None:
    parsed = reading.parsed
    found = subject(parsed, verb)
    if is_passive(parsed, verb):
        found = next((noun for by, noun in prepositional(parsed, verb) if by.dep == "agent"), None)
    return found if found is not None and speaks(reading, found) else None


def speaks(reading: Reading, token: Token) -> bool:
    """Whether a noun can say something: a name of somebody or a noun of the speech lexicon."""
    mention = reading.mention_of(token) or mention_for(reading, token)
    if mention is not None:
        return mention.type != "operation"
    if token.label in {"PERSON", "ORG", "GPE", "NORP"}:
        return True
    return not speaking().isdisjoint((token.lemma, token.lower))


@cache
def speaking() -> frozenset[str]:
    """The nouns of what can say something, those of the classes that the speech lexicon names included."""
    listed = load_lexicon("speech")["speakers"]
    classes = [members(word[1:]) for word in listed if word.startswith("@")]
    return frozenset(listed).union(*classes)


def _cited(reading: Reading, verb: Token) -> Iterator[Token]:
    """Those whom the speaker cites: "reports citing the agency"."""
    parsed = reading.parsed
    for child in parsed.children(verb, "advcl", "xcomp", "prep", "conj"):
        if child.lemma in load_lexicon("speech")["citing"]:
            yield from (noun for noun in parsed.children(child, "dobj", "pobj") if speaks(reading, noun))


def _according_to(reading: Reading, token: Token) -> Iterator[Token]:
    """Whom "according to" names in the sentence of the token."""
    parsed, sentence = reading.parsed, reading.parsed.sentence_of(token)
    for word in parsed.tokens[sentence.first : sentence.last]:
        if word.lower != "according":
            continue
        silent = set(load_lexicon("speech")["silent"])
        brought = (source for to, source in prepositional(parsed, word) if to.lower == "to")
        sources = (*parsed.children(word, "pobj"), *brought)
        yield from (source for source in sources if source.lemma not in silent)
        return


def _quoted_speaker(reading: Reading, token: Token) -> Iterator[Token]:
    """The speaker of the quotation the token stands in: of the saying verb nearest to it in its paragraph."""
    quotation = reading.quotation_at(token.start)
    if quotation is None:
        return
    text, saying = reading.document.text, load_lexicon("speech")["saying"]
    begin = max(text.rfind("\n\n", 0, quotation.start), quotation.start - REACH, 0)
    end = text.find("\n\n", quotation.end)
    end = min(end if end >= 0 else len(text), quotation.end + REACH)
    candidates = [
        (max(word.start - quotation.end, quotation.start - word.end), word.index, speaker)
        for word in reading.parsed.tokens_in(begin, end)
        if word.lemma in saying and is_verbal(word) and reading.quotation_at(word.start) is None
        for speaker in (_speaker(reading, word),)
        if speaker is not None and speaker.pos in NOMINAL
    ]
    if candidates:
        yield min(candidates, key=lambda candidate: candidate[:2])[2]
