"""German: the words of the safety gate, and what is said to somebody in danger."""

from typing import Final

from agent.de.danger_everyday import EVERYDAY
from agent.de.danger_masks import MASKS
from agent.de.danger_phrases import PHRASES
from agent.de.danger_scope import SCOPE
from agent.de.danger_sudden import SUDDEN
from agent.de.danger_words import CONCEPTS
from agent.gate import GateWords
from agent.phrases import merged, pairs

TEXTS: Final[dict[str, str]] = {
    "alerted": ("Wer von hier aus alarmiert wird, bekommt jetzt einen Alarm; rufen Sie trotzdem selbst an."),
    "escalate": "Das kann ein Notfall sein. Rufen Sie jetzt Hilfe: {number}. Ich kann keine Hilfe rufen.",
    "advise": (
        "Zuerst: Wenn das wiederkommt oder gerade geschieht, rufen Sie Hilfe ({number}); warten Sie "
        "nicht auf meine Aufzeichnungen. Sagen Sie es auf jeden Fall Ihrem Arzt."
    ),
    "advise_near_faint": (
        "Zuerst: Wenn Ihnen jetzt schwindlig oder schwach ist, setzen oder legen Sie sich hin, und rufen "
        "Sie Hilfe ({number}), wenn es nicht bald vergeht, wenn Sie ohnmächtig werden oder Schmerzen in "
        "der Brust oder Atemnot haben. Sagen Sie es auf jeden Fall Ihrem Arzt."
    ),
    "escalate_chest_pain": (
        "Das kann ein Notfall sein. Rufen Sie jetzt Hilfe: {number}. Setzen Sie sich, bleiben Sie ruhig "
        "und fahren Sie nicht selbst; öffnen Sie die Tür, wenn Sie allein sind. Aus einer Ableitung kann "
        "ich nicht erkennen, ob es ein Herzinfarkt ist, und ich kann keine Hilfe rufen."
    ),
    "escalate_breathing": (
        "Atemnot kann ein Notfall sein. Rufen Sie jetzt Hilfe: {number}. Setzen Sie sich aufrecht hin "
        "und bleiben Sie nicht allein. Wenn jemand nicht normal atmet und nicht reagiert, beginnen Sie "
        "mit der Herzdruckmassage. Ich kann keine Hilfe rufen."
    ),
    "escalate_collapse": (
        "Das ist ein Notfall. Rufen Sie jetzt Hilfe: {number}. Wenn die Person nicht reagiert und nicht "
        "normal atmet, beginnen Sie mit der Herzdruckmassage und lassen Sie einen Defibrillator holen. "
        "Ich kann keine Hilfe rufen."
    ),
    "escalate_stroke": (
        "Das können Zeichen eines Schlaganfalls sein, und jede Minute zählt. Rufen Sie jetzt Hilfe: "
        "{number}. Merken Sie sich, wann es begann; nicht essen, nicht trinken, nicht fahren. Das gilt "
        "auch, wenn es vorbei ist. Ich kann keine Hilfe rufen."
    ),
    "escalate_heart_attack": (
        "Wenn Sie glauben, dass es ein Herzinfarkt ist, rufen Sie jetzt Hilfe: {number}. Setzen Sie "
        "sich, bleiben Sie ruhig und fahren Sie nicht selbst. Auf einer Ableitung kann ich einen "
        "Herzinfarkt nicht sehen und nicht ausschließen, und ich kann keine Hilfe rufen."
    ),
    "escalate_heart_stopped": (
        "Wenn es Ihnen sehr schlecht geht oder jemand nicht reagiert, rufen Sie sofort Hilfe: {number}. "
        "Wenn eine Person nicht reagiert und nicht normal atmet, beginnen Sie mit der Herzdruckmassage. "
        "Ich kann keine Hilfe rufen."
    ),
    "escalate_suicide": (
        "Es tut mir leid, dass es so schwer ist. Sie müssen das nicht allein tragen. Wenn Sie sich etwas "
        "antun könnten, rufen Sie jetzt Hilfe ({number}) oder gehen Sie zu jemandem, dem Sie vertrauen. "
        "Die Telefonseelsorge hört rund um die Uhr zu: 0800 111 0 111 in Deutschland, 142 in Österreich, "
        "143 in der Schweiz. Ich zeichne nur den Herzrhythmus auf und kann niemanden für Sie rufen."
    ),
    "escalate_overdose": (
        "Rufen Sie jetzt Hilfe: {number}, oder den Giftnotruf. Halten Sie die Packung bereit. Warten Sie "
        "nicht auf Beschwerden, und versuchen Sie nicht zu erbrechen. Ich kann keine Hilfe rufen."
    ),
    "escalate_device_shock": (
        "Mehrere Schocks hintereinander, oder ein Schock und Beschwerden, sind ein Notfall. Rufen Sie "
        "jetzt Hilfe: {number}. Setzen oder legen Sie sich hin, und fahren Sie nicht. Nach einem "
        "einzelnen Schock ohne Beschwerden rufen Sie noch heute Ihre Schrittmacherambulanz an. Ich kann "
        "keine Hilfe rufen."
    ),
    "escalate_help": (
        "Wenn jemand jetzt Hilfe braucht, rufen Sie sofort: {number}. Ich kann keine Hilfe rufen und "
        "Notfälle nicht beurteilen."
    ),
    "medication": (
        "Zu Medikamenten rate ich nichts: nicht was, nicht wie viel, nicht ob Sie sie absetzen. Fragen "
        "Sie bitte den Arzt, der sie verordnet hat, oder eine Apotheke; bei einer vergessenen oder "
        "doppelten Dosis kann die Apotheke gleich helfen."
    ),
}

