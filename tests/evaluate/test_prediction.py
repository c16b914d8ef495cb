from __future__ import annotations

from aigraph.evaluate import predictions
from aigraph.model import Claim, Document, Entity, Evidence, Linking, Mention, Qualifier, Reading, Span

TEXT = "Alexandr Wang joined Facebook from Scale."


def mention(words: str, type: str) -> Mention:
    start = TEXT.index(words)
    return Mention.at(TEXT, start, start + len(words), type)


def test_a_prediction_holds_every_name_of_its_ends_but_never_a_figure() -> None:
    document = Document(TEXT)
    evidence = Evidence(document.id, Span(0, len(TEXT)), TEXT, "en.movedTo.joined")
    origin = Qualifier("from", "Scale", "Scale", mention("Scale", "Organization").span, "Organization")
    when = Qualifier("date", "2025-06", "June")
    move = Claim(
        mention("Alexandr Wang", "Person"),
        "movedTo",
        mention("Facebook", "Organization"),
        evidence,
        qualifiers=(origin, when),
    )
    figure = Claim(mention("Facebook", "Organization"), "hasFigure", mention("Scale", "Figure"), evidence)
    linking = Linking(
        {
            ("Person", "Alexandr Wang"): Entity("person/alexandr-wang", "Person", "Alexandr Wang"),
            ("Organization", "Facebook"): Entity("organization/meta", "Organization", "Meta", ("Meta Platforms",)),
            ("Organization", "Scale"): Entity("organization/scale-ai", "Organization", "Scale AI"),
            ("Figure", "Scale"): Entity("figure/scale", "Figure", "Scale"),
        }
    )
    (found,) = predictions(Reading(document, (move, figure)), linking)
    assert found.subject == ("Alexandr Wang",)
    assert found.object == ("Meta", "Meta Platforms", "Facebook")
    assert found.origins == (("Scale AI", "Scale"),)
    assert found.claim is move
