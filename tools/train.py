"""Train the model of pairs on annotated articles: python tools/train.py tests/corpus [-o MODEL.json].

Articles whose name begins with "heldout" are never read. It prints how right the model is on articles that it was not
trained on (cross-validation by article). The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from aigraph.annotate import annotate
from aigraph.evaluate import GoldArticle, load_gold
from aigraph.extract import read_by_rules
from aigraph.extract.learned import features, pairs
from aigraph.extract.learned.decide import ADDS, VETOES, entailed_by, object_kinds
from aigraph.extract.learned.scorer import MODEL
from aigraph.gazetteer import fold, gazetteer
from aigraph.language import language
from aigraph.model import Annotated, Document, Span

_FOLDS = 5
# Features rarer than this, and weights smaller than this, are left out: they tell hardly anything.
_LEAST_COUNT = 5
_SMALLEST_WEIGHT = 0.03
_DECIMALS = 2
# The inverse strength of the L2 regularisation.
_STRENGTH = 0.05


@dataclass(frozen=True)
class Example:
    """A pair as the model sees it; `labels[relation]` is None where another sentence gives the fact."""

    article: str
    kind: str
    features: frozenset[str]
    labels: dict[str, bool | None]


def examples(article: GoldArticle, annotated: Annotated) -> list[Example]:
    """Return the pairs of an article, each with what the annotation says of it."""
    data = language(annotated.document.language)
    claims, background = read_by_rules(annotated)
    text = annotated.document.text
    facts = []
    for fact in article.facts:
        start = text.find(fact.evidence)
        if start >= 0 and not fact.negated:
            objects = frozenset[str]().union(*(_keys(name) for name in (fact.object, *fact.alternatives)))
            span = Span(start, start + len(fact.evidence))
            facts.append((fact.relation, _keys(fact.subject), objects, span))
            facts += [("from", _keys(fact.subject), _keys(origin), span) for origin in fact.origins]
    found = []
    for scene, pair in pairs(annotated, claims, background, data):
        person, object_ = _keys(pair.person.mention.name), _keys(pair.object.mention.name)
        labels: dict[str, bool | None] = {}
        for relation, kind in object_kinds().items():
            if kind == pair.object.kind:
                spans = [s for r, p, o, s in facts if r == relation and p & person and o & object_]
                here = any(scene.sentence.span.overlaps(span) for span in spans)
                entailing = entailed_by(relation)
                entailed = any(r in entailing and p & person and o & object_ for r, p, o, _ in facts)
                labels[relation] = True if here else None if spans or entailed else False
        found.append(Example(article.path, pair.object.kind, features(scene, pair), labels))
    return found


def _keys(name: str) -> frozenset[str]:
    return frozenset({fold(name), *(entry.id for entry in gazetteer().find(name))})


def read(folders: Sequence[Path]) -> list[Example]:
    """Return the examples of all articles but the held out."""
    gold = [a for folder in folders for a in load_gold(folder) if not Path(a.path).name.startswith("heldout")]
    documents = [Document(Path(a.path).read_text(encoding="utf-8"), path=a.path, language=a.language) for a in gold]
    return [e for a, one in zip(gold, annotate(documents), strict=True) for e in examples(a, one)]


def train(found: Sequence[Example], relation: str) -> dict[str, float]:
    """Return the weights of one relation's features."""
    usable = [e for e in found if e.labels.get(relation) is not None]
    vectorizer = DictVectorizer(sort=True)
    counts = vectorizer.fit_transform([dict.fromkeys(sorted(e.features), 1) for e in usable])
    often = numpy.asarray(counts.sum(axis=0)).ravel() >= _LEAST_COUNT
    vectorizer.restrict(often)
    matrix = counts[:, numpy.flatnonzero(often)]
    labels = numpy.array([bool(e.labels[relation]) for e in usable])
    _report(relation, usable, _held_out_guesses(usable, matrix, labels), labels)
    model = _fit(matrix, labels)
    weights = {
        str(name): round(float(weight), _DECIMALS)
        for name, weight in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
        if abs(weight) >= _SMALLEST_WEIGHT
    }
    weights["bias"] = round(weights.get("bias", 0.0) + float(model.intercept_[0]), _DECIMALS)
    return dict(sorted(weights.items()))


def _fit(matrix: object, labels: object) -> LogisticRegression:
    return LogisticRegression(C=_STRENGTH, solver="liblinear", random_state=0, max_iter=500).fit(matrix, labels)


def _held_out_guesses(usable: Sequence[Example], matrix: csr_matrix, labels: numpy.ndarray) -> numpy.ndarray:
    """Return the probability of each example by a model that saw no other example of its article."""
    articles = {article: i % _FOLDS for i, article in enumerate(sorted({e.article for e in usable}))}
    folds = numpy.array([articles[e.article] for e in usable])
    guessed = numpy.zeros(len(usable))
    for k in range(_FOLDS):
        guessed[folds == k] = _fit(matrix[folds != k], labels[folds != k]).predict_proba(matrix[folds == k])[:, 1]
    return guessed


def _report(relation: str, usable: Sequence[Example], guessed: numpy.ndarray, labels: numpy.ndarray) -> None:
    """Print how right the rules and the model are on articles that the model was not trained on."""
    ruled = numpy.array([f"rule={relation}" in e.features for e in usable])
    parts = {
        "rules": ruled,
        "rules after its veto": ruled & (guessed >= VETOES),
        "added": ~ruled & (guessed >= ADDS),
    }
    shares = ", ".join(f"{name} {labels[part].sum()} of {part.sum()} right" for name, part in parts.items())
    print(f"{relation}: {len(usable)} pairs, {labels.sum()} positive; {shares}", file=sys.stderr)


def main() -> None:
    """Train and write the model."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=MODEL)
    arguments = parser.parse_args()
    found = read(arguments.gold)
    weights = {relation: train(found, relation) for relation in object_kinds()}
    arguments.output.write_text(json.dumps({"weights": weights}, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