# How words are said in Bavaria, Austria, Swabia, on the Rhine, in Berlin and in Saxony.
_DIALECT: Final[dict[str, str]] = pairs(
    """
    i = ich, ick = ich, icke = ich, isch = ich, ik = ich, koa = keine, ka = keine, kei = keine, koi =
    keine, keene = keine, keen = kein, keena = keiner, kan = keinen, koan = keinen, nimmer = nicht mehr,
    nimma = nicht mehr, nimme = nicht mehr, nich = nicht, net = nicht, ned = nicht, nit = nicht, nix =
    nichts, nüscht = nichts, nüschte = nichts, nischt = nichts, mei = mein, meim = meinem, meina =
    meiner, mim = mit dem, d'oma = oma, d'mama = mama, s'herz = herz, d'brust = brust, do = da, si =
    sich, griag = kriege, kriag = kriege, krieg = kriege, krisch = kriege, griegt = kriegt, kriagt =
    kriegt, griage = kriege, hob = habe, hab = habe, hot = hat, hods = hat, hom = haben, san = sind,
    bin's = bin, is = ist, isch's = ist, wia = wie, liagt = liegt, licht = liegt, vattern = vater,
    vadder = vater, vatta = vater, fatter = vater, babba = papa, muatta = mutter, mudder = mutter,
    muddern = mutter, mudda = mutter, muttern = mutter, omma = oma, oppa = opa, opi = opa, omi = oma,
    umjekippt = umgekippt, umjefallen = umgefallen, jefallen = gefallen, jekippt = gekippt, umgfallen =
    umgefallen, umgfalln = umgefallen, umkippt = umgekippt, hingfalln = hingefallen, gfallen = gefallen,
    gschwolln = geschwollen, gschluckt = geschluckt, gnommen = genommen, gnumma = genommen, jenommen =
    genommen, jeschluckt = geschluckt, schnaufn = atmen, schnaufen = atmen, schnauft = atmet, schnauf =
    atme, luftn = luft, obi = runter, owi = runter, nunter = runter, uff = auf, off = auf, mia = mir,
    dia = dir, wos = was, woas = weiß, weiss = weiß, aa = auch, oan = einen, oana = einer, oarm = arm,
    orm = arm, haxn = bein, fiaß = füße, goschn = mund, gosch = mund, maul = mund, gsicht = gesicht,
    jesicht = gesicht, herzl = herz, brüstl = brust, brusch = brust, bruscht = brust, wehtuat = weh tut,
    tuat = tut, duad = tut, dud = tut, grad = gerade, jrade = gerade, jeht = geht, jetzad = jetzt, jetza
    = jetzt, jetz = jetzt, etz = jetzt, etzt = jetzt, sacht = sagt, secht = sagt, rührt's = rührt,
    druckts = drückt, druckt = drückt, drückts = drückt, stichts = sticht, brennts = brennt
    """
)

WORDS: Final = GateWords(
    code="de",
    lists=merged(CONCEPTS, PHRASES, SUDDEN, SCOPE, MASKS, EVERYDAY),
    common=("montag", "april", "puls", "nacht", "heute", "abend", "morgen", "jetzt"),
    joins=_DIALECT,
    folds={},
)
