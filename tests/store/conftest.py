from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from aigraph.model import Modality, Reading

if TYPE_CHECKING:
    from tests.conftest import Draft


@pytest.fixture
def articles(draft: type[Draft]) -> list[Reading]:
    """Two articles that use every relation, a denial, and every kind of qualifier."""
    moves = draft(
        "Andrew Ng joined Baidu from Google in May 2014. Ilya Sutskever left OpenAI in May 2024. "
        "Ilya Sutskever founded Safe Superintelligence in June 2024. Yann LeCun worked at Bell Labs from 1988 to 1996. "
        "Noam Shazeer co-created LaMDA. Facebook approached Geoffrey Hinton. Geoffrey Hinton declined Facebook. "
        "Andrew Ng did not join Apple. Noam Shazeer studied at Duke.",
        path="moves.txt",
        published="2025-01-15",
        title="Moves",
    )
    moves.says(
        "Andrew Ng joined Baidu from Google in May 2014.",
        "Andrew Ng",
        "movedTo",
        "Baidu",
        from_="Google",
        date=("2014-05", "May 2014"),
    )
    moves.says(
        "Ilya Sutskever left OpenAI in May 2024.", "Ilya Sutskever", "left", "OpenAI", date=("2024-05", "May 2024")
    )
    moves.says(
        "Ilya Sutskever founded Safe Superintelligence in June 2024.",
        "Ilya Sutskever",
        "founded",
        "Safe Superintelligence",
    )
    moves.says(
        "Yann LeCun worked at Bell Labs from 1988 to 1996.", "Yann LeCun", "workedAt", "Bell Labs",
        start="1988", end="1996", duration=("P8Y", "from 1988 to 1996"), status=("past", "worked"),
    )  # fmt: skip
    moves.says(
        "Noam Shazeer co-created LaMDA.", "Noam Shazeer", "coCreated", "LaMDA", contribution=("creator", "co-created")
    )
    moves.says("Facebook approached Geoffrey Hinton.", "Facebook", "approached", "Geoffrey Hinton")
    moves.says("Geoffrey Hinton declined Facebook.", "Geoffrey Hinton", "declined", "Facebook")
    moves.says("Noam Shazeer studied at Duke.", "Noam Shazeer", "educatedAt", "Duke")
    moves.says("Andrew Ng did not join Apple.", "Andrew Ng", "movedTo", "Apple", modality=Modality.DENIED)
    money = draft(
        "OpenAI developed GPT-4. Microsoft invested 1 billion dollars in OpenAI. Google acquired DNNresearch. "
        "OpenAI counts eleven founders. DeepMind is a subsidiary of Alphabet. Cohere was founded in 2019.",
        path="money.txt",
    )
    money.says("OpenAI developed GPT-4.", "OpenAI", "developed", "GPT-4")
    money.says(
        "Microsoft invested 1 billion dollars in OpenAI.", "Microsoft", "investedIn", "OpenAI",
        amount=("1000000000 USD", "1 billion dollars"), said_by="Microsoft",
    )  # fmt: skip
    money.says("Google acquired DNNresearch.", "Google", "acquired", "DNNresearch")
    money.says(
        "OpenAI counts eleven founders.",
        "OpenAI",
        "hasFigure",
        "eleven",
        measure=("founders", "founders"),
        value=("11", "eleven"),
    )
    money.says("DeepMind is a subsidiary of Alphabet.", "DeepMind", "subsidiaryOf", "Alphabet")
    money.says("Cohere was founded in 2019.", "Cohere", "foundedOn", "2019")
    return [moves.reading, money.reading]
