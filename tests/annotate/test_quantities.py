from __future__ import annotations

import dataclasses
import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigraph.annotate.quantities import quantities
from aigraph.annotate.quantities.phrases import Grammar
from aigraph.errors import DataError
from aigraph.language import Language, language
from aigraph.model import DateBounds, Quantity, Span

MONDAY = "2025-06-30"


def read(code: str, text: str, *, published: str | None = MONDAY) -> tuple[Quantity, ...]:
    return quantities(text, Span(0, len(text)), language(code), published=published)


def found(code: str, text: str, *, published: str | None = MONDAY) -> list[str]:
    return [f"{q.kind} {q.value} [{q.text}]" for q in read(code, text, published=published)]


# The quantity is what stands in square brackets.
DATES = [
    ("fr", "Il est parti le [30 juin 2025].", "2025-06-30"),
    ("fr", "Il est parti le [30 juin].", "2025-06-30"),
    ("fr", "Il est parti le [1er juillet].", "2024-07-01"),
    ("fr", "Il est arrivé le [1er sept. 2024] au soir.", "2024-09-01"),
    ("fr", "Il est arrivé le [lundi 2 décembre].", "2024-12-02"),
    ("fr", "Elle est partie en [juin 2025].", "2025-06"),
    ("fr", "Elle est partie en [juin].", "2025-06"),
    ("fr", "Elle est partie en [juillet].", "2024-07"),
    ("fr", "[Août 2019] fut décisif.", "2019-08"),
    ("fr", "Fondée en [2021] par des anciens.", "2021"),
    ("fr", "Il entre [début 2024] au laboratoire.", "2024-01-01/2024-04-30"),
    ("fr", "Il entre [mi-2024] au laboratoire.", "2024-05-01/2024-08-31"),
    ("fr", "Il entre [fin 2023] au laboratoire.", "2023-09-01/2023-12-31"),
    ("fr", "Il entre [fin juin] au laboratoire.", "2025-06-21/2025-06-30"),
    ("fr", "Il entre à la [mi-juin] au laboratoire.", "2025-06-11/2025-06-20"),
    ("fr", "Il est parti à l'[automne].", "2024-09-01/2024-11-30"),
    ("fr", "Il est parti à l’[été 2014].", "2014-06-01/2014-08-31"),
    ("fr", "Il est parti dès l'[été 2014].", "2014-06-01/2014-08-31"),
    ("fr", "Il est parti au [printemps 2023].", "2023-03-01/2023-05-31"),
    ("fr", "Il est parti l'[été dernier].", "2024-06-01/2024-08-31"),
    ("fr", "Il est parti [cet été].", "2025-06-01/2025-08-31"),
    ("fr", "Il est parti à l'[hiver 2015].", "2014-12-01/2015-02-28"),
    ("fr", "Il est parti le [mois dernier].", "2025-05"),
    ("fr", "Il est parti la [semaine dernière].", "2025-06-23/2025-06-29"),
    ("fr", "Il est parti [cette semaine].", "2025-06-30/2025-07-06"),
    ("fr", "Il est parti [hier].", "2025-06-29"),
    ("fr", "Il a annoncé [mardi] son départ.", "2025-06-24"),
    ("fr", "[Lundi], il a annoncé son départ.", "2025-06-30"),
    ("fr", "Il a annoncé [vendredi dernier] son départ.", "2025-06-27"),
    ("fr", "Il a annoncé [lundi dernier] son départ.", "2025-06-23"),
    ("fr", "Il est parti [il y a deux ans].", "2023"),
    ("fr", "Il est parti [il y a six mois].", "2024-12"),
    ("fr", "Il est parti [il y a environ dix jours].", "2025-06-20"),
    ("fr", "Il est parti [il y a un an et demi].", "2023-09-01/2024-03-31"),
    ("fr", "Il est parti [l'an dernier].", "2024"),
    ("fr", "Il est parti en [avril dernier].", "2025-04"),
    ("fr", "Il est parti en [juin dernier].", "2024-06"),
    ("fr", "Il est parti à la [fin de l'année dernière].", "2024-09-01/2024-12-31"),
    ("fr", "Il est parti [plus tôt dans l'année].", "2025-01-01/2025-06-30"),
    ("fr", "Il est parti au [deuxième trimestre 2024].", "2024-04-01/2024-06-30"),
    ("fr", "Il enseignait dans les [années 1990].", "1990/1999"),
    ("fr", "Publié le [17/05/2014] à Paris.", "2014-05-17"),
    ("fr", "Il arrive en [juin prochain].", "2026-06"),
    ("fr", "Il arrive le [mois prochain].", "2025-07"),
    ("fr", "Il rejoindra le laboratoire en [septembre].", "2025-09"),
    ("fr", "Le travail sera fini d'ici [2027].", "../2027"),
    ("en", "He left on [June 30, 2025].", "2025-06-30"),
    ("en", "He left on [30 June 2025].", "2025-06-30"),
    ("en", "He left on [Friday, June 13].", "2025-06-13"),
    ("en", "He left in [June].", "2025-06"),
    ("en", "He left in [October] for a rival.", "2024-10"),
    ("en", "LONDON, [Dec. 14, 2012] - He left.", "2012-12-14"),
    ("en", "He left in [May 2014].", "2014-05"),
    ("en", "He left [last week].", "2025-06-23/2025-06-29"),
    ("en", "He left [last month].", "2025-05"),
    ("en", "He left [last year].", "2024"),
    ("en", "He left [last April].", "2025-04"),
    ("en", "He left [earlier this year].", "2025-01-01/2025-06-30"),
    ("en", "He left [this month].", "2025-06"),
    ("en", "He left on [Friday].", "2025-06-27"),
    ("en", "He left [last Monday].", "2025-06-23"),
    ("en", "He left [two years ago].", "2023"),
    ("en", "He left some [two weeks ago].", "2025-06-16/2025-06-22"),
    ("en", "He left [a decade ago].", "2015"),
    ("en", "He left in [mid-2024].", "2024-05-01/2024-08-31"),
    ("en", "He left in [late 2023].", "2023-09-01/2023-12-31"),
    ("en", "He left in [early June].", "2025-06-01/2025-06-10"),
    ("en", "He left at the [end of last year].", "2024-09-01/2024-12-31"),
    ("en", "He left [last fall].", "2024-09-01/2024-11-30"),
    ("en", "He left in the [autumn].", "2024-09-01/2024-11-30"),
    ("en", "He left in [spring 2023].", "2023-03-01/2023-05-31"),
    ("en", "He left in [Q2 2024].", "2024-04-01/2024-06-30"),
    ("en", "He left [yesterday].", "2025-06-29"),
    ("en", "He left [today].", "2025-06-30"),
    ("en", "He taught in the [1990s].", "1990/1999"),
    ("en", "He left on [2024-05-03].", "2024-05-03"),
    ("en", "He left in [December of last year].", "2024-12"),
    ("en", "He will step down at the [end of September].", "2025-09-21/2025-09-30"),
    ("en", "He comes back [next month].", "2025-07"),
    ("en", "The group had gone by [2023].", "../2023"),
]

