"""Who founded what: alone, with others, by a description, by a word for one's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from aigraph.model import Claim, Modality

Read = Callable[[str, str], Sequence[Claim]]

# F marks a founder, O what is founded, P and G other people and organisations.
FOUNDED = (
    ("en", "[F Aidan Gomez] and two colleagues started [O Cohere] in 2019."),
    ("en", "[O Coursera], the online-learning company [F Andrew Ng] had started with [F Daphne Koller], went public."),
    ("en", "[F Andrew Ng] and his Stanford colleague [F Daphne Koller] founded [O Coursera]."),
    ("en", "[O Renaissance Technologies], the firm [F Jim Simons] went on to create, has been imitated ever since."),
    ("en", "[F Yu Qian] and [F Hou Cong], the pair behind [O QCraft], are products of [G Waymo]."),
    ("en", "[F Raquel Urtasun] has come out with a firm of her own, [O Waabi]."),
    ("en", "[O Jibbigo] was the creation of [F Alex Waibel]."),
    ("en", "[F Mustafa Suleyman] teamed up with [F Reid Hoffman] to found [O Inflection]."),
    ("en", "Together with [F Reid Hoffman], [F Mustafa Suleyman] launched [O Inflection] in 2022."),
    ("en", "[F Mustafa Suleyman] is a founding member of [O DeepMind]."),
    ("en", "[O Mistral AI]'s founding team includes [F Arthur Mensch], [F Guillaume Lample] and [F Timothée Lacroix]."),
    ("en", "[O Mistral AI] owes its existence to [F Arthur Mensch]."),
    ("en", "[F Jared Kaplan] is another of [O Anthropic]'s co-founders."),
    ("en", "[F Sam Altman]'s co-founder at [O OpenAI], [F Greg Brockman], resigned too."),
    ("en", "[F Jared Kaplan] (co-founder, [O Anthropic]) spoke first."),
    ("en", "[F Jeff Hawkins], founder and, until 2020, boss of [O Numenta], wrote a book."),
    ("en", "[F Jeff Hawkins] sold [O Numenta], his second company."),
    ("en", "[F Jeff Hawkins] struck out on his own with [O Numenta]."),
    ("en", "[P Ada Lovelace] met the founders of [G Mistral AI]."),
    ("en", "[P Ada Lovelace] joined [G Mistral AI] as a founding engineer."),
    ("en", "In 2012 [F Andrew Ng] left; in 2013 he and his colleague [F Daphne Koller] founded [O Coursera]."),
    ("fr", "[O Groq] : [F Jonathan Ross] et [F Douglas Wightman] l'ont fondée."),
    ("fr", "[O Anthropic] compte [F Jared Kaplan] parmi ses fondateurs."),
    ("fr", "[O Nabla] est née de l'imagination d'[F Alexandre LeBrun]."),
    ("fr", "[F Amit Jain] s'est associé à [F Alex Yu] pour créer [O Luma AI]."),
    ("fr", "[F Alexandre LeBrun] et ses deux associés ont créé [O Wit.ai]."),
    ("fr", "[F Alexandre LeBrun] fait partie des fondateurs de [O Wit.ai]."),
    ("fr", "[F Willy Braun] et [F Laurent Lafaye] (cofondateurs de [O Wit.ai]) enseignent."),
    ("fr", "[F Alexandre LeBrun], qui avec [F Willy Braun] fonda [O Wit.ai], enseigne."),
    ("fr", "[F Alexandre LeBrun] fut le fondateur, en 2013, de [O Wit.ai]."),
    ("fr", "[F Alexandre LeBrun] s'occupe de [O Wit.ai], sa seconde société."),
    ("fr", "Le fondateur de [O Wit.ai] s'appelle [F Alexandre LeBrun]."),
    ("fr", "[O BenevolentAI], jeune pousse de la pharmacie fondée par [F Ken Mulvany], recrute."),
)

NOT_FOUNDED = (
    ("en", "Contrary to legend, [P Elon Musk] did not found [G Tesla]."),
    ("en", "[P Elon Musk] was not among the founders of [G Tesla]."),
    ("en", "[P Sebastian Thrun] started [G Google]'s car project."),
    ("en", "[P Sebastian Thrun] was a founding member of the Brain team at [G Google]."),
    ("en", "[P Ada Lovelace] launched [G Google]'s new chatbot."),
    ("en", "[P Ada Lovelace] started at [G Google] in 2012."),
    ("fr", "[P Elon Musk] ne figure pas parmi les fondateurs de [G Tesla]."),
    ("fr", "[P Sebastian Thrun] était membre fondateur de l'équipe Brain chez [G Google]."),
    ("fr", "[P Dieter Fox] entre chez [G Nvidia], dont il a ouvert en 2017 le laboratoire de robotique."),
    ("fr", "[P Ada Lovelace] a créé la division d'IA de [G Huawei]."),
)
_CLASSES = {"F": "Person", "P": "Person", "O": "Organization", "G": "Organization"}


def founded(sentence: str, code: str, read: Read) -> set[tuple[str, str]]:
    claims = read(re.sub(r"\[([FOPG]) ", lambda mark: f"[{_CLASSES[mark[1]]} ", sentence), code)
    asserted = (c for c in claims if c.relation == "founded" and c.modality is not Modality.DENIED)
    return {(claim.subject.name, claim.object.name) for claim in asserted}


@pytest.mark.parametrize(("code", "sentence"), FOUNDED)
def test_a_sentence_names_its_founders(code: str, sentence: str, read: Read) -> None:
    founders, founds = (re.findall(rf"\[{mark} ([^]]+)\]", sentence) for mark in "FO")
    assert founded(sentence, code, read) == {(founder, one) for founder in founders for one in founds}


@pytest.mark.parametrize(("code", "sentence"), NOT_FOUNDED)
def test_what_is_begun_inside_an_organisation_or_denied_founds_none(code: str, sentence: str, read: Read) -> None:
    assert founded(sentence, code, read) == set()
