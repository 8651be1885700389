"""The posts that a verb or a noun gives people: "was appointed director", "who heads the agency".

What a verb says of the time a post is held stands in the ``rule`` of a `Post`: "appointed" and "left" are
the day it begins and ends, "verb" and "past verb" a time at which it is held.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from eventgraph.entities.candidate import BODY, PERSON, Candidate, covered
from eventgraph.entities.knowledge import post_verbs, title_words
from eventgraph.entities.posts import Post, Title
from eventgraph.entities.shared_titles import shared_titles
from eventgraph.entities.syntax import subject_of
from eventgraph.entities.titles import (
    DETERMINERS,
    after_body,
    find_posts,
    first_title,
    may_be_title,
    post_of,
    title_ending,
)
from eventgraph.entities.told import clause_status
from eventgraph.text.parse import Parsed, Token
from eventgraph.vocabulary import Status

BETWEEN = 8
"""Tokens between a verb and the "as" that brings its title."""
SKIPPED = DETERMINERS | frozenset({"be", "to", "been", "being"})
LEFT, APPOINTED = "left", "appointed"


@dataclass(frozen=True, slots=True)
class _Scene:
    """A parse with the candidates over its tokens."""

    parsed: Parsed
    at: dict[int, Candidate]

    def people(self, token: Token | None) -> list[Candidate]:
        """The people that a noun names, with those joined to it by "and"."""
        found: list[Candidate] = []
        queue = [token] if token is not None else []
        while queue:
            noun = queue.pop(0)
            person = self._person(noun)
            if person is not None and person not in found:
                found.append(person)
            queue += self.parsed.children(noun, "conj")
        return found

    def _person(self, noun: Token) -> Candidate | None:
        beside = [noun, *self.parsed.children(noun, "appos")]
        named = (self.at.get(token.index) for token in beside)
        return next((one for one in named if one is not None and one.sort == PERSON), None)

    def body(self, noun: Token | None) -> Candidate | None:
        """The body that a noun names."""
        named = self.at.get(noun.index) if noun is not None else None
        return named if named is not None and named.sort == BODY else None

    def subject(self, verb: Token) -> Token | None:
        """Who is said to do it."""
        return subject_of(self.parsed, verb)

    def is_passive(self, verb: Token) -> bool:
        """Whether the subject of the verb undergoes it: "was named", "Quist, named director in May, said"."""
        if self.parsed.child(verb, "auxpass", "nsubjpass"):
            return True
        if self.parsed.child(verb, "aux"):
            return False
        before = self.at.get(verb.index - 2)
        beside = self.parsed.tokens[verb.index - 1].text == "," and before is not None
        participle = verb.tag == "VBN" and verb.dep in {"acl", "advcl", "conj"}
        return participle or (beside and before is not None and before.last == verb.index - 1)

    def by(self, verb: Token) -> Token | None:
        """Who does it, after "by"."""
        agent = self.parsed.child(verb, "agent")
        return self.parsed.child(agent, "pobj") if agent else None


def all_posts(parsed: Parsed, candidates: Sequence[Candidate]) -> tuple[Post, ...]:
    """The posts of all people, in text order; where two rules give the same one, the verb's."""
    found: dict[tuple[Candidate, int, int], Post] = {}
    beside = (*find_posts(parsed, candidates), *shared_titles(parsed, candidates))
    for post in (*told_offices(parsed, candidates), *beside):
        found.setdefault((post.person, post.first, post.last), post)
    return tuple(sorted(found.values(), key=lambda post: (post.person.first, post.first, post.last)))


def with_stand_ins(
    parsed: Parsed, candidates: Sequence[Candidate], others: Sequence[Candidate], posts: Sequence[Post]
) -> Sequence[Post]:
    """The posts, with those of ``others``, which stand for what is named elsewhere: "she", "the agency"."""
    taken = covered(candidates)
    free = [one for one in others if all(i not in taken for i in range(one.first, one.last))]
    if not free:
        return posts
    sentences = {parsed.tokens[one.first].sentence for one in free}
    near = [one for one in [*candidates, *free] if parsed.tokens[one.first].sentence in sentences]
    anew = all_posts(parsed, sorted(near, key=lambda candidate: candidate.first))
    kept = (post for post in posts if parsed.tokens[post.person.first].sentence not in sentences)
    return sorted([*kept, *anew], key=lambda post: (post.person.first, post.first, post.last))


