"""What words mean, in plain German; and the words that name them."""

from typing import Final

from agent.de.clinical import CLINICAL_GLOSSARY
from agent.phrases import phrases

TERMS: Final[dict[str, tuple[str, ...]]] = {
    "heart rate": phrases("herzfrequenz, puls, pulsschlag, herzschlag, bpm"),
    "resting heart rate": phrases("ruheherzfrequenz, ruhepuls, ruhefrequenz"),
    "atrial fibrillation": phrases("vorhofflimmern, vhf, af, flimmern"),
    "AF burden": phrases("af burden, anteil von vorhofflimmern, last, vorhofflimmerlast"),
    "sinus rhythm": phrases("sinusrhythmus, sinus"),
    "pause": phrases("pause, pausen"),
    "bradycardia": phrases("bradykardie*, brady"),
    "tachycardia": phrases("tachykardie*, tachy"),
    "ventricular tachycardia": phrases(
        """
        ventrikuläre tachykardie, kammertachykardie, vt, folge breiter schläge
        """
    ),
    "bigeminy": phrases("bigeminus"),
    "trigeminy": phrases("trigeminus"),
    "early beat": phrases("extraschlag, extraschläge, extrasystole*, zu frühe schläge, aussetzer"),
    "PVC": phrases("ves, ventrikuläre extrasystole*, pvc"),
    "PAC": phrases("sves, supraventrikuläre*, pac"),
    "RR interval": phrases("rr, rr intervall, rr abstand"),
    "heart rate variability": phrases("herzfrequenzvariabilität, hrv, rmssd, variabilität"),
    "PR interval": phrases("pq, pq zeit, pq intervall, pr, pr zeit, pr intervall"),
    "QRS": phrases("qrs, qrs dauer, qrs komplex, qrs breite"),
    "QT interval": phrases("qt, qt zeit, qt intervall"),
    "QTc": phrases("qtc, qtc zeit, qtcf, fridericia"),
    "P wave": phrases("p welle, p wellen"),
    "T wave": phrases("t welle, t wellen"),
    "R peak": phrases("r zacke, r zacken"),
    "ECG": phrases("ekg, elektrokardiogramm"),
    "lead": phrases("eine ableitung, ableitung, ableitungen"),
    "coverage": phrases("abdeckung, auswertbare zeit"),
    "signal quality": phrases("signalqualität"),
    "median": phrases("median"),
    "arrhythmia": phrases("arrhythmie*, rhythmusstörung*"),
    "ectopy": phrases("ektopie"),
    "artefact": phrases("artefakt*"),
}