STARTS_AND_ENDS = [
    ("fr", "Elle le dirige depuis 2021.", ["start 2021 [2021]"]),
    ("fr", "Elle le dirige depuis avril.", ["start 2025-04 [avril]"]),
    ("fr", "Elle le dirige depuis l'automne.", ["start 2024-09-01/2024-11-30 [automne]"]),
    ("fr", "À partir de 2018, elle le dirige.", ["start 2018 [2018]"]),
    ("fr", "Elle le dirige de 2018 à 2021.", ["start 2018 [2018]", "end 2021 [2021]"]),
    ("fr", "Elle le dirige entre 2018 et 2021.", ["start 2018 [2018]", "end 2021 [2021]"]),
    ("fr", "Directrice (2018-2021) du groupe.", ["start 2018 [2018]", "end 2021 [2021]"]),
    ("fr", "Elle le dirige de novembre à mars 2024.", ["start 2023-11 [novembre]", "end 2024-03 [mars 2024]"]),
    ("fr", "Elle le dirige jusqu'en août 2016.", ["end 2016-08 [août 2016]"]),
    ("fr", "Elle le dirige jusqu'à la fin de 2019.", ["end 2019-09-01/2019-12-31 [fin de 2019]"]),
    ("fr", "Elle le dirige de 2018 à aujourd'hui.", ["start 2018 [2018]"]),
    ("en", "She has led it since 2021.", ["start 2021 [2021]"]),
    ("en", "She led it from 2018 on.", ["start 2018 [2018]"]),
    ("en", "She led it from 2018 to 2021.", ["start 2018 [2018]", "end 2021 [2021]"]),
    ("en", "She led it between 2018 and 2021.", ["start 2018 [2018]", "end 2021 [2021]"]),
    ("en", "She led it (2009 to 2010).", ["start 2009 [2009]", "end 2010 [2010]"]),
    ("en", "She led it until 2016.", ["end 2016 [2016]"]),
    ("en", "She led it until last month.", ["end 2025-05 [last month]"]),
]