def told_offices(parsed: Parsed, candidates: Sequence[Candidate]) -> tuple[Post, ...]:
    """The posts that verbs and nouns give the people among the candidates, in text order."""
    scene, words = _Scene(parsed, covered(candidates)), post_verbs()
    found: list[Post] = []
    for token in parsed.tokens:
        if token.lemma not in words.every:
            continue
        if token.pos in {"VERB", "AUX"}:
            if token.lemma in words.leads:
                found += _leading(scene, token)
            if token.lemma in words.succeeds:
                found += _succeeding(scene, token)
            if token.lemma in words.with_title:
                found += _by_title(scene, token)
            if token.lemma == "be":
                found += _named_after(scene, token)
        elif token.lemma in words.nouns:
            found += _by_noun(scene, token)
    return tuple(found)


# --- leading -------------------------------------------------------------------------------------


def _leading(scene: _Scene, verb: Token) -> Iterator[Post]:
    """For "who heads the agency" and "is led by Ada Quist": a post that only the verb names."""
    parsed, words = scene.parsed, post_verbs()
    passive = scene.is_passive(verb)
    who, what = (
        (scene.by(verb), scene.subject(verb))
        if passive
        else (scene.subject(verb), parsed.child(verb, "dobj"))
    )
    body = scene.body(what)
    elsewhere = any(_leads_away(parsed, child) for child in parsed.children(verb, "prep", "prt"))
    if body is None or elsewhere or parsed.child(verb, "xcomp", "ccomp"):
        return
    for person in scene.people(who):
        yield Post(
            person,
            verb.index,
            verb.index + 1,
            public=False,
            qualifier=_adverb(parsed, verb),
            body=body,
            label=words.leads[verb.lemma],
            rule="past verb" if verb.tag == "VBD" and not parsed.child(verb, "aux") else "verb",
            status=clause_status(parsed, verb),
            verb=verb.index,
        )


def _leads_away(parsed: Parsed, word: Token) -> bool:
    """Whether somebody is led somewhere or in something: "led police to the car", "leads them in sales"."""
    brought = parsed.child(word, "pobj")
    return word.lower in post_verbs().led_to and (brought is None or brought.label != "DATE")


def _adverb(parsed: Parsed, verb: Token) -> str:
    """How a post is held by the adverbs of its verb: "formerly led"."""
    words = title_words()
    known = {**words.adverbs, **words.qualifier}
    return next((known[c.lower] for c in parsed.children(verb, "advmod") if c.lower in known), "")


# --- a title after a verb ------------------------------------------------------------------------


def _by_title(scene: _Scene, verb: Token) -> Iterator[Post]:
    """For "was appointed director of the agency", "served as mayor until 2019", "resigned as chief"."""
    words, parsed, lemma = post_verbs(), scene.parsed, verb.lemma
    given = lemma in words.appoints or lemma in words.nominates
    start = _start(scene, verb, needs_as=not given and lemma not in {"be", "become"})
    title = _title_at(scene, verb, start) if start is not None else None
    if title is None:
        return
    if given or (lemma in words.leaves and scene.is_passive(verb)):
        who = scene.subject(verb) if scene.is_passive(verb) else parsed.child(verb, "dobj", "dative")
        who = who or _object_after(scene, verb)
    else:
        who = scene.subject(verb)
    for person in scene.people(who):
        post = post_of(parsed, person, title, before=False, at=scene.at)
        yield _held_so(parsed, verb, replace(post, verb=verb.index))


def _object_after(scene: _Scene, verb: Token) -> Token | None:
    """The person named right after a verb that the parser took for the title's: "named Mona Feld head"."""
    named = _behind(scene, verb)
    return scene.parsed.tokens[named.first] if named is not None else None


def _behind(scene: _Scene, verb: Token) -> Candidate | None:
    """The person named right after a verb, behind no more than a title: "named Lt. Gen. Mona Feld head"."""
    tokens, place = scene.parsed.tokens, verb.index + 1
    while place + 1 < len(tokens) and place not in scene.at and may_be_title(tokens[place]):
        place += 1
    named = scene.at.get(place)
    return named if named is not None and named.sort == PERSON and named.first == place else None


def _start(scene: _Scene, verb: Token, *, needs_as: bool) -> int | None:
    """Where the title after a verb may begin: after "as", or else right after the verb and its object."""
    tokens, limit = scene.parsed.tokens, scene.parsed.sentence_of(verb).last
    for index in range(verb.index + 1, min(limit, verb.index + BETWEEN)):
        if tokens[index].lower == "as":
            return index + 1
        if tokens[index].pos in {"VERB", "AUX", "PUNCT", "SCONJ"} and tokens[index].lower not in SKIPPED:
            break
    if needs_as:
        return None
    named = _behind(scene, verb)
    return named.last if named is not None else verb.index + 1


