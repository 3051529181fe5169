"""French words that no answer says, by what they would claim; see :mod:`agent.compose.forbidden`."""

import re
from typing import Final

from agent.wishing import either

NEVER_SAID: Final[dict[str, re.Pattern[str]]] = {
    "cause": either(
        """
        parce que, parce qu, à cause, caus*, grâce à, en raison de, provoqu*, déclench*, entraîn*, dû à, due
        à, dues à, est dû, à la suite de, responsable de
        """
    ),
    "normal": either(
        """
        normal*, anormal*, anormaux, sain, saine, en bonne santé, dangereux, dangereuse*, inoffensi*,
        bénin*, bénigne*, inquiétant*, rassurant*, pas de souci, ne vous inquiétez, tout va bien, parfait*,
        excellent*, idéal*, mortel*
        """
    ),
    "certainty": either(
        """
        certainement, sûrement, sans aucun doute, sans doute, assurément, à coup sûr, garanti*, prouvé*,
        prouve, à cent pour cent, définitivement
        """
    ),
    "advice": either(
        """
        vous devez, vous devriez, vous pouvez arrêter, vous pouvez prendre, il faut prendre, prenez _
        comprimé*, prenez _ dose, arrêtez de, augmentez, réduisez, doublez
        """
    ),
    "done": either(
        """
        j'ai appelé, j'ai prévenu, j'ai alerté, j'ai envoyé, j'ai informé, j'ai coupé, j'ai supprimé, j'ai
        désactivé
        """
    ),
}
