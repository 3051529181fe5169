"""What an answer may say without a value of the evidence in it: courtesies, made of a few words.

Whatever else has no slot is a statement that nothing can be held against.
"""

from __future__ import annotations

import re
from typing import Final

from agent.phrases import phrases

WORD: Final = re.compile(r"[^\W\d_]+")
WORDS: Final = frozenset(
    phrases("""
    hello, hi, hey, again, welcome, good, morning, afternoon, evening, day, dear, thank, thanks, you,
    your, question, for, asking, sure, certainly, gladly, of, course, please, here, there, is, are,
    it, this, that, these, what, i, we, found, see, saw, can, tell, have, looked, at, the, a, an, and,
    so, now, to, from, in, as, well, let, me, us, know, if, want, more, details, rest, below, above,
    follows, following, answer, numbers, figures, recording, recordings,
    hallo, guten, morgen, tag, abend, willkommen, danke, bitte, gern, gerne, hier, ist, sind, das,
    dies, die, der, den, was, ich, wir, gefunden, habe, haben, kann, sagen, dazu, deine, ihre, frage,
    sehr, steht, folgt, unten, oben, aufzeichnung,
    hola, buenos, buenas, d\u00edas, tardes, noches, gracias, por, favor, claro, aqu\u00ed, est\u00e1,
    est\u00e1n, esto, es, lo, que, he, encontrado, puedo, decir, su, tu, pregunta, resto, sigue, abajo,
    grabaci\u00f3n, con, gusto,
    bonjour, bonsoir, merci, volontiers, bien, s\u00fbr, voici, voil\u00e0, ce, j, ai, trouv\u00e9, vu, je,
    peux, dire, votre, ta, reste, suit, dessous, enregistrement,
    \u4f60\u597d, \u60a8\u597d, \u8c22\u8c22, \u597d\u7684, \u7ed3\u679c\u5982\u4e0b
""")
)


def polite(text: str) -> bool:
    """Whether a text is nothing but courtesies."""
    return all(word.casefold() in WORDS for word in WORD.findall(text))