DURATIONS = [
    ("fr", "Il y a passé [11 ans].", "P11Y"),
    ("fr", "Après [onze ans] chez Meta, il part.", "P11Y"),
    ("fr", "Après près de [vingt-deux ans] chez Meta, il part.", "P22Y"),
    ("fr", "Il y a passé près de [trois ans].", "P3Y"),
    ("fr", "Il l'a dirigé pendant [six mois].", "P6M"),
    ("fr", "Il y a passé [une décennie].", "P10Y"),
    ("fr", "Il y a passé [deux ans et demi].", "P30M"),
    ("fr", "Un passage d'[un an] chez Meta.", "P1Y"),
    ("fr", "Il n'y est resté que [trois semaines].", "P21D"),
    ("en", "He spent [eleven years] at Meta.", "P11Y"),
    ("en", "He stayed for [18 months].", "P18M"),
    ("en", "He spent nearly [a decade] there.", "P10Y"),
    ("en", "It ends a [four-year] stint.", "P4Y"),
    ("en", "He spent [two and a half years] there.", "P30M"),
    ("en", "He spent [a year and a half] there.", "P18M"),
    ("en", "He left after [a year].", "P1Y"),
]

MONEY = [
    ("fr", "Un chèque de [14 milliards de dollars].", "14000000000 USD"),
    ("fr", "Une offre de [100 millions de dollars].", "100000000 USD"),
    ("fr", "Une offre de [100\u00a0millions de dollars].", "100000000 USD"),
    ("fr", "Une levée de [105 millions d’euros].", "105000000 EUR"),
    ("fr", "Une levée de [300 M€].", "300000000 EUR"),
    ("fr", "Une levée de [1,5 million d'euros].", "1500000 EUR"),
    ("fr", "Un salaire de [250 000 dollars].", "250000 USD"),
    ("fr", "Un tour de [deux milliards et demi de dollars].", "2500000000 USD"),
    ("fr", "Une ronde de [200 millions $ US].", "200000000 USD"),
    ("fr", "Un abonnement à [14,99 euros] par mois.", "14.99 EUR"),
    ("en", "It paid [$2.7 billion] for a licence.", "2700000000 USD"),
    ("en", "It raised [€105m].", "105000000 EUR"),
    ("en", "It paid [£400m].", "400000000 GBP"),
    ("en", "It paid [$14.3bn] for a stake.", "14300000000 USD"),
    ("en", "It paid [US$1B].", "1000000000 USD"),
    ("en", "A salary of [$250,000].", "250000 USD"),
    ("en", "It raised [Rs 340 crore].", "3400000000 INR"),
    ("en", "It gives [five million dollars].", "5000000 USD"),
    ("en", "It raised [half a billion dollars].", "500000000 USD"),
    ("en", "An offer of [a hundred million yuan].", "100000000 CNY"),
]

NUMBERS = [
    ("fr", "Le rapport est de [2,68].", "2.68"),
    ("fr", "Le rapport est de [10,6] contre un.", "10.6"),
    ("fr", "Fondée par [sept] anciens du laboratoire.", "7"),
    ("fr", "Elle a recruté [une douzaine] de chercheurs.", "12"),
    ("fr", "Elle emploie [1 200] personnes.", "1200"),
    ("fr", "Elle emploie [cent vingt et une] personnes.", "121"),
    ("fr", "Elle emploie [12\u202f000] personnes.", "12000"),
    ("fr", "Elle retient [80] % des siens.", "80"),
    ("en", "The ratio is [8.2].", "8.2"),
    ("en", "It hires [8] for 1 who leaves.", "8"),
    ("en", "Founded by [seven] former employees.", "7"),
    ("en", "It hired [a dozen] researchers.", "12"),
    ("en", "It has [50] employees.", "50"),
    ("en", "It has [1,200] employees.", "1200"),
    ("en", "It has [two hundred and eighty] employees.", "280"),
]

