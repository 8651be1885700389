"""Which operation a happening belongs to, and which words tell of the operation itself."""

from __future__ import annotations

from eventgraph.events.grammar import clause_verb, is_verbal, prepositional
from eventgraph.events.reading import Reading
from eventgraph.events.triggers import Trigger
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Mention, Span, TimeMention
from eventgraph.text.parse import Token

DEEPEST = 2
"""Prepositions below its verb at which a noun still tells what happened in that clause."""
LEAD = 2
"""Sentences at the head of a report that speak of its operation before they name it."""


def find_operation(reading: Reading, trigger: Trigger, *, statistic: bool, counted: bool) -> Span | None:
    """The span of the operation's mention: that of its clause, else of the only operation that is named.

    A report that names one operation tells its totals and, in the lead, its happenings without naming it
    each time; a statistic over a period belongs to none.
    """
    if not reading.operations or statistic:
        return None
    inside = reading.operations_in(reading.sentence_span(trigger.token))
    joined = next((m for m in inside if trigger.type == "operation" or _is_joined(reading, trigger, m)), None)
    if joined is not None:
        return joined.span
    leads = trigger.token.sentence < LEAD
    implied = trigger.type == "operation" or (
        trigger.type in load_lexicon("operations")["yields"] and (counted or leads)
    )
    if implied and not inside and reading.names_one_operation:
        return reading.nearest_operation(trigger.token.start).span
    return None


def _is_joined(reading: Reading, trigger: Trigger, operation: Mention) -> bool:
    """Whether the operation is named in the trigger's own clause or in one coordinated to it."""
    words = reading.parsed.tokens_in(operation.start, operation.end)
    if not words:
        return False
    if not trigger.is_verb and _depth(reading, trigger.token) > DEEPEST:
        return False
    return _main_verb(reading, words[-1]) is _main_verb(reading, trigger.token)


def _depth(reading: Reading, noun: Token) -> int:
    """How many prepositions lie between a noun and its verb ("in honour of the anniversary of a raid": 3)."""
    verb = clause_verb(reading.parsed, noun)
    chain = [noun, *(above for above in reading.parsed.ancestors(noun) if above.index >= 0)]
    upto = chain.index(verb) if verb in chain else len(chain)
    return sum(word.dep == "pobj" for word in chain[:upto])


def _main_verb(reading: Reading, token: Token) -> Token:
    """The verb of the token's clause or, of coordinated ones, the first."""
    verb = clause_verb(reading.parsed, token)
    while verb.dep in {"conj", "xcomp"} and is_verbal(reading.parsed.head(verb)):
        verb = reading.parsed.head(verb)
    return verb


def keep_one_operation(reading: Reading, triggers: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """The triggers with at most one of type operation a sentence, that which says most.

    A verb with the operation as its object ("launched") goes before a noun set beside a name, and that
    before any other; a noun that only says in what something else happened is left out where there is
    a better one.
    """
    best: dict[int, Trigger] = {}
    for trigger in triggers:
        if trigger.type != "operation":
            continue
        held = best.get(trigger.token.sentence)
        if held is None or _weight(reading, trigger) > _weight(reading, held):
            best[trigger.token.sentence] = trigger
    return tuple(t for t in triggers if t.type != "operation" or best[t.token.sentence] is t)


def _weight(reading: Reading, trigger: Trigger) -> int:
    token = trigger.token
    if trigger.is_verb:
        return 3 if token.dep in {"acl", "relcl", "advcl"} else 4
    if token.dep == "appos" or reading.parsed.child(token, "appos"):
        return 3
    if token.dep in {"nsubj", "nsubjpass", "dobj", "ROOT"}:
        return 2
    return 1


def agencies_of(reading: Reading, trigger: Trigger) -> list[Token]:
    """Those who take part in an operation by what its sentence says of it ("involved over 100 agencies")."""
    parsed, token = reading.parsed, trigger.token
    around = [parsed.head(token), *parsed.children(token, "acl", "relcl")] if not trigger.is_verb else [token]
    found: list[Token] = []
    for verb in around:
        if (
            verb.lemma not in load_lexicon("operations")["involving"]
            or not is_verbal(verb)
            or verb.dep == "conj"
        ):
            continue
        for taking_part in parsed.children(verb, "dobj"):
            found.append(taking_part)
            found.extend(_formed(reading, taking_part))
    return found


def _formed(reading: Reading, noun: Token) -> list[Token]:
    """What the agencies form or belong to: "agencies that comprise the task force"."""
    parsed = reading.parsed
    found = []
    for clause in parsed.children(noun, "relcl", "acl"):
        if clause.lemma in load_lexicon("operations")["forming"]:
            found.extend(parsed.children(clause, "dobj"))
    for preposition, brought in prepositional(parsed, noun):
        if preposition.lower in {"of", "from", "in"} and reading.name_of(brought):
            found.append(brought)
    return found


def span_of_time(reading: Reading, trigger: Trigger) -> TimeMention | None:
    """The range of days in an operation's own noun phrase: "an operation from Nov. 1 to Dec. 7"."""
    below = reading.parsed.subtree(trigger.token)
    for time in reading.times:
        if (
            time.parts
            and time.when is not None
            and any(time.start <= token.start < time.end for token in below)
        ):
            return time
    return None


def told_by_name(reading: Reading, triggers: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """The first naming of each operation that no trigger of the document tells of."""
    told = {
        find_operation(reading, t, statistic=False, counted=False) for t in triggers if t.type == "operation"
    }
    seen = {reading.document.text[span.start : span.end].lower() for span in told if span is not None}
    found = []
    for name in reading.operations:
        words = tuple(reading.parsed.tokens_in(name.start, name.end))
        key = reading.document.text[name.start : name.end].lower()
        if words and key not in seen:
            seen.add(key)
            found.append(Trigger(words[-1], "operation", "noun", words))
    return tuple(found)
