"""Parse a sentence with every name replaced by a stand-in, so that how a sentence is read never depends on whom it names.

The parsers are spaCy pipelines; their labels leave as Universal Dependencies.
"""

from __future__ import annotations

import importlib.util
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from aigraph.annotate.names import Vote
from aigraph.annotate.segment import Piece
from aigraph.errors import InputError
from aigraph.language import Language
from aigraph.model import Mention, Span, Token
from aigraph.vocabulary import vocabulary

_VOTES = {"PER": "Person", "PERSON": "Person", "ORG": "Organization", "LOC": "Place", "GPE": "Place", "FAC": "Place"}
# "Co-founded" is a word the parsers do not know; "founded" is, and means the same to them.
_CO_PREFIX = re.compile(r"\b[Cc]o(?:[-\u2011](?=[a-zà-ÿ])|(?=found|fond|cré))")
_QUOTES = {"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\u2011": "-", "\n": " ", "\t": " "}


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


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence as the parser sees it: the text with stand-ins, and where each of its characters comes from."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    mentions: tuple[tuple[int, Mention], ...]


def mask(text: str, piece: Piece, mentions: Sequence[Mention], language: Language) -> Masked:
    """Replace the mentions of a piece by stand-ins of their type, a different one for each name."""
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    placed: list[tuple[int, Mention]] = []

    def add(string: str, start: int, end: int) -> None:
        characters.extend(string)
        starts.extend([start] * len(string))
        ends.extend([end] * len(string))

    names: dict[tuple[str, str], int] = {}
    position = piece.span.start
    topic_end = piece.topic.end if piece.topic else -1
    prefixed = -1
    for mention in [*mentions, None]:
        stop = mention.span.start if mention else piece.span.end
        gap = text[position:stop]
        dropped = {k for match in _CO_PREFIX.finditer(gap) for k in range(match.start(), match.end())}
        for offset, character in enumerate(gap, start=position):
            written = _QUOTES.get(character, character)
            if offset - position in dropped:
                prefixed = offset if prefixed < 0 else prefixed
                continue
            if character in "-\u2011" and offset == stop - 1 and mention:
                written = " "
            elif character == "/" and mention and stop - offset == 1:
                written = " , "
            elif topic_end >= 0 and offset >= topic_end and character in ":–—" and offset <= topic_end + 70:
                written, topic_end = ",", -1
            add(written, prefixed if prefixed >= 0 else offset, offset + 1)
            prefixed = -1
        if mention is None:
            break
        kind = (
            "person" if mention.type == "Person" else "organization" if mention.type == "Organization" else "artifact"
        )
        phrases: tuple[str, ...] = () if kind == "person" else getattr(language.masks, f"{kind}_phrase")
        article = re.search(r"(?:^|[^\w])(l'|la |le |du |au )$", "".join(characters[-4:]).casefold())
        bare = language.masks.behind.get(article[1].strip(), []) if article and kind == "organization" else []
        if bare:
            pool = tuple(bare)
        elif phrases and _phrase_fits(
            "".join(characters[-24:]), text[mention.span.end : mention.span.end + 1], language
        ):
            pool = phrases
            if characters[-1:] == ["'"]:
                characters[-1] = "e"
                add(" ", starts[-1], ends[-1])
        else:
            pool = getattr(language.masks, kind)
        key = (kind, mention.name)
        if key not in names:
            names[key] = len([k for k in names if k[0] == kind])
        if characters and characters[-1].isalnum():
            add(" ", mention.span.start, mention.span.start + 1)
        stand_in = pool[names[key] % len(pool)]
        placed.append((len(characters) + stand_in.rfind(" ") + 1, mention))
        add(stand_in, mention.span.start, mention.span.end)
        position = mention.span.end
        if text[position : position + 1].isalnum():
            add(" ", position, position + 1)
    return Masked("".join(characters), tuple(starts), tuple(ends), tuple(placed))


