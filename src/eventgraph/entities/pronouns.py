"""Whom "he" and "she" stand for: only where nobody else can be meant.

A wrong link can say of somebody what another did. So whoever was spoken of just before and may be of the
gender counts, named or not, and where two remain nobody is taken. Officials, lawyers and relatives
mostly speak of others and act on them: after them the next "he" is theirs only if it says something too,
or nobody else has been spoken of for long.
"""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.entities.chains import Chain
from eventgraph.entities.figures import SUBJECTS, Cast, Figure
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Token

NEAR, FAR, WIDE = 1, 2, 8
"""Sentences before its own: looked at first, where those name nobody, and after an official or speaker."""
UNREAD = "?"
"""How a figure begins that is a pronoun of which nothing is known."""
OBJECT_FORMS = frozenset({"him", "her"})
OBJECTS = frozenset({"dobj", "dative", "pobj", "iobj"})


def gender_of_pronoun(token: Token) -> str:
    """The gender of "he", "her" and the like, "" for any other word."""
    words = load_lexicon("names")["pronoun"]
    return next((gender for gender in ("female", "male") if token.lower in words[gender]), "")


def person_meant(cast: Cast, token: Token) -> Chain | None:
    """The one named person whom a pronoun can mean; the figure it makes is added to the cast."""
    gender = gender_of_pronoun(token)
    if gender and cast.quoted(token):
        cast.pronouns.append(Figure(token, f"{UNREAD}{token.index}", gender))
        return None
    if not gender:
        return None
    chain = _joined(cast, token, gender) or _owner(cast, token, gender)
    if chain is None and _looks_ahead(cast, token):
        if token.dep in SUBJECTS:
            cast.pronouns.append(Figure(token, f"{UNREAD}{token.index}", gender))
        return None
    figure = None if chain else _meant(cast, token, gender)
    chain = chain or (figure.chain if figure else None)
    who = figure.who if figure else f"{UNREAD}{token.index}"
    cast.pronouns.append(Figure(token, str(id(chain)) if chain else who, gender, chain))
    if chain is not None:
        chain.gender = gender
    return chain


def _joined(cast: Cast, token: Token, gender: str) -> Chain | None:
    """For "Ada Quist and her husband": the person whom "and" joins to what is hers."""
    owned = cast.parsed.head(token)
    chain = cast.at.get(owned.head) if token.dep == "poss" and owned.dep == "conj" else None
    return chain if chain is not None and chain.gender in {"", gender} else None


def _owner(cast: Cast, token: Token, gender: str) -> Chain | None:
    """For "Otto Brandel was arrested at his home": the clause's subject, if the sentence has nobody else.

    The subject of an active verb may act on somebody else's ("rejected his appeal"), above all an
    official, a lawyer or an officer; that of a passive verb may not.
    """
    if token.dep != "poss":
        return None
    verb = next((t for t in cast.parsed.ancestors(token) if cast.parsed.child(t, *SUBJECTS)), None)
    subject = cast.parsed.child(verb, *SUBJECTS) if verb else None
    chain = cast.at.get(subject.index) if subject and subject.index < token.index else None
    if chain is None or subject is None or chain.gender not in {"", gender}:
        return None
    passive = subject.dep == "nsubjpass"
    free = chain.gender == gender and chain.best_type() == "person" and not cast.is_beside(chain)
    here = cast.fitting(token, gender, 0)
    return chain if (passive or free) and all(f.who == str(id(chain)) for f in here) else None


def _looks_ahead(cast: Cast, token: Token) -> bool:
    """Whether a pronoun stands before the subject of its sentence, who may be meant: "On his way, Otto"."""
    parsed = cast.parsed
    root = token
    while root.head != root.index:
        root = parsed.head(root)
    subject = parsed.child(root, *SUBJECTS)
    if subject is None or subject.index <= token.index:
        return False
    person = subject.index in cast.at or subject.pos in {"PRON", "PROPN"}
    return person and all(above.index != subject.index for above in (token, *parsed.ancestors(token)))


def _meant(cast: Cast, token: Token, gender: str) -> Figure | None:
    """The one figure, named or not, that a pronoun can mean."""
    near = cast.fitting(token, gender, NEAR) or cast.fitting(token, gender, FAR)
    near = _allowed(cast, token, near)
    people = list(dict.fromkeys(figure.who for figure in near))
    if len(people) > 1:
        return _same_speaker(cast, token, near)
    if not people:
        return None
    return near[-1] if _is_safe(cast, token, gender, near) else None