GLOSSARY: Final[dict[str, str]] = {
    "heart rate": (
        "Die Herzfrequenz ist die Zahl der Herzschläge in einer Minute. Ich bestimme sie aus Abschnitten "
        "von zehn Sekunden."
    ),
    "resting heart rate": (
        "Die Ruheherzfrequenz ist die Frequenz, während der Körper ruht. Ich nehme den Median im "
        "Sinusrhythmus zwischen Mitternacht und 06:00 Uhr."
    ),
    "atrial fibrillation": (
        "Bei Vorhofflimmern zittern die Vorhöfe des Herzens, statt zu schlagen; der Puls wird dadurch "
        "unregelmäßig, und im EKG fehlen die P-Wellen. Es kann unbemerkt kommen und gehen. Ob jemand es "
        "hat, ist ärztlich zu beurteilen; ich melde nur Abschnitte, die so aussehen."
    ),
    "AF burden": "Das ist der Anteil der auswertbaren Zeit, in dem Vorhofflimmern bestand.",
    "sinus rhythm": (
        "Der Sinusrhythmus ist der eigene Rhythmus des Herzens: Jeder Schlag beginnt im Sinusknoten, mit "
        "einer P-Welle davor."
    ),
    "pause": (
        "Eine Pause ist eine lange Lücke zwischen zwei Schlägen. Ich zähle Lücken ab der eingestellten "
        "Länge, mit klarem Signal auf beiden Seiten."
    ),
    "bradycardia": "Bradykardie heißt langsamer Herzschlag. Viele Menschen haben ihn im Schlaf.",
    "tachycardia": (
        "Tachykardie heißt schneller Herzschlag. Er kommt auch bei Anstrengung, Fieber und Aufregung vor."
    ),
    "ventricular tachycardia": (
        "Eine Folge breiter Schläge sind mehrere schnelle Schläge hintereinander, die in den Herzkammern "
        "beginnen oder so aussehen. Eine schnelle Folge davon heißt ventrikuläre Tachykardie. Das sollte "
        "ärztlich angesehen werden."
    ),
    "bigeminy": "Beim Bigeminus kommt jeder zweite Schlag zu früh, die Schläge kommen also paarweise.",
    "trigeminy": "Beim Trigeminus kommt jeder dritte Schlag zu früh.",
    "early beat": (
        "Ein zu früher Schlag (Extrasystole) kommt vor seiner Zeit, oft gefolgt von einer kurzen "
        "Wartezeit, die sich wie ein Aussetzer anfühlt. Die meisten Menschen haben einige."
    ),
    "PVC": "Eine ventrikuläre Extrasystole (VES) ist ein zu früher Schlag, der in den Herzkammern beginnt.",
    "PAC": (
        "Eine supraventrikuläre Extrasystole (SVES) ist ein zu früher Schlag, der in den Vorhöfen beginnt."
    ),
    "RR interval": "Das RR-Intervall ist die Zeit von einem Schlag zum nächsten, in Millisekunden.",
    "heart rate variability": (
        "Die Herzfrequenzvariabilität ist, wie stark sich die Zeit zwischen den Schlägen ändert. Ich "
        "verwende RMSSD: den typischen Unterschied zwischen einem RR-Intervall und dem nächsten. Bei "
        "Vorhofflimmern sagt sie nichts über Stress oder Fitness."
    ),
    "PR interval": (
        "Die PQ-Zeit (englisch PR) ist die Zeit vom Beginn der P-Welle bis zum Beginn des QRS-Komplexes: "
        "so lange braucht die Erregung von den Vorhöfen zu den Kammern. Bei Vorhofflimmern gibt es keine."
    ),
    "QRS": (
        "Der QRS-Komplex ist der hohe, schmale Teil des EKGs, wenn sich die Herzkammern zusammenziehen. "
        "Seine Dauer sagt, wie lange das braucht."
    ),
    "QT interval": (
        "Die QT-Zeit ist die Zeit vom Beginn des QRS-Komplexes bis zum Ende der T-Welle. Sie wird kürzer, "
        "wenn das Herz schneller schlägt."
    ),
    "QTc": (
        "Die QTc-Zeit ist die QT-Zeit, auf die Herzfrequenz umgerechnet. Ich verwende die Formel von "
        "Fridericia: QT geteilt durch die dritte Wurzel aus RR in Sekunden."
    ),
    "P wave": "Die P-Welle ist die kleine Welle vor dem QRS-Komplex, wenn sich die Vorhöfe zusammenziehen.",
    "T wave": "Die T-Welle ist die Welle nach dem QRS-Komplex, wenn sich die Herzkammern erholen.",
    "R peak": "Die R-Zacke ist die Spitze des QRS-Komplexes; an ihr werden die Schläge gezählt.",
    "ECG": "Ein EKG zeichnet durch die Haut die kleinen elektrischen Signale des Herzens auf.",
    "lead": (
        "Eine Ableitung ist eine Richtung, aus der das Signal des Herzens gesehen wird. Dieser Rekorder "
        "hat eine; ein vollständiges EKG hat zwölf, und vieles lässt sich nur mit ihnen beurteilen."
    ),
    "coverage": (
        "Die Abdeckung sagt, wie viel einer Zeit aufgezeichnet und klar genug zum Auswerten war. Dass "
        "etwas nicht vorkam, sage ich nur ab 80 %."
    ),
    "signal quality": (
        "Die Signalqualität ist ein Wert von 0 (unbrauchbar) bis 1 (sauber) für je zehn Sekunden Signal."
    ),
    "median": "Der Median ist der mittlere Wert: Die Hälfte der Werte liegt darunter, die Hälfte darüber.",
    "arrhythmia": (
        "Eine Arrhythmie ist jeder Rhythmus außer einem gleichmäßigen Sinusrhythmus. Was davon Bedeutung "
        "hat, ist ärztlich zu beurteilen."
    ),
    "ectopy": "Ektopie bedeutet zu frühe Schläge, die anderswo als im Sinusknoten beginnen.",
    "artefact": (
        "Ein Artefakt ist etwas im Signal, das nicht vom Herzen kommt, zum Beispiel Bewegung oder "
        "Netzbrummen."
    ),
    **CLINICAL_GLOSSARY,
}
