"""What a time expression hangs on in its sentence: the verb or noun that it dates first of all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from eventgraph.events.grammar import NOMINAL, SUBJECTS, clause_verb, is_verbal
from eventgraph.events.money import is_coin
from eventgraph.events.reading import Reading
from eventgraph.events.sharing import SPEECH
from eventgraph.events.triggers import CRIMES, Trigger
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token

BEFORE = {"compound", "amod", "nummod", "poss", "nmod"}
"""How a date stands before a noun that it describes."""
UNTIL = {"until", "till", "til"}
LATELY = timedelta(days=10)
"""A court's day lies so near to the publication, the day of what it judges seldom."""
PRESENT = {"VBZ", "VBP"}
FINITE = {"VBD", *PRESENT}
SAID = {"conj", "ccomp", "ROOT"}
LONGEST_DATE = 2
"""Words between a verb of saying and a date that is the speaker's own ("said, on Friday, that ...")."""


def ends_at(parsed: Parsed, root: Token, first: Token, anchor: Token) -> bool:
    """Whether "until" brings a date, or what it dates ("until a congress in the autumn")."""
    if first.lower in UNTIL or parsed.tokens[max(0, first.index - 1)].lower in UNTIL:
        return True
    for above in parsed.ancestors(root):
        if above is anchor or is_verbal(above):
            return False
        if above.lower in UNTIL:
            return True
    return False


def behind_that(parsed: Parsed, words: Sequence[Token]) -> Token | None:
    """The verb of the clause that "that" opens right before a date, however it parsed.

    "Said that on 5 May its officers, acting on a tip, stopped a lorry": stopped.
    """
    first, tokens = words[0].index, parsed.tokens
    that = tokens[first - 2] if first > 1 and tokens[first - 1].pos == "ADP" else tokens[max(0, first - 1)]
    if that.lower != "that" or that.index == 0 or not is_verbal(tokens[that.index - 1]):
        return None
    above = parsed.head(that)
    if that.dep == "mark" and is_verbal(above):
        return above
    behind = tokens[words[-1].index + 1 : parsed.sentence_of(that).last]
    return next((token for token in behind if token.tag in FINITE and token.dep in SAID), None)


def is_aside(parsed: Parsed, saying: Trigger, first: Token) -> bool:
    """Whether a comma cuts a verb of saying off from a date ("they said, in the third raid this year")."""
    if saying.family != SPEECH or not saying.is_verb or first.index < saying.last.index:
        return False
    behind = parsed.tokens[saying.last.index + 1 : first.index]
    return len(behind) > LONGEST_DATE and behind[0].text == ","


def find_anchor(reading: Reading, root: Token, heads: dict[int, Trigger]) -> Token | None:
    """The trigger or verb that a date hangs on; None where it belongs to a mere noun ("the 2018 Games")."""
    parsed = reading.parsed
    token, nouns, apart = root, 0, False
    before = parsed.tokens[max(0, root.index - 1)]
    if root.dep == "nummod" and before.lower == "in" and before.pos == "ADP":
        token = before  # "In 1948 troops opened fire"
    token = _subject_behind(parsed, root) or token  # "On Tuesday Norland will bury its dead"
    while parsed.head(token) is not token:
        above = parsed.head(token)
        described = token.dep in BEFORE and above.pos in NOMINAL
        if described and above.index in heads and heads[above.index].token is not above:
            return None  # "posted first-quarter earnings"
        if _only_compared(parsed, token) or _stands_for_another(parsed, above):
            return None
        found = above.index in heads or (is_verbal(above) and above.dep not in {"aux", "auxpass"})
        if found and not _is_of_now(reading, above, root) and not is_coin(parsed.tokens, above.index):
            return None if apart and nouns > 1 else above
        nouns += above.pos == "NOUN"
        apart = apart or above.lower in {"for", "over"}
        if described:
            return None
        token = above
    return None


def _subject_behind(parsed: Parsed, date: Token) -> Token | None:
    """The subject that a date at the beginning of a sentence parsed as a part of ("On Monday Larnby ...")."""
    before, name = parsed.tokens[max(0, date.index - 1)], date
    if before.lower != "on" or before.index != parsed.sentence_of(date).first:
        return None
    while name.dep in {"compound", "nmod"} and parsed.head(name) is not name:
        name = parsed.head(name)
    return name if name.dep in SUBJECTS and name is not date else None


def _only_compared(parsed: Parsed, preposition: Token) -> bool:
    """Whether a date tells when something else was so ("1,200 permits, up from 950 in 2022")."""
    compared = preposition.lower in {"than", "versus", "compared"}
    return compared or (preposition.lower == "from" and parsed.head(preposition).lower in {"up", "down"})


