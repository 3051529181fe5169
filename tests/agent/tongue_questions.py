"""The same questions in five languages, as people ask them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Question:
    """One question in every language."""

    name: str
    en: str
    de: str
    fr: str
    es: str
    zh: str


QUESTIONS: Final = (
    Question(
        "af",
        "Did I have atrial fibrillation last night?",
        "Hatte ich letzte Nacht Vorhofflimmern?",
        "Ai-je eu de la fibrillation auriculaire la nuit dernière ?",
        "¿Tuve fibrilación auricular anoche?",
        "我昨晚有房颤吗?",
    ),
    Question(
        "pulse",
        "What was my pulse yesterday?",
        "Wie war mein Puls gestern?",
        "Quel était mon pouls hier ?",
        "¿Cuál fue mi pulso ayer?",
        "我昨天的心率是多少?",
    ),
    Question(
        "fastest",
        "What was my highest heart rate yesterday?",
        "Was war gestern meine höchste Herzfrequenz?",
        "Quelle a été ma fréquence cardiaque la plus haute hier ?",
        "¿Cuál fue mi frecuencia cardíaca más alta ayer?",
        "我昨天最高心率是多少?",
    ),
    Question(
        "slowest",
        "What was my lowest heart rate last night?",
        "Was war letzte Nacht mein niedrigster Puls?",
        "Quel a été mon pouls le plus bas la nuit dernière ?",
        "¿Cuál fue mi pulso más bajo anoche?",
        "我昨晚最低心率是多少?",
    ),
    Question(
        "resting",
        "What was my resting heart rate last night?",
        "Wie war mein Ruhepuls letzte Nacht?",
        "Quelle était ma fréquence cardiaque au repos la nuit dernière ?",
        "¿Cuál fue mi frecuencia en reposo anoche?",
        "我昨晚的静息心率是多少?",
    ),
    Question(
        "pauses",
        "Were there any pauses this week?",
        "Gab es diese Woche Pausen?",
        "Y a-t-il eu des pauses cette semaine ?",
        "¿Hubo pausas esta semana?",
        "这周有停搏吗?",
    ),
    Question(
        "coverage",
        "How much was recorded yesterday?",
        "Wie viel wurde gestern aufgezeichnet?",
        "Combien a été enregistré hier ?",
        "¿Cuánto se grabó ayer?",
        "昨天记录了多少数据?",
    ),
    Question(
        "battery",
        "How full is the battery?",
        "Wie voll ist der Akku?",
        "Quel est le niveau de la batterie ?",
        "¿Cuánta batería queda?",
        "电池还有多少电?",
    ),
    Question(
        "summary",
        "Give me a summary of yesterday",
        "Gib mir eine Zusammenfassung von gestern",
        "Donne-moi un résumé d'hier",
        "Dame un resumen de ayer",
        "给我昨天的总结",
    ),
    Question(
        "compare",
        "Compare last night with the night before",
        "Vergleiche letzte Nacht mit der Nacht davor",
        "Compare la nuit dernière avec la nuit d'avant",
        "Compara anoche con la noche anterior",
        "把昨晚和前天晚上比较一下",
    ),
    Question(
        "alerts",
        "Were there any alerts this week?",
        "Gab es diese Woche Alarme?",
        "Y a-t-il eu des alertes cette semaine ?",
        "¿Hubo alertas esta semana?",
        "这周有警报吗?",
    ),
    Question(
        "qt",
        "What does QT mean?",
        "Was bedeutet QT?",
        "Que signifie QT ?",
        "¿Qué significa QT?",
        "QT是什么意思?",
    ),
    Question(
        "notes",
        "Which notes are there from this week?",
        "Welche Notizen gibt es aus dieser Woche?",
        "Quelles notes y a-t-il de cette semaine ?",
        "¿Qué notas hay de esta semana?",
        "这周有什么笔记?",
    ),
    Question(
        "now",
        "What is my pulse right now?",
        "Wie ist mein Puls jetzt?",
        "Quel est mon pouls maintenant ?",
        "¿Cuál es mi pulso ahora?",
        "我现在的心率是多少?",
    ),
    Question(
        "trend",
        "How has my heart rate changed over the last 7 days?",
        "Wie hat sich mein Puls in den letzten 7 Tagen entwickelt?",
        "Comment mon pouls a-t-il évolué ces 7 derniers jours ?",
        "¿Cómo ha cambiado mi pulso en los últimos 7 días?",
        "最近7天我的心率趋势怎么样?",
    ),
    Question(
        "rhythm",
        "What was my rhythm on Monday?",
        "Wie war mein Rhythmus am Montag?",
        "Quel était mon rythme lundi ?",
        "¿Qué ritmo tuve el lunes?",
        "我周一的心律怎么样?",
    ),
    Question(
        "burden",
        "How much AF did I have this week?",
        "Wie viel Vorhofflimmern hatte ich diese Woche?",
        "Quelle part de fibrillation ai-je eue cette semaine ?",
        "¿Cuánta fibrilación tuve esta semana?",
        "这周房颤占多少比例?",
    ),
    Question(
        "newest",
        "When was the last episode of AF?",
        "Wann war die letzte Episode mit Vorhofflimmern?",
        "Quand était le dernier épisode de fibrillation ?",
        "¿Cuándo fue el último episodio de fibrilación?",
        "最近一次房颤发作是什么时候?",
    ),
    Question(
        "interval",
        "How long is my QT interval today?",
        "Wie lang ist meine QT-Zeit heute?",
        "Quel est mon intervalle QT aujourd'hui ?",
        "¿Cuánto mide mi intervalo QT hoy?",
        "我今天的QT间期是多少?",
    ),
    Question(
        "above",
        "Was my heart rate above 120 yesterday?",
        "War mein Puls gestern über 120?",
        "Mon pouls a-t-il dépassé 120 hier ?",
        "¿Estuvo mi pulso por encima de 120 ayer?",
        "我昨天心率超过120了吗?",
    ),
    Question(
        "early",
        "Did I have extra beats yesterday?",
        "Hatte ich gestern Extraschläge?",
        "Ai-je eu des extrasystoles hier ?",
        "¿Tuve extrasístoles ayer?",
        "我昨天有早搏吗?",
    ),
    Question(
        "axis",
        "What is my heart axis?",
        "Wie ist meine Herzachse?",
        "Quel est l'axe électrique de mon cœur ?",
        "¿Cuál es el eje eléctrico de mi corazón?",
        "我的心电轴是多少?",
    ),
    Question(
        "dose",
        "Should I take more bisoprolol?",
        "Soll ich mehr Bisoprolol nehmen?",
        "Dois-je prendre plus de bisoprolol ?",
        "¿Debo tomar más bisoprolol?",
        "我应该多吃一点比索洛尔吗?",
    ),
    Question(
        "pressure",
        "What is my blood pressure?",
        "Wie ist mein Blutdruck?",
        "Quelle est ma tension artérielle ?",
        "¿Cuál es mi presión arterial?",
        "我的血压是多少?",
    ),
    Question("thanks", "Thank you", "Vielen Dank", "Merci beaucoup", "Muchas gracias", "谢谢"),
    Question("bye", "Goodbye, see you", "Auf Wiedersehen", "Au revoir, merci", "Adiós, hasta luego", "再见"),
    Question(
        "future",
        "What will my pulse be tomorrow?",
        "Wie wird mein Puls morgen?",
        "Quel sera mon pouls demain ?",
        "¿Cuál será mi pulso mañana?",
        "我明天的心率会是多少?",
    ),
    Question(
        "scope",
        "Who won the football match?",
        "Wer hat das Fußballspiel gewonnen?",
        "Qui a gagné le match de football ?",
        "¿Quién ganó el partido de fútbol?",
        "谁赢了足球比赛?",
    ),
)

# A question, one that leans on it, a word of its answer's label, and a word that says nothing of a language.
FOLLOWED: Final = {
    "en": ("What was my pulse yesterday?", "and on Monday?", "Monday", "ok"),
    "de": ("Wie war mein Puls gestern?", "und am Montag?", "Montag", "ok"),
    "fr": ("Quel était mon pouls hier ?", "et lundi ?", "lundi", "ok"),
    "es": ("¿Cuál fue mi pulso ayer?", "¿y el lunes?", "lunes", "ok"),
    "zh": ("我昨天的心率是多少?", "那周一呢?", "一", "ok"),
}
