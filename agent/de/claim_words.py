"""German words that no answer says, by what they would claim; see :mod:`agent.compose.forbidden`."""

import re
from typing import Final

from agent.wishing import either

NEVER_SAID: Final[dict[str, re.Pattern[str]]] = {
    "cause": either(
        """
        weil, wegen, verursach*, aufgrund, auf grund, liegt an, lag an, dank, ausgelöst durch, ausgelöst
        von, führte zu, führt zu, kommt von, kam von, bewirk*, infolge, zurückzuführen
        """
    ),
    "normal": either(
        """
        normal*, abnormal*, gesund*, ungesund*, unbedenklich*, bedenklich*, harmlos*, gefährlich*,
        ungefährlich*, besorgniserregend*, keine sorge, kein grund zur sorge, in ordnung, alles gut,
        perfekt*, ausgezeichnet*, unauffällig*, lebensbedrohlich*, krankhaft*, ideal*
        """
    ),
    "certainty": either(
        """
        sicherlich, zweifellos, zweifelsfrei, garantiert, definitiv, ganz sicher,
        hundertprozentig*, mit sicherheit, bewiesen*, beweist
        """
    ),
    "advice": either(
        """
        sie sollten, sie müssen, sie dürfen, du solltest, du musst, nehmen sie _ tablette*, nehmen sie _
        dosis, setzen sie _ ab, hören sie auf, erhöhen sie, verringern sie, verdoppeln sie
        """
    ),
    "done": either(
        """
        ich habe _ angerufen, ich habe _ benachrichtigt, ich habe _ informiert, ich habe _ gesendet, ich
        habe _ geschickt, ich habe _ abgeschaltet, ich habe _ gelöscht, ich habe _ ausgeschaltet
        """
    ),
}
