"""Whether a number in the clause of a happening says something of it, though it counts no participant."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from eventgraph.events.entries import members
from eventgraph.events.grammar import SUBJECTS, direct_object, is_verbal
from eventgraph.events.part import Part
from eventgraph.events.quantities import Number, measures, says_part
from eventgraph.events.reading import Reading
from eventgraph.events.triggers import Trigger
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token

SPEECH = "speech"
THEN = {"after", "before", "while", "since"}
"""Prepositions of what the same doers did at another time ("63 men were on the run after robbing a bank")."""
TENSED = {"VBD", "VBZ", "VBP", "MD"}
TERMS = {"for", "to", "of"}
"""Prepositions of how long something is to last."""
LONGEST_TALLY = 5
"""Words from the votes in favour to those against ("with 124 votes in favour and 86 against")."""
MODIFIERS = {"nummod", "quantmod", "compound", "amod", "nmod", "det", "conj", "punct", "cc"}


def role_of_own(reading: Reading, trigger: Trigger, number: Number) -> str | None:
    """The role of a number within a trigger's clause that counts no participant; None if it tells nothing."""
    if _is_former(reading, trigger, number) or _is_in_clause(reading, trigger, number):
        return None
    if _is_repetition(number) or _is_tally(reading, number) or _was_before(reading, number):
        return ""
    if number.qualifier == "undisclosed" and number.counted.lemma in _sums():
        return "" if trigger.family != SPEECH else None
    if _is_estimate(reading, trigger, number):
        return ""
    if number.unit in measures():
        if _brought_by(reading, number) in _words()["causes"]:
            return None
        return "" if _measures(reading, trigger, number) else None
    if not says_part(reading, number.first, number.last):
        return None
    return "patient" if trigger.family != SPEECH else "agent" if trigger.type == "testimony" else None


def _is_estimate(reading: Reading, trigger: Trigger, number: Number) -> bool:
    """Whether a number is what something is estimated at ("put the cost of it at $300 million")."""
    estimates = load_lexicon("quantities")["estimating"]["verbs"]
    at = reading.parsed.head(number.counted)
    brought = at.lower == "at" and reading.parsed.head(at) is trigger.token
    return trigger.type == "report" and trigger.token.lemma in estimates and brought and trigger.is_verb


def _sums() -> list[str]:
    found: list[str] = load_lexicon("quantities")["undisclosed"]["sums"]
    return found


def is_change(reading: Reading, trigger: Trigger, number: Number, triggers: AbstractSet[int]) -> bool:
    """Whether a number says by how much or to what a price changed, however it parsed.

    "Raised the price paid to farmers by 58 per cent to 33,120 cedis": both.
    """
    tokens = reading.parsed.tokens
    between = tokens[trigger.last.index + 1 : number.first.index]
    if trigger.type != "market" or not between or number.first.sentence != trigger.last.sentence:
        return False
    if any(
        token.index in triggers or token.text in {",", ";", ":"} or token.tag in TENSED for token in between
    ):
        return False
    following = tokens[number.last.index + 1 : number.last.index + 2]
    changed = between[-1].lower == "by" and number.unit == "%"
    behind = [token.lower for token in between[-4:-1]]
    reached = between[-1].lower == "to" and any(word in {"%", "cent", "percent", "points"} for word in behind)
    return changed or (reached and not (following and following[0].text == "-"))


def _is_former(reading: Reading, trigger: Trigger, number: Number) -> bool:
    """Whether a number is what a price or rate was before ("rose from 3% to 5%", "to 4.1% from 3.8%")."""
    before = reading.parsed.tokens[max(0, number.first.index - 2) : number.first.index]
    words = [token.lower for token in before]
    if number.unit == "%" and _is_compared(reading, number, words):
        return True
    compared = " ".join(words) in load_lexicon("quantities")["former"]["words"]
    return trigger.type == "market" and words[-1:] == ["from"] and not compared


def _is_compared(reading: Reading, number: Number, before: Sequence[str]) -> bool:
    """Whether a share only compares a number ("$612 million, down 12%", "36% fewer than in May")."""
    after = [token.lower for token in reading.parsed.tokens[number.last.index + 1 : number.last.index + 3]]
    aside = before[:1] == [","] and before[-1] in {"up", "down"}
    return aside or (before[-1:] == [","] and after[-1:] == ["than"])


def _is_in_clause(reading: Reading, trigger: Trigger, number: Number) -> bool:
    """Whether a clause that a preposition brings stands between ("fined for letting 8,900 accounts run")."""
    words = {word.index for word in trigger.words}
    if says_part(reading, number.first, number.last):
        return False
    for above in reading.parsed.ancestors(number.counted):
        if above.index in words:
            return False
        if (above.dep == "pcomp" and is_verbal(above)) or {above.lower, above.lemma} & {*_words()["owing"]}:
            return True
    return False


