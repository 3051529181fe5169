"""How people really type and dictate: letters swapped, left out, as they sound, without marks, with hems."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

KEPT: Final = re.compile("[\ue000-\ue0ff]")  # stand for what is copied, and is not touched
WORD: Final = re.compile(r"[^\W\d_]{4,}")  # shorter words are not garbled: they would be others
ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
HEMS: Final = {
    "en": ("um, ", "uh, ", "well, ", "so, ", "ok, ", "hey, ", "please, ", "hi, ", "er ", "like ", "hmm "),
    "de": ("\u00e4hm, ", "also, ", "hm, ", "hallo, ", "bitte, ", "sag mal, ", "du, ", "so, ", "na, "),
    "es": ("eh, ", "este, ", "oye, ", "hola, ", "por favor, ", "bueno, ", "a ver, ", "pues "),
    "fr": ("euh, ", "alors, ", "bon, ", "bonjour, ", "dis, ", "s'il te pla\u00eet, ", "ben, ", "donc "),
    "zh": ("\u55ef\uff0c", "\u90a3\u4e2a\uff0c", "\u8bf7\u95ee\uff0c", "\u4f60\u597d\uff0c", "\u8bf7"),
}
TAILS: Final = {
    "en": (" please", " thanks", ", please", " hearth", ", ok", " for me", " dear", ", can you tell me"),
    "de": (" bitte", ", bitte", " danke", ", sag mal", " eigentlich", " denn"),
    "es": (" por favor", ", gracias", ", por favor", ", dime"),
    "fr": (" s'il te pla\u00eet", ", merci", " svp", ", dis-moi"),
    "zh": ("\u5440", "\u5462", "\uff0c\u8c22\u8c22", "\u554a"),
}
SOUNDS: Final = (
    ("ph", "f"), ("ght", "t"), ("ea", "ee"), ("ie", "ei"), ("ck", "k"), ("tion", "shun"), ("ou", "ow"),
    ("y", "i"), ("c", "k"), ("ss", "s"), ("ll", "l"), ("mm", "m"), ("rr", "r"), ("rh", "r"), ("th", "t"),
    ("sch", "sh"), ("v", "b"), ("qu", "k"), ("h", ""), ("\u00e9", "e"), ("\u00fc", "ue"), ("\u00e4", "ae"),
    ("\u00f6", "oe"), ("\u00e8", "e"), ("\u00f3", "o"), ("\u00ed", "i"), ("\u00f1", "n"), ("\u00e1", "a"),
)  # fmt: skip


def garbled(word: str, chance: random.Random) -> str:
    """A word with one slip."""
    place = chance.randrange(1, len(word) - 1)
    slip = chance.randrange(6)
    if slip == 0:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if slip == 1:
        return word[:place] + word[place + 1 :]
    if slip == 2:  # noqa: PLR2004 - of six
        return word[:place] + word[place] + word[place:]
    if slip == 3:  # noqa: PLR2004 - of six
        return word[:place] + _beside(word[place], chance) + word[place + 1 :]
    fitting = [pair for pair in SOUNDS if pair[0] in word.lower()]
    if not fitting:
        return word[:place] + word[place + 1 :]
    sound, spelled = chance.choice(fitting)
    return re.sub(sound, spelled, word, count=1, flags=re.IGNORECASE)


def _beside(letter: str, chance: random.Random) -> str:
    for row in ROWS:
        at = row.find(letter.lower())
        if at >= 0:
            return row[max(0, min(len(row) - 1, at + chance.choice((-1, 1))))]
    return letter


def misspelt(text: str, chance: random.Random, share: float) -> str:
    """A text, a share of its longer words garbled."""
    return WORD.sub(lambda found: garbled(found[0], chance) if chance.random() < share else found[0], text)


def hemmed(text: str, chance: random.Random, language: str) -> str:
    """A text with what is said before and after it, and words said twice."""
    drawn = chance.random()
    if drawn < 0.45:  # noqa: PLR2004 - most often before
        return chance.choice(HEMS[language]) + text
    if drawn < 0.75:  # noqa: PLR2004 - or after
        marked = text[-1:] in "?.!\uff1f\u3002"
        tail = chance.choice(TAILS[language])
        return text[:-1] + tail + text[-1] if marked else text + tail
    words = text.split(" ")
    at = chance.randrange(len(words))
    return " ".join([*words[: at + 1], words[at], *words[at + 1 :]]) if not KEPT.search(words[at]) else text


def marked(text: str, chance: random.Random, language: str) -> str:
    """A text with the marks and capitals of one habit or another."""
    wide = language == "zh"
    drawn = chance.random()
    if drawn < 0.4:  # noqa: PLR2004 - no marks at all
        return text if text[-1:] != "?" else text[:-1]
    if drawn < 0.85:  # noqa: PLR2004 - as it should be
        ends = "" if text[-1:] in "?.!" else ("\uff1f" if wide else chance.choice("??? .").strip())
        text = text + ends
        if language == "es" and text.endswith("?") and chance.random() < 0.6:  # noqa: PLR2004 - often
            text = f"\u00bf{text}"
        if language == "fr" and text.endswith("?"):
            text = f"{text[:-1]} ?"
        return text
    return text + chance.choice(("??", "...", "!", " ?", "?!"))


def cased(chance: random.Random) -> Callable[[str], str]:
    """How a text's capitals are made; the same for what stands in it."""
    drawn = chance.random()
    if drawn < 0.5:  # noqa: PLR2004 - every other
        return str.lower
    if drawn < 0.53:  # noqa: PLR2004 - few shout
        return str.upper
    return lambda whole: whole[:1].upper() + whole[1:]


def noisy(text: str, chance: random.Random, language: str) -> str:
    """A text as it may be typed; characters of :data:`KEPT` stay."""
    if chance.random() < 0.2:  # noqa: PLR2004 - one in five
        text = hemmed(text, chance, language)
    if language != "zh" and chance.random() < 0.3:  # noqa: PLR2004 - three in ten
        text = misspelt(text, chance, chance.choice((0.15, 0.3, 0.5)))
    return marked(text, chance, language)
