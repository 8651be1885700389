"""Relations that a sentence states plainly: posts, parts, places within places, joint work."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from eventgraph.entities.candidate import is_acronym, offsets
from eventgraph.entities.classify import head_type
from eventgraph.entities.knowledge import gazetteer, name_words, title_words
from eventgraph.entities.names import POSSESSIVES
from eventgraph.entities.places import place_holders
from eventgraph.entities.titles import Post, is_private
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Document, Mention, RelationMention, Span
from eventgraph.text.parse import Parsed, Token
from eventgraph.vocabulary import Status

REACH = 2
"""Tokens before a title among which it may be called alleged."""
BODIES = frozenset({"agency", "organisation"})


@dataclass(frozen=True, slots=True)
class Ground:
    """What relations are read from: the parsed text and its named mentions in text order."""

    parsed: Parsed
    document: Document
    mentions: Sequence[Mention]

    def between(self, left: Mention, right: Mention) -> str:
        """The words between two mentions."""
        return self.document.text[left.end : right.start]

    def head(self, mention: Mention) -> Token | None:
        """The syntactic head of a mention, if it stands in parsed text."""
        tokens = self.parsed.tokens_in(mention.start, mention.end)
        inside = {token.index for token in tokens}
        return next((t for t in tokens if t.head not in inside or t.head == t.index), None)

    def covering(self, token: Token) -> Mention | None:
        """The mention a token is part of."""
        at = bisect.bisect_right(self.mentions, token.start, key=lambda mention: mention.start) - 1
        return self.mentions[at] if at >= 0 and token.start < self.mentions[at].end else None


def find_relations(ground: Ground, posts: Iterable[Post]) -> tuple[RelationMention, ...]:
    """All relations, in the order of their spans."""
    found = [
        *_posts(ground, posts),
        *_neighbours(ground),
        *_joint_work(ground),
        *_operations(ground),
    ]
    return tuple(sorted(found, key=lambda r: (r.span, r.type, r.subject)))


def _relation(ground: Ground, kind: str, subject: Span, object_: Span | None, rule: str) -> RelationMention:
    spans = [subject, *([object_] if object_ else [])]
    return RelationMention(
        ground.document.id,
        min(s.start for s in spans),
        max(s.end for s in spans),
        type=kind,
        subject=subject.span,
        object=object_.span if object_ else None,
        rule=rule,
    )


# --- posts -------------------------------------------------------------------------------------


def _posts(ground: Ground, posts: Iterable[Post]) -> Iterator[RelationMention]:
    """Who holds which post where; a "member" is a member of the body rather than holding a post."""
    by_span = {(m.start, m.end): m for m in ground.mentions}
    for post in posts:
        person = by_span.get(offsets(ground.parsed, post.person))
        if person is None or is_private(ground.parsed, post):
            continue
        body = by_span.get(offsets(ground.parsed, post.body)) if post.body else None
        title = " ".join(ground.parsed.words(post.first, post.last).split())
        if body is None or body.type not in BODIES:
            body = None
        status = _status(ground, post)
        if title.lower() not in title_words().memberships:
            yield replace(_held(ground, post, person, body, title), status=status)
        elif body is not None:
            yield replace(_relation(ground, "member_of", person, body, "member"), status=status)


def _status(ground: Ground, post: Post) -> Status:
    """Whether a post is only alleged: "a suspected member of the gang"."""
    words = load_lexicon("names")["relation"]["alleged"]
    before = ground.parsed.tokens[max(0, post.first - REACH) : post.first]
    return Status.ALLEGED if any(token.lower in words for token in before) else Status.HAPPENED


def _held(ground: Ground, post: Post, person: Mention, body: Mention | None, title: str) -> RelationMention:
    tokens = ground.parsed.tokens
    starts = [person.start, tokens[post.first].start, *([body.start] if body else [])]
    ends = [person.end, tokens[post.last - 1].end, *([body.end] if body else [])]
    return RelationMention(
        ground.document.id,
        min(starts),
        max(ends),
        type="holds_position",
        subject=person.span,
        object=body.span if body else None,
        label=title,
        qualifier=post.qualifier,
        rule="title",
    )


# --- names side by side ------------------------------------------------------------------------


def _neighbours(ground: Ground) -> Iterator[RelationMention]:
    """What two names side by side say: "the FBI's Larnby Field Office", "Portland, Ore."."""
    for left, right in pairwise(ground.mentions):
        between = ground.between(left, right).strip()
        if between in POSSESSIVES and right.type in BODIES and _names_a_body(right.name):
            if left.type in BODIES:
                yield _relation(ground, "part_of", right, left, "owner")
            elif left.type == "location":
                yield _relation(ground, "located_in", right, left, "owner")
        elif between in {"of the", "of"} and left.type in BODIES and right.type in BODIES:
            yield _relation(ground, "part_of", left, right, "of")
    places = [mention for mention in ground.mentions if mention.type == "location"]
    for inner, outer in place_holders(ground.document.text, places).items():
        yield _relation(ground, "located_in", inner, outer, "place beside place")


def _names_a_body(name: str) -> bool:
    """Whether a name shows that it is a body, not a product or a work that an owner may have as well."""
    words = name.lower().split()
    return bool(
        head_type(words) or words[-1] in name_words().weak or gazetteer().find(name) or is_acronym(name)
    )


# --- joint work --------------------------------------------------------------------------------


def _joint_work(ground: Ground) -> Iterator[RelationMention]:
    """For "A works with B", "A, in partnership with B": the subject and the object of "with"."""
    words = load_lexicon("names")["relation"]
    for token in ground.parsed.tokens:
        if token.lower != "with" or token.dep != "prep":
            continue
        above = ground.parsed.head(token)
        if above.lemma in words["works_with_verbs"]:
            verb: Token | None = above
        elif above.lower in words["works_with"]:
            verb = next((t for t in ground.parsed.ancestors(above) if t.pos in {"VERB", "AUX"}), None)
        else:
            continue
        for partner in _bodies_below(ground, token, "pobj"):
            for subject in _bodies_below(ground, verb, "nsubj") if verb else []:
                yield _relation(ground, "works_with", subject, partner, "with")


def _bodies_below(ground: Ground, token: Token, *deps: str) -> list[Mention]:
    """The agencies and organisations that are a token's children of some kind, with those joined by "and"."""
    found = []
    queue = ground.parsed.children(token, *deps)
    while queue:
        child = queue.pop(0)
        mention = ground.covering(child)
        if mention is not None and mention.type in BODIES and mention not in found:
            found.append(mention)
        queue += ground.parsed.children(child, "conj")
    return found