def counts_part(reading: Reading, trigger: Trigger, part: Part, number: Number) -> bool:
    """Whether the number of a participant is told of this happening, and not of one whose clause is above.

    Of "two men were charged with stealing $3 million" the two are of the charge; of "the 26-member council
    approved it" and "Rs 40 crore to rebuild schools" nobody is counted.
    """
    token = part.token
    beside = reading.parsed.tokens[number.last.index + 1 : number.last.index + 2]
    hyphen = bool(beside) and beside[0].text == "-" and beside[0].index < token.index
    made = number.counted is token and token.dep in {"dobj", "nsubjpass"}  # "put up 240 beds"
    if number.counted.lemma in _words()["sizes"] and not made:
        return False
    if number.last.tag == "PRP" and trigger.family == SPEECH:
        return False  # "one called on him to go"
    if hyphen and token.dep != "dobj" and token.lemma in load_lexicon("quantities")["sized"]["bodies"]:
        return False
    if trigger.token.dep == "acl" and _is_part_of_counted(reading.parsed, token, number):
        return False
    if token.dep == "pobj" and is_whither(reading.parsed, trigger, token):
        return False
    if part.role != "agent" or not trigger.is_verb:
        return True
    coined = number.unit in measures() and number.unit != "%"
    return not (coined or _is_of_clause_above(reading.parsed, trigger.token, token))


def _is_part_of_counted(parsed: Parsed, noun: Token, number: Number) -> bool:
    """Whether a number is a part of those whom a clause tells of ("nine of the ten people arrested")."""
    between = parsed.tokens[number.last.index + 1 : noun.index]
    return bool(between) and between[0].lower == "of" and any(token.tag == "CD" for token in between)


def is_whither(parsed: Parsed, trigger: Trigger, noun: Token) -> bool:
    """Whether a noun only says where people were taken ("moved to 45 camps") or why ("over a 6% claim")."""
    words, preposition = _words(), parsed.head(noun).lower
    taken = trigger.type in words["moved"] and noun.lemma in words["shelters"] and preposition == "to"
    return taken or (preposition in words["causes"] and trigger.type not in words["covered"])


def _is_of_clause_above(parsed: Parsed, verb: Token, doer: Token) -> bool:
    """Whether a doer is borrowed from a clause above: of a purpose, a charge, what came of it."""
    for above in (verb, *parsed.ancestors(verb)):
        if any(doer is noun for noun in parsed.children(above, *SUBJECTS)):
            return False
        if above.dep == "pcomp":
            return parsed.head(above).lower not in THEN
        if above.dep == "advcl":
            sent = doer.dep == "dobj" and parsed.head(doer) is parsed.head(above) and above.tag == "VB"
            return doer.index < above.index and not sent
        if above.dep == "xcomp" and parsed.head(above).lemma not in _words()["sharing"]:
            return True
    return False


def _words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = load_lexicon("quantities")["hanging"]
    return found


def _is_repetition(number: Number) -> bool:
    """Whether a number says how often ("fired four times", "on three occasions")."""
    repeated = number.counted.lemma in load_lexicon("quantities")["repetitions"]["words"]
    return repeated and number.counted.dep in {"npadvmod", "pobj"}


def _is_tally(reading: Reading, number: Number) -> bool:
    """Whether a number says by how many votes ("by 61 votes to 39")."""
    tallies = load_lexicon("quantities")["tallies"]["words"]
    if number.counted.lemma in tallies:
        return number.counted.dep == "pobj"
    tokens = reading.parsed.tokens
    before = tokens[max(0, number.first.index - LONGEST_TALLY) : number.first.index]
    behind = tokens[number.last.index + 1 : number.last.index + 2]
    against = bool(behind) and behind[0].lower == "against" and any(word.lemma in tallies for word in before)
    return against or (len(before) > 1 and before[-2].lemma in tallies and before[-1].lower == "to")


def _was_before(reading: Reading, number: Number) -> bool:
    """Whether a number is what another was before ("11 elephants, down from 36")."""
    before = reading.parsed.tokens[max(0, number.first.index - 2) : number.first.index]
    alone = number.counted is number.last or number.unit in measures()
    former = load_lexicon("quantities")["former"]["words"]
    return alone and " ".join(token.lower for token in before) in former


def _measures(reading: Reading, trigger: Trigger, number: Number) -> bool:
    """Whether a sum, weight, share or period says how much of a happening of this type."""
    kinds = load_lexicon("quantities")["types"]
    if number.unit in load_lexicon("quantities")["periods"]["units"]:
        above = reading.parsed.head(number.counted)
        lasting = above.lower in TERMS if number.counted.dep == "pobj" else not _only_dates(reading, number)
        return lasting and trigger.type in kinds["timed"]
    if number.unit == "%":
        return trigger.type in kinds["shared_out"]
    if number.unit in load_lexicon("quantities")["lengths"]["units"]:
        return False
    if number.unit in load_lexicon("quantities")["magnitudes"]["units"]:
        return trigger.type == "disaster"
    if trigger.type in _words()["laden"] and _brought_by(reading, number) == "with":
        return False
    return trigger.family != SPEECH or trigger.type in kinds["offered"]