NOTHING = [
    ("fr", "Un modèle et une équipe."),
    ("fr", "Il a créé GPT-4, o3 et Llama 3."),
    ("fr", "Jean Dupont, 38 ans, est parti."),
    ("fr", "Agé de 38 ans, ou âgé de trente-huit ans."),
    ("fr", "Un budget étalé sur cinq ans."),
    ("fr", "Il est revenu deux ans plus tard."),
    ("fr", "La deuxième équipe, la 3e, le XXIe siècle."),
    ("fr", "Il écrit chaque jeudi."),
    ("fr", "Il part à 18 h 05."),
    ("fr", "Un chèque à neuf chiffres."),
    ("fr", "La voiture de demain."),
    ("fr", "Il a été recruté."),
    ("fr", "Le modèle de 70B."),
    ("fr", "Le printemps suivant, il est parti."),
    ("fr", "Le 31 février 2024."),
    ("en", "A model and one team."),
    ("en", "He built GPT-4, o3 and Llama 3."),
    ("en", "A man aged 38, the 64-year-old and a 20-year-old intern."),
    ("en", "Jane Doe, 39, said so."),
    ("en", "It is spread over five years."),
    ("en", "She came back three years later."),
    ("en", "The second team and the 3rd one."),
    ("en", "It may march on in the fall of the empire."),
    ("en", "He writes every Friday."),
    ("en", "A nine-figure offer."),
    ("en", "The firm is seven months old."),
    ("en", "The paper of the year before."),
]


@pytest.mark.parametrize(("code", "marked", "value"), DATES)
def test_a_date_is_as_precise_as_its_words(code: str, marked: str, value: str) -> None:
    assert found(code, marked.replace("[", "").replace("]", "")) == [f"date {value} {_marked(marked)}"]


@pytest.mark.parametrize(("code", "text", "expected"), STARTS_AND_ENDS)
def test_the_words_around_a_date_make_it_a_start_or_an_end(code: str, text: str, expected: list[str]) -> None:
    assert found(code, text) == expected


@pytest.mark.parametrize(("code", "marked", "value"), DURATIONS)
def test_a_duration_is_in_years_months_or_days(code: str, marked: str, value: str) -> None:
    assert found(code, marked.replace("[", "").replace("]", "")) == [f"duration {value} {_marked(marked)}"]


@pytest.mark.parametrize(("code", "marked", "value"), MONEY)
def test_a_sum_of_money_has_an_amount_and_a_currency(code: str, marked: str, value: str) -> None:
    assert found(code, marked.replace("[", "").replace("]", "")) == [f"money {value} {_marked(marked)}"]


@pytest.mark.parametrize(("code", "marked", "value"), NUMBERS)
def test_a_number_counts_something(code: str, marked: str, value: str) -> None:
    assert found(code, marked.replace("[", "").replace("]", "")) == [f"number {value} {_marked(marked)}"]


@pytest.mark.parametrize(("code", "text"), NOTHING)
def test_articles_ages_names_and_ordinals_are_no_quantities(code: str, text: str) -> None:
    assert found(code, text) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Il est parti hier, mardi, en juin, le 30 juin, l'an dernier, il y a deux ans, depuis avril."),
        ("en", "He left yesterday, on Friday, in June, on June 30, last year, two years ago, since April."),
    ],
)
def test_without_a_date_of_publication_relative_dates_give_nothing(code: str, text: str) -> None:
    assert found(code, text, published=None) == []


def test_without_a_date_of_publication_full_dates_stay() -> None:
    assert found("en", "He left on May 3, 2024.", published=None) == ["date 2024-05-03 [May 3, 2024]"]


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        ("2025-06", "He left last month.", "2025-05"),
        ("2025-06", "He left yesterday.", "2025-05-31/2025-06-29"),
        ("2025", "He left last year.", "2024"),
        ("2025", "He left in June.", "2024-06-01/2025-06-30"),
    ],
)
def test_a_coarse_date_of_publication_gives_coarse_dates(published: str, text: str, value: str) -> None:
    assert [q.value for q in read("en", text, published=published)] == [value]


