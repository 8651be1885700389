"""The words of a text around a trigger, cut so that they can stand in a label.

Where a label made of roles alone would say too little or nonsense, the reporter's own words are the
better label: "Dogs picked up the scent during a routine check". Nothing here knows grammar; it goes by
the spans that were observed and by the short word lists of ``lexicon/link.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from eventgraph.lexicon import load_lexicon
from eventgraph.link.corpus import Corpus, beginning_in
from eventgraph.link.names import plain
from eventgraph.link.repeats import folded
from eventgraph.link.weighing import Setting
from eventgraph.model import Argument, EventMention, EventQuantity, Quantity, Span

MOST_MODIFIERS = 3
"""Words between a determiner and its noun that are taken for its modifiers."""
FARTHEST_AUXILIARY = 2
"""Words before a verb among which "was" belongs to it."""
LONGEST_AUXILIARY = 5
"""Characters of "to " and "were "."""
LONGEST_GAP = 40
"""Characters between a noun and what its preposition brings, or between a number and what it counts."""
LONGEST_SPEAKER = 4
"""Words before the noun of a speaker that may belong to it ("..., a spokeswoman for")."""
BOUNDARY = re.compile(r"[;:()\[\]]|[,.?!][\u201d\"]|\s[-\u2013\u2014]+\s|\u2014|\n\s*\n")
QUOTED_OR_COMMA = re.compile(rf"[,\u201d\"]\s*(?:[\w.'\u2019-]+\s+){{0,{LONGEST_SPEAKER}}}$")
OPENING = re.compile(r"[\s,:]*(?:([\w' ]{0,60}?)\s*[,:]\s*)?[\u201c\"](?=[A-Z])")
"""What may stand between a verb of saying and a quotation: "in a statement"."""
ENDINGS = ' .,;:!?-\u2013\u2014\u201c\u201d"'
VERB_RULES = frozenset({"verb", "phrase", "test", "open"})
NOUN_RULES = frozenset({"noun", "modifier"})


@cache
def label_words(name: str) -> frozenset[str]:
    """A list of the ``[labels]`` table of ``lexicon/link.toml``."""
    if name == "pronouns":
        return frozenset(load_lexicon("link")["descriptions"]["pronouns"])
    return frozenset(load_lexicon("link")["labels"][name])


@dataclass(frozen=True)
class Wording:
    """One event mention in its text."""

    setting: Setting
    mention: EventMention

    @property
    def corpus(self) -> Corpus:
        """The documents."""
        return self.setting.corpus

    def text(self, span: Span) -> str:
        """The words at a span."""
        return self.corpus.text(span)

    def before(self, span: Span) -> str:
        """The words of the sentence before a span."""
        return self.text(Span(span.document, self.corpus.sentence(span).start, span.start))

    @property
    def trigger(self) -> str:
        """The words of the trigger, on one line."""
        return folded(self.corpus.text(self.mention))

    @property
    def is_verb(self) -> bool:
        """Whether the trigger is a verb."""
        return self.mention.rule in VERB_RULES

    @property
    def is_noun(self) -> bool:
        """Whether the trigger is a noun."""
        return self.mention.rule in NOUN_RULES

    def subjects(self) -> list[Argument]:
        """The participants before the trigger: those who do it or, if there are none, who undergo it."""
        before = [
            argument
            for argument in self.mention.arguments
            if self.mention.sentence.start <= argument.start and argument.end <= self.mention.start
        ]
        doing = [argument for argument in before if argument.role == "agent"]
        return doing or [argument for argument in before if argument.role == "patient"]

    def predicate(self, room: int) -> str:
        """The words from a verb on, in at most so many characters; "to" before a verb that lies ahead."""
        mention, subjects = self.mention, self.subjects()
        last = max((argument.end for argument in subjects), default=mention.sentence.start)
        before = plain(self._text[last : mention.start]).split()
        words = self.cut(mention.start, room - LONGEST_AUXILIARY)
        if self.is_bare and set(before) & label_words("modals"):
            return f"to {words}"
        undergone = [word for word in before[-FARTHEST_AUXILIARY:] if word in label_words("passives")]
        passive = undergone and [argument.role for argument in subjects[:1]] == ["patient"]
        return f"{undergone[-1]} {words}" if passive else words

    @property
    def is_bare(self) -> bool:
        """Whether the verb is written without an ending, as after "will"."""
        return self.trigger.casefold().split()[:1] == self.mention.lemma.casefold().split()[:1]

    def noun_phrase(self, room: int) -> str:
        """A noun with what belongs to it: its doer and verb, its modifiers, what its prepositions bring."""
        mention = self.mention
        end = self._end_of_noun()
        doers = [a for a in self.subjects() if a.role == "agent"]
        if doers and self._is_joined(doers[-1].end, mention.start):
            begin = mention.start if self.has_owner else doers[-1].end
            return self._fitted(begin, max(end, self.end_of_clause(end)), room)
        start = self.modified(mention).start
        before = plain(self._text[mention.sentence.start : start]).split()
        if len(before) <= 1 and set(before) <= label_words("determiners"):
            return self.cut(start, room)
        return self._fitted(start, end, room)

    @property
    def has_doer_beside(self) -> bool:
        """Whether a few words join who does it to the noun that says it ("agents led an inquiry")."""
        doers = [a for a in self.subjects() if a.role == "agent"]
        return bool(doers) and self._is_joined(doers[-1].end, self.mention.start)

    @property
    def has_owner(self) -> bool:
        """Whether who does it owns the noun ("his retirement")."""
        doers = [a for a in self.subjects() if a.role == "agent"]
        between = self._text[doers[-1].end : self.mention.start].strip() if doers else "-"
        return between in {"", "'s", "\u2019s", "'", "\u2019"}

    def completion(self, prepositions: Sequence[str], room: int) -> str:
        """The words after a trigger or its patient that begin with one of these ("with murder"), or ""."""
        places = [self.mention.end, self._after_time()]
        places += [
            a.end for a in self.mention.arguments if a.role == "patient" and a.start > self.mention.end
        ]
        for place in places:
            following = re.match(r"\s+(\w+)\s", self._text[place : self.mention.sentence.end])
            if following and following[1] in prepositions:
                return self.cut(place, room)
        return ""

    def said(self, room: int) -> str:
        """The words of what is said, with ":" before a quotation; "" where they go before the speaker."""
        if self._trails():
            return ""
        start = self._after_time()
        opening = OPENING.match(self._text, start, self.mention.sentence.end)
        if opening and set(plain(opening[1] or "").split()[:1]) <= label_words("noun_prepositions"):
            words = self.cut(opening.end(), room)
            return f": {words}" if words else ""
        words = self.cut(start, room)
        return f" {words}" if words else ""

    def said_before(self, room: int) -> str:
        """The words of what is said, where they go before the speaker."""
        start, end = self.mention.sentence.start, self._speaking
        before = self._text[start:end]
        found = QUOTED_OR_COMMA.search(before)
        return self._fitted(start, start + found.start() if found else end, room)

    def modified(self, noun: Span) -> Span:
        """A noun with the modifiers between it and its determiner: "chief executive", "18-month inquiry"."""
        start, at = noun.start, noun.start
        sentence = self.corpus.sentence(noun)
        text = self.corpus.document(noun).text
        for _ in range(MOST_MODIFIERS + 1):
            word = re.search(r"(\S+)\s+$", text[sentence.start : at])
            if word is None:
                break
            if _ends_phrase(word[1]):
                return Span(noun.document, at, noun.end)
            at = sentence.start + word.start(1)
            if self._is_taken(Span(noun.document, at, start), noun) or _cannot_modify(word[1]):
                break
            if plain(word[1]) in label_words("numbers") or word[1][0].isdigit():
                return Span(noun.document, at, noun.end)
        return noun.span

    def counted(self, quantity: EventQuantity | Quantity) -> str:
        """A number with what it counts, as written ("312 pieces of ivory"); "" if that is not near."""
        text = self.corpus.document(quantity).text
        near = text[quantity.end : quantity.end + LONGEST_GAP]
        what = quantity.what if plain(quantity.what) not in label_words("pronouns") else ""
        found = re.match(rf"[^.,;:()\n]*?\s{re.escape(what)}(?!\w)", near) if what else None
        return folded(text[quantity.start : quantity.end + found.end()]) if found else ""

    def cut(self, start: int, room: int) -> str:
        """The words from an offset to the end of their clause."""
        return self._fitted(start, self.end_of_clause(start), room)

    def end_of_clause(self, start: int) -> int:
        """Where the words that begin at an offset should end: before a date, a speaker or a new clause."""
        mention, text = self.mention, self._text
        after = max(start, mention.end)
        ends = [mention.sentence.end]
        ends += [match.start() for match in [BOUNDARY.search(text, after, mention.sentence.end)] if match]
        first = plain(text[mention.sentence.start : after]).split()[:1]
        if (
            set(first) & label_words("conditions")
            and (comma := text.find(",", after, mention.sentence.end)) > 0
        ):
            ends.append(comma)
        opener = re.compile(rf",?\s+(?:{'|'.join(sorted(label_words('clause_openers')))})\b", re.IGNORECASE)
        ends += [match.start() for match in [opener.search(text, after, mention.sentence.end)] if match]
        if further := re.search(r",\s+(?:and|but)\b", text[after : mention.sentence.end]):
            ends += [after + further.start()] if self._tells_more(after + further.end()) else []
        for speaker in mention.said_by:
            comma = text.rfind(",", after, speaker.start) if speaker.start > after else -1
            ends += [comma] if comma > 0 else []
        return min(ends)

    def _tells_more(self, offset: int) -> bool:
        """Whether another happening is told in the sentence after an offset."""
        rest = Span(self.mention.document, offset, max(offset, self.mention.sentence.end))
        return any(True for _ in beginning_in(self.corpus.by_document[rest.document].events, rest))

    @property
    def _text(self) -> str:
        return self.corpus.document(self.mention).text

    def _fitted(self, start: int, end: int, room: int) -> str:
        """The words of a stretch without the date, in at most so many characters.

        The date of the event stands beside its label anyway; where its words are needed, they stay.
        """
        when = self.mention.when_span
        if when is None or not (start < when.start and when.end <= end):
            return self._stretch(start, end, room)
        before = _without_dangling(folded(self._text[start : when.start]))
        after = folded(self._text[when.end : end]).strip(ENDINGS)
        if after and plain(after).split()[0] not in label_words("noun_prepositions") | {"that", "and"}:
            return self._stretch(start, end, room)
        if not before or len(before) > room:
            return self._stretch(start, end, room)
        begin = when.end + re.match(r"[\s,]*", self._text[when.end : end]).end()  # type: ignore[union-attr]
        return " ".join(filter(None, [before, self._stretch(begin, end, room - len(before) - 1)]))

    def _stretch(self, start: int, end: int, room: int) -> str:
        """The words of a stretch in at most so many characters, cut at a word and never within a name."""
        words = folded(self._text[start:end])
        words = words.strip(ENDINGS) if end == self.mention.sentence.end else _without_dangling(words)
        words = _balanced(words)
        if len(words) <= room:
            return words
        end = start + max(0, room - 1)
        while end > start and not self._text[end].isspace():
            end -= 1
        observed = self.corpus.by_document[self.mention.document]
        for mention in beginning_in(observed.mentions, self.mention.sentence):
            if mention.start < end < mention.end:
                end = mention.start
        words = _balanced(_without_dangling(folded(self._text[start:end])))
        return f"{words}…" if words else ""

    def _is_taken(self, modifiers: Span, noun: Span) -> bool:
        """Whether words before a noun are others' words: a trigger, a date or another participant."""
        observed = self.corpus.by_document[noun.document]
        sentence = self.corpus.sentence(noun)
        others: list[Span] = [*self.mention.arguments, self.mention]
        others += [*beginning_in(observed.times, sentence), *beginning_in(observed.events, sentence)]
        return any(other.overlaps(modifiers) and not other.overlaps(noun) for other in others)

    def _end_of_noun(self) -> int:
        """Where the phrase of a noun ends, with the participants and places that its prepositions bring."""
        end = self.mention.end
        brought: list[Span] = [*self.mention.arguments, *self.mention.places]
        for span in sorted(brought, key=lambda span: (span.start, span.end)):
            gap = self._text[end : span.start]
            first = plain(gap).split()[:1]
            if span.start > end and len(gap) <= LONGEST_GAP and set(first) & label_words("noun_prepositions"):
                end = end if BOUNDARY.search(gap) or "," in gap else span.end
        return end

    def _is_joined(self, start: int, end: int) -> bool:
        """Whether only a few words of one clause stand between two offsets."""
        between = self._text[start:end]
        apart = len(between) > LONGEST_GAP or "," in between or BOUNDARY.search(between)
        others = self.corpus.by_document[self.mention.document].events
        stretch = Span(self.mention.document, start, end)
        return not apart and not any(stretch.contains(other) for other in beginning_in(others, stretch))

    def _after_time(self) -> int:
        """The end of a verb of saying, with a date right behind it ("said on Tuesday that")."""
        end, when = self.mention.end, self.mention.when_span
        if when and when.start >= end and not _without_dangling(self._text[end : when.start].strip()):
            return when.end
        return end

    @property
    def _speaking(self) -> int:
        """Where the speaker or the verb of saying begins, whichever comes first."""
        agents = [argument.start for argument in self.subjects() if argument.role == "agent"]
        return min([*agents, self.mention.start])

    def _trails(self) -> bool:
        """Whether speaker and verb come after what is said ("..., police said on Tuesday")."""
        after = folded(self._text[self._after_time() : self.mention.sentence.end]).strip(' .!?”"')
        first = plain(after).split()[:1]
        if not after:
            return True
        inverted = any(
            a.role == "agent" and 0 <= a.start - self.mention.end <= LONGEST_GAP
            for a in self.mention.arguments
        )
        before = self._text[self.mention.sentence.start : self._speaking]
        brings_content = first and first[0] not in label_words("noun_prepositions") | label_words("asides")
        return bool(QUOTED_OR_COMMA.search(before)) and (inverted or not brings_content)


def _cannot_modify(word: str) -> bool:
    """Whether a word ends what comes before a noun: a preposition, or one with a stop behind it."""
    return word[-1] in ",;:.)”" or plain(word) in label_words("noun_prepositions") | label_words("dangling")


def _ends_phrase(word: str) -> bool:
    """Whether a word before modifiers is a determiner or a possessive."""
    return plain(word) in label_words("determiners") or bool(re.search(r"['\u2019]s?$", word))


def _without_dangling(words: str) -> str:
    """Words without what cannot end a label: stops, and prepositions or articles that bring nothing."""
    words = words.strip(ENDINGS)
    while words:
        head, _, last = words.rpartition(" ")
        if plain(last.strip(",")) not in label_words("dangling"):
            break
        words = head.rstrip(ENDINGS)
    return words


def _balanced(words: str) -> str:
    """Words without their quotation marks, if one of a pair is missing."""
    return re.sub(r"[“”\"]", "", words) if len(re.findall(r"[“”\"]", words)) % 2 else words