def _only_dates(reading: Reading, number: Number) -> bool:
    """Whether a span of time only says when ("two days after the raid police arrested a man")."""
    behind = reading.parsed.tokens[number.last.index + 1 : number.last.index + 2]
    return bool(behind) and behind[0].lower in {"after", "before", "later", "earlier", "ago"}


def _brought_by(reading: Reading, number: Number) -> str:
    """The nearest preposition above a number that is not "of" ("with 23,000 tons of grain on board")."""
    for above in reading.parsed.ancestors(number.counted):
        within = number.first.index <= above.index <= number.last.index
        if above.dep == "prep" and above.lower != "of" and not within:
            return above.lower
        if is_verbal(above):
            return ""
    return ""


def hangs(reading: Reading, trigger: Trigger, number: Number) -> bool:
    """Whether a preposition hangs what a number counts on a happening or on what takes part in it.

    "Forging permits for 3,400 head", "power was restored to 11 towns"; but not "a mother of three", "police
    in six countries", "suspended after 14 complaints".
    """
    told_otherwise = number.unit in measures() or number.counted.lemma in _words()["sizes"]
    if told_otherwise or number.qualifier == "undisclosed" or number.value == 1:
        return False
    if number.counted is number.last and number.counted.dep in {"appos", "conj"}:
        return False  # "held in Norland, three in Larnby": the three were not
    steps = _steps(reading, trigger, number)
    words = {word.index for word in trigger.words}
    if not steps or any(_leads_away(step) and step.index not in words for step in steps):
        return False
    prepositions = [step for step in steps if step.dep in {"prep", "agent", "dative"}]
    above = reading.parsed.head(number.counted)
    over = above.dep == "prep" and number.first.index <= above.index <= number.last.index
    if over or (above.index in words and number.counted.dep == "dobj"):
        return True  # "injuring over 4,000", "put six more on watch"
    if not prepositions or any(not _may_bring(reading, step, trigger, number) for step in prepositions):
        return False
    if any(step.lower == "in" for step in prepositions[1:]):
        return False  # "the fines in a book of two owners"
    top = steps[-2] if len(steps) > 1 else steps[-1]
    before = top.dep in {"nsubj", "nsubjpass", "npadvmod"} or number.last.index < trigger.first.index
    if before and any(step.lower != "of" for step in prepositions):
        return False
    return trigger.family != SPEECH or top.dep == "dobj" or trigger.type not in _words()["merely_said"]


def _leads_away(step: Token) -> bool:
    """Whether a word between a number and a happening opens a clause, or an aside ("the first of 400")."""
    words = _words()
    return is_verbal(step) or step.lower in words["ordinals"] or step.lemma in words["asides"]


def says_where(reading: Reading, number: Number) -> bool:
    """Whether a number counts the places of a happening, which undergo nothing ("held at three ports")."""
    return reading.parsed.head(number.counted).lower in _words()["placing"]


def _steps(reading: Reading, trigger: Trigger, number: Number) -> list[Token]:
    """What lies between the noun that a number counts and the trigger, both ends left out and the end kept.

    A preposition within the number's own words ("injuring over 4,000") is no step.
    """
    words = {word.index for word in trigger.words}
    steps: list[Token] = []
    for above in reading.parsed.ancestors(number.counted):
        if not number.first.index <= above.index <= number.last.index:
            steps.append(above)
        if above.index in words:
            return steps
    return []


def _has_object(reading: Reading, trigger: Trigger) -> bool:
    """Whether something is taken from those whom "from" brings ("stole phones from 12 riders")."""
    return trigger.is_verb and direct_object(reading.parsed, trigger.token) is not None


def _is_aboard(reading: Reading, number: Number) -> bool:
    """Whether a number counts whom or what a vessel carries ("a jet with 166 on board")."""
    start = max(number.last.index, number.counted.index) + 1
    behind = [token.lower for token in reading.parsed.tokens[start : start + 2]]
    return behind[:1] == ["aboard"] or behind in (["on", "board"], ["on", "it"])


def _may_bring(reading: Reading, preposition: Token, trigger: Trigger, number: Number) -> bool:
    """Whether a preposition brings what a happening is about, and not its cause, its time or whose father."""
    words = _words()
    above = reading.parsed.head(preposition)
    brings = number.counted in reading.parsed.children(preposition, "pobj")
    if preposition.lower in words["never"]:
        return False
    if preposition.lower == "at" and number.counted is number.last:
        return False  # an age, an hour, a price
    if preposition.lower == "from" and not _has_object(reading, trigger):
        return False
    if preposition.lower == "with" and (trigger.type in words["laden"] or _is_aboard(reading, number)):
        return False
    if preposition.lower in words["somewhere"] and number.counted.lemma in words["areas"]:
        return False
    if brings and is_whither(reading.parsed, trigger, number.counted):
        return False
    following = reading.parsed.tokens[number.last.index + 1 : number.last.index + 2]
    if following and following[0].text == "-":
        return False  # the size of a group: "to his 21-strong cabinet"
    own = above.index in {word.index for word in trigger.words}
    return own or above.lemma in words["kin"] or above.lemma not in members("people")
