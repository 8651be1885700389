"""The posts that a text gives people: "Chief Ada Quist", "Otto Brandel, acting head of the agency"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from eventgraph.entities.candidate import BODY, PERSON, PLACE, Candidate, covered, is_capital
from eventgraph.entities.common_bodies import before_state_body, state_body_after, state_body_before
from eventgraph.entities.knowledge import gazetteer, name_words, title_words
from eventgraph.entities.names import POSSESSIVES
from eventgraph.entities.posts import Post, Title
from eventgraph.entities.told import clause_status
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Sentence, Token
from eventgraph.vocabulary import Status

BODY_WORDS = frozenset({"of", "for", "at", "with", "in", "from", "to"})
DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "whose"})
OPENERS = frozenset({",", "(", "as", "\u2013", "\u2014", "-"})
"""What may stand between a name and a title."""
CONNECTORS = frozenset({"who", "is", "was", "-", "both"})
LONGEST_MATTER = 4
"""Words of what a post is for: "director of criminal investigations and intelligence"."""
MEMORY = 60
"""Tokens before "its" among which it may find what it stands for."""
OWNERS = frozenset({"its", "whose"})
AND = frozenset({"and", "&"})
EDGES = frozenset({"of", "in", "the", "for", "-", "and", "to", "'s", "\u2019s"})
NEGATIONS = frozenset({"not", "n't", "no", "longer"})
FARTHEST = 9
"""Tokens that a title may have, or that may stand between it and the name of the body."""


def find_posts(parsed: Parsed, candidates: Sequence[Candidate]) -> tuple[Post, ...]:
    """The posts of all people among the candidates, in text order."""
    at = covered(candidates)
    posts: list[Post] = []
    for person in candidates:
        if person.sort == PERSON:
            for title, before in _titles(parsed, person, at):
                posts += _joined(parsed, person, title, before=before, at=at)
    return tuple(posts)


def _joined(
    parsed: Parsed, person: Candidate, title: Title, *, before: bool, at: dict[int, Candidate]
) -> list[Post]:
    """The post of a title and that of one joined to it: "chairman and chief executive of Brightwell"."""
    first = post_of(parsed, person, title, before=before, at=at)
    other = _second(parsed, title, before=before, at=at)
    if other is None:
        return [first]
    second = post_of(parsed, person, other, before=before, at=at)
    body = first.body or second.body
    return [replace(post, body=post.body or body, qualifier=first.qualifier) for post in (first, second)]


def _second(parsed: Parsed, title: Title, *, before: bool, at: dict[int, Candidate]) -> Title | None:
    """The title that "and" joins to one; before a name only where a body is before both."""
    tokens, sentence = parsed.tokens, parsed.sentence_of(parsed.tokens[title.first])
    if before:
        if title.first - 1 <= sentence.first or tokens[title.first - 1].lower not in AND:
            return None
        other = _ending_title(tokens, sentence.first, title.first - 1, at)
        return other if other and _body_before(tokens, other.first, sentence.first, at) else None
    if title.last >= sentence.last or tokens[title.last].lower not in AND:
        return None
    other = first_title(tokens, title.last + 1, sentence.last)
    direct = other is not None and other.first == title.last + 1
    return other if direct and other and not _names_next(at, other, sentence.last) else None


# --- titles before and after a name --------------------------------------------------------------


def _titles(parsed: Parsed, person: Candidate, at: dict[int, Candidate]) -> Iterator[tuple[Title, bool]]:
    """The titles before and after a person's name, and whether they stand before it."""
    before = _title_before(parsed, person, at)
    if before:
        yield before, True
        further = _title_further(parsed, before, at)
        if further:
            yield further, True
    after = _title_after(parsed, person, at)
    if after:
        yield after, False


def _title_before(parsed: Parsed, person: Candidate, at: dict[int, Candidate]) -> Title | None:
    tokens, titles = parsed.tokens, title_words()
    start = parsed.sentence_of(tokens[person.first]).first
    end = person.first
    while end > start and (tokens[end - 1].lower in titles.courtesy or tokens[end - 1].text in {"``", "''"}):
        end -= 1
    title = _ending_title(tokens, start, end, at)
    if title is None and end - 2 > start and tokens[end - 1].lower in titles.suffix:
        end -= 2 if tokens[end - 2].text == "-" else 1
    if end > start and tokens[end - 1].text == ",":
        comma = end - 1
        end = _before_body(tokens, comma, start, at)
        end = before_state_body(tokens, comma, start) if end == comma else end
        title = _ending_title(tokens, start, end, at)
        return title if title and _is_definite(parsed, title.first, start) else None
    return _ending_title(tokens, start, end, at)


