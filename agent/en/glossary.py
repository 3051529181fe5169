"""What words mean, in plain English; and the words that name them."""

from typing import Final

from agent.en.clinical import CLINICAL_GLOSSARY
from agent.phrases import phrases

TERMS: Final[dict[str, tuple[str, ...]]] = {
    "heart rate": phrases("heart rate, pulse, bpm, heart beat"),
    "resting heart rate": phrases("resting heart rate, resting rate, rhr, resting pulse"),
    "atrial fibrillation": phrases("atrial fibrillation, af, a fib, atrial fib"),
    "AF burden": phrases("af burden, burden"),
    "sinus rhythm": phrases("sinus rhythm, sinus"),
    "pause": phrases("pause, pauses"),
    "bradycardia": phrases("bradycardia, brady"),
    "tachycardia": phrases("tachycardia, tachy"),
    "ventricular tachycardia": phrases("ventricular tachycardia, vt, wide run, run of wide beats"),
    "bigeminy": phrases("bigeminy"),
    "trigeminy": phrases("trigeminy"),
    "early beat": phrases(
        """
        ectopic*, early beat*, extrasystol*, premature beat*, extra beat*, skipped beat*
        """
    ),
    "PVC": phrases("pvc, pvcs, ventricular beat*, ves"),
    "PAC": phrases("pac, pacs, supraventricular*, sves"),
    "RR interval": phrases("rr, rr interval, beat to beat interval"),
    "heart rate variability": phrases("heart rate variability, hrv, rmssd, variability"),
    "PR interval": phrases("pr, pr interval, pq interval"),
    "QRS": phrases("qrs, qrs duration, qrs complex"),
    "QT interval": phrases("qt, qt interval"),
    "QTc": phrases("qtc, corrected qt, qtcf, fridericia"),
    "P wave": phrases("p wave, p waves"),
    "T wave": phrases("t wave, t waves"),
    "R peak": phrases("r peak, r peaks"),
    "ECG": phrases("ecg, ekg, electrocardiogram"),
    "lead": phrases("single lead, one lead, lead i, a lead"),
    "coverage": phrases("coverage"),
    "signal quality": phrases("signal quality"),
    "median": phrases("median"),
    "arrhythmia": phrases("arrhythmia, arrythmia, arrhythmias"),
    "ectopy": phrases("ectopy"),
    "artefact": phrases("artefact*, artifact*"),
}

GLOSSARY: Final[dict[str, str]] = {
    "heart rate": (
        "The heart rate is how many times the heart beats in a minute (bpm). I tell it from windows of "
        "ten seconds."
    ),
    "resting heart rate": (
        "The resting heart rate is the rate while the body is quiet. I use the median in sinus rhythm "
        "between midnight and 06:00."
    ),
    "atrial fibrillation": (
        "In atrial fibrillation (AF) the upper chambers of the heart quiver instead of beating, so the "
        "pulse becomes irregular and the ECG shows no P waves. It can come and go unnoticed. Whether "
        "somebody has it is for a doctor to say; I only report stretches that look like it."
    ),
    "AF burden": ("The AF burden is the share of the analysable time that was spent in atrial fibrillation."),
    "sinus rhythm": (
        "Sinus rhythm is the heart's own rhythm: every beat starts in the sinus node, with a P wave "
        "before it."
    ),
    "pause": (
        "A pause is a long gap between two beats. I count gaps of at least the length set as the limit, "
        "with clear signal on both sides."
    ),
    "bradycardia": "Bradycardia means a slow heart rate. Many healthy people have one while asleep.",
    "tachycardia": "Tachycardia means a fast heart rate. Exercise, fever and excitement cause it too.",
    "ventricular tachycardia": (
        "A run of wide beats is several fast beats in a row that start in the lower chambers, or look so."
        " Ventricular tachycardia is the doctor's word for a fast run of them. It needs to be looked at "
        "by a doctor."
    ),
    "bigeminy": "In bigeminy every second beat is an early one, so beats come in pairs.",
    "trigeminy": "In trigeminy every third beat is an early one.",
    "early beat": (
        "An early (ectopic) beat comes before its time, often followed by a short wait that feels like a "
        "skipped beat. Most people have some."
    ),
    "PVC": "A PVC is an early beat that starts in the lower chambers (ventricles) of the heart.",
    "PAC": "A PAC is an early beat that starts in the upper chambers (atria) of the heart.",
    "RR interval": "The RR interval is the time from one beat to the next, in milliseconds.",
    "heart rate variability": (
        "Heart rate variability is how much the time between beats changes. I use RMSSD: the typical "
        "difference between one RR interval and the next. In atrial fibrillation it says nothing about "
        "stress or fitness."
    ),
    "PR interval": (
        "The PR interval is the time from the start of the P wave to the start of the QRS complex: how "
        "long the impulse takes from the upper to the lower chambers. In atrial fibrillation there is "
        "none."
    ),
    "QRS": (
        "The QRS complex is the tall, narrow part of the ECG, when the lower chambers contract. Its "
        "duration tells how long that takes."
    ),
    "QT interval": (
        "The QT interval is the time from the start of the QRS complex to the end of the T wave. It gets "
        "shorter as the heart beats faster."
    ),
    "QTc": (
        "QTc is the QT interval corrected for the heart rate. I use Fridericia's formula: QT divided by "
        "the cube root of RR in seconds."
    ),
    "P wave": "The P wave is the small wave before the QRS complex, when the upper chambers contract.",
    "T wave": "The T wave is the wave after the QRS complex, when the lower chambers recover.",
    "R peak": "The R peak is the tip of the QRS complex; beats are counted at it.",
    "ECG": "An ECG records the small electric signals of the heart through the skin.",
    "lead": (
        "A lead is one direction from which the heart's signal is seen. This recorder has one; a full ECG"
        " has twelve, and many things can only be judged from those."
    ),
    "coverage": (
        "Coverage is how much of a time was recorded and clear enough to analyse. I say that something "
        "did not happen only above 80 %."
    ),
    "signal quality": (
        "Signal quality is a score from 0 (useless) to 1 (clean) for each ten seconds of signal."
    ),
    "median": "The median is the middle value: half of the values are below it and half above.",
    "arrhythmia": (
        "An arrhythmia is any rhythm other than a steady sinus rhythm. Many are harmless; a doctor can tell."
    ),
    "ectopy": "Ectopy means early beats that start somewhere other than the sinus node.",
    "artefact": (
        "An artefact is something in the signal that does not come from the heart, such as movement or "
        "mains hum."
    ),
    **CLINICAL_GLOSSARY,
}
