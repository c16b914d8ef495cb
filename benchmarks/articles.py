"""Articles that nobody wrote: python -m benchmarks.articles --articles 1000 --out DIR [--jsonl FILE] [--seed 7].

Everything is synthetic: people, organisations, models, newspapers and events are made up by `names` and `world`, and
every address ends in `.example`. Article n depends on the seed and on n alone, so the first thousand are the same in
every number of articles. An article knows what it says, and so it can be had as a `Reading` without any reading.
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

from aigraph.escape import slug
from aigraph.model import Claim, Document, Evidence, Mention, Modality, Qualifier, Reading, Span
from benchmarks import sentences as words
from benchmarks.facts import Fact, Facts, Slot
from benchmarks.names import outlet
from benchmarks.world import World

COPIES = 0.02
"""How many articles are another one's text in another newspaper."""
CONTRADICTIONS = 0.01
"""How many articles say something that does not fit what the others say."""

_SLOT = re.compile(r"\{(\w+)\}")


class Composer:
    """Puts sentences together to a text, and keeps what they say."""

    def __init__(self, language: str, chance: Random, *, reported: float = 0.1) -> None:
        self.language = language
        self.chance = chance
        self.reported = reported
        self.text = ""
        self.drafts: list[tuple[str, Modality | None, str | None, Span, Mapping[str, tuple[Slot, Span]]]] = []
        self.names: dict[tuple[str, str], Span] = {}

    def say(self, fact: Fact) -> None:
        """Add a sentence."""
        kind, slots = fact
        template = self.chance.choice(words.TEMPLATES[self.language][kind])
        opening, modality, speaker = "", None, None
        if template.startswith("{") and kind != "filler":
            draw = self.chance.random()
            if draw < self.reported and words.CLAIMS[kind][0].modality is Modality.ASSERTED:
                speaker, modality = outlet(self.chance.randrange(64)), Modality.REPORTED
                opening = words.REPORTED[self.language].format(outlet=speaker)
            elif draw < 0.45:
                opening = self.chance.choice(words.OPENINGS[self.language])
        start = len(self.text)
        line = opening
        places: dict[str, tuple[Slot, Span]] = {}
        at = 0
        for match in _SLOT.finditer(template):
            line += template[at : match.start()]
            slot = self._shortened(slots[match[1]])
            places[match[1]] = (slot, Span(start + len(line), start + len(line) + len(slot.words)))
            line += slot.words
            at = match.end()
        line += template[at:]
        if line[0].islower():
            line = line[0].upper() + line[1:]
        for slot, span in places.values():
            self.names.setdefault((slot.type, slot.words), span)
        self.text += line + self.chance.choice((" ", " ", " ", "\n\n"))
        self.drafts.append((kind, modality, speaker, Span(start, start + len(line)), places))

    def _shortened(self, slot: Slot) -> Slot:
        """Use the family name alone, now and then, for someone whose full name stands above."""
        if slot.type == "Person" and ("Person", slot.value) in self.names and self.chance.random() < 0.5:
            return replace(slot, words=slot.value.rpartition(" ")[2])
        return slot

    def reading(self, document: Document) -> Reading:
        """Return what the text says, as an extractor would that makes no mistake."""
        claims: dict[str, Claim] = {}
        for kind, modality, speaker, sentence, places in self.drafts:
            for pattern in words.CLAIMS[kind]:
                if pattern.subject in places and pattern.object in places:
                    claim = self._claim(document, pattern, modality, speaker, sentence, places)
                    claims[claim.id] = claim
        return Reading(document, tuple(claims.values()))

    def _claim(
        self,
        document: Document,
        pattern: words.Pattern,
        modality: Modality | None,
        speaker: str | None,
        sentence: Span,
        places: Mapping[str, tuple[Slot, Span]],
    ) -> Claim:
        details = [Qualifier(name, value, "") for name, value in pattern.fixed]
        for name, slot_name in pattern.qualifiers.items():
            if slot_name in places:
                slot, span = places[slot_name]
                details.append(Qualifier(name, slot.value, slot.words, span, slot.type if name == "from" else None))
        return Claim(
            subject=self._mention(places[pattern.subject]),
            relation=pattern.relation,
            object=self._mention(places[pattern.object]),
            evidence=Evidence(
                document.id, sentence, sentence.of(document.text), f"{self.language}.{pattern.relation}.synthetic"
            ),
            modality=modality or pattern.modality,
            attributed_to=speaker,
            confidence=round(0.7 + 0.01 * (sentence.end % 25), 2),
            qualifiers=tuple(sorted(details)),
        )

    def _mention(self, place: tuple[Slot, Span]) -> Mention:
        slot, span = place
        name = slot.value if slot.type not in ("Date", "") else slot.words
        return Mention(span, slot.words, slot.type, name, self.names[slot.type, name])