def _operations(ground: Ground) -> Iterator[RelationMention]:
    """The agencies that ran or joined a named operation, where one verb has both."""
    verbs = load_lexicon("names")["relation"]["took_part_verbs"]
    for operation in ground.mentions:
        head = ground.head(operation) if operation.type == "operation" else None
        if head is None:
            continue
        for verb in _verbs_of(ground, head):
            if verb.lemma in verbs:
                for agency in _actors(ground, verb):
                    yield _relation(ground, "took_part_in", agency, operation, "verb")


def _verbs_of(ground: Ground, head: Token) -> list[Token]:
    """The verbs that say something of an operation, those joined by "and" too; not the one that names it."""
    naming = load_lexicon("names")["operation"]["called"]
    verbs = (t for t in ground.parsed.ancestors(head) if t.pos == "VERB" and t.lower not in naming)
    above = next(verbs, None)
    found = [above] if above else []
    found += [*ground.parsed.children(head, "acl", "relcl")]
    return [*found, *(conj for verb in found for conj in ground.parsed.children(verb, "conj"))]


def _actors(ground: Ground, verb: Token) -> list[Mention]:
    """The agencies that a verb's subject names, its "by", and its "with the support of"."""
    found = _bodies_below(ground, verb, "dobj" if verb.lemma == "involve" else "nsubj")
    for child in ground.parsed.children(verb, "agent", "prep"):
        if child.lower == "by":
            found += _bodies_below(ground, child, "pobj")
        elif child.lower == "with":
            found += _supporters(ground, child)
    return [mention for mention in found if mention.type == "agency"]


def _supporters(ground: Ground, preposition: Token) -> list[Mention]:
    """Whose support, help or participation a "with" names."""
    nouns = load_lexicon("names")["relation"]["support"]
    return [
        mention
        for noun in ground.parsed.children(preposition, "pobj")
        if noun.lower in nouns
        for of in ground.parsed.children(noun, "prep")
        for mention in _bodies_below(ground, of, "pobj")
    ]
