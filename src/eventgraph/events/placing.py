"""Where a happening took place: the places its clause names, else the dateline's for the lead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from eventgraph.events.entries import members
from eventgraph.events.grammar import (
    NOMINAL,
    clause_verb,
    direct_object,
    is_passive,
    is_verbal,
    own_words,
    subject,
)
from eventgraph.events.localities import (
    bywords_of_places,
    is_host,
    location_of,
    place_befallen,
    place_of,
    place_within,
    relations,
    words_of_places,
)
from eventgraph.events.nouns import coordinated
from eventgraph.events.part import BODIES
from eventgraph.events.reading import Reading
from eventgraph.events.sites import brings_no_place, is_called_to, is_in_thing
from eventgraph.events.triggers import Trigger
from eventgraph.events.whereabouts import arrivals, candidates, shares, stays
from eventgraph.lexicon import load_lexicon
from eventgraph.model import PlaceReference
from eventgraph.text.parse import Parsed, Token
from eventgraph.vocabulary import PlaceBasis, PlaceRelation

JUSTICE = "justice"
TOLD = {"ROOT", "conj", "ccomp", "parataxis"}
"""What a verb is that tells the news of a sentence, or what somebody says is the news."""


def find_places(reading: Reading, trigger: Trigger) -> tuple[PlaceReference, ...]:
    """The places of a trigger, the words of its clause first; for each relation those of one phrase."""
    found: dict[PlaceRelation, tuple[PlaceReference, ...]] = {}
    for preposition, noun in candidates(reading, trigger):
        named = any(_is_named(reading, place) for group in found.values() for place in group)
        if not _may_tell(reading, trigger, preposition, noun, found=named):
            continue
        places = (_place(reading, preposition, place, trigger) for place in coordinated(reading.parsed, noun))
        group = tuple(place for place in places if place is not None)
        relation = group[0].relation if group else PlaceRelation.IN
        held = any(_is_named(reading, place) for place in found.get(relation, ()))
        if group and not held and (not found or any(_is_named(reading, place) for place in group)):
            found[relation] = group
    if not any(_is_named(reading, place) for group in found.values() for place in group):
        more = next(iter(_further(reading, trigger, lone=not found)), None)
        if more is not None:
            found[more.relation] = (more,)
    together = {place for group in found.values() for place in group}
    return tuple(sorted(together, key=lambda place: (place.start, place.end, place.relation)))


def _may_tell(reading: Reading, trigger: Trigger, preposition: Token, noun: Token, *, found: bool) -> bool:
    """Whether a preposition tells the place of the trigger; ``found`` if one has told it already."""
    near = relations().get(preposition.lower) in {PlaceRelation.IN, PlaceRelation.NEAR}
    if _is_borrowed(preposition, trigger) and (found or not near):
        return False
    own = is_called_to(trigger, preposition) or _is_its_own(reading, trigger, preposition)
    if trigger.type in words_of_places("remote") and not own:
        return False
    if trigger.family == "speech" and _is_of_object(reading, trigger, preposition):
        return False
    if _is_from_home(reading, trigger, preposition, noun):
        return False
    if _is_of_business(reading, trigger, preposition, noun):
        return False
    if _is_vague(reading, noun) and not _is_of_trigger(reading, trigger, preposition):
        return False
    if trigger.family in {JUSTICE, "speech"} and _is_about(reading, trigger, preposition):
        return False
    return not _is_origin(reading, preposition) or _is_left(reading, trigger, preposition, noun)


def _is_vague(reading: Reading, noun: Token) -> bool:
    """Whether a noun tells of places without a name, that say something only of the happening itself.

    Not "police in six countries have taken down the servers".
    """
    vague = noun.tag == "NNS" and noun.lemma in words_of_places("vague")
    return vague and location_of(reading, noun) is None


def _is_its_own(reading: Reading, trigger: Trigger, preposition: Token) -> bool:
    """Whether a preposition hangs on the trigger itself, or stands before it, and not on what it is about."""
    parsed, holder = reading.parsed, reading.parsed.head(preposition)
    told = subject(parsed, trigger.token) if is_passive(parsed, trigger.token) else None
    before = preposition.index < trigger.token.index and told not in tuple(parsed.ancestors(preposition))
    denied = holder is not trigger.token and holder.tag == "VBG"  # "denied stealing in Larnby"
    return stays(preposition) and ((holder in trigger.words and not denied) or before)


def _is_about(reading: Reading, trigger: Trigger, preposition: Token) -> bool:
    """Whether a place is one of what is spoken of or judged ("jailed for crimes in Larnby")."""
    above = reading.parsed.ancestors(preposition)
    behind = (word for word in above if word.index > trigger.token.index and word.pos == "ADP")
    return any(word.lower in words_of_places("topical") for word in behind)


def _is_of_object(reading: Reading, trigger: Trigger, preposition: Token) -> bool:
    """Whether a place follows what somebody speaks of ("condemned the attack in Larnby")."""
    said = reading.parsed.child(trigger.token, "dobj")
    people = said is not None and (said.lemma in members("people") or reading.name_of(said) is not None)
    return said is not None and not people and preposition.index > said.index


def _is_of_business(reading: Reading, trigger: Trigger, preposition: Token, noun: Token) -> bool:
    """Whether a phrase tells whose prices or posts they are, or whither goods go, not where something moved.

    "Profit at Brightwell fell", "exports of milk to Norland fell", "a director at Brightwell was appointed".
    """
    if trigger.family != "business" and trigger.type not in words_of_places("posts"):
        return False
    name = reading.name_of(noun)
    housed = preposition.lower == "at" and name is not None and name.type in BODIES
    goods = trigger.type == "market" and not stays(preposition)
    return housed or (goods and preposition.index < trigger.token.index)


def _is_from_home(reading: Reading, trigger: Trigger, preposition: Token, noun: Token) -> bool:
    """Whether "from" right behind people tells of them ("arrested a man from Larnby")."""
    before = reading.parsed.tokens[max(0, preposition.index - 1)]
    goes = trigger.type in words_of_places("moving") or trigger.token.lemma in words_of_places("carrying")
    goes = goes or (trigger.type in words_of_places("freeing") and _is_within(reading, noun))
    return preposition.lower == "from" and not goes and before.lemma in members("people")


def _further(reading: Reading, trigger: Trigger, *, lone: bool) -> Iterator[PlaceReference]:
    """Places by other bonds, for what no phrase sets at a named place; ``lone`` if none sets it anywhere."""
    yield from _held_within(reading, trigger)
    if lone and trigger.is_verb and trigger.family != "speech":
        for by, noun in arrivals(reading, trigger):
            place = place_of(reading, by, noun, spots=True, travels=True)
            yield from () if place is None else (replace(place, relation=PlaceRelation.IN),)
    if lone and trigger.token.lemma in words_of_places("hosting"):
        host = subject(reading.parsed, trigger.token)
        place = place_befallen(reading, host) if host is not None else None
        yield from () if place is None else (place,)
    if lone and trigger.family != "speech" and trigger.type not in words_of_places("remote"):
        yield from _anywhere(reading, trigger)
    befalls = trigger.type in words_of_places("situated") | {"visit", "withdrawal"}
    if lone and (befalls or trigger.token.lemma in words_of_places("reaching")):
        yield from _undergoing(reading, trigger)
    if lone:
        yield from _of_dateline(reading, trigger)


def _anywhere(reading: Reading, trigger: Trigger) -> Iterator[PlaceReference]:
    """The first place that stands in the trigger's clause at all, however it is joined."""
    parsed, token = reading.parsed, trigger.token
    for word in own_words(parsed, token):
        preposition = parsed.head(word)
        if word.dep != "pobj" or not stays(preposition) or _is_origin(reading, preposition):
            continue
        behind = (above for above in parsed.ancestors(word) if above.index > token.index)
        about = any(_is_apart(trigger, above) for above in behind)
        if about or _is_of_business(reading, trigger, preposition, word):
            continue
        place = _place(reading, preposition, word, trigger)
        if place is not None and place.mention is not None:
            yield place
            return


