"""Who works with whom, and which bodies took part in a named operation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from eventgraph.entities.ground import BODIES, Ground
from eventgraph.entities.syntax import RELATIVE, subject_of
from eventgraph.entities.told import clause_status
from eventgraph.lexicon import load_lexicon
from eventgraph.model import Mention, RelationMention
from eventgraph.text.parse import Token

FEWEST = 2
"""Mentions of bodies without which nobody works with anybody."""

# --- joint work --------------------------------------------------------------------------------


def joint_work(ground: Ground) -> Iterator[RelationMention]:
    """For "A works with B", "A, in partnership with B", "a joint raid by A and B", "A, helped by B"."""
    words, verbs = load_lexicon("relations"), load_lexicon("names")["relation"]
    doing = frozenset([*verbs["works_with_verbs"], *verbs["took_part_verbs"]])
    if sum(mention.type in BODIES for mention in ground.mentions) < FEWEST:
        return
    nouns, helped = set(words["joint_nouns"]), set(words["helped"])
    for token in ground.parsed.tokens:
        if token.lower in words["alongside"] and token.dep == "prep":
            yield from _working_with(ground, token)
        elif token.lemma in helped and token.tag == "VBN":
            yield from _helped(ground, token)
        elif token.lemma in nouns and _is_joint(ground, token):
            yield from _sharing(ground, token)
        elif token.pos == "VERB" and token.lemma in doing:
            yield from _doing_together(ground, token)


def _pairs(ground: Ground, mentions: Sequence[Mention], verb: Token, rule: str) -> Iterator[RelationMention]:
    """The first of several bodies with each other one."""
    for partner in mentions[1:]:
        relation = ground.relation("works_with", mentions[0], partner, rule)
        yield replace(relation, status=clause_status(ground.parsed, verb))


def _working_with(ground: Ground, preposition: Token) -> Iterator[RelationMention]:
    """Who works with those that a "with" brings, by its verb or noun or the words right before it."""
    words, verbs = load_lexicon("relations"), load_lexicon("names")["relation"]
    above, tokens = ground.parsed.head(preposition), ground.parsed.tokens
    before = tokens[preposition.index - 1].lower if preposition.index else ""
    verb: Token | None = None
    phrase = preposition.lower if preposition.lower != "with" else f"{before} with"
    if above.lemma in verbs["works_with_verbs"]:
        verb = above
    elif above.lower in verbs["works_with"] and preposition.lower == "with":
        verb = next((t for t in ground.parsed.ancestors(above) if t.pos in {"VERB", "AUX"}), None)
    elif preposition.lower == "with" and above.lemma in verbs["took_part_verbs"]:
        yield from _supported(ground, preposition, above)
    elif phrase in words["together"]:
        verb = next((t for t in ground.parsed.ancestors(preposition) if t.pos == "VERB"), None)
        verb = verb if verb is not None and verb.lemma in verbs["took_part_verbs"] else None
    if verb is None:
        return
    subjects = doers(ground, verb)
    for partner in bodies_below(ground, preposition, "pobj"):
        for subject in subjects:
            if subject is not partner:
                relation = ground.relation("works_with", subject, partner, "with")
                yield replace(relation, status=clause_status(ground.parsed, verb))


def _supported(ground: Ground, preposition: Token, verb: Token) -> Iterator[RelationMention]:
    """For "With the help of Interpol, the police arrested four men": the doers and their helpers."""
    for helper in _supporters(ground, preposition):
        for doer in doers(ground, verb):
            if doer is not helper:
                relation = ground.relation("works_with", doer, helper, "support")
                yield replace(relation, status=clause_status(ground.parsed, verb))


def _helped(ground: Ground, verb: Token) -> Iterator[RelationMention]:
    """For "the FBI, supported by Interpol, searched the house": the one helped and the helper."""
    helped = ground.covering(ground.parsed.head(verb)) if verb.dep == "acl" else None
    if helped is not None and helped.type in BODIES:
        for agent in ground.parsed.children(verb, "agent"):
            for helper in bodies_below(ground, agent, "pobj"):
                yield ground.relation("works_with", helped, helper, "helped")


def _is_joint(ground: Ground, noun: Token) -> bool:
    return any(child.lower == "joint" for child in ground.parsed.children(noun, "amod", "compound"))


def _sharing(ground: Ground, noun: Token) -> Iterator[RelationMention]:
    """Those who share a joint undertaking: after "by", or the subject of the verb that it is object of."""
    parsed, words = ground.parsed, load_lexicon("relations")
    after = parsed.tokens[noun.index + 1 : noun.index + 2]
    for preposition in after:
        if preposition.lower in words["shared_by"]:
            yield from _pairs(ground, bodies_below(ground, preposition, "pobj", "dobj"), noun, "joint")
    verb = parsed.head(noun)
    if noun.dep == "dobj" and verb.pos == "VERB":
        yield from _pairs(ground, doers(ground, verb), verb, "joint")


def _doing_together(ground: Ground, verb: Token) -> Iterator[RelationMention]:
    """For "the FBI and Interpol worked together", "cooperated", "jointly searched the house"."""
    words = load_lexicon("relations")
    together = any(child.lower in words["jointly"] for child in ground.parsed.children(verb, "advmod"))
    with_others = any(child.lower == "with" for child in ground.parsed.children(verb, "prep"))
    if together or (verb.lemma in words["mutual"] and not with_others):
        yield from _pairs(ground, doers(ground, verb), verb, "together")


def bodies_below(ground: Ground, token: Token, *deps: str) -> list[Mention]:
    """The agencies and organisations that are a token's children of some kind, with those joined to them."""
    return _bodies_of(ground, ground.parsed.children(token, *deps))


