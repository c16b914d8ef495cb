"""What whole sentences stand in: dreams, satires, corrections, and the denials behind them."""

from __future__ import annotations

import pytest

from aigraph.annotate import annotate_marked
from aigraph.extract.background import Frame
from aigraph.extract.modality import frames
from aigraph.language import language
from aigraph.model import Document

NONE, REFUTED, INVENTED, SUPPOSED, CORRECTED = Frame


def frames_of(text: str, code: str) -> list[Frame]:
    return list(frames(annotate_marked(Document(text, language=code), []), language(code)))


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "She joined the firm. Wrong. He left.", [REFUTED, NONE, NONE]),
        ("en", "She would be joining the firm. She never did. He left.", [REFUTED, NONE, NONE]),
        ("en", "She joined the firm. She never regretted it.", [NONE, NONE]),
        ("en", "Has she joined the firm? No.", [REFUTED, NONE]),
        (
            "en",
            "Last night I had a dream. She joined the firm. He left.\n\nIt rains.",
            [NONE, SUPPOSED, SUPPOSED, NONE],
        ),
        ("en", "Imagine the scene. She joined the firm. In reality, he left.", [NONE, SUPPOSED, NONE]),
        ("en", "The dream team is complete. She joined the firm.", [NONE, NONE]),
        ("en", "What follows is satire. She joined the firm.\n\nHe left.", [NONE, INVENTED, INVENTED]),
        ("en", "She joined the firm. He left. April fool!", [INVENTED, INVENTED, NONE]),
        ("en", "Corrections\n\nWe wrote that she joined the firm.", [CORRECTED, CORRECTED]),
        ("en", "We wrote that she joined the firm. In fact, he did.", [CORRECTED, NONE]),
        ("fr", "Elle rejoint le groupe. C'est faux. Il part.", [REFUTED, NONE, NONE]),
        ("fr", "Elle aurait rejoint le groupe. Il n'en est rien.", [REFUTED, NONE]),
        ("fr", "Elle a rejoint le groupe. Elle n'a rien dit.", [NONE, NONE]),
        ("fr", "Imaginons la scène. Elle rejoint le groupe.\n\nIl pleut.", [NONE, SUPPOSED, NONE]),
        ("fr", "Ce qui suit est une fiction. Elle rejoint le groupe.", [NONE, INVENTED]),
        ("fr", "Elle rejoint le groupe. Poisson d'avril !", [INVENTED, NONE]),
        ("fr", "Rectificatif\n\nNous avons écrit qu'elle rejoignait le groupe.", [CORRECTED, CORRECTED]),
    ],
)
def test_a_sentence_stands_in_the_frame_that_the_article_gives_it(code: str, text: str, expected: list[Frame]) -> None:
    assert frames_of(text, code) == expected