def _title_at(scene: _Scene, verb: Token, index: int) -> Title | None:
    """The title that begins at a token, behind articles, adverbs and the body that owns it."""
    tokens, limit = scene.parsed.tokens, scene.parsed.sentence_of(verb).last
    while index < limit and (tokens[index].lower in SKIPPED or tokens[index].dep in {"advmod", "neg"}):
        index += 1
    index = after_body(tokens, index, limit, scene.at)
    title = first_title(tokens, index, limit)
    if title is None or title.first > index + 1:
        return None
    named = scene.at.get(title.last)
    return None if named is not None and named.sort == PERSON else title


def _held_so(parsed: Parsed, verb: Token, post: Post) -> Post:
    """A post with what its verb says of it: that it begins, ends, lies ahead, or is not so."""
    words, status = post_verbs(), clause_status(parsed, verb)
    if verb.lemma in words.leaves:
        ahead = status is Status.PLANNED
        return replace(
            post,
            qualifier="outgoing" if ahead else "former",
            rule=LEFT,
            status=Status.HAPPENED if ahead else status,
        )
    if verb.lemma in words.nominates:
        return replace(post, rule=APPOINTED, status=min(status, Status.PLANNED, key=tuple(Status).index))
    if verb.lemma in words.appoints or verb.lemma in words.begins:
        return replace(post, rule=APPOINTED, status=status)
    past = verb.tag == "VBD" and not parsed.child(verb, "aux")
    longer = any(child.lower == "longer" for child in parsed.children(verb, "advmod", "neg"))
    qualifier = "former" if longer else post.qualifier or _adverb(parsed, verb)
    return replace(post, qualifier=qualifier, rule="past verb" if past else "verb", status=status)


def _named_after(scene: _Scene, verb: Token) -> Iterator[Post]:
    """For "the agency's director is Ada Quist", "whose president is now Otto Brandel"."""
    parsed = scene.parsed
    noun, name = parsed.child(verb, "nsubj"), parsed.child(verb, "attr")
    if noun is None or name is None or noun.index > verb.index or scene.at.get(noun.index) is not None:
        return
    title = title_ending(parsed, noun.index + 1, scene.at)
    for person in scene.people(name) if title else []:
        if title:
            post = post_of(parsed, person, title, before=True, at=scene.at)
            past = verb.tag == "VBD" and not parsed.child(verb, "aux")
            yield replace(
                post,
                rule="past verb" if past else "verb",
                status=clause_status(parsed, verb),
                verb=verb.index,
            )


# --- a title after a noun ------------------------------------------------------------------------


def _by_noun(scene: _Scene, noun: Token) -> Iterator[Post]:
    """For "Ada Quist's appointment as director", "the resignation of Otto Brandel as chief"."""
    parsed, words = scene.parsed, post_verbs()
    start = _start(scene, noun, needs_as=True)
    title = _title_at(scene, noun, start) if start is not None else None
    if title is None:
        return
    of = parsed.child(noun, "prep")
    owner = parsed.child(noun, "poss") or (parsed.child(of, "pobj") if of and of.lower == "of" else None)
    for person in scene.people(owner):
        post = post_of(parsed, person, title, before=False, at=scene.at)
        if noun.lemma in words.leaving:
            yield replace(post, qualifier="former", rule=LEFT, status=Status.HAPPENED, verb=noun.index)
        else:
            status = Status.PLANNED if noun.lemma in words.nominating else Status.HAPPENED
            yield replace(post, rule=APPOINTED, status=status, verb=noun.index)


# --- one after the other -------------------------------------------------------------------------


def _succeeding(scene: _Scene, verb: Token) -> Iterator[Post]:
    """For "Ada Quist replaced Otto Brandel as director of the agency": her post and his former one."""
    parsed = scene.parsed
    start = _start(scene, verb, needs_as=True)
    title = _title_at(scene, verb, start) if start is not None else None
    if title is None:
        return
    ends = (scene.subject(verb), parsed.child(verb, "dobj"))
    new, old = (scene.by(verb), ends[0]) if scene.is_passive(verb) else ends
    status = clause_status(parsed, verb)
    for person in scene.people(new) or _named_by(scene, title):
        post = post_of(parsed, person, title, before=False, at=scene.at)
        yield replace(post, rule=APPOINTED, status=status, verb=verb.index)
    for person in scene.people(old):
        post = post_of(parsed, person, title, before=False, at=scene.at)
        ahead = status is Status.PLANNED
        qualifier = "outgoing" if ahead else "former"
        yield replace(
            post,
            qualifier=qualifier,
            rule=LEFT,
            status=Status.HAPPENED if ahead else status,
            verb=verb.index,
        )


def _named_by(scene: _Scene, title: Title) -> list[Candidate]:
    """Who follows "by" right after a title: "replaced as director by Otto Brandel"."""
    by = scene.parsed.tokens[title.last : title.last + 1]
    named = scene.at.get(title.last + 1) if by and by[0].lower == "by" else None
    return [named] if named is not None and named.sort == PERSON else []
