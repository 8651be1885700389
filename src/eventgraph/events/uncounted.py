"""Numbers that count nothing by themselves: wholes of parts, shares, ratios, house numbers, former figures.

Tokens and the first and last index of a number in, yes or no out.
"""

from __future__ import annotations

from collections.abc import Sequence

from eventgraph.events.grammar import is_verbal
from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Parsed, Token

Tokens = Sequence[Token]

MOST_BETWEEN = 3
"""Words between "of" and the whole ("six of its remaining nine")."""
FARTHEST_STREET = 4
FARTHEST_SUPERLATIVE = 4
RELATIVE = {"who", "that", "which"}
FINITE = {"VBD", "VBZ", "VBP", "MD"}
DASHES = {"-", "\u2013"}
ARTICLES = {"the", "a", "an"}


def counts_nothing(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a number is the whole of a part, a share, a ratio, or the number of a house."""
    return (
        is_whole(tokens, first)
        or _is_share(tokens, last)
        or _is_ratio(tokens, first, last)
        or _is_house(tokens, first, last)
        or _is_score(tokens, first, last)
        or _is_compared(tokens, first, last)
        or _was_before(tokens, first)
    )


def _was_before(tokens: Tokens, first: int) -> bool:
    """Whether a number is what another was before ("rose from 12 to 19", "cut to 19 from 24")."""
    if first < len(("to", "19", "from")) or tokens[first - 1].lower != "from":
        return False
    changed = tokens[first - 2].lemma in load_lexicon("quantities")["former"]["changing"]
    changed = changed and any(token.lower == "to" for token in tokens[first + 1 : first + 1 + MOST_BETWEEN])
    scaled = tokens[first - 2].tag == "CD" or tokens[first - 2].lower in _scales()
    return changed or (scaled and any(token.lower == "to" for token in tokens[first - 4 : first - 2]))


def _is_compared(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a number only says what another was elsewhere or before ("nine, against two in 2019")."""
    before = tokens[first - 1].lower if first > 1 else ""
    behind = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    return before == "against" and tokens[first - 2].text == "," and behind in {"in", "last", "a", "the"}


def is_whole(tokens: Tokens, first: int) -> bool:
    """Whether a number is what another is a part of ("46 of its 131 stores", "half of the 90")."""
    if _opens_sentence(tokens, first):
        return True
    portions = load_lexicon("quantities")["shares"]["portions"]
    for at in range(first - 1, max(0, first - 2 - MOST_BETWEEN), -1):
        word = tokens[at]
        if word.sentence != tokens[first].sentence or word.pos in {"NOUN", "VERB", "PUNCT", "ADP"}:
            out = word.lower == "of" and at > 0 and tokens[at - 1].lower == "out"
            part = tokens[at - 2 if out else at - 1] if at > 1 or not out else word
            counted = part.tag == "CD" or part.lower in portions
            return word.lower == "of" and at > 0 and counted and part.lower not in _scales()
    return False


def clause_of_whole(parsed: Parsed, first: int, last: int) -> int | None:
    """The verb of the clause right behind a whole, which has its number; None where there is none.

    "Of the 90 men who fled, 12 were caught", "one of 12 drones launched", "was one of the six killed".
    """
    tokens, at = parsed.tokens, last + 1
    if not is_whole(tokens, first):
        return None
    while at < len(tokens) and at <= last + MOST_BETWEEN and tokens[at].pos in {"NOUN", "PROPN", "ADJ"}:
        at += 1
    if at >= len(tokens) or tokens[at].sentence != tokens[last].sentence:
        return None
    if tokens[at].lower in RELATIVE:
        verb = parsed.head(tokens[at])
        return verb.index if verb.dep == "relcl" and verb.index > at else None
    below = tokens[at].dep in {"acl", "relcl"} and tokens[at].tag == "VBN"
    behind = (token for token in tokens[at + 1 :] if token.sentence == tokens[at].sentence)
    belongs = any(token.dep == "attr" and token.tag == "CD" for token in tokens[max(0, first - 4) : first])
    return at if below and (belongs or any(token.tag in FINITE for token in behind)) else None


def _opens_sentence(tokens: Tokens, first: int) -> bool:
    """Whether a sentence begins with a whole, whose part follows ("Of the 45 men held, 30 were released")."""
    opening = [
        token for token in tokens[max(0, first - 2) : first] if token.sentence == tokens[first].sentence
    ]
    begins = first - len(opening) == 0 or tokens[first - len(opening) - 1].sentence != tokens[first].sentence
    words = [token.lower for token in opening]
    if not begins or words[:1] not in (["of"], ["among"]) or not {*words[1:]} <= ARTICLES:
        return False
    comma = next((token.index for token in tokens[first:] if token.text == ","), None)
    behind = tokens[comma + 1 : comma + 1 + MOST_BETWEEN] if comma is not None else ()
    return any(token.tag == "CD" and token.sentence == tokens[first].sentence for token in behind)


def _scales() -> dict[str, int]:
    found: dict[str, int] = load_lexicon("quantities")["scales"]
    return found


def _is_share(tokens: Tokens, last: int) -> bool:
    """Whether a number tells a part of a whole ("three quarters of the workers", "two-thirds")."""
    after = [token.lower for token in tokens[last + 1 : last + 3] if token.text != "-"]
    return bool(after) and after[0] in load_lexicon("quantities")["shares"]["words"]


def _is_ratio(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a number is one end of a ratio ("one in three nurses", "nine out of ten")."""
    before = [token.lower for token in tokens[max(0, first - 3) : first]]
    after = [token.lower for token in tokens[last + 1 : last + 4]]
    within = {token.tag for token in tokens[last + 1 : last + 4]}
    opens = (after[:1] == ["in"] and len(after) > 1 and tokens[last + 2].tag == "CD") or (
        after[:2] == ["out", "of"] and "CD" in within
    )
    follows = before[-1:] == ["in"] and len(before) > 1 and tokens[first - 2].tag == "CD"
    small = load_lexicon("quantities")["digits"]
    if opens:
        return tokens[last].lower in small and not _is_year(tokens[last + 2])
    return follows and tokens[first - 2].lower in small and not _is_year(tokens[first])


def _is_year(token: Token) -> bool:
    return len(token.text) == len("2024") and token.text.isdigit()


def _is_score(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a number is one side of a score ("won 2-0", "in the 3-3 draw"); a range is both its ends."""
    if last > first:
        return False
    behind, before = tokens[last + 1 : last + 3], tokens[max(0, first - 2) : first]
    opens = len(behind) > 1 and behind[0].text in DASHES and _is_goals(behind[1])
    closes = len(before) > 1 and before[1].text in DASHES and _is_goals(before[0])
    return _is_goals(tokens[first]) and (opens or closes)


def _is_goals(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) < len("100")


def _is_house(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a number is that of a house ("at 22 Palm Street", "14 Rue Lafayette")."""
    named = []
    for token in tokens[last + 1 : last + 1 + FARTHEST_STREET]:
        if not token.text[:1].isupper():
            break
        named.append(token.lower.removesuffix("."))
    streets = load_lexicon("quantities")["streets"]["words"]
    return tokens[first].text.isdigit() and any(word in streets for word in named)


def only_picks_out(parsed: Parsed, one: Token) -> bool:
    """Whether "one of" counts nobody ("one of the largest searches", but "one of them was injured")."""
    verb = parsed.head(one)
    told = verb.lemma in load_lexicon("speech")["saying"] or not is_verbal(verb) or verb.lemma == "be"
    behind = parsed.tokens[one.index + 2 : one.index + 2 + FARTHEST_SUPERLATIVE]
    superlative = any(word.tag in {"JJS", "RBS"} for word in behind)
    undergone = one.dep in {"nsubj", "nsubjpass", "dobj"} and verb.tag in {"VBD", "VBN"}
    return told or superlative or not undergone