def _is_apart(trigger: Trigger, above: Token) -> bool:
    """Whether what hangs on a word is told of another happening ("quit after protests in Larnby")."""
    judged = trigger.family == JUSTICE and above.lower in words_of_places("topical")
    other = above.pos in {"ADP", "SCONJ"} and above.lower in words_of_places("apart")
    return above.dep == "pcomp" or other or judged


def _undergoing(reading: Reading, trigger: Trigger) -> Iterator[PlaceReference]:
    """The place that a happening befell ("an earthquake shook Larnby", "the town was shelled")."""
    parsed, verb = reading.parsed, clause_verb(reading.parsed, trigger.token)
    if not trigger.is_verb and trigger.token.dep != "nsubj":
        return
    if not trigger.is_verb and verb.lemma in words_of_places("feeling"):
        return
    noun = subject(parsed, verb) if is_passive(parsed, verb) else direct_object(parsed, verb)
    place = place_befallen(reading, noun) if noun is not None else None
    if place is not None:
        yield place


def _is_origin(reading: Reading, preposition: Token) -> bool:
    """Whether "from" tells where somebody or something comes from ("two men from Larnby")."""
    holder = reading.parsed.head(preposition)
    far = holder.lemma in words_of_places("distances")
    return preposition.lower == "from" and holder.pos in NOMINAL and not far


