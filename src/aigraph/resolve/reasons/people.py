"""Why two names may stand for one person, and why not.

A family name and a given name that agree are enough together; a given name that differs outweighs both. To add a
reason, write its test and give it a line in the table.
"""

from __future__ import annotations

import re

from aigraph.people import people, usual_gender
from aigraph.resolve.known_names import known_names
from aigraph.resolve.person import PersonName, alike_given, compatible, one_edit, slip
from aigraph.resolve.reasons.reason import Reason
from aigraph.resolve.sound import sound

_SOUND_CHARS = 4
_SLIP_CHARS = 5
_TYPO_CHARS = 6
_LONG_TYPO_CHARS = 8


def same_spelling(one: PersonName, other: PersonName) -> bool:
    """One name, written alike but for case, accents, apostrophes, hyphens, spaces and titles."""
    return one.letters == other.letters and bool(one.given) == bool(other.given)


def reordered(one: PersonName, other: PersonName) -> bool:
    """One name, with the family name first or last."""
    given = people().given
    if len(one.words) == 2 and not one.is_chinese and all(word in given for word in one.words):
        return False
    turned = ("".join((*one.words[at:], *one.words[:at])) for at in (1, len(one.words) - 1))
    return one.letters != other.letters and len(one.words) > 1 and other.letters in turned


def family_name_alone(short: PersonName, full: PersonName) -> bool:
    """Only one person in the corpus bears this family name."""
    return (
        not short.given
        and bool(full.given or full.particles)
        and not full.is_frequent
        and short.family == full.family
        and short.particles in ((), full.particles)
    )


def same_family_name(one: PersonName, other: PersonName) -> bool:
    """Equal family names."""
    return _both_full(one, other) and not one.families.isdisjoint(other.families)


def family_name_by_ear(one: PersonName, other: PersonName) -> bool:
    """Family names that write one name of another script in two ways."""
    return _family_by_ear(one, other) and not _two_known_families(one, other)


def family_names_that_sound_alike(one: PersonName, other: PersonName) -> bool:
    """Family names that sound alike, but are both well known."""
    return _family_by_ear(one, other) and _two_known_families(one, other)


def slip_in_family_name(one: PersonName, other: PersonName) -> bool:
    """Family names that differ by a doubled letter, or by letters that have changed places."""
    return (
        _spelled_apart(one, other)
        and min(len(one.family), len(other.family)) >= _SLIP_CHARS
        and slip(one.family, other.family)
        and not _two_known_families(one, other)
    )


def typo_in_long_family_name(one: PersonName, other: PersonName) -> bool:
    """Long, rare family names that differ by one letter."""
    return _typo(one, other) and min(len(one.family), len(other.family)) >= _LONG_TYPO_CHARS


def typo_in_family_name(one: PersonName, other: PersonName) -> bool:
    """Rare family names that differ by one letter."""
    return _typo(one, other) and min(len(one.family), len(other.family)) < _LONG_TYPO_CHARS


def part_of_double_family_name(one: PersonName, other: PersonName) -> bool:
    """One family name is part of the other, which is double."""
    return _second_family_name(one, other) and not one.is_frequent and one.family not in people().surnames


def part_of_double_family_name_that_many_bear(one: PersonName, other: PersonName) -> bool:
    """One family name, which many bear, is part of the other, which is double."""
    return _second_family_name(one, other) and not part_of_double_family_name(one, other)


def same_given_name(one: PersonName, other: PersonName) -> bool:
    """Equal given names."""
    if not _both_full(one, other) or 1 in (len(one.given[0]), len(other.given[0])):
        return False
    return _same_first(one, other) or "".join(one.given) == "".join(other.given)


def short_form(one: PersonName, other: PersonName) -> bool:
    """One given name is a short form or another spelling of the other."""
    return _both_full(one, other) and _is_short_form(one, other)


def given_name_by_ear(one: PersonName, other: PersonName) -> bool:
    """Given names that write one name of another script in two ways."""
    return _both_full(one, other) and _is_by_ear(one, other)


def slip_in_given_name(one: PersonName, other: PersonName) -> bool:
    """Given names that differ by a doubled letter, or by letters that have changed places."""
    return _both_full(one, other) and _is_slip(one, other)


def translated_given_name(one: PersonName, other: PersonName) -> bool:
    """One given name in two languages, and few bear the family name."""
    return _both_full(one, other) and _is_translated(one, other) and not one.is_frequent


