"""What the whole article tells that helps to read each of its sentences: of its people, its day, its frames."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from aigraph.model import Claim, Mention, Modality, Sentence, Span

_EMPLOYED = ("workedAt", "movedTo")
_FOUNDED = ("founded",)
_BOUGHT = ("acquired", "investedIn")
_STATIONS = (*_EMPLOYED, *_FOUNDED)
_ARRIVED = ("movedTo", *_FOUNDED)
# So many people at least, and such a share of all who go anywhere, make an article one of who goes there.
_ARRIVALS, _ARRIVALS_SHARE = 2, 0.4


class Frame(StrEnum):
    """How the article around it takes a sentence."""

    NONE = "none"
    """As said."""
    REFUTED = "refuted"
    """The next sentence says that it is false."""
    INVENTED = "invented"
    """It is part of a satire, a game or a hoax, and the article says so."""
    SUPPOSED = "supposed"
    """It goes on with a dream or a supposition."""
    CORRECTED = "corrected"
    """It stands in a column of corrections: what it quotes is false."""


@dataclass(frozen=True, slots=True)
class Background:
    """Whom each person works for now, and the organisations where he or she is or has been, in the order of the text.

    The `posts` are the `stations` where a person works or has worked, the `foundings` those that he or she has founded.
    Many of its people go to the `goals`.
    The `buyers` have bought other organisations, or into them. `frames` holds the sentences that do not stand as said;
    `published` is the day of the article.
    """

    employers: Mapping[str, Mention] = field(default_factory=dict)
    stations: Mapping[str, Sequence[Mention]] = field(default_factory=dict)
    posts: Mapping[str, Sequence[Mention]] = field(default_factory=dict)
    foundings: Mapping[str, Sequence[Mention]] = field(default_factory=dict)
    goals: Sequence[Mention] = ()
    buyers: frozenset[str] = frozenset()
    frames: Mapping[Span, Frame] = field(default_factory=dict)
    published: str | None = None

    def told(self, claims: Sequence[Claim]) -> Background:
        """Return this background with what the claims of a first reading tell."""
        sure = [c for c in claims if c.modality is Modality.ASSERTED]
        return replace(
            self,
            employers=_employers([c for c in sure if c.value("status") == "current"]),
            stations=_stations(sure, _STATIONS),
            posts=_stations(sure, _EMPLOYED),
            foundings=_stations(sure, _FOUNDED),
            buyers=frozenset(c.subject.name for c in claims if c.relation in _BOUGHT),
            goals=_goals(sure),
        )

    def house(self, person: str) -> Mention | None:
        """Return the organisation for which a person acts: the employer, else the only one that he or she founded."""
        return self.employers.get(person, self.founded(person))

    def founded(self, person: str) -> Mention | None:
        """Return the one organisation that a person has founded, None if the article names several."""
        foundings = self.foundings.get(person, ())
        return foundings[0] if len(foundings) == 1 else None

    def buys(self, organization: str) -> bool:
        """Tell whether the article says that an organisation buys others, or into them."""
        return organization in self.buyers

    def frame(self, sentence: Sentence) -> Frame:
        """Return how the article takes a sentence."""
        return self.frames.get(sentence.span, Frame.NONE)

    def sole(self, person: str) -> Mention | None:
        """Return the one organisation where a person works or has worked, None if the article names several."""
        posts = self.posts.get(person, ())
        return posts[0] if len(posts) == 1 else None


def _employers(claims: Sequence[Claim]) -> dict[str, Mention]:
    """Return whom each person works for now, as the article says most often; a tie leaves it open."""
    votes: dict[str, Counter[str]] = {}
    mentions: dict[tuple[str, str], Mention] = {}
    for claim in claims:
        votes.setdefault(claim.subject.name, Counter())[claim.object.name] += 1
        mentions.setdefault((claim.subject.name, claim.object.name), claim.object)
    found = {}
    for person, counts in votes.items():
        (name, most), *others = counts.most_common(2)
        if not others or others[0][1] < most:
            found[person] = mentions[person, name]
    return found


def _stations(claims: Sequence[Claim], relations: Collection[str]) -> dict[str, Sequence[Mention]]:
    found: dict[str, dict[str, Mention]] = {}
    for claim in claims:
        if claim.relation in relations:
            found.setdefault(claim.subject.name, {}).setdefault(claim.object.name, claim.object)
    return {person: tuple(stations.values()) for person, stations in found.items()}


def _goals(claims: Sequence[Claim]) -> tuple[Mention, ...]:
    """Return the organisations that many of those go to, or found, who go anywhere."""
    arrived = {(c.subject.name, c.object.name): c.object for c in claims if c.relation in _ARRIVED}
    counts = Counter(organization for _, organization in arrived)
    least = max(_ARRIVALS, _ARRIVALS_SHARE * len({person for person, _ in arrived}))
    mentions = {mention.name: mention for mention in arrived.values()}
    return tuple(mentions[name] for name in sorted(counts) if counts[name] >= least)
