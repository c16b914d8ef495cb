"""How far an article commits itself to what a word says: it asserts, reports, plans or denies it, or none of these.

`commitment` reads a word that says something, `described` one that describes, `hedged` one that is spoken of,
`excluded` an argument that the sentence sets aside, `attribution` the source; `frames` reads the article around,
`framed` what a frame says by itself.
"""

from aigraph.extract.modality.argument import excluded
from aigraph.extract.modality.commitment import Commitment, weakness
from aigraph.extract.modality.frame import frames
from aigraph.extract.modality.reading import commitment, described, framed, hedged
from aigraph.extract.modality.source import attribution

__all__ = [
    "Commitment",
    "attribution",
    "commitment",
    "described",
    "excluded",
    "framed",
    "frames",
    "hedged",
    "weakness",
]
