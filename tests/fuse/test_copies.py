from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aigraph.fuse import are_copies, are_one_source, bands, sources
from aigraph.model import Document, Form

WIRE = """
SAN FRANCISCO, Nov 20, 2023 - Microsoft has hired Sam Altman and Greg Brockman, the former heads of OpenAI, to lead a
new research team, its chief executive Satya Nadella said on Monday. The board of OpenAI had dismissed Altman three days
earlier, and Brockman had resigned in protest. Several researchers are expected to follow them. OpenAI named Emmett
Shear, a co-founder of Twitch, as its interim chief. More than five hundred of its employees signed a letter that calls
on the board to resign, and threatens to leave for Microsoft. Among those who signed is Ilya Sutskever, the chief
scientist, who had voted for the dismissal, and who wrote that he deeply regretted his part in it. Investors pressed the
board to bring Altman back over the weekend; the talks failed late on Sunday. Microsoft, which has put thirteen billion
dollars into the start-up, said that its partnership with OpenAI goes on, whoever leads it.
"""
OTHER = """
MOUNTAIN VIEW, Aug 2, 2024 - Google has signed an agreement with Character.AI that brings its founders, Noam Shazeer
and Daniel De Freitas, back to the company they left in 2021. Thirty researchers join Google DeepMind together with
them; the start-up keeps the rest of its staff and will build on models that others have trained. Google pays for a
licence to its technology, without exclusive rights. Dominic Perella, until now the general counsel, becomes interim
chief executive. Shazeer, one of the eight authors of the paper that introduced the Transformer, had gone because
Google would not release the chatbot that he and De Freitas had written. Regulators have started to look at deals of
this kind, in which a large company hires the team of a small one and leaves the shell behind.
"""
WORDS = WIRE.split()


def edited(every: int, seed: int = 1) -> str:
    """The wire story with one word in so many changed."""
    chance = random.Random(seed)
    return " ".join(chance.choice(OTHER.split()) if n % every == 0 else word for n, word in enumerate(WORDS))


COPIES = {
    "other signs": WIRE.upper().replace(",", " -"),
    "a header and a footer": f"The Daily Mirror of Everything\n{WIRE}\nCopyright. All rights reserved.",
    "one word in 20": edited(20),
    "one word in 12": edited(12),
    "the first half": " ".join(WORDS[: len(WORDS) // 2]),
    "the first third, with a header": "News in brief. " + " ".join(WORDS[: len(WORDS) // 3]),
}
OTHERS = {
    "another story": OTHER,
    "a quotation": OTHER + " ".join(WORDS[20:60]),
    "every second word": edited(2),
    "the first sentence": " ".join(WORDS[:25]),
    "nothing": "",
}


@pytest.mark.parametrize("text", COPIES.values(), ids=COPIES)
def test_a_copy_is_told_and_found(text: str) -> None:
    assert are_copies(WIRE, text)
    assert are_copies(text, WIRE)
    assert not set(bands(WIRE)).isdisjoint(bands(text))


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_what_is_no_copy_is_not_taken_for_one(text: str) -> None:
    assert not are_copies(WIRE, text)
    assert not are_copies(text, WIRE)


def test_other_stories_share_no_band() -> None:
    assert set(bands(WIRE)).isdisjoint(bands(OTHER))


def test_short_texts_are_copies_only_when_their_words_are_the_same() -> None:
    assert are_copies("Andrew Ng joins Baidu.", "ANDREW NG JOINS BAIDU")
    assert bands("Andrew Ng joins Baidu.") == bands("ANDREW NG JOINS BAIDU")
    assert not are_copies("Andrew Ng joins Baidu.", "Andrew Ng leaves Baidu.")


def test_the_keys_of_a_text_stay_the_same() -> None:
    # They are kept in stores: new keys for old texts would hide copies.
    assert bands(WIRE)[:2] == ("5759c5c06c61cff0", "d258c0f92b8c72bd")
    assert len(bands(WIRE)) == len(set(bands(WIRE))) == 24


def test_most_lightly_edited_copies_are_found() -> None:
    keys = set(bands(WIRE))
    found = sum(not keys.isdisjoint(bands(edited(15, seed))) for seed in range(200))
    assert found >= 195


def document(text: str, published: str | None = None) -> Document:
    return Document(text, published=published)


def test_the_first_published_article_is_the_source_of_its_copies() -> None:
    copies = [document(WIRE, "2023-11-21"), document(COPIES["one word in 20"], "2023-11-20"), document(edited(15))]
    other = document(OTHER, "2023-01-01")
    first = copies[1].id
    assert sources([*copies, other]) == {**dict.fromkeys((c.id for c in copies), first), other.id: other.id}


def test_of_copies_without_a_date_the_one_with_the_least_id_is_the_source() -> None:
    one, other = document(WIRE), document(edited(15))
    assert set(sources([one, other]).values()) == {min(one.id, other.id)}


def test_copies_of_copies_are_joined_in_a_chain() -> None:
    half, whole = document(" ".join(WORDS[: len(WORDS) // 2])), document(WIRE)
    longer = document(WIRE + OTHER)
    assert not are_copies(half.text, OTHER)
    assert len(set(sources([half, whole, longer]).values())) == 1


def test_five_hundred_copies_are_one_source() -> None:
    copies = [document(edited(25, seed)) for seed in range(500)]
    assert len(set(sources(copies).values())) == 1


PAGE = "https://example.org/news/1?id=2"


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        (PAGE, True),
        ("http://www.example.org/news/1?utm_source=mail&id=2#top", True),
        ("https://example.org/news/1/?id=2", True),
        ("https://example.org/news/1?id=3", False),
        ("https://example.org/news/1", False),
        (None, False),
    ],
)
def test_a_table_of_facts_is_one_source_with_what_is_at_its_address(url: str | None, is_one: bool) -> None:
    article = Document(WIRE, url=PAGE, published="2023-11-21")
    table = Document("Sam Altman", url=url, published="2023-11-20", form=Form.TABLE)
    assert are_one_source(article, table) is are_one_source(table, article) is is_one
    assert sources([table, article])[table.id] == (article.id if is_one else table.id)


def test_two_articles_at_one_address_are_two_texts() -> None:
    one, other = (Document(text, url=PAGE) for text in (WIRE, OTHER))
    assert len(set(sources([one, other]).values())) == 2


POOL = [WIRE, OTHER, *COPIES.values(), edited(15), edited(9), WIRE + OTHER, "Short.", "short", "Other."]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(POOL), max_size=8),
    st.lists(st.sampled_from((None, "2023", "2023-11-20")), min_size=8, max_size=8),
    st.randoms(use_true_random=False),
)
def test_what_is_joined_depends_on_its_members_alone(
    texts: list[str], dates: list[str | None], chance: random.Random
) -> None:
    documents = [document(text, date) for text, date in zip(texts, dates, strict=False)]
    found = sources(documents)
    shuffled = list(documents)
    chance.shuffle(shuffled)
    assert sources(shuffled) == found
    for source in set(found.values()):
        assert found[source] == source
        members = [document for document in documents if found[document.id] == source]
        assert sources(members) == {document.id: source for document in members}
