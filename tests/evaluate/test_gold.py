from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from aigraph.errors import InputError
from aigraph.evaluate import load_gold
from aigraph.model import Modality

TEXT = "John Schulman left OpenAI for Anthropic."
FACT = {
    "p": "movedTo",
    "s": "John Schulman",
    "o": "Anthropic",
    "from": "OpenAI",
    "certainty": "asserted",
    "evidence": TEXT,
}


def write(folder: Path, name: str, text: str, **annotation: Any) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / f"{name}.json").write_text(json.dumps(annotation), encoding="utf-8")


def test_articles_are_found_at_any_depth_and_sorted_by_path(tmp_path: Path) -> None:
    write(tmp_path / "fr", "b", TEXT, id="b", lang="fr", facts=[FACT])
    write(tmp_path / "en", "a", TEXT, id="a", lang="en", facts=[])
    write(tmp_path, "settings", TEXT, colour="blue")
    articles = load_gold(tmp_path)
    assert [(a.id, a.language, len(a.facts)) for a in articles] == [("a", "en", 0), ("b", "fr", 1)]
    assert articles[1].path == str(tmp_path / "fr" / "b.txt")


def test_one_file_may_annotate_several_articles_with_alternatives(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    fact = FACT | {"o_alt": ["Anthropic PBC"], "from": ["OpenAI", "OpenAI LP"]}
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    (tmp_path / "gold.json").write_text(
        json.dumps({"articles": [{"file": "one.txt", "sha256": digest, "facts": [fact]}]})
    )
    for place in (tmp_path, tmp_path / "gold.json"):
        (article,) = load_gold(place)
        (read,) = article.facts
        assert article.id == "one"
        assert read.alternatives == ("Anthropic PBC",)
        assert read.origins == ("OpenAI", "OpenAI LP")


@pytest.mark.parametrize(
    ("certainty", "modalities"),
    [
        ("asserted", {Modality.ASSERTED}),
        ("reported", {Modality.REPORTED, Modality.RUMOURED}),
        ("planned", {Modality.PLANNED}),
        ("negated", {Modality.DENIED}),
    ],
)
def test_each_certainty_has_its_modalities(tmp_path: Path, certainty: str, modalities: set[Modality]) -> None:
    write(tmp_path, "a", TEXT, facts=[FACT | {"certainty": certainty}])
    (article,) = load_gold(tmp_path)
    assert article.facts[0].modalities == modalities


@pytest.mark.parametrize(
    ("annotation", "line"),
    [
        ({"facts": [{"p": "left"}]}, "the field"),
        ({"facts": [FACT | {"certainty": "maybe"}]}, "unknown certainty 'maybe'"),
        ({"facts": {}}, "'facts'"),
        ({"facts": [], "sha256": "0"}, "SHA-256 differs"),
        ({"articles": [{"file": "gone.txt", "facts": []}]}, "gone.txt: the text of this annotated article is missing"),
        ({"no": "annotation"}, "no annotated articles"),
    ],
)
def test_a_bad_annotation_is_one_clear_line(tmp_path: Path, annotation: dict[str, Any], line: str) -> None:
    write(tmp_path, "a", TEXT, **annotation)
    with pytest.raises(InputError, match=line):
        load_gold(tmp_path)


def test_a_file_that_is_not_json_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.json: not a JSON file"):
        load_gold(tmp_path)
