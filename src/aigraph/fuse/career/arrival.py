"""One arrival at an organisation, however many articles tell of it: what they say together of when, and from where."""

from __future__ import annotations

import datetime

from aigraph.fuse.career.pieces import Days, Kind, Piece, shifted
from aigraph.model import DateBounds, agreed

_YEARS = 24
"""How many months someone who has just come surely has not been there for."""

_Order = tuple[tuple[datetime.date, datetime.date], tuple[str, int, str, str, str]]


class Arrival:
    """The pieces that begin one stay.

    `first` and `last` are the first and the last day that any of them has it begin on; `by` is the day by which it
    surely had begun; `told`: some article tells of a move; `origins` and `articles` are those of all pieces.
    """

    def __init__(self, piece: Piece) -> None:
        self.pieces: list[Piece] = []
        self.first, self.last = datetime.date.max, datetime.date.min
        self.by: datetime.date | None = None
        self.told = False
        self.origins: frozenset[str] = frozenset()
        self.articles: set[str] = set()
        self._dated: dict[Days, None] = {}
        self._told_of: dict[tuple[Days, frozenset[str]], _Order] = {}
        self._news: dict[str, datetime.date] = {}
        self._undated_news: set[str] = set()
        self._undated_out: datetime.date | None = None
        self._earliest: datetime.date | None = None
        self.add(piece)

    @property
    def start(self) -> Days:
        """The days on which the pieces have the stay begin."""
        return agreed(DateBounds("", *days) for days in self._dated)

    def add(self, piece: Piece) -> None:
        """Take in one more piece that tells of it."""
        self.pieces.append(piece)
        self.articles.add(piece.article.id)
        self.origins |= piece.others
        out = piece.published
        if piece.start != (None, None):
            first, last = whole(piece.start)
            self.first, self.last = min(self.first, first), max(self.last, last)
            self._dated[piece.start] = None
        self.by = min(filter(None, (self.by, piece.start[1] or out[1])), default=None)
        key, order = (piece.start, piece.others), (whole(out), piece.order)
        self._told_of[key] = max(order, self._told_of.get(key, order))
        if piece.kind is Kind.ARRIVAL:
            self.told = True
            self._note_news(piece)

    def _note_news(self, piece: Piece) -> None:
        out = piece.published[0]
        # A move that no date places is news: no more than about a year old when the article comes out.
        earliest = piece.start[0] or (shifted(out, -12) if out else None)
        self._earliest = max(filter(None, (self._earliest, earliest)), default=None)
        if piece.start == (None, None):
            self._undated_news.add(piece.article.id)
            self._undated_out = max(filter(None, (self._undated_out, out)), default=None)
        elif piece.start[1]:
            self._news[piece.article.id] = max(piece.start[1], self._news.get(piece.article.id, piece.start[1]))

    def is_news_to(self, post: Piece, *, latest: bool) -> bool:
        """Tell whether a post that is over, or lasts for long, is one from before: then the arrival is the news.

        Who has just come is no former member, and has not been there for years. Where an article has no date, an
        arrival that no other arrival or post follows (`latest`) counts as news beside a post that lasted for years.
        """
        said = post.published[1]
        if post.months is not None and said and self._earliest and shifted(said, -post.months) < self._earliest:
            return True
        if not post.ends:
            return (post.months or 0) >= _YEARS and post.article.id in self._undated_news
        if post.article.id in self._undated_news or (said and self._undated_out and said <= self._undated_out):
            return True
        if latest and self._undated_news and not (said and self._undated_out) and (post.months or 0) >= _YEARS:
            return True
        came = self._news.get(post.article.id)
        return bool(said and came and said <= shifted(came, 12))

    def follows(self, departure: Piece, *, came_back: bool) -> bool:
        """Tell whether it comes after a departure, rather than before.

        `came_back` tells that articles have the person there only after the departure.
        """
        return any(
            self._is_later(days, others, told, departure, came_back=came_back)
            for (days, others), told in self._told_of.items()
        )

    @staticmethod
    def _is_later(came: Days, others: frozenset[str], told: _Order, departure: Piece, *, came_back: bool) -> bool:
        left = departure.end
        if not departure.others & others:
            return came_back and came == (None, None)
        if left != (None, None) and came != (None, None):
            return whole(left) < whole(came)
        if left == came:
            return (whole(departure.published), departure.order) < told
        # A date is given to what lies back; what has none is the news.
        return came == (None, None)


def whole(days: Days) -> tuple[datetime.date, datetime.date]:
    """Return the days with the ends of time where they are open."""
    return days[0] or datetime.date.min, days[1] or datetime.date.max
