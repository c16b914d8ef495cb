"""Chinese names in Latin letters, where one letter makes another name."""

from __future__ import annotations

import re

_FINALS = {
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue uo v",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan ue un uo v",
    "[gkh]": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "[jqx]": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "[zcs]h": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u uan ui un uo",
    "[zcs]": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}
_SYLLABLE = "|".join(f"{start}(?:{'|'.join(ends.split())})" for start, ends in _FINALS.items())
_ALONE = "ang|ai|an|ao|en|er|ou|a|e|o"
_WORD = re.compile(f"(?:{_SYLLABLE}|{_ALONE})(?:{_SYLLABLE}|(?<=')(?:{_ALONE})|ou|an|ang)?")


def is_pinyin(word: str) -> bool:
    """Tell whether a folded word is one or two syllables of Chinese in pinyin.

    >>> is_pinyin("huiwen"), is_pinyin("xiaoou"), is_pinyin("marie"), is_pinyin("murati")
    (True, True, False, False)
    """
    return _WORD.fullmatch(word) is not None
