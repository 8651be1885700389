"""The door to the language model: tokens with honest offsets and trees, the same in any company."""

from __future__ import annotations

import pytest

from eventgraph.errors import ModelMissing
from eventgraph.text.blocks import find_blocks
from eventgraph.text.parse import Parsed, installed_model, load_model, model_version, parse, parse_all

TEXT = (
    "Harbour police  arrested 14 people\nin Larnby on Tuesday.\n\n"
    "Chief Ada Quist said so — twice. “Nobody was hurt,” she added.\n"
)

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def parsed() -> Parsed:
    """The text, parsed."""
    return parse(TEXT, find_blocks(TEXT))


def test_tokens_hold_their_words(parsed: Parsed) -> None:
    """Each token's span reads as the token; no token is white space; all else is covered."""
    for token in parsed.tokens:
        assert TEXT[token.start : token.end] == token.text
        assert token.lower == token.text.lower()
        assert not token.text.isspace()
    assert "".join(token.text for token in parsed.tokens) == "".join(TEXT.split())


def test_trees_are_trees(parsed: Parsed) -> None:
    """Heads lie in the same sentence, children know their heads, and each sentence has one root."""
    for token in parsed.tokens:
        assert parsed.head(token).sentence == token.sentence
        assert all(child.head == token.index for child in parsed.children(token))
    roots = [token.sentence for token in parsed.tokens if token.head == token.index]
    assert roots == list(range(len(parsed.sentences)))


def test_sentences_and_names(parsed: Parsed) -> None:
    """Sentences cover the tokens in order; names lie within them."""
    assert [sentence.first for sentence in parsed.sentences[1:]] == [s.last for s in parsed.sentences[:-1]]
    assert parsed.sentences[-1].last == len(parsed.tokens)
    assert TEXT[parsed.sentences[0].start : parsed.sentences[0].end].startswith("Harbour police")
    assert "Ada Quist" in {parsed.words(name.first, name.last) for name in parsed.names}


def test_walking(parsed: Parsed) -> None:
    """The tree can be walked by label, upwards and downwards, and tokens found by offset."""
    arrested = next(token for token in parsed.tokens if token.text == "arrested")
    people = parsed.child(arrested, "dobj")
    assert people is not None
    assert people.text == "people"
    assert [token.text for token in parsed.subtree(people)][:2] == ["14", "people"]
    assert list(parsed.ancestors(people)) == [arrested]
    assert parsed.token_at(arrested.start + 3) is arrested
    assert parsed.token_at(TEXT.index("  arrested")) is None
    assert list(parsed.tokens_in(arrested.start, people.end)) == list(
        parsed.tokens[arrested.index : people.index + 1]
    )
    assert parsed.sentence_of(arrested) == parsed.sentences[0]


def test_company_does_not_matter(parsed: Parsed) -> None:
    """A text is read the same whatever is read before it or together with it."""
    other = "Rebels shelled the town. " * 40
    texts = [(text, find_blocks(text)) for text in (other, TEXT, "", other, TEXT)]
    read = list(parse_all(texts))
    rows = [(t.start, t.lemma, t.tag, t.dep, t.head, t.label) for t in parsed.tokens]
    for again in (read[1], read[4], parse(TEXT, find_blocks(TEXT))):
        assert rows == [(t.start, t.lemma, t.tag, t.dep, t.head, t.label) for t in again.tokens]


def test_the_sums_of_the_model_do_not_depend_on_the_batch() -> None:
    """What the model reckons for a block is bit for bit the same alone and among others."""
    blocks = [
        f"In {year} police in Larnby arrested {year - 1990} people. {'Rain fell. ' * (year % 7)}"
        for year in range(2000, 2040)
    ]
    model = load_model()
    together = [doc.tensor.tobytes() for doc in model.pipe(blocks, batch_size=32)]
    assert together == [model(block).tensor.tobytes() for block in blocks]


def test_nothing_to_parse() -> None:
    """A text without blocks has no tokens."""
    assert parse("\n\n", ()).tokens == ()


def test_a_missing_model_is_named() -> None:
    """A model that is not installed is an error that names it; the version of an installed one is known."""
    with pytest.raises(ModelMissing, match="en_core_web_none"):
        load_model("en_core_web_none")
    assert model_version().startswith(f"{installed_model()} 3.")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Nobody was hurt, said Capt. Ada Quist.", 1),
        ("Two men fled, Lt. Otto Brandel and Supt. Ada Quist said.", 1),
        ("He met the captain. Ada Quist left.", 2),
        ("They met Capt. Ada Quist. She left.", 2),
    ],
)
def test_a_title_ends_no_sentence(text: str, sentences: int) -> None:
    """The full stop of a title stands before a name, not at the end of a sentence."""
    assert len(parse(text, find_blocks(text)).sentences) == sentences


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("The court fined the firm.", "fined", "fine"),
        ("Fire gutted the mill.", "gutted", "gut"),
        ("Workers staged a protest.", "staged", "stage"),
        ("She pays taxes.", "taxes", "tax"),
    ],
)
def test_lemmas_that_the_model_gets_wrong_are_mended(text: str, form: str, lemma: str) -> None:
    """The list of forms goes before the model's rules."""
    tokens = parse(text, find_blocks(text)).tokens
    assert next(token.lemma for token in tokens if token.text == form) == lemma


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("Ada Quist was re-elected for a second term.", "re-elected", "re-elect"),
        ("Police re-arrested the man on Friday.", "re-arrested", "re-arrest"),
        ("She co-founded a bank in 2010.", "co-founded", "co-found"),
    ],
)
def test_a_hyphenated_verb_is_one_word(text: str, form: str, lemma: str) -> None:
    """Its prefix is no word of its own, and its lemma keeps the hyphen."""
    parsed = parse(text, find_blocks(text))
    word = next(token for token in parsed.tokens if token.lower == form)
    assert (word.pos, word.lemma) == ("VERB", lemma)