def _title_further(parsed: Parsed, title: Title, at: dict[int, Candidate]) -> Title | None:
    """The title before a comma and another one: "its commander, General Otto Brandel"."""
    start = parsed.sentence_of(parsed.tokens[title.first]).first
    if title.first - 1 <= start or parsed.tokens[title.first - 1].text != ",":
        return None
    end = _before_body(parsed.tokens, title.first - 1, start, at)
    further = _ending_title(parsed.tokens, start, end, at)
    return further if further and _is_definite(parsed, further.first, start) else None


def title_ending(parsed: Parsed, end: int, at: dict[int, Candidate]) -> Title | None:
    """The title that ends right before a token and is a certain one's: "the", "its", "the agency's"."""
    start = parsed.sentence_of(parsed.tokens[end - 1]).first
    title = _ending_title(parsed.tokens, start, end, at)
    return title if title and _is_definite(parsed, title.first, start) else None


def _before_body(tokens: Sequence[Token], end: int, start: int, at: dict[int, Candidate]) -> int:
    """Where a title ends that goes on with a body or place: "the mayor of Larnby, Ada Quist"."""
    index = end
    while index > start and (candidate := at.get(index - 1)) and candidate.sort in {BODY, PLACE}:
        index = candidate.first
        if tokens[index - 1].text in POSSESSIVES:
            index -= 1
    if index < end and tokens[index - 1].lower in DETERMINERS:
        index -= 1
    return index - 1 if start < index < end and tokens[index - 1].lower in BODY_WORDS else end


def _ending_title(tokens: Sequence[Token], start: int, end: int, at: dict[int, Candidate]) -> Title | None:
    """The title that ends right before a token."""
    first = end
    while (
        first > max(start, end - FARTHEST)
        and (may_be_title(tokens[first - 1]) or _joins(tokens, first - 1))
        and not _stops(tokens, at.get(first - 1))
    ):
        first -= 1
    title = _last_title(tokens, first, end) or _field_title(tokens, first, end)
    return title or _matter_title(tokens, start, end, at)


def _field_title(tokens: Sequence[Token], first: int, end: int) -> Title | None:
    """A title with its field that ends where a name begins: "Minister for Trade Ada Quist"."""
    for last in range(end - 2, first, -1):
        title = _last_title(tokens, first, last)
        if title:
            longer = _with_field(tokens, title, end)
            return longer if longer.last == end else None
    return None


def _matter_title(tokens: Sequence[Token], start: int, end: int, at: dict[int, Candidate]) -> Title | None:
    """A title with what it is for in small letters: "its director of investigations, Ada Quist"."""
    of = end - 1
    while of > start and end - of <= LONGEST_MATTER and _is_matter(tokens[of]):
        of -= 1
    if of <= start or of > end - 2 or tokens[of].lower not in {"of", "for"} or tokens[end - 1].pos != "NOUN":
        return None
    title = _ending_title(tokens, start, of, at)
    matter = title is not None and tokens[of - 1].lower in title_words().with_matter
    return replace(title, last=end) if title and matter else None


def _is_definite(parsed: Parsed, first: int, start: int) -> bool:
    """Whether "the" or an owner stands before a title: "Norway's acting justice minister, Ada Quist"."""
    while first > start and parsed.tokens[first - 1].lower in title_words().qualifier:
        first -= 1
    return first > start and (
        parsed.tokens[first - 1].lower in DETERMINERS
        or parsed.tokens[first - 1].text in POSSESSIVES
        or (parsed.tokens[first - 1].pos == "PROPN")
    )


def _title_after(parsed: Parsed, person: Candidate, at: dict[int, Candidate]) -> Title | None:
    tokens = parsed.tokens
    limit = parsed.sentence_of(tokens[person.first]).last
    index = after_age(tokens, person.last, limit)
    if index >= limit:
        return None
    if tokens[index].text not in OPENERS and tokens[index].lemma != "be":
        title = first_title(tokens, index, limit)
        direct = title is not None and title.first == index and _followed_by_of(tokens, title.last, limit)
        return title if direct else None
    index = after_body(tokens, after_openers(tokens, index + 1, limit), limit, at)
    title = first_title(tokens, index, limit)
    return title if title and not _names_next(at, title, limit) else None


