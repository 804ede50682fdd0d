"""Whether a text is in another language than Vietnamese: by its letters and by the shape of its words, marks or none.

Each Vietnamese word is one syllable of a few hundred shapes, also without marks and in capitals; hardly half of the
words of English or French have such a shape. Where a text is too short to tell, it is not called foreign.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

LEAST_WORDS = 8
MOST_WORDS = 2_000  # are looked at
LEAST_SYLLABLES = 0.68  # of the words of a Vietnamese text
LEAST_LATIN = 0.5  # of the letters
MOST_LETTERS = 20_000  # are looked at
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile(r"[\u0300-\u036f]")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?"
    r"(?:uye|uya|uay|uou|oai|oay|oeo|uoi|ieu|yeu|uy|ua|ue|uo|uu|ui|oa|oe|oi|oo|ia|ie|iu|ye|ai|ay|au|ao|eo|eu|[aeiouy])"
    r"(?:ch|nh|ng|[cmnpt])?"
)


def is_foreign(text: str) -> bool:
    """Tell whether a text is surely not Vietnamese."""
    letters = list(islice((char for char in text if char.isalpha()), MOST_LETTERS))
    if len(letters) < 2 * LEAST_WORDS:
        return False
    if sum(unicodedata.name(char, "").startswith("LATIN") for char in letters) < LEAST_LATIN * len(letters):
        return True
    words = [_fold(match[0]) for match in islice(_WORD.finditer(_composed(text)), MOST_WORDS)]
    shaped = sum(_SYLLABLE.fullmatch(word) is not None for word in words)
    return len(words) >= LEAST_WORDS and shaped < LEAST_SYLLABLES * len(words)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text[: 10 * MOST_LETTERS])


def _fold(word: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFD", word.casefold())).replace("đ", "d")