def translated_given_name_of_many(one: PersonName, other: PersonName) -> bool:
    """One given name in two languages, but many bear the family name."""
    return _both_full(one, other) and _is_translated(one, other) and one.is_frequent


def initials(one: PersonName, other: PersonName) -> bool:
    """Given names that fit the initials."""
    return _both_full(one, other) and _is_initial(one, other) and (not one.is_frequent or _two_initials(one, other))


def initial_of_many(one: PersonName, other: PersonName) -> bool:
    """Given names that fit the initial, but many bear the family name."""
    return _both_full(one, other) and _is_initial(one, other) and not initials(one, other)


def leading_initial(one: PersonName, other: PersonName) -> bool:
    """One name begins with an initial that the other leaves out."""
    return _is_leading_initial(one, other) and not one.is_frequent


def leading_initial_of_many(one: PersonName, other: PersonName) -> bool:
    """One name begins with an initial that the other leaves out, but many bear the family name."""
    return _is_leading_initial(one, other) and one.is_frequent


def _is_leading_initial(one: PersonName, other: PersonName) -> bool:
    return (
        len(one.given) > 1
        and bool(other.given)
        and len(one.given[0]) == 1
        and alike_given(one.given[1], other.given[0])
        and not alike_given(one.given[0], other.given[0])
    )


def middle_name_used(one: PersonName, other: PersonName) -> bool:
    """One goes by a name that is the middle name of the other."""
    return (
        bool(other.given)
        and len(other.given[0]) > 1
        and len(one.given) > 1
        and len(one.given[0]) > 1
        and other.given[0] in one.given[1:]
        and not one.is_chinese
    )


def different_given_names(one: PersonName, other: PersonName) -> bool:
    """Different given names."""
    agree = (
        same_given_name,
        _is_short_form,
        _is_by_ear,
        _is_slip,
        _is_translated,
        _is_initial,
        _is_leading_initial,
        middle_name_used,
    )
    return not _one_whole(one, other) and not any(test(one, other) or test(other, one) for test in agree)


def different_middle_names(one: PersonName, other: PersonName) -> bool:
    """Different middle names or initials."""
    if _one_whole(one, other) or "".join(one.given) == "".join(other.given):
        return False
    rests = [one.given[1:], other.given[1:]]
    for at, (name, rival) in enumerate(((one, other), (other, one))):
        if _is_leading_initial(name, rival):
            rests[at] = name.given[2:]
        if _second_family_name(rival, name) and name.given[-1] == rival.family:
            rests[at] = name.given[1:-1]
    return not compatible(*rests)


def different_generations(one: PersonName, other: PersonName) -> bool:
    """One is of another generation: Jr, Sr, II."""
    return bool(one.generation) and bool(other.generation) and one.generation != other.generation


def _one_whole(one: PersonName, other: PersonName) -> bool:
    """Tell whether the parts need not be compared: the whole names are equal, or one has but a family name."""
    return not _both_full(one, other) or same_spelling(one, other) or reordered(one, other)


def _both_full(one: PersonName, other: PersonName) -> bool:
    return bool(one.given) and bool(other.given)


def _spelled_apart(one: PersonName, other: PersonName) -> bool:
    return (
        _both_full(one, other)
        and not same_family_name(one, other)
        and not _family_by_ear(one, other)
        and not (one.is_chinese or other.is_chinese)
    )


def _family_by_ear(one: PersonName, other: PersonName) -> bool:
    if not _both_full(one, other) or same_family_name(one, other) or (one.is_chinese and other.is_chinese):
        return False
    return _one_spelling(one, other) or any(
        len(heard := sound(family)) >= _SOUND_CHARS and heard == sound(rival)
        for family in one.families
        for rival in other.families
    )


def _one_spelling(one: PersonName, other: PersonName) -> bool:
    return known_names().spelling(one.family) == known_names().spelling(other.family)


def _two_known_families(one: PersonName, other: PersonName) -> bool:
    """Tell whether each family name is well known in its own spelling."""
    known, frequent = people().surnames, known_names().frequent
    each = all(name.family in known or name.family in frequent for name in (one, other))
    return each and not _one_spelling(one, other)