def test_a_weekday_tells_the_year_of_a_day_to_come() -> None:
    assert found("en", "He starts on Monday, December 17.", published="2012-12-14") == [
        "date 2012-12-17 [Monday, December 17]"
    ]


def test_only_the_words_within_the_span_are_read() -> None:
    text = "In 2019 he left. In 2021 he came back in 2023."
    (quantity,) = quantities(text, Span(17, 34), language("en"), published=MONDAY)
    assert quantity == Quantity(Span(20, 24), "2021", "date", "2021")


def test_a_phrase_that_names_an_unknown_table_is_refused_with_its_place() -> None:
    with pytest.raises(DataError, match=r"language\.toml: quantities: money: '\{n\} \{coin\}' .*'coin'"):
        Grammar(_with_money("{n} {coin}"))


def test_a_table_that_no_phrase_names_is_refused() -> None:
    english = language("en")
    data = dataclasses.replace(english.quantities, words={**english.quantities.words, "spare": frozenset({"spare"})})
    with pytest.raises(DataError, match="no phrase names the table 'spare'"):
        Grammar(dataclasses.replace(english, quantities=data))


_WORDS = {
    "fr": "de 2018 à 2021 depuis l' été dernier le 30 juin il y a deux ans et demi 1,5 million d' euros fin mi- 49 % .",
    "en": "from 2018 to 2021 since last summer June 30 , two and a half years ago $ 1.5 billion dollars late mid- 's .",
}


@given(st.sampled_from(["fr", "en"]), st.data(), st.sampled_from([MONDAY, "2024-02", "2024", None]))
def test_quantities_lie_in_the_sentence_apart_and_in_order(
    code: str, data: st.DataObject, published: str | None
) -> None:
    pieces = data.draw(st.lists(st.sampled_from(_WORDS[code].split()) | st.text(max_size=4), max_size=25))
    text = " ".join(pieces)
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    if start < end:
        _check(text, Span(start, end), quantities(text, Span(start, end), language(code), published=published))


@pytest.mark.parametrize("code", ["fr", "en"])
@pytest.mark.parametrize(
    "piece",
    [
        *(
            "1",
            "1 ",
            "1.",
            "1,",
            "1 000",
            "1-",
            "-",
            "'",
            "(",
            "2018-",
            "2018 à ",
            "from 2018 to ",
            "de 2018 à ",
            "il y a ",
        ),
        *(
            "cent ",
            "cent mille ",
            "vingt et ",
            "et demi ",
            "hundred and ",
            "a hundred ",
            "half a ",
            "million ",
            "$",
            "$1 ",
        ),
        *("fin de ", "the end of the ", "late ", "jusqu'à la ", "lundi ", "Monday, ", "12/", "2024-05-", "May ", "an "),
        *("un an et demi ", "un an ", "a year ", "€ 1 m", "in the ", "depuis ", "{n}", "rejoindra ", "٣", "½"),
    ],
)
def test_hostile_repetition_returns(code: str, piece: str) -> None:
    text = (piece * 2_000)[:2_000]
    _check(text, Span(0, len(text)), read(code, text))


def _marked(text: str) -> str:
    return text[text.index("[") : text.index("]") + 1]


def _with_money(phrase: str) -> Language:
    english = language("en")
    phrases = dataclasses.replace(english.quantities.phrases, money=(phrase,))
    return dataclasses.replace(english, quantities=dataclasses.replace(english.quantities, phrases=phrases))


def _check(text: str, span: Span, found: tuple[Quantity, ...]) -> None:
    for quantity in found:
        assert quantity.span in span
        assert quantity.text == quantity.span.of(text)
        if quantity.kind in ("date", "start", "end"):
            DateBounds.of(quantity.value)
        elif quantity.kind == "money":
            assert re.fullmatch(r"\d+(\.\d+)? [A-Z]{3}", quantity.value)
        elif quantity.kind == "duration":
            assert re.fullmatch(r"P\d+[YMD]", quantity.value)
        else:
            assert quantity.kind == "number"
            assert re.fullmatch(r"\d+(\.\d+)?", quantity.value)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))