def _stands_for_another(parsed: Parsed, verb: Token) -> bool:
    """Whether "do" stands for a verb that is only compared ("will suspend it, as it did in 2012")."""
    compared = any(child.lower in {"as", "than", "like"} for child in parsed.children(verb, "mark"))
    return verb.lemma == "do" and verb.dep == "advcl" and compared and parsed.child(verb, "dobj") is None


def _is_of_now(reading: Reading, verb: Token, date: Token) -> bool:
    """Whether a clause in the present is not of a past day ("the comet that bears his name in 1979")."""
    parsed, time, published = reading.parsed, reading.time_of(date), reading.document.published
    if verb.dep != "relcl" or verb.tag not in PRESENT or parsed.children(verb, "aux", "auxpass"):
        return False
    day = time.when.latest if time is not None and time.when is not None else None
    return day is not None and published is not None and day < published


def counted_from(reading: Reading, first: Token, heads: dict[int, Trigger]) -> Trigger | None:
    """The noun that other days are counted from: "two days after the raid on 2 May, police ..."."""
    parsed = reading.parsed
    noun = next((parsed.tokens[i] for i in (first.index - 1, first.index - 2) if i >= 0 and i in heads), None)
    if noun is None or noun.dep != "pobj" or parsed.head(noun).lower not in {"after", "before"}:
        return None
    before = reading.time_of(parsed.tokens[max(0, parsed.head(noun).index - 1)])
    return heads[noun.index] if before is not None else None


def of_second_date(reading: Reading, first: Token, anchor: Token, here: list[Trigger]) -> Trigger | None:
    """The noun that a verb's second date belongs to ("pleaded guilty in May to an assault in June 2022")."""
    parsed = reading.parsed
    nouns = (t for t in reversed(here) if not t.is_verb and anchor.index < t.token.index < first.index)
    noun = next((t for t in nouns if clause_verb(parsed, t.token) is anchor), None)
    if noun is None or not is_verbal(anchor):
        return None
    between = [
        word
        for word in parsed.tokens[anchor.index + 1 : noun.token.index]
        if parsed.head(word) is not noun.token  # "annulled the 2019 vote in February 2020"
    ]
    dated = any((day := reading.time_of(word)) is not None and day.when is not None for word in between)
    return noun if dated else None


def set_for(parsed: Parsed, first: Token, anchor: Token, heads: dict[int, Trigger]) -> Trigger | None:
    """The noun that somebody sets for a day ("called a strike for Monday")."""
    verb = heads[anchor.index].token if anchor.index in heads else anchor  # "call for" may be one trigger
    thing = parsed.child(verb, "dobj")
    settles = verb.lemma in load_lexicon("times/words")["tense"]["arranged_for"]
    before = parsed.tokens[max(0, first.index - 1)]
    return heads.get(thing.index) if thing is not None and settles and before.lower == "for" else None


def is_judged(reading: Reading, direct: Trigger, first: Token, heads: dict[int, Trigger]) -> bool:
    """Whether a day behind a crime is that of the court ("jailed for murder on Friday")."""
    parsed, time, published = reading.parsed, reading.time_of(first), reading.document.published
    day = time.when.latest if time is not None and time.when is not None else None
    if direct.is_verb or published is None or day is None or published - day > LATELY:
        return False
    verb = heads.get(clause_verb(parsed, direct.token).index)
    tried = verb is not None and verb.family == "justice" and direct.family in CRIMES
    return tried and direct.token.dep == "pobj"


def said_then(parsed: Parsed, first: Token, heads: dict[int, Trigger]) -> Trigger | None:
    """The verb of saying right before a date and a clause ("said on Tuesday they had ...")."""
    before = [parsed.tokens[index] for index in (first.index - 1, first.index - 2) if index >= 0]
    if before and before[0].pos == "ADP":
        before = before[1:]
    trigger = heads.get(before[0].index) if before else None
    return trigger if trigger is not None and trigger.family == SPEECH and trigger.is_verb else None


def root_of(words: Sequence[Token]) -> Token:
    """The word of an expression whose head stands outside it."""
    inside = {word.index for word in words}
    roots = [word for word in words if word.head not in inside or word.head == word.index]
    unbound = [word for word in roots if word.dep not in {"conj", "nummod", "quantmod"}]
    return next(iter([*unbound, *roots]), words[-1])  # "between 1 and 5 a.m." hangs by "a.m."


def has_verb(parsed: Parsed, token: Token) -> bool:
    """Whether there is a verb in the sentence of a token."""
    sentence = parsed.sentence_of(token)
    return any(is_verbal(word) for word in parsed.tokens[sentence.first : sentence.last])
