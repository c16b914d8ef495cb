"""Which language an article is written in."""

from __future__ import annotations

from collections.abc import Sequence

SUPPORTED = ("en", "fr")
"""The languages that are read when the caller names no others."""

SHORT_LETTERS = 200
"""Below this number of letters a text is too short to tell a language among all the world's."""

_SAMPLE_CHARS = 20_000


def language_of(
    text: str, *, declared: str | None = None, markup: str | None = None, languages: Sequence[str] = SUPPORTED
) -> str:
    """Return the language of `text` as a two-letter code, which may lie outside `languages`.

    What the author `declared` holds. What a page's `markup` says holds only when the text is too short to tell, or
    reads like none of `languages`: templates often keep the language of their maker.

    >>> language_of("Une courte phrase.", declared="fr-CA"), language_of("Une courte phrase.", markup="de")
    ('fr', 'de')
    """
    if declared:
        return _primary(declared)
    sample = text[:_SAMPLE_CHARS]
    short = sum(map(str.isalpha, sample)) < SHORT_LETTERS
    if markup and short:
        return _primary(markup)
    # Imported here: it loads numpy and a model.
    import py3langid

    ranking = [str(code) for code, _ in py3langid.rank(sample)]
    if ranking[0] not in languages:
        if markup and _primary(markup) in languages:
            return _primary(markup)
        if short:
            return next((code for code in ranking if code in languages), ranking[0])
    return ranking[0]


def _primary(tag: str) -> str:
    """Return the language of a tag such as fr-CA or fr_FR."""
    return tag.strip().replace("_", "-").partition("-")[0].casefold()[:20]