def _is_left(reading: Reading, trigger: Trigger, preposition: Token, noun: Token) -> bool:
    """Whether "from" behind another noun than the trigger's tells what is left ("moved men from A to B")."""
    holder = reading.parsed.head(preposition)
    if holder is trigger.token:
        return True
    verb = reading.parsed.head(holder)
    nouns = (*reading.parsed.children(verb, "prep"), *reading.parsed.children(holder, "prep"))
    goes_on = any(other.lower in ("to", "into") and other.index > noun.index for other in nouns)
    if trigger.token.lemma in words_of_places("emptying"):
        return True
    if reading.mention_of(noun) is None and preposition.index < trigger.token.index:
        return False  # "squads from five jails were drafted in"
    moved = trigger.type in words_of_places("moving") and (goes_on or reading.mention_of(noun) is None)
    return moved or (trigger.type in words_of_places("freeing") and _is_within(reading, noun))


def _is_within(reading: Reading, noun: Token) -> bool:
    """Whether a noun without a name is where somebody is kept or stays, not where he is at home."""
    return reading.mention_of(noun) is None and noun.lemma not in members("areas")


def _is_named(reading: Reading, place: PlaceReference) -> bool:
    return place.mention is not None or reading.document.text[place.start].isupper()


def _held_within(reading: Reading, trigger: Trigger) -> Iterator[PlaceReference]:
    """The place in the phrase of the trigger, of a building that it befell, or of a court that acts."""
    parsed, token = reading.parsed, trigger.token
    held = trigger.words if trigger.is_verb and trigger.rule == "phrase" else (token,)
    for word in held if trigger.family in words_of_places("held") else ():
        countries = trigger.type in words_of_places("national")
        within = place_within(reading, word, countries=countries) if word.pos in NOMINAL else None
        if within is not None:
            yield within
    verb = clause_verb(parsed, token)
    made = verb is token or _is_made(parsed, token)
    if not is_verbal(verb) or trigger.family == "speech" or not made:
        return
    for noun in (subject(parsed, verb), direct_object(parsed, verb)):
        hosts = noun is not None and is_host(noun) and reading.name_of(noun) is None
        within = place_within(reading, noun, countries=False) if noun is not None and hosts else None
        if within is not None:
            yield within


def _is_made(parsed: Parsed, noun: Token) -> bool:
    """Whether a noun is the object of a verb that only says that it was done ("a court held a hearing")."""
    return noun.dep == "dobj" and parsed.head(noun).lemma in load_lexicon("light_verbs")["doing"]


def _is_borrowed(preposition: Token, trigger: Trigger) -> bool:
    """Whether a place stands before the trigger, in a verb it is coordinated to."""
    return shares(trigger.token) and preposition.index < trigger.token.index


def _place(reading: Reading, preposition: Token, noun: Token, trigger: Trigger) -> PlaceReference | None:
    own = not stays(preposition) or _is_of_trigger(reading, trigger, preposition)
    if brings_no_place(reading, trigger, preposition, noun, own=own):
        return None
    if is_in_thing(trigger, preposition, noun) and reading.mention_of(noun) is None:
        return bywords_of_places(reading, noun, relations()[preposition.lower])
    spots = trigger.family != JUSTICE or trigger.type == "release"
    travels = trigger.type in words_of_places("travelling")
    return place_of(reading, preposition, noun, spots=spots, travels=travels)


def _is_of_trigger(reading: Reading, trigger: Trigger, preposition: Token) -> bool:
    """Whether a preposition hangs on the trigger not on what it tells of ("spent it on flats in Larnby")."""
    holder = reading.parsed.head(preposition)
    while holder.pos == "ADP" and holder not in trigger.words:
        holder = reading.parsed.head(holder)
    return holder in trigger.words or preposition in trigger.words or not trigger.is_verb


def _may_be_place(reading: Reading, word: Token) -> bool:
    """Whether a name of no known sort stands after a preposition of place."""
    unknown = word.pos == "PROPN" and word.dep == "pobj" and reading.name_of(word) is None
    return unknown and reading.time_of(word) is None and stays(reading.parsed.head(word))


def _of_dateline(reading: Reading, trigger: Trigger) -> Iterator[PlaceReference]:
    """The dateline's place, for what the first sentence after it tells, and for what happened "here"."""
    parsed = reading.parsed
    place = reading.datelines.get(trigger.token.sentence)
    if place is None:
        return
    sentence = parsed.sentence_of(trigger.token)
    words = parsed.tokens[sentence.first : sentence.last]
    here = any(word.lower == "here" for word in parsed.children(clause_verb(parsed, trigger.token), "advmod"))
    alone = all(location_of(reading, word) is None and not _may_be_place(reading, word) for word in words)
    told = trigger.is_verb and trigger.token.dep in TOLD and trigger.type in words_of_places("situated")
    if not here and not (alone and told):
        return
    mention = next((m for m in reading.mentions if m.overlaps(place)), None)
    yield PlaceReference(
        place.document, place.start, place.end,
        mention=mention.span if mention else None, basis=PlaceBasis.DATELINE,
    )  # fmt: skip
