"""Words that turn a statement round, count, judge, blame or frighten: an answer has its template's alone.

Five languages together: a word of another language in an answer is as wrong. A star ends a word anyhow.
"""

from __future__ import annotations

import re
from typing import Final

from agent.phrases import phrases

_DENIALS: Final = phrases("""
    no, not, never, none, nothing, neither, nor, without, absent, absence, free of, *n't, cannot,
    can't, kein*, nicht*, nie, niemals, ohne, weder, nirgend*, no hay, nunca, ning\u00fan*, nada,
    sin, tampoco, ni, pas, jamais, aucun*, rien, sans, ne, n'a, n'y, non
""")
_COUNTS: Final = phrases("""
    two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, *teen, twent*, thirt*,
    fort*, fift*, sixt*, sevent*, eight*, ninet*, hundred*, thousand*, million*, dozen*, half,
    twice, double*, third*, quarter*, zwei*, drei*, vier*, f\u00fcnf*, sechs*, sieben*, acht*,
    neun*, zehn*, elf, zw\u00f6lf*, *zig, hundert*, tausend*, halb*, doppelt*, dos, tres, cuatro,
    cinco, seis, siete, ocho, nueve, diez, once, doce, veinte, treinta, cuarenta, cincuenta,
    sesenta, setenta, ochenta, noventa, cien*, mil, doble, mitad, deux, trois, quatre, cinq, sept,
    huit, neuf, dix, onze, douze, vingt*, trente*, quarante*, cinquante*, soixante*, cent*, mille*,
    moiti\u00e9
""")
_JUDGEMENTS: Final = phrases("""
    normal*, abnormal*, fine, healthy, unhealthy, safe*, danger*, worr*, serious*, harmless,
    concern*, alarming, perfect*, excellent, great, bad, better, worse, ideal, optimal, ok, okay,
    all right, alright, gesund*, gef\u00e4hrlich*, sorge*, harmlos*, schlimm*, besser, schlechter,
    gut, sano*, sana*, peligro*, preocup*, grave*, bien, mejor, peor, sain*, inqui\u00e9t*, mieux,
    pire, bon, bonne
""")
_CAUSES: Final = phrases("""
    because, due to, caused*, cause*, since you, owing, thanks to, reason*, result of, from stress,
    weil, wegen, durch, verursach*, grund*, porque, debido, causa*, parce, raison*, gr\u00e2ce
""")
_HARMS: Final = phrases("""
    stroke*, infarct*, heart attack*, attack*, arrest, failure, you die, will die, may die,
    might die, could die, to die, died, dying, death*,
    dead, fatal*, deadly, surviv*, cancer*, tumour*, tumor*, disease*, disorder*, ill, illness*,
    sick*, dementia, clot, clots, thromb*, embol*, bleed*, h\u00e6morrh*, hemorrh*, coma, seizure*,
    emergenc*, ambulance*, hospital*, surgery, operat*, diagnos*, treat*, cure*, therap*,
    prescri*, pill*, tablet*, drug*, dose*, dosage*, mg, insulin, pacemaker*, schlaganfall*,
    herzinfarkt*, infarkt*, herzstillstand*, tod, tot, tods*, t\u00f6dlich*, sterb*, stirb*, stirbst,
    gestorben, krebs*, krank*, notfall*, notarzt*, klinik*, blut*, gerinnsel*, behandl*, heil*,
    therapie*, arznei*, medikament*, tablette*, dosis, derrame*, infarto*, muert*, muere*, morir*,
    mortal*, c\u00e1ncer*, enferm*, urgen*, hospital*, sangr*, co\u00e1gulo*, tratamiento*, medicin*,
    medicament*, pastilla*, mort*, mourir*, meur*, maladie*, malade*, h\u00f4pital*, saign*,
    caillot*, traitement*, m\u00e9dicament*, comprim\u00e9*, gu\u00e9ri*
""")
# The same in Chinese, one sign at a time.
_GLYPHS: Final = "\u6ca1\u65e0\u4e0d\u672a\u975e\u56e0\u6b63\u5e38\u5065\u5eb7\u5371\u9669\u534a\u500d"
# die, disease, cancer, medicine, cure, emergency, blood
_GLYPHS_OF_HARM: Final = "\u6b7b\u75c5\u764c\u836f\u6cbb\u6025\u8840"


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    whole = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{whole})(?!\w)|[{_GLYPHS}{_GLYPHS_OF_HARM}]", re.IGNORECASE)


_WATCHED: Final = _pattern((*_DENIALS, *_COUNTS, *_JUDGEMENTS, *_CAUSES, *_HARMS))


def watched(text: str) -> frozenset[str]:
    """The watched words of a text."""
    return frozenset(match.casefold() for match in _WATCHED.findall(text.replace("\u2019", "'")))