def after_openers(tokens: Sequence[Token], index: int, limit: int) -> int:
    """The index after "who is the alleged" and the like."""
    passed = DETERMINERS | CONNECTORS | frozenset(load_lexicon("names")["relation"]["alleged"])
    passed |= title_words().adverbs.keys() | NEGATIONS
    while index < limit and tokens[index].lower in passed:
        index += 1
    return index


def after_body(tokens: Sequence[Token], index: int, limit: int, at: dict[int, Candidate]) -> int:
    """The index after a body that stands before its title: "Otto Brandel, Europol's director"."""
    begin = index
    while index < limit and tokens[index].lower in title_words().qualifier:
        index += 1
    body = at.get(index)
    if index >= limit or body is None or body.sort != BODY or body.first != index:
        return begin
    return body.last + 1 if body.last < limit and tokens[body.last].text in POSSESSIVES else body.last


def _names_next(at: dict[int, Candidate], title: Title, limit: int) -> bool:
    """Whether a title is the next person's: "Quist, Chief Moore and others"."""
    after = at.get(title.last)
    return title.last < limit and after is not None and after.sort == PERSON


def _followed_by_of(tokens: Sequence[Token], index: int, limit: int) -> bool:
    return index < limit and tokens[index].lower in {"of", "for"}


def after_age(tokens: Sequence[Token], index: int, limit: int) -> int:
    """The index after ", 34", which may stand between a name and a title."""
    if (
        index + 2 < limit
        and tokens[index].text == ","
        and tokens[index + 1].text.isdigit()
        and tokens[index + 2].text == ","
    ):
        return index + 2
    return index


def may_be_title(token: Token) -> bool:
    """Whether a word may stand in a title: one of a title, a rank, a field, a demonym."""
    titles = title_words()
    return (
        token.lower in titles.beside or token.lower in titles.qualifier or token.text in gazetteer().demonyms
    )


