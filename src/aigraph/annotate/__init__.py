"""Documents to annotated documents: sentences, tokens, mentions, references, quantities. The one room with an NLP library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from aigraph.annotate.names import NameFinder
from aigraph.annotate.parse import mask, parse, pipeline_version, stop_words, votes
from aigraph.annotate.quantities import quantities
from aigraph.annotate.reference import Discourse, topic_mention
from aigraph.annotate.segment import Piece, segment
from aigraph.language import Language, language
from aigraph.model import Annotated, Document, Mention, Sentence

__all__ = ["annotate", "annotate_marked", "pipeline_version"]


def annotate(documents: Iterable[Document]) -> Iterator[Annotated]:
    """Annotate each document; the result of one depends on no other."""
    for document in documents:
        data = language(document.language)
        text = document.text
        pieces = list(segment(text, data))
        mentions = NameFinder(text, pieces, data, stop_words(data)).mentions(votes(text, pieces, data))
        yield Annotated(document, tuple(_sentences(document, pieces, mentions, data)))


def annotate_marked(document: Document, mentions: Sequence[Mention]) -> Annotated:
    """Annotate a document whose mentions are given, as in the examples that rules carry."""
    data = language(document.language)
    pieces = list(segment(document.text, data))
    return Annotated(document, tuple(_sentences(document, pieces, mentions, data)))


def _sentences(
    document: Document, pieces: Sequence[Piece], mentions: Sequence[Mention], data: Language
) -> Iterator[Sentence]:
    inside = [[m for m in mentions if m.span in piece.span] for piece in pieces]
    masked = [mask(document.text, piece, found, data) for piece, found in zip(pieces, inside, strict=True)]
    discourse = Discourse(data)
    parsed = parse(masked, document.text, data)
    for piece, (tokens, at) in zip(pieces, parsed, strict=True):
        topic = topic_mention(document.text, piece.topic, mentions) if piece.topic else None
        salient = discourse.salient()
        references, groups = discourse.resolve(tokens, at, document.text, piece.block, topic)
        yield Sentence(
            span=piece.span,
            tokens=tokens,
            references=references,
            groups=groups,
            quantities=quantities(document.text, piece.span, data, published=document.published),
            block=piece.block,
            topic=topic,
            heading=piece.heading,
            salient=salient,
        )
