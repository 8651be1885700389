"""What stands behind a number and says that it is money or a share, by the words alone."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from eventgraph.lexicon import load_lexicon
from eventgraph.text.parse import Token

MILLION = 1_000_000
HUNDRED = 100


def percent_behind(tokens: Sequence[Token], last: int) -> int | None:
    """The index of the last word of "%" or "per cent" behind a number; else None."""
    following = [token.lower.removesuffix(".") for token in tokens[last + 1 : last + 3]]
    if following[:1] == ["%"] or following[:1] == ["percent"] or following[:1] == ["pct"]:
        return last + 1
    return last + 2 if following == ["per", "cent"] else None


def coin_behind(tokens: Sequence[Token], last: int, value: Decimal) -> tuple[str, int]:
    """The currency behind a number with its last index ("10 million won", "300 Egyptian pounds"), or ""."""
    words = load_lexicon("quantities")
    for size in (3, 2):
        phrase = tokens[last + 1 : last + 1 + size]
        if len(phrase) == size:
            code = words["coins_of"].get(f"{phrase[-2].lower} {phrase[-1].lemma}", "")
            code = code or words["coins_of"].get(
                f"{phrase[-2].lower} {phrase[-1].lower.removesuffix('s')}", ""
            )
            if code:
                return code, phrase[-1].index
    following = tokens[last + 1 : last + 3]
    if not following:
        return "", last
    code = words["coins"].get(following[0].lower, "")
    behind = following[1].lower if len(following) > 1 else ""
    doubtful = following[0].lower == "pounds" and (value < MILLION or behind in {"of", "per"})
    if not code or doubtful or value < HUNDRED or behind in {"the", "a", "by", "an"}:
        return "", last
    return code, following[0].index


def is_coin(tokens: Sequence[Token], index: int) -> bool:
    """Whether "won" is money behind a number, though it parsed as a verb ("out of 34 billion won")."""
    return tokens[index].lower == "won" and index > 0 and tokens[index - 1].tag == "CD"
