"""The stories of the repository hold: the examples say all that they point at."""

from __future__ import annotations

from pathlib import Path

import pytest

from aigraph.story import Sources, tell

STORIES = sorted((Path(__file__).parents[2] / "stories").glob("*.md"))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_story_of_ours_points_at_what_the_examples_say(path: Path, sources: Sources) -> None:
    assert tell(path.read_text(encoding="utf-8"), sources, name=path.name).title


def test_the_stories_are_in_both_languages(sources: Sources) -> None:
    told = {tell(path.read_text(encoding="utf-8"), sources, name=path.name).language for path in STORIES}
    assert told == {"en", "fr"}
