"""What a file was made from, with what, and who may use it for what: each format has a place of its own for that."""

from __future__ import annotations

from dataclasses import dataclass

from aigraph.export.options import Options
from aigraph.program import rules
from aigraph.store import Store
from aigraph.version import __version__
from aigraph.vocabulary import AIG

DESCRIPTION = "Who worked where, who moved, who made what, and the sentences that prove it"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a file comes from. `first` and `last` are the days of the oldest and the newest dated article, or ""."""

    articles: int
    first: str
    last: str
    publishers: tuple[str, ...]
    rules: str
    licence: str
    scope: tuple[str, ...] = ()

    @property
    def generator(self) -> str:
        """The program and its version."""
        return f"aigraph {__version__}"

    @property
    def sentence(self) -> str:
        """What the file was made from, by which version and rules, as one sentence."""
        count = f"{self.articles} article{'' if self.articles == 1 else 's'}"
        days = f" of {self.first} to {self.last}" if self.first else ""
        scope = f", {', '.join(self.scope)}" if self.scope else ""
        return (
            f"Made by {self.generator} with the rules {self.rules} and the ontology {AIG.rstrip('#')} "
            f"from {count}{days}{scope}."
        )

    @property
    def line(self) -> str:
        """What the file was made from, and its licence, as one line."""
        return f"{self.sentence} {self.licence}"


def provenance(store: Store, options: Options) -> Provenance:
    """Return where a file comes from that is written of a store; no clock has a say in it."""
    articles = [(article.published or "", article.publisher or "") for _, article in store.articles()]
    days = sorted({published[:10] for published, _ in articles} - {""})
    return Provenance(
        articles=len(articles),
        first=days[0] if days else "",
        last=days[-1] if days else "",
        publishers=tuple(sorted({publisher for _, publisher in articles} - {""})),
        rules=rules(),
        licence=" ".join(options.licence.split()),
        scope=options.scope,
    )