def _phrase_fits(before: str, after: str, language: Language) -> bool:
    """Tell whether a description can stand where the name stands: not behind an article, a noun or an adjective."""
    if after in ("'", "’", "-") or before.rstrip(" ").endswith(("(", "«", '"')):
        return False
    if before.endswith("'"):
        return re.search(r"(?:\b[dD]|[qQ]u)'$", before) is not None
    word = re.search(r"([^\W\d_]+)[ ]*$", before)
    if word is None:
        return True
    last = word[1].casefold()
    nouns = language.names.organization_cues | language.names.artifact_cues | language.names.person_titles
    prepositions = language.names.organization_cues & {"chez"}
    known = (nouns - prepositions) | language.references.organization_nouns | language.masks.after
    return last not in known and not last.endswith(language.masks.after_endings)


def parse(
    masked: Iterable[Masked], text: str, language: Language
) -> Iterator[tuple[tuple[Token, ...], dict[int, Mention]]]:
    """Yield for each masked sentence its tokens over the real text, and which of them are mentions."""
    nlp = pipeline(language)
    sentences = list(masked)
    for sentence, doc in zip(sentences, nlp.pipe((m.text for m in sentences), disable=["ner"]), strict=True):
        at = dict(sentence.mentions)
        # The article of a stand-in ("cette entreprise") is no word of the text.
        covered = {(sentence.starts[at_], sentence.ends[at_]) for at_ in at}
        kept = [
            token
            for token in doc
            if not token.is_space
            and (token.idx in at or (sentence.starts[token.idx], sentence.ends[token.idx]) not in covered)
        ]
        index = {token.i: position for position, token in enumerate(kept)}
        tokens = []
        mentions = {}
        for position, token in enumerate(kept):
            start, end = sentence.starts[token.idx], sentence.ends[token.idx + len(token.text) - 1]
            span = Span(start, end)
            mention = at.get(token.idx)
            if mention is not None:
                mentions[position] = mention
                span = mention.span
            head = token.head
            while head.i not in index and head.head.i != head.i:
                head = head.head
            deprel = language.dependencies.get(token.dep_, token.dep_)
            tokens.append(
                Token(
                    span=span,
                    form=span.of(text),
                    lemma=token.lemma_.casefold(),
                    upos="PROPN" if mention else token.pos_,
                    head=index.get(head.i, position),
                    deprel=deprel if deprel != "ROOT" else "root",
                    feats=str(token.morph),
                )
            )
        yield tuple(_to_universal(tokens)), mentions


def _to_universal(tokens: list[Token]) -> list[Token]:
    """Turn prepositions and copulas that govern (ClearNLP) into ones that depend (Universal Dependencies)."""
    tokens = list(tokens)
    for i in range(len(tokens)):
        token = tokens[i]
        if token.deprel in ("pobj", "pcomp"):
            markers = [token.head]
            while tokens[markers[-1]].deprel == "prep" and tokens[tokens[markers[-1]].head].deprel == "prep":
                markers.append(tokens[markers[-1]].head)
            governor = tokens[markers[-1]].head
            agent = any(tokens[m].deprel == "agent" for m in markers)
            if governor == i:
                continue
            nominal = tokens[governor].upos in ("NOUN", "PROPN", "NUM", "PRON")
            deprel = "advcl" if token.deprel == "pcomp" else "obl:agent" if agent else "nmod" if nominal else "obl"
            tokens[i] = replace(token, head=governor, deprel=deprel)
            for m in markers:
                tokens[m] = replace(tokens[m], head=i, deprel="mark" if deprel == "advcl" else "case")
    for i in range(len(tokens)):
        token = tokens[i]
        if token.deprel == "attr" and token.head != i:
            verb = token.head
            old = tokens[verb]
            root = old.head == verb
            tokens[i] = replace(token, head=i if root else old.head, deprel=old.deprel)
            tokens[verb] = replace(old, head=i, deprel="cop")
            for j, other in enumerate(tokens):
                if other.head == verb and j not in (i, verb):
                    tokens[j] = replace(other, head=i)
    return _without_circles(tokens)


def _without_circles(tokens: list[Token]) -> list[Token]:
    """Make a root of the first token of every circle that turning heads around has made."""
    for start in range(len(tokens)):
        seen = set()
        i = start
        while tokens[i].head != i:
            if i in seen:
                tokens[i] = replace(tokens[i], head=i, deprel="root")
                break
            seen.add(i)
            i = tokens[i].head
    return tokens


def is_artifact(type: str) -> bool:
    """Tell whether a mention of this type is a work."""
    return vocabulary().is_a(type, "Artifact")