def _allowed(cast: Cast, token: Token, near: Sequence[Figure]) -> list[Figure]:
    """The figures but for the subject of the verb whose object a pronoun is; "himself" is just that."""
    verb = cast.parsed.head(token)
    if token.dep == "pobj" or (token.dep in SUBJECTS and token.lower in OBJECT_FORMS):
        verb = cast.parsed.head(verb)
    subjects = {f.who for f in near if f.is_subject and f.token.head == verb.index}
    if token.lower.endswith("self"):
        return [figure for figure in near if figure.who in subjects]
    if token.dep not in OBJECTS and token.lower not in OBJECT_FORMS - {"her"}:
        return list(near)
    return [figure for figure in near if figure.who not in subjects]


def _is_safe(cast: Cast, token: Token, gender: str, near: Sequence[Figure]) -> bool:
    """Whether nobody further back is meant rather than the one person near by."""
    figure = near[-1]
    if figure.chain is None:
        return True
    last = [f for f in near if f.token.sentence == figure.token.sentence]
    subject = any(f.is_subject for f in last)
    speaks = any(cast.says(f.token) for f in last)
    if subject and speaks and cast.says(token) and token.sentence != figure.token.sentence:
        return True
    if _is_alone(cast, token, gender, figure) and (
        _is_told_by(cast, token, figure) or _goes_on(cast, token, figure)
    ):
        return True
    beside = cast.is_beside(figure.chain)
    if subject and speaks and not beside and _feels(cast, token, figure):
        return True
    acts = beside and token.dep == "nsubjpass" and all(f.token.dep != "nsubjpass" for f in last)
    if acts or cast.has_stranger(token, gender, WIDE):
        return False
    close = NEAR if subject else FAR + 1
    further = cast.fitting(token, gender, WIDE if speaks or beside else close)
    return all(f.who == figure.who or f.who.startswith(UNREAD) for f in further)


def _is_alone(cast: Cast, token: Token, gender: str, figure: Figure) -> bool:
    """Whether nobody else who fits, named or not, is spoken of in the sentence and the two before it.

    Who speaks for others is alone only if nobody else has been spoken of for long.
    """
    for_others = figure.chain is not None and cast.is_beside(figure.chain) and cast.says(figure.token)
    near = cast.fitting(token, gender, WIDE if for_others else FAR)
    return figure.is_subject and all(f.who == figure.who or f.who.startswith(UNREAD) for f in near)


def _is_told_by(cast: Cast, token: Token, figure: Figure) -> bool:
    """For "Ada Quist said she had seen it": the speaker acts in what is said; another may suffer it."""
    verb = cast.parsed.head(token)
    while verb.dep == "conj":
        verb = cast.parsed.head(verb)
    inner = verb.dep == "ccomp" and verb.head == figure.token.head and cast.says(figure.token)
    return inner and token.dep == "nsubj"


def _goes_on(cast: Cast, token: Token, figure: Figure) -> bool:
    """For "Otto Brandel fled in May. He was caught. His wife was not": the text goes on about its subject."""
    parsed = cast.parsed
    subject = parsed.head(token) if token.dep == "poss" else token
    verb = parsed.head(subject)
    above = parsed.head(figure.token)
    if subject.dep not in SUBJECTS or above.dep not in {"ROOT", "conj"}:
        return False
    if token.sentence == figure.token.sentence:
        return verb.dep == "conj" and verb.head == above.index
    for_others = cast.says(figure.token) or (figure.chain is not None and cast.is_beside(figure.chain))
    suffers = subject.dep == "nsubjpass" and for_others
    return token.sentence == figure.token.sentence + 1 and verb.dep == "ROOT" and not suffers


def _feels(cast: Cast, token: Token, figure: Figure) -> bool:
    """For "Ada Quist said she hoped": the subject of what only the speaker can know."""
    verb = cast.parsed.head(token)
    inner = token.dep in SUBJECTS and verb.dep == "ccomp" and verb.head == figure.token.head
    return inner and verb.lemma in load_lexicon("people")["feeling"]


def _same_speaker(cast: Cast, token: Token, near: Sequence[Figure]) -> Figure | None:
    """For "..., Ada Quist said. ..., she added": the one subject of the sentence before, who speaks too."""
    before = [f for f in near if f.token.sentence == token.sentence - 1 and f.is_subject]
    here = [f for f in near if f.token.sentence == token.sentence]
    speaker = before[0] if len(before) == 1 and cast.says(before[0].token) else None
    main = speaker is not None and cast.parsed.head(speaker.token).dep == "ROOT"
    return speaker if main and not here and cast.says(token) else None