def _joins(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word joins two within one title: the "and" of "work and pensions secretary"."""
    return tuple(token.lower for token in tokens[max(0, index - 1) : index + 2]) in title_words().joined


def _stops(tokens: Sequence[Token], candidate: Candidate | None) -> bool:
    """Whether a candidate is a body before a title, rather than a word of the title: "Defense Secretary"."""
    if candidate is None or candidate.sort not in {BODY, PLACE}:
        return False
    if candidate.sort == PLACE:
        return len(candidate) > 1 and tokens[candidate.first].lower != "united"
    words = tokens[candidate.first].text
    inside = all(token.lower in title_words().beside for token in tokens[candidate.first : candidate.last])
    if inside and len(candidate) > 1:  # "Home Affairs Minister"
        return bool(gazetteer().find(" ".join(t.text for t in tokens[candidate.first : candidate.last])))
    return len(candidate) > 1 or words.lower() not in title_words().beside or bool(gazetteer().find(words))


def first_title(tokens: Sequence[Token], index: int, limit: int) -> Title | None:
    """The title that begins at an index, or a qualifier or demonym later; the longest."""
    end = index
    while end < min(limit, index + FARTHEST) and (may_be_title(tokens[end]) or _joins(tokens, end)):
        end += 1
    for last in range(end, index, -1):
        title = _last_title(tokens, index, last)
        if title and title.first <= index + 2:
            return _with_field(tokens, title, limit)
    return None


def _last_title(tokens: Sequence[Token], first: int, last: int) -> Title | None:
    """The words ``first`` to ``last`` as a title, if a title of the lexicon ends them."""
    words = tuple(token.lower for token in tokens[first:last])
    titles = title_words()
    longest = next((words[start:] for start in range(len(words)) if titles.is_title(words[start:])), None)
    if longest is None:
        return None
    begin = last - len(longest)
    if longest == ("officer",) and begin > 1 and tokens[begin - 2].lower == "chief":
        return Title(begin - 2, last, public=False)
    while begin > first and not _before_title(words[: begin - first]):
        begin -= 1
    if tokens[begin].lower in {"u.s.", "us"} and last - begin > len(longest):
        begin += 1
    return Title(begin, last, longest in titles.public)


def _before_title(words: tuple[str, ...]) -> bool:
    """Whether the last of some words may stand before a title but is no part of it."""
    titles = title_words()
    other = any(titles.is_title(words[start:]) for start in range(len(words) - 1))
    return words[-1] in EDGES or words[-1] in titles.qualifier or other


def _with_field(tokens: Sequence[Token], title: Title, limit: int) -> Title:
    """A title with what it is for: "Secretary of Defense", "director of investigations"."""
    longer = _fielded(tokens, title, limit)
    if longer.last > title.last or tokens[title.last - 1].lower not in title_words().with_matter:
        return longer
    return replace(title, last=_matter_end(tokens, title.last, limit))


def _fielded(tokens: Sequence[Token], title: Title, limit: int) -> Title:
    """A title with the field of the state it is for, if one follows."""
    last = title.last
    if tokens[last - 1].lower not in title_words().with_field or last + 1 >= limit:
        return title
    if tokens[last].lower not in {"of", "for"}:
        return title
    end = last + 1
    while end < limit and (
        tokens[end].lower in name_words().field or tokens[end].lower in {"the", "and", "&", "state"}
    ):
        end += 1
    while tokens[end - 1].lower in {"the", "and", "&", "of", "for"}:
        end -= 1
    return Title(title.first, end, public=True) if end > last + 1 else title


def _matter_end(tokens: Sequence[Token], index: int, limit: int) -> int:
    """Where the matter ends that a post is for, in small letters: "director of investigations"."""
    end = index + 1
    if end >= limit or tokens[index].lower not in {"of", "for"}:
        return index
    while end < limit and end - index <= LONGEST_MATTER and _is_matter(tokens[end]):
        end += 1
    while tokens[end - 1].pos != "NOUN" and end > index + 1:
        end -= 1
    owned = end < limit and tokens[end].text in POSSESSIVES
    return end if end > index + 1 and not owned else index


def _is_matter(token: Token) -> bool:
    """Whether a word may be one of what somebody is responsible for."""
    return token.text.islower() and token.tag in {"NN", "NNS", "JJ", "CC", "HYPH"}


def post_of(
    parsed: Parsed, person: Candidate, title: Title, *, before: bool, at: dict[int, Candidate]
) -> Post:
    """The post that a title before or after a name gives its bearer, with its body and how it is held."""
    tokens = parsed.tokens
    sentence = parsed.sentence_of(tokens[title.first])
    ends = [title.last, person.last] if before else [title.last]
    after = next((body for end in ends if (body := _body_after(tokens, end, sentence.last, at))), None)
    ahead = _body_before(tokens, title.first, sentence.first, at) or _its_body(parsed, title.first, at)
    body = ahead if after is None or (after.sort == PLACE and ahead and ahead.sort == BODY) else after
    of_place = body is not None and body.sort == PLACE and is_of_state(tokens, title)
    public = title.public or of_place or _is_public(tokens, title, person if before else None)
    public = public or (body is None and _of_state_body(tokens, title, sentence))
    verb = None if before else _copula(tokens, person.last, title.first)
    status = clause_status(parsed, tokens[verb]) if verb is not None else Status.HAPPENED
    qualifier = _qualifier(tokens, title, sentence.first)
    if verb is not None and _no_longer(tokens, verb, title.first):
        qualifier, status = "former", Status.HAPPENED
    rule = "title" if verb is None else "past verb" if tokens[verb].tag == "VBD" else "verb"
    return Post(person, title.first, title.last, public, qualifier, body, rule=rule, status=status, verb=verb)


def _of_state_body(tokens: Sequence[Token], title: Title, sentence: Sentence) -> bool:
    """Whether a title is held at a body of the state without a name: "head of the drugs squad"."""
    private = tokens[title.last - 1].lower in load_lexicon("people")["private"]
    after = state_body_after(tokens, title.last, sentence.last)
    return not private and (after or state_body_before(tokens, title.first, sentence.first))


def _its_body(parsed: Parsed, index: int, at: dict[int, Candidate]) -> Candidate | None:
    """The one body that "its" before a title can mean: the sentence's, or else that of the one before."""
    tokens, place = parsed.tokens, index - 1
    while place > 0 and tokens[place].lower in title_words().qualifier:
        place -= 1
    if place < 0 or tokens[place].lower not in OWNERS:
        return None
    sentence = parsed.sentence_of(tokens[place])
    before = parsed.sentences[max(0, tokens[place].sentence - 1)]
    for first, last in ((sentence.first, place), (before.first, before.last)):
        bodies = {
            c.first: c for i in range(max(first, last - MEMORY), last) if (c := at.get(i)) and c.sort == BODY
        }
        if bodies:
            return next(iter(bodies.values())) if len(bodies) == 1 else None
    return None


def _copula(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """The "is" or "was" between a name and a title."""
    return next((index for index in range(first, last) if tokens[index].lemma == "be"), None)


def _no_longer(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a post was held once: "is no longer director"."""
    return any(token.lower in {"longer", "anymore"} for token in tokens[first:last])


def is_of_state(tokens: Sequence[Token], title: Title | Post) -> bool:
    """Whether a shared title is a post of the state where a place is named: "president of Ruritania"."""
    words = tuple(token.lower for token in tokens[title.first : title.last])
    return any(words[start:] in title_words().before_name for start in range(len(words)))


def _is_public(tokens: Sequence[Token], title: Title, person: Candidate | None) -> bool:
    """Whether a shared title is one of the state here: "police spokesman", "President Brandel"."""
    words = [token.lower for token in tokens[title.first : title.last]]
    if len(words) > 1 and any(word in name_words().state for word in words[:-1]):
        return True
    if person is None or not is_capital(tokens[title.last - 1]) or title.last != person.first:
        return False
    return is_of_state(tokens, title)


def _qualifier(tokens: Sequence[Token], title: Title, start: int) -> str:
    """How a post is held, by the words around its title: "acting", "former", "-elect"."""
    words = title_words()
    for token in tokens[title.first : title.last + 2]:
        if token.lower in words.suffix and token.sentence == tokens[title.first].sentence:
            return words.suffix[token.lower]
    for token in reversed(tokens[max(start, title.first - 5) : title.first + 1]):
        if token.lower in words.qualifier:
            return words.qualifier[token.lower]
        if token.text in {",", ";", "("}:
            break
    before = title.first - 1
    while before > start and tokens[before].lower in DETERMINERS:
        before -= 1
    return words.adverbs.get(tokens[before].lower, "") if before >= start else ""


def _body_after(
    tokens: Sequence[Token], index: int, limit: int, at: dict[int, Candidate]
) -> Candidate | None:
    """The body or place after a title: "director of the agency's Larnby office"."""
    if index + 1 < limit and tokens[index].text == "," and tokens[index + 1].lower == "of":
        index += 1
    if index >= limit or tokens[index].lower not in BODY_WORDS:
        return None
    for place in range(index + 1, min(limit, index + FARTHEST)):
        found = at.get(place)
        if found and found.sort in {BODY, PLACE}:
            return _unit_of(tokens, found, at)
        if _ends_phrase(tokens[place]):
            return None
    return None


def _ends_phrase(token: Token) -> bool:
    """Whether what follows says something else: a verb, a mark, "that", "which"."""
    return (token.pos in {"VERB", "AUX", "PUNCT"} and token.text != "'s") or token.tag in {"WDT", "WP", "WRB"}


def _unit_of(tokens: Sequence[Token], body: Candidate, at: dict[int, Candidate]) -> Candidate:
    """The unit that a body owns, where one is named right after it: "the LAPD's Hollywood Division"."""
    index = body.last + (body.last < len(tokens) and tokens[body.last].text in POSSESSIVES)
    unit = at.get(index) if index > body.last or tokens[body.last - 1].text in POSSESSIVES else None
    return unit if unit and unit.first == index and unit.sort == BODY else body


def _body_before(
    tokens: Sequence[Token], index: int, start: int, at: dict[int, Candidate]
) -> Candidate | None:
    """The body or place right before a title: "FBI Director", "the ministry's acting director"."""
    place = index - 1
    while place >= start and (
        tokens[place].text in POSSESSIVES or tokens[place].lower in title_words().qualifier
    ):
        place -= 1
    found = at.get(place) if place >= start else None
    return found if found and found.sort in {BODY, PLACE} else None