def _typo(one: PersonName, other: PersonName) -> bool:
    return (
        _spelled_apart(one, other)
        and min(len(one.family), len(other.family)) >= _TYPO_CHARS
        and one.family[0] == other.family[0]
        and one_edit(one.family, other.family)
        and not slip(one.family, other.family)
        and not _two_known_families(one, other)
    )


def _second_family_name(one: PersonName, other: PersonName) -> bool:
    """Tell whether the family name of `one` is half of the other's, or stands before the last of two in it."""
    if not _both_full(one, other) or same_family_name(one, other) or other.is_chinese:
        return False
    if len(other.compound) > 1 and one.family in (other.compound[0], other.compound[-1]):
        return True
    return len(other.given) > len(one.given) and one.family == other.given[-1] and one.family not in people().given


def _same_first(one: PersonName, other: PersonName) -> bool:
    return one.given[0] == other.given[0] and not _chinese_apart(one, other)


def _chinese_apart(one: PersonName, other: PersonName) -> bool:
    """Tell whether two Chinese given names have a syllable in common, and another that differs or is missing."""
    return one.is_chinese and other.is_chinese and "".join(one.given) != "".join(other.given)


def _is_short_form(one: PersonName, other: PersonName) -> bool:
    known = known_names()
    first, second = one.given[0], other.given[0]
    return first != second and not known.bases(first).isdisjoint(known.bases(second)) and not _chinese_apart(one, other)


def _is_by_ear(one: PersonName, other: PersonName) -> bool:
    first, second = one.given[0], other.given[0]
    return (
        not _is_short_form(one, other)
        and first != second
        and len(sound(first)) >= _SOUND_CHARS - 1
        and sound(first) == sound(second)
        and not _of_two_genders(first, second)
        and not one.is_chinese
    )


def _of_two_genders(one: str, other: str) -> bool:
    """Tell whether two like given names are those of a woman and a man: "Jean", "Jeanne"; "Paul", "Paula"."""
    genders = {usual_gender(one), usual_gender(other)}
    shorter, longer = sorted((one, other), key=len)
    return genders == {"f", "m"} or re.fullmatch(f"{re.escape(shorter)}(e|a|ne|le|se|te)", longer) is not None


def _is_slip(one: PersonName, other: PersonName) -> bool:
    first, second = one.given[0], other.given[0]
    return (
        slip(first, second)
        and min(len(first), len(second)) >= _SLIP_CHARS
        and not _of_two_genders(first, second)
        and not (_is_by_ear(one, other) or _is_short_form(one, other) or one.is_chinese)
    )


def _is_translated(one: PersonName, other: PersonName) -> bool:
    known = known_names()
    first, second = (known.spelling(name.given[0]) for name in (one, other))
    shared = known.translated.get(first, frozenset()) & known.translated.get(second, frozenset())
    return first != second and bool(shared) and not _is_short_form(one, other)


def _is_initial(one: PersonName, other: PersonName) -> bool:
    first, second = one.given[0], other.given[0]
    return 1 in (len(first), len(second)) and first[0] == second[0]


def _two_initials(one: PersonName, other: PersonName) -> bool:
    return min(len(one.given), len(other.given)) > 1 and compatible(one.given, other.given)


REASONS: tuple[Reason[PersonName], ...] = (
    Reason(same_spelling, 1.0),
    Reason(reordered, 1.0),
    Reason(family_name_alone, 1.0),
    Reason(same_family_name, 0.5),
    Reason(family_name_by_ear, 0.5),
    Reason(family_names_that_sound_alike, 0.35),
    Reason(slip_in_family_name, 0.5),
    Reason(typo_in_long_family_name, 0.5),
    Reason(typo_in_family_name, 0.35),
    Reason(part_of_double_family_name, 0.5),
    Reason(part_of_double_family_name_that_many_bear, 0.35),
    Reason(same_given_name, 0.5),
    Reason(short_form, 0.5),
    Reason(given_name_by_ear, 0.5),
    Reason(slip_in_given_name, 0.4),
    Reason(translated_given_name, 0.5),
    Reason(translated_given_name_of_many, 0.3),
    Reason(initials, 0.5),
    Reason(initial_of_many, 0.15),
    Reason(leading_initial, 0.5),
    Reason(leading_initial_of_many, 0.3),
    Reason(middle_name_used, 0.3),
    Reason(different_given_names, -1.0),
    Reason(different_middle_names, -1.0),
    Reason(different_generations, -1.0),
)
"""What speaks for two names of people, and against."""
