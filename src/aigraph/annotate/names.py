"""Find the names in an article and tell what they are: from the gazetteer, from their shape, from the words around."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from aigraph.annotate.segment import Piece
from aigraph.gazetteer import Entry, fold, gazetteer
from aigraph.language import Language
from aigraph.model import Mention, Span

_SPACES = (" ", "\u00a0", "\u202f")
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = re.compile(rf"{_UPPER}(?:[\w’'&-]|\.(?=\w))*\.?|\d+[A-Za-z][\w-]*")
_ELISION = re.compile(r"(?:\b|(?<=[\s«“\"(]))(?:[dlnsjmtcDLNSJMTC]|[Qq]u)[’']$")
_POSSESSIVE = re.compile(r"[’']s?$")
_INITIAL = re.compile(r"[A-Z]\.(?:-?[A-Z]\.)*$")
_MODEL_SHAPE = re.compile(r"(?:[A-Za-z]{1,12}-?\d[\w.]*(?:-[\w.]+)*|[A-Z][A-Za-z]+[-‑]\d[\w.]*)$")
_VERSION = re.compile(r"[ \u00a0\u202f-]+(?P<version>v?\d+(?:\.\d+)*[a-z]{0,2}|\d+B)\b")
# What tips a name towards a person; below it the name is left alone, because a wrong person is worse than none.
_PERSON_THRESHOLD = 2.0
_ORGANIZATION_THRESHOLD = 2.0
_TITLE_CASE_WORDS = 4
_TITLE_CASE_SHARE = 0.6
_TITLE_CASE_COMMON_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Vote:
    """What a statistical recogniser takes a span for: "Person", "Organization", "Place" or "Other"."""

    span: Span
    type: str


@dataclass(slots=True)
class _Candidate:
    span: Span
    text: str
    first: bool
    titled: bool
    title_case: bool
    scores: dict[str, float]


@cache
def _automaton() -> tuple[AhoCorasick, list[tuple[str, Entry, bool]]]:
    names = [(name, entry, weak) for name, entry, weak in gazetteer().names() if len(fold(name)) > 1 or entry.case]
    return AhoCorasick([_fold_text(name)[0] for name, _, _ in names], matchkind=MatchKind.LeftmostLongest), names


@cache
def _by_key() -> Mapping[str, tuple[tuple[str, Entry, bool], ...]]:
    found: dict[str, list[tuple[str, Entry, bool]]] = defaultdict(list)
    for name in _automaton()[1]:
        found[_fold_text(name[0])[0]].append(name)
    return {key: tuple(names) for key, names in found.items()}


def _fold_text(text: str) -> tuple[str, list[int]]:
    """Return the matching form of `text` and, for each of its characters, the offset in `text`."""
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        folded = character.lower() if character.isascii() else (" " if character.isspace() else fold(character))
        if character == "\n":
            folded = " "
        characters.extend(folded)
        offsets.extend([offset] * len(folded))
    offsets.append(len(text))
    return "".join(characters), offsets


def known_names(text: str) -> list[tuple[Span, Entry, bool]]:
    """Return the gazetteer names in `text`: span, entry and whether the name counts only in context."""
    automaton, _ = _automaton()
    folded, offsets = _fold_text(text)
    found = []
    for _, start, end in automaton.find_matches_as_indexes(folded):
        span = Span(offsets[start], offsets[end - 1] + 1)
        if not _bounded(text, span):
            continue
        written = span.of(text)
        options = [
            (entry, weak) for name, entry, weak in _by_key()[folded[start:end]] if _case_agrees(name, written, entry)
        ]
        if options:
            entry, weak = min(options, key=lambda option: (option[1], option[0].id))
            found.append((span, entry, weak))
    return found


def _bounded(text: str, span: Span) -> bool:
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 2]
    if before.isalnum() or before == "_" or after[:1].isalnum() or after[:1] == "_":
        return False
    if after[:1] in "-." and len(after) == 2 and after[1].isdigit():
        return False
    return not (before == "." and span.start > 1 and text[span.start - 2].isalnum() and text[span.start].islower())


def _case_agrees(name: str, written: str, entry: Entry) -> bool:
    if entry.case:
        return fold(name, case=True) == fold(written, case=True)
    return not name[0].isupper() or written[0].isupper()


class NameFinder:
    """The names of one article. Call `mentions` once; the order of the result is the order of the text."""

    def __init__(self, text: str, pieces: Sequence[Piece], language: Language, stop_words: frozenset[str]) -> None:
        self.text = text
        self.pieces = pieces
        self.language = language
        self.words = language.names
        self.stop_words = stop_words
        self.lower_words = frozenset(re.findall(r"\b[a-zà-öø-ÿ]{2,}\b", text))

    def mentions(self, votes: Iterable[Vote]) -> list[Mention]:
        """Return every mention of a person, organisation or work, with the fullest name that the article gives it."""
        known = self._known()
        taken = [mention.span for mention in known]
        candidates = self._candidates(taken)
        self._score(candidates, list(votes))
        types = self._types(candidates)
        found = list(known)
        found += [self._mention(c.span, types[c.text]) for c in candidates if types.get(c.text)]
        found += self._short_forms(candidates, found)
        return sorted(_without_overlaps(found), key=lambda mention: mention.span)

    def _mention(self, span: Span, type: str) -> Mention:
        return Mention.at(self.text, span.start, span.end, type)

    def _known(self) -> list[Mention]:
        names = known_names(self.text)
        strong = {entry.id for _, entry, weak in names if not weak}
        found: list[Mention] = []
        for span, entry, weak in names:
            if weak and not self._supported(span, entry, strong, found):
                continue
            span = self._extended(span, entry)
            mention = self._mention(span, entry.type)
            found.append(mention)
        return found

    def _supported(self, span: Span, entry: Entry, strong: set[str], found: Sequence[Mention]) -> bool:
        """Tell whether the text around calls for a weak name: its own full name, its maker, a cue, a list of its kind."""
        if entry.id in strong or entry.maker in strong or entry.parent in strong:
            return True
        if found and found[-1].type == entry.type and span.start - found[-1].span.end <= 6 and entry.type != "Person":
            between = self.text[found[-1].span.end : span.start].strip().casefold()
            if between in {",", "/", "et", "and", "ou", "or", "", ", et", ", and"}:
                return True
        cues = self.words.organization_cues if entry.type == "Organization" else self.words.artifact_cues
        return self._previous_word(span.start) in cues and span.of(self.text)[0].isupper()

    def _extended(self, span: Span, entry: Entry) -> Span:
        """Take a version ("Gemini" + "3 Pro") or the rest of a unit's name ("Google" + "Quantum AI") into the span."""
        end = span.end
        if entry.type != "Organization":
            version = _VERSION.match(self.text, end)
            if (
                version
                and entry.type == "Model"
                and not re.match(r"\s?(?:%|milli|billion|ans|years)", self.text[version.end() :])
            ):
                end = version.end()
            while (word := re.compile(r"[ \u00a0\u202f-](\w+)").match(self.text, end)) and word[
                1
            ].casefold() in self.words.versions:
                if not (word[1][0].isupper() or self.text[end] == "-" or end > span.end):
                    break
                end = word.end()
            return Span(span.start, end)
        rest = re.compile(rf"(?:[ \u00a0\u202f]{_UPPER}[\w&-]+){{1,3}}").match(self.text, end)
        if rest and entry.kind not in ("university", "fund", "media"):
            words = rest.group().split()
            for count in range(len(words), 0, -1):
                if words[count - 1].casefold() in self.words.organization_words:
                    tail = re.compile(r"(?:[ \u00a0\u202f]\S+?){%d}(?![\w&-])" % count).match(self.text, end)
                    if tail:
                        return Span(span.start, tail.end())
        return Span(span.start, end)

    def _previous_word(self, start: int) -> str:
        before = re.search(r"([\w.-]+)[ \u00a0\u202f'’\"«“]*$", self.text[max(0, start - 30) : start])
        return before[1].casefold() if before else ""

    def _candidates(self, taken: Sequence[Span]) -> list[_Candidate]:
        found = []
        for piece in self.pieces:
            body = piece.span.of(self.text)
            title_case = self._in_title_case(body)
            for run in self._runs(piece, taken):
                found += self._split(run, piece, title_case=title_case)
        return found

    def _in_title_case(self, body: str) -> bool:
        """Tell a Headline With Capitals from a list of names: common words bear capitals in it."""
        words = re.findall(r"[^\W\d_]{3,}", body)[1:]
        capitals = [word.lower() for word in words if word[0].isupper()]
        if len(words) < _TITLE_CASE_WORDS or len(capitals) / len(words) <= _TITLE_CASE_SHARE:
            return False
        common = sum(word in self.lower_words or word in self.stop_words for word in capitals)
        return common / len(capitals) >= _TITLE_CASE_COMMON_SHARE

    def _runs(self, piece: Piece, taken: Sequence[Span]) -> list[list[Span]]:
        """Return runs of capitalised words that only spaces, initials and particles stand between."""
        runs: list[list[Span]] = []
        blocked = [span for span in taken if span.overlaps(piece.span)]
        for match in _WORD.finditer(self.text, piece.span.start, piece.span.end):
            start, end = match.span()
            before = self.text[max(0, start - 1) : start]
            if before and (before.isalnum() or before == "_"):
                continue
            if elided := re.match(r"(?:[DLNSJMTC]|Qu)[’'](?=\w)", match.group()):
                start += elided.end()
            text = self.text[start:end]
            if not text or not (text[0].isupper() or text[0].isdigit()):
                continue
            if (
                text.endswith(".")
                and not _INITIAL.search(text)
                and text.casefold()
                not in ("inc.", "corp.", "ltd.", "jr.", "sr.", "m.", "mr.", "mrs.", "ms.", "dr.", "prof.")
            ):
                end -= 1
            if possessive := _POSSESSIVE.search(self.text, start, end):
                end = possessive.start() if possessive.end() == end else end
            if start >= end:
                continue
            span = Span(start, end)
            if any(span.overlaps(other) for other in blocked):
                continue
            if runs and self._joins(runs[-1], span):
                runs[-1].append(span)
            else:
                runs.append([span])
        return runs

    def _joins(self, run: Sequence[Span], right: Span) -> bool:
        left = run[-1]
        between = self.text[left.end : right.start]
        if between in (*_SPACES, "\n"):
            return True
        words = between.split()
        return (
            between[:1] in _SPACES
            and 1 <= len(words) <= 2
            and all(word.casefold() in self.words.particles for word in words)
            and (between[-1] in _SPACES or words[-1].endswith("'"))
            and words[0] not in ("la", "le", "du", "des", "de", "d'")
        ) or (len(run) == 1 and words in (["de"], ["de", "la"], ["du"]) and self._given_name_before(left))

    def _given_name_before(self, span: Span) -> bool:
        """ "Daniel De Freitas" and "Nando de Freitas" are names, "PDG de Meta" is not: the word before is no noun."""
        word = span.of(self.text).casefold()
        return word not in self.words.person_titles and word not in self.lower_words and len(word) > 2

    def _split(self, run: Sequence[Span], piece: Piece, *, title_case: bool) -> list[_Candidate]:
        """Cut a run at words that are no part of a name, and note the titles that stand before one."""
        groups: list[tuple[list[Span], bool]] = [([], False)]
        for index, span in enumerate(run):
            word = span.of(self.text)
            folded = word.casefold()
            at_start = index == 0 and span.start <= self._start_of(piece)
            if folded in self.words.person_titles and not (
                groups[-1][0]
                and len(run) - index <= 1
                and len(groups[-1][0]) < 2
                and not at_start
                and folded not in self.lower_words
            ):
                groups.append(([], True))
            elif folded in self.words.not_names or (
                at_start and (folded in self.stop_words or folded in self.lower_words)
            ):
                groups.append(([], False))
            elif at_start and len(run) > 1 and folded.endswith(("ment", "ly", "ing")):
                groups.append(([], False))
            else:
                groups[-1][0].append(span)
        found = []
        for spans, titled in groups:
            if not spans:
                continue
            whole = Span(spans[0].start, spans[-1].end)
            text = whole.of(self.text)
            if text.casefold() in self.words.not_names or len(text) < 2:
                continue
            first = whole.start <= self._start_of(piece)
            if not titled and self._previous_word(whole.start) in self.words.person_titles:
                titled = True
            found.append(_Candidate(whole, text, first, titled, title_case, defaultdict(float)))
        return found

    def _start_of(self, piece: Piece) -> int:
        match = re.compile(r"[\W\d]*").match(self.text, piece.span.start)
        return match.end() if match else piece.span.start

    def _score(self, candidates: Sequence[_Candidate], votes: Sequence[Vote]) -> None:
        by_start = sorted(votes, key=lambda vote: vote.span)
        topics = {piece.topic for piece in self.pieces if piece.topic}
        for candidate in candidates:
            scores = candidate.scores
            words = [
                w for w in re.split(r"[ \u00a0\u202f\n]+", candidate.text) if w.casefold() not in self.words.particles
            ]
            plain = all(re.fullmatch(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|(?:[A-Z]\.-?)+", w) for w in words)
            mixed = any(re.search(r"[a-z][A-Z]{2,}|^[A-Z]{2,}[a-z]*$|\d", w) for w in words)
            last = words[-1].casefold().rstrip(".") if words else ""
            if 2 <= len(words) <= 4 and plain and not mixed:
                # Two or three capitalised words that nothing speaks against are most often a person.
                scores["Person"] += 2.0 if len(words) < 4 else 1.2
                if re.search(
                    r"\b(?:the|a|an|le|la|les|l[’']|un|une|du|des|au|this|ce|cette)[ \u00a0]?$",
                    self.text[max(0, candidate.span.start - 7) : candidate.span.start],
                    re.IGNORECASE,
                ):
                    scores["Person"] -= 1.2
            if candidate.titled:
                scores["Person"] += 2.0
            if candidate.span in topics:
                scores["Person"] += 1.5
            previous = self._previous_word(candidate.span.start)
            after = self.text[candidate.span.end : candidate.span.end + 40]
            if last in self.words.organization_words or (
                len(words) > 1 and words[0].casefold() in self.words.organization_words
            ):
                scores["Organization"] += 3.0
                scores["Person"] -= 2.5
            if previous in self.words.organization_cues:
                scores["Organization"] += 2.0
                scores["Person"] -= 1.0
            if previous in self.words.artifact_cues:
                scores["System"] += 2.5
                scores["Person"] -= 1.0
            if re.match(r"\s?,\s?\d{2}(?:\s?ans)?\b|\s?\(ex-|\s?,\s(?:qui|who)\b|[’']s\s(?:former|own)\b", after):
                scores["Person"] += 1.0
            if mixed or _MODEL_SHAPE.fullmatch(candidate.text):
                scores["Organization"] += 0.3
                scores["Person"] -= 1.0
            if _MODEL_SHAPE.fullmatch(candidate.text) and re.search(r"\d", candidate.text):
                scores["Model"] += 1.5
            if candidate.title_case:
                for type in list(scores):
                    scores[type] *= 0.3
            for vote in by_start:
                if vote.span.start > candidate.span.end:
                    break
                if vote.span.overlaps(candidate.span):
                    same = vote.span == candidate.span or vote.span in candidate.span or candidate.span in vote.span
                    weight = (1.2 if vote.type == "Person" else 1.0) if same else 0.3
                    scores[vote.type] += weight * (0.4 if candidate.title_case else 1.0)
                    if vote.type == "Place":
                        scores["Organization"] -= 1.0
                    if vote.type != "Person" and same:
                        scores["Person"] -= 0.8
            if len(words) == 1:
                scores["Person"] -= 1.0
        self._vouch(candidates)

    def _vouch(self, candidates: Sequence[_Candidate]) -> None:
        """In an enumeration of names one person vouches for the next: "Lucas, Alexander and Xiaohua"."""
        for pairs in (
            zip(candidates, candidates[1:], strict=False),
            zip(candidates[::-1], candidates[-2::-1], strict=False),
        ):
            for sure, doubtful in pairs:
                first, second = sorted((sure.span, doubtful.span))
                if first.end >= second.start:
                    continue
                between = self.text[first.end : second.start].strip().casefold()
                if between in (",", "et", "and", ", and", ";", "&") and sure.scores["Person"] >= _PERSON_THRESHOLD:
                    if " " in doubtful.text and doubtful.scores["Person"] > 0:
                        doubtful.scores["Person"] += 0.8

    def _types(self, candidates: Sequence[_Candidate]) -> dict[str, str | None]:
        """Decide once for each written name: its occurrences vote together, and the best of them counts most."""
        totals: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        for candidate in candidates:
            for type, score in candidate.scores.items():
                totals[candidate.text][type].append(score)
        types: dict[str, str | None] = {}
        for text, by_type in totals.items():
            scores = {type: max(values) + 0.25 * (sum(values) - max(values)) for type, values in by_type.items()}
            best = max(sorted(scores), key=lambda type: scores[type])
            enough = {"Person": _PERSON_THRESHOLD, "Organization": _ORGANIZATION_THRESHOLD, "Model": 1.5, "System": 2.4}
            types[text] = best if scores[best] >= enough.get(best, 99.0) else None
            if types[text] is None and scores.get("Person", 0) >= _PERSON_THRESHOLD and best != "Place":
                types[text] = "Person"
        return types

    def _short_forms(self, candidates: Sequence[_Candidate], found: Sequence[Mention]) -> list[Mention]:
        """Give surnames, given names and initials of the people whom the article names in full that full name."""
        full: dict[str, Mention] = {}
        for mention in found:
            if mention.type == "Person":
                full.setdefault(_key(mention.text), mention)
        by_part: dict[str, dict[str, Mention]] = defaultdict(dict)
        for mention in full.values():
            words = _key(mention.text).split()
            for index in range(1, len(words)):
                by_part[" ".join(words[index:])][mention.text] = mention
            if len(words) > 1:
                by_part[words[0]].setdefault(mention.text, mention)
        taken = [mention.span for mention in found]
        shorts = []
        for candidate in candidates:
            if any(candidate.span.overlaps(span) for span in taken):
                continue
            owners = by_part.get(_key(candidate.text), {})
            if len(owners) == 1:
                owner = next(iter(owners.values()))
                shorts.append(Mention(candidate.span, candidate.text, "Person", owner.text, owner.span))
            elif len(owners) > 1:
                before = [o for o in owners.values() if o.span.start < candidate.span.start]
                owner = max(before or owners.values(), key=lambda mention: mention.span.start)
                surname = [o for o in owners.values() if _key(o.text).endswith(_key(candidate.text))]
                if len(surname) == 1:
                    shorts.append(Mention(candidate.span, candidate.text, "Person", surname[0].text, surname[0].span))
        return shorts


def _key(name: str) -> str:
    return fold(name)


def _without_overlaps(mentions: Sequence[Mention]) -> list[Mention]:
    """Keep the longest of overlapping mentions, the first of equally long ones."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start - m.span.end, m.span.start)):
        if not any(mention.span.overlaps(other.span) for other in kept):
            kept.append(mention)
    return kept