def doers(ground: Ground, verb: Token) -> list[Mention]:
    """The agencies and organisations that do what a verb says; of the passive nobody is known so."""
    if ground.parsed.child(verb, "auxpass", "nsubjpass") or (
        verb.tag == "VBN" and verb.dep in {"acl", "conj"}
    ):
        return []
    own, shared = ground.parsed.children(verb, "nsubj"), subject_of(ground.parsed, verb)
    named = [noun for noun in own if noun.tag not in RELATIVE]
    return _bodies_of(ground, named or ([shared] if shared is not None else []))


def _bodies_of(ground: Ground, nouns: Iterable[Token]) -> list[Mention]:
    """The agencies and organisations that nouns name, with those joined to them.

    Of "FBI agents" it is the FBI, of "agencies including the FBI and Interpol" the two.
    """
    found: list[Mention] = []
    queue = list(nouns)
    while queue:
        child = queue.pop(0)
        mention = _acting(ground, child)
        if mention is not None and mention not in found:
            found.append(mention)
        queue += ground.parsed.children(child, "conj")
        queue += _included(ground, child)
    return found


def _acting(ground: Ground, noun: Token) -> Mention | None:
    """The body that a noun names, or for which the people act that it means: "FBI agents"."""
    mention = ground.covering(noun)
    if mention is None and noun.lemma in load_lexicon("relations")["people"]:
        beside = ground.parsed.children(noun, "compound", "poss", "nmod")
        beside += [
            named
            for preposition in ground.parsed.children(noun, "prep")
            if preposition.lower in {"from", "of"}
            for named in ground.parsed.children(preposition, "pobj")
        ]
        mention = next((m for child in beside if (m := ground.covering(child)) is not None), None)
    return mention if mention is not None and mention.type in BODIES else None


def _included(ground: Ground, noun: Token) -> list[Token]:
    """What "including" brings after a noun."""
    words = load_lexicon("relations")["including"]
    return [
        named
        for preposition in ground.parsed.children(noun, "prep")
        if preposition.lower in words
        for named in ground.parsed.children(preposition, "pobj")
    ]


# --- operations --------------------------------------------------------------------------------


def part_in_operations(ground: Ground) -> Iterator[RelationMention]:
    """The agencies that ran or joined a named operation, where one verb has both."""
    verbs = load_lexicon("names")["relation"]["took_part_verbs"]
    for operation in ground.mentions:
        head = ground.head(operation) if operation.type == "operation" else None
        if head is None:
            continue
        for verb in _verbs_of(ground, head):
            if verb.lemma in verbs or _goes_on_within(ground, verb, head):
                for agency in _actors(ground, verb):
                    relation = ground.relation("took_part_in", agency, operation, "verb")
                    yield replace(relation, status=clause_status(ground.parsed, verb))


def _goes_on_within(ground: Ground, verb: Token, head: Token) -> bool:
    """Whether a clause tells what somebody did within an operation: "in which the FBI watched the docks"."""
    clause = verb.dep == "relcl" and verb.head == head.index
    return clause and any(
        (noun := ground.parsed.child(child, "pobj")) is not None and noun.lower == "which"
        for child in ground.parsed.children(verb, "prep")
        if child.lower in {"in", "during"}
    )


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
    found = bodies_below(ground, verb, "dobj") if verb.lemma == "involve" else doers(ground, verb)
    for child in ground.parsed.children(verb, "agent", "prep"):
        if child.lower == "by":
            found += bodies_below(ground, child, "pobj")
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
        if of.lower in {"of", "from", "by"}
        for mention in bodies_below(ground, of, "pobj")
    ]