class Articles:
    """The articles of a seed, by number; `sentences` is how many each has, from and to."""

    def __init__(self, seed: int = 7, *, sentences: tuple[int, int] = (2, 5), world: World | None = None) -> None:
        self.world = world or World(seed)
        self.sentences = sentences

    def __call__(self, number: int) -> Reading:
        """Return an article with its claims."""
        chance = self.world.random("article", number)
        if number and chance.random() < COPIES:
            return self._copy(self(chance.randrange(max(0, number - 300), number)), number, chance)
        language = "fr" if chance.random() < 0.4 else "en"
        composer = Composer(language, chance)
        facts = Facts(self.world, chance, language)
        person = self.world.a_person(chance)
        title, published, first = facts.news(person)
        composer.say(first)
        if chance.random() < CONTRADICTIONS:
            composer.say(facts.contradiction(person))
        for _ in range(chance.randint(*self.sentences) - 1):
            composer.say(facts.background(person, published))
        return composer.reading(_document(composer.text.strip() + "\n", number, language, title, published, chance))

    def first(self, count: int) -> Iterator[Reading]:
        """Return the first articles."""
        return map(self, range(count))

    def _copy(self, original: Reading, number: int, chance: Random) -> Reading:
        # A wire copy ends in the note of the newspaper that printed it; what it says stands where it stood.
        document = original.document
        printed_by = outlet(chance.randrange(64))
        text = f"{document.text}\n{printed_by}, {number:06d}\n"
        published = datetime.date.fromisoformat(document.published or "") + datetime.timedelta(
            days=chance.randint(0, 2)
        )
        copy = replace(
            document,
            text=text,
            path=_path(number),
            publisher=printed_by,
            published=published.isoformat(),
            url=_url(number, printed_by),
        )
        claims = (replace(c, evidence=replace(c.evidence, document=copy.id)) for c in original.claims)
        return Reading(copy, tuple(claims))


def _document(text: str, number: int, language: str, title: str, day: datetime.date, chance: Random) -> Document:
    publisher = outlet(chance.randrange(64))
    return Document(
        text,
        path=_path(number),
        title=title,
        url=_url(number, publisher),
        publisher=publisher,
        published=day.isoformat(),
        language=language,
    )


def _path(number: int) -> str:
    return f"{number // 1000:03d}/{number:06d}.txt"


def _url(number: int, publisher: str) -> str:
    return f"https://{slug(publisher)}.example/{number:06d}"


def as_file(document: Document) -> str:
    """Return an article as a text file with front matter."""
    about = {
        "title": document.title,
        "url": document.url,
        "publisher": document.publisher,
        "published": document.published,
        "language": document.language,
    }
    head = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in about.items() if value)
    return f"---\n{head}---\n{document.text}"


def as_json(document: Document) -> str:
    """Return an article as one line of JSON Lines."""
    names = ("text", "title", "url", "publisher", "published", "language")
    return json.dumps({name: getattr(document, name) for name in names}, ensure_ascii=False) + "\n"


def write_files(readings: Iterator[Reading], folder: Path) -> list[Path]:
    """Write each article as a file below a folder; return the files."""
    files = []
    for reading in readings:
        file = folder / reading.document.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(as_file(reading.document), encoding="utf-8")
        files.append(file)
    return files


def main() -> None:
    parser = argparse.ArgumentParser(description="Write synthetic articles.")
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, help="a folder for one text file an article")
    parser.add_argument("--jsonl", type=Path, help="a file for one line an article")
    given = parser.parse_args()
    articles = Articles(given.seed)
    if given.out:
        write_files(articles.first(given.articles), given.out)
    if given.jsonl:
        with given.jsonl.open("w", encoding="utf-8") as file:
            file.writelines(as_json(reading.document) for reading in articles.first(given.articles))


if __name__ == "__main__":
    main()
