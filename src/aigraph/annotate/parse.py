"""Recognise names and parse sentences with a spaCy pipeline; its labels leave as Universal Dependencies."""

from __future__ import annotations

import importlib.util
import warnings
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from aigraph.annotate.homographs import with_verbs
from aigraph.annotate.mask import Masked
from aigraph.annotate.reasons import Vote
from aigraph.annotate.segment import Piece
from aigraph.annotate.universal import to_universal
from aigraph.errors import InputError
from aigraph.language import Language
from aigraph.model import Mention, Span, Token

_VOTES = {"PER": "Person", "PERSON": "Person", "ORG": "Organization", "LOC": "Place", "GPE": "Place", "FAC": "Place"}


@cache
def pipeline(language: Language) -> Any:
    """Load the best installed spaCy pipeline of the language; raises InputError when there is none."""
    name = next((name for name in language.pipelines if importlib.util.find_spec(name)), None)
    if name is None:
        raise InputError(
            f"no spaCy pipeline for {language.name} is installed; install one of {', '.join(language.pipelines)}"
        )
    import spacy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return spacy.load(name)


def pipeline_version(language: Language) -> str:
    """Return name and version of the pipeline in use, which results depend on."""
    meta = pipeline(language).meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def stop_words(language: Language) -> frozenset[str]:
    """Return the function words of the language."""
    return frozenset(pipeline(language).Defaults.stop_words)


def votes(text: str, pieces: Sequence[Piece], language: Language) -> Iterator[Vote]:
    """Yield what the pipeline's entity recogniser takes for a name."""
    nlp = pipeline(language)
    idle = [name for name in nlp.pipe_names if name not in ("tok2vec", "ner")]
    bodies = (piece.span.of(text) for piece in pieces)
    for piece, doc in zip(pieces, nlp.pipe(bodies, disable=idle), strict=True):
        for entity in doc.ents:
            start, end = piece.span.start + entity.start_char, piece.span.start + entity.end_char
            if start < end:
                yield Vote(Span(start, end), _VOTES.get(entity.label_, "Other"))


def parse(masked: Iterable[Masked], language: Language) -> Iterator[tuple[tuple[Token, ...], dict[int, Mention]]]:
    """Yield for each masked sentence its tokens over the real text, and which of them are mentions."""
    sentences = list(masked)
    docs = pipeline(language).pipe((sentence.text for sentence in sentences), disable=["ner"])
    for sentence, doc in zip(sentences, docs, strict=True):
        kept = _real_words(sentence, doc)
        index = {token.i: position for position, token in enumerate(kept)}
        at = dict(sentence.mentions)
        mentions = {position: at[token.idx] for position, token in enumerate(kept) if token.idx in at}
        tokens = [
            _token(sentence, token, index, mentions.get(position), language) for position, token in enumerate(kept)
        ]
        yield with_verbs(to_universal(tokens, language.grammar.copulas), mentions, language), mentions


def _real_words(sentence: Masked, doc: Any) -> list[Any]:
    """Return the tokens that stand for words of the text: not spaces, nor the article of "cette entreprise"."""
    at = dict(sentence.mentions)
    covered = {(sentence.starts[place], sentence.ends[place]) for place in at}
    return [
        token
        for token in doc
        if not token.is_space
        and (token.idx in at or (sentence.starts[token.idx], sentence.ends[token.idx]) not in covered)
    ]


def _token(sentence: Masked, token: Any, index: dict[int, int], mention: Mention | None, language: Language) -> Token:
    """Return a spaCy token as one over the real text; `index` gives the new places of the tokens that are kept."""
    last = token.idx + len(token.text) - 1
    # A mark that the parser does not cut from the stand-in behind it (".cette") ends where the name begins.
    covered = {(sentence.starts[place], sentence.ends[place]) for place, _ in sentence.mentions}
    while last > token.idx and (sentence.starts[last], sentence.ends[last]) in covered:
        last -= 1
    span = mention.span if mention else Span(sentence.starts[token.idx], sentence.ends[last])
    head = token.head
    while head.i not in index and head.head.i != head.i:
        head = head.head
    return Token(
        span=span,
        form=span.of(sentence.article),
        lemma=token.lemma_.casefold(),
        upos="PROPN" if mention else token.pos_,
        head=index.get(head.i, index[token.i]),
        deprel="root" if token.dep_ == "ROOT" else language.dependencies.get(token.dep_, token.dep_),
        feats=str(token.morph),
    )
