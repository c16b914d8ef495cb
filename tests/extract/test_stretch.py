"""What goes with a word by where it stands: brackets, clefts, copulas, relative clauses, descriptions in a row."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aigraph.model import Claim

Read = Callable[[str, str], tuple[Claim, ...]]

SCHULMAN, LEIKE = "[Person John Schulman]", "[Person Jan Leike]"
SULEYMAN, SIMONYAN = "[Person Mustafa Suleyman]", "[Person Karén Simonyan]"
SHAZEER, NG = "[Person Noam Shazeer]", "[Person Andrew Ng]"
OPENAI, ANTHROPIC, MICROSOFT = "[Organization OpenAI]", "[Organization Anthropic]", "[Organization Microsoft]"
GOOGLE, BAIDU, STANFORD = "[Organization Google]", "[Organization Baidu]", "[Organization Stanford]"


def facts(claims: tuple[Claim, ...]) -> set[tuple[str, str, str]]:
    return {(claim.subject.name, claim.relation, claim.object.name) for claim in claims}


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        pytest.param(
            "en",
            f"{SCHULMAN} (recruited in August by {ANTHROPIC}) works on alignment.",
            ("John Schulman", "movedTo", "Anthropic"),
            id="a participle in brackets",
        ),
        pytest.param(
            "fr",
            f"{SCHULMAN} (cofondateur d'{OPENAI}) travaille sur l'alignement.",
            ("John Schulman", "founded", "OpenAI"),
            id="a noun in brackets",
        ),
        pytest.param(
            "en",
            f"{NG}, until 2017 chief scientist of {BAIDU}, now a professor at {STANFORD}, spoke first.",
            ("Andrew Ng", "workedAt", "Stanford"),
            id="the second of two descriptions",
        ),
        pytest.param(
            "fr",
            f"{NG}, jusqu'en 2017 directeur scientifique de {BAIDU}, puis professeur à {STANFORD}, a parlé le premier.",
            ("Andrew Ng", "workedAt", "Stanford"),
            id="la seconde de deux descriptions",
        ),
        pytest.param(
            "en",
            f"Joining {MICROSOFT} are {SULEYMAN} and {SIMONYAN}.",
            ("Karén Simonyan", "movedTo", "Microsoft"),
            id="names behind the copula",
        ),
        pytest.param(
            "en",
            f"It was to {ANTHROPIC} that {SCHULMAN} went.",
            ("John Schulman", "movedTo", "Anthropic"),
            id="a cleft",
        ),
        pytest.param(
            "fr",
            f"C'est chez {ANTHROPIC} que {SCHULMAN} est parti.",
            ("John Schulman", "movedTo", "Anthropic"),
            id="une phrase clivée",
        ),
        pytest.param(
            "en",
            f"{GOOGLE}, where {SHAZEER} had been a researcher, paid a licence.",
            ("Noam Shazeer", "workedAt", "Google"),
            id="a clause of place",
        ),
        pytest.param(
            "fr",
            f"{GOOGLE}, où {SHAZEER} était chercheur, a payé une licence.",
            ("Noam Shazeer", "workedAt", "Google"),
            id="une proposition de lieu",
        ),
    ],
)
def test_place_tells_what_goes_with_what(code: str, text: str, expected: tuple[str, str, str], read: Read) -> None:
    assert expected in facts(read(text, code))


@pytest.mark.parametrize(
    ("code", "text", "wrong"),
    [
        pytest.param(
            "en",
            f"{SCHULMAN} ({LEIKE} was hired from {OPENAI}) spoke.",
            ("John Schulman", "left", "OpenAI"),
            id="another name in the brackets",
        ),
        pytest.param(
            "en",
            f"{SULEYMAN} spoke; a professor at {STANFORD} answered.",
            ("Mustafa Suleyman", "workedAt", "Stanford"),
            id="a semicolon between",
        ),
        pytest.param(
            "fr",
            f"{GOOGLE} a payé ; {SHAZEER} est chercheur là où il veut.",
            ("Noam Shazeer", "workedAt", "Google"),
            id="une autre proposition",
        ),
    ],
)
def test_what_stands_apart_does_not_go_together(code: str, text: str, wrong: tuple[str, str, str], read: Read) -> None:
    assert wrong not in facts(read(text, code))
