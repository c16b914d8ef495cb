"""Documents to annotated documents: sentences, tokens, mentions, references and quantities, by an NLP library."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from aigraph.annotate.mask import Masked, mask
from aigraph.annotate.names import NameFinder
from aigraph.annotate.paragraphs import paragraphs
from aigraph.annotate.parse import parse, pipeline_version, stop_words, votes
from aigraph.annotate.quantities import quantities
from aigraph.annotate.reference import Parsed, refer, topic_mention
from aigraph.annotate.segment import Piece, segment
from aigraph.annotate.spans import SpanIndex
from aigraph.language import Language, language
from aigraph.model import Annotated, Document, Mention, Sentence, Token

__all__ = ["annotate", "annotate_all_marked", "annotate_marked", "pipeline_version"]


def annotate(documents: Iterable[Document], *, unnamed: bool = False) -> Iterator[Annotated]:
    """Annotate each document; the result of one depends on no other.

    With `unnamed`, a pronoun that stands for nobody named in the text stands for itself.
    """
    for document in documents:
        data = language(document.language)
        pieces = list(segment(document.text, data))
        finder = NameFinder(document.text, pieces, data, stop_words(data))
        mentions = finder.mentions(votes(document.text, pieces, data))
        yield from _annotated([_Named.of(document, pieces, mentions, data)], data, unnamed=unnamed)


def annotate_marked(document: Document, mentions: Sequence[Mention]) -> Annotated:
    """Annotate a document whose mentions are given, as in the examples that rules carry."""
    return next(annotate_all_marked([(document, mentions)]))


def annotate_all_marked(marked: Iterable[tuple[Document, Sequence[Mention]]]) -> Iterator[Annotated]:
    """Annotate many short documents whose mentions are given; neighbours in one language are parsed in one pass."""
    for code, group in groupby(marked, key=lambda pair: pair[0].language):
        data = language(code)
        named = [
            _Named.of(document, list(segment(document.text, data)), mentions, data) for document, mentions in group
        ]
        yield from _annotated(named, data)


@dataclass(frozen=True, slots=True)
class _Named:
    """A document with its pieces as the parser is to see them, and whom list items are about."""

    document: Document
    pieces: Sequence[Piece]
    masked: Sequence[Masked]
    topics: Sequence[Mention | None]

    @classmethod
    def of(cls, document: Document, pieces: Sequence[Piece], mentions: Sequence[Mention], data: Language) -> _Named:
        index = SpanIndex(mention.span for mention in mentions)
        masked, topics = [], []
        for piece in pieces:
            near = (mentions[i] for i in index.overlapping(piece.span))
            masked.append(mask(document.text, piece, [m for m in near if m.span in piece.span], data))
            opening = [mentions[i] for i in index.overlapping(piece.topic)] if piece.topic else []
            topics.append(topic_mention(document.text, piece.topic, opening) if piece.topic else None)
        return cls(document, pieces, masked, topics)


def _annotated(named: Sequence[_Named], data: Language, *, unnamed: bool = False) -> Iterator[Annotated]:
    parsed = parse((sentence for one in named for sentence in one.masked), data)
    for one in named:
        yield Annotated(one.document, tuple(_sentences(one, parsed, data, unnamed=unnamed)))


def _sentences(
    one: _Named, parsed: Iterator[tuple[tuple[Token, ...], dict[int, Mention]]], data: Language, *, unnamed: bool
) -> Iterator[Sentence]:
    text = one.document.text
    ends = [span.end for span in paragraphs(text)]
    sentences = [
        Parsed(piece, *next(parsed), topic, bisect_left(ends, piece.span.end))
        for piece, topic in zip(one.pieces, one.topics, strict=True)
    ]
    for sentence, resolved in zip(sentences, refer(text, sentences, data, unnamed=unnamed), strict=True):
        piece = sentence.piece
        yield Sentence(
            span=piece.span,
            tokens=tuple(sentence.tokens),
            references=resolved.references,
            groups=resolved.groups,
            quantities=quantities(text, piece.span, data, published=one.document.published),
            block=piece.block,
            topic=sentence.topic,
            heading=piece.heading,
            salient=resolved.salient,
        )
