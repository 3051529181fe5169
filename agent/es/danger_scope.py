"""Spanish phrases that take a danger back, soften it, or bring it into the present."""

from typing import Final

from agent.phrases import phrases

SCOPE: Final[dict[str, tuple[str, ...]]] = {
    "alternatives": phrases("ni, o"),
    "no": phrases("no, nunca, jamás, sin, ni, ningún, ninguna, tampoco, nada de"),
    "not_no": phrases(
        """
        no sé, no se si, no estoy seguro, no para, no se me quita, no se quita, no se me pasa, no se pasa,
        no solo, no sólo, no mejora, no aguanto, no soporto, no es broma, no me encuentro bien, no estoy
        bien, no entiendo, no me pasaba, nunca me pasaba, nunca había, nunca antes, no deja, nunca tuve
        nada
        """
    ),
    "hypothetical": phrases(
        """
        puede dar falta, pueden dar falta, puede dar mareo*, puede causar, pueden causar, puede producir,
        si me, si mi, si alguien, si se, si tengo, si tuviera, si un, si una, si el, si la, en caso
        de, qué hago si, qué hacer si, qué debo hacer si, qué pasa si, qué pasaría, cuándo hay que,
        cuándo debo, cuándo se debe, cuándo llamar, cuáles son, cuál es, qué es, qué son, qué
        significa, puede la, puede el, puede un, pueden, podría la, podría el, podría un, causa*,
        provoca*, síntomas, síntoma de, señales de, signos de, riesgo de, peligro de, diferencia
        entre, puedes detectar, puedes ver, detectas, detecta, te das cuenta, explícame, explica,
        háblame de, por qué se, por qué la gente, miedo a, temo, prevenir, probabilidad, cómo sé si,
        cómo saber, cómo se, cuántas veces, cuántos, supongamos, imagina, si dejo, si deja, si paro,
        si para, pregunta si, preguntó si, aprendimos, si me doliera, si tuviese, a quién avisarías
        """
    ),
    "not_hypothetical": phrases(
        """
        como si, como si me, como si mi, como si alguien, creo que es, creo que son, pienso que es,
        parece que es, diría que es, creo que le, creo que me, seguro que es
        """
    ),
    "generic": phrases(
        """
        síntoma, síntomas, efecto*, puede dar, pueden dar, puede producir, signo, signos, señal de,
        significa, riesgo, detect*, medir, mide, causa*, provoca*
        """
    ),
    "asking": phrases(
        """
        qué, por qué, cuándo, cómo, cuál, cuáles, puede, pueden, es un, son, se distingue, es
        peligros*, fue peligros*, una opresión en, es en general, deja huella
        """
    ),
    "about": phrases(
        """
        nota, notas, diario, anoté, anotado, apunté, apuntado, registré, registros, muéstrame, enséñame,
        lista, película, películas, serie, tele, televisión, libro, novela, leí, leído, leyendo,
        podcast, noticia, noticias, periódico, canción, juego, documental, curso, simulacro, soñé,
        sueño con, pesadilla, número de emergencias, contacto de emergencia, botón de emergencia,
        aprendimos, aprendí, clase, vídeo, youtube, trataba de, trata de un, revista, examen, taller,
        un artículo, el artículo, artículos, este artículo
        """
    ),
    "long_past": phrases(
        """
        antes del bypass, antes de la operación, del bypass de 20#, antes de la cirugía,
        hace años, hace un año, hace dos años, hace tres años, hace cuatro años, hace cinco años,
        hace diez años, hace # años, hace meses, hace un mes, el año pasado, el mes pasado,
        el verano pasado, en 19#, en 20#, de niño, de niña, cuando era, de joven, antiguamente,
        murió de, murió por, falleció, falleci*, antecedentes, en mi familia, en la familia,
        historia familiar, hace tiempo, hace mucho tiempo, la semana pasada, hace semanas,
        desde mi infarto, tras mi infarto, después de mi infarto, después de mi ictus, en mi vida,
        sobrevivió, difunto, difunta, de pequeño, de pequeña, en 2009, en enero, en febrero, en marzo,
        en abril, en mayo, en junio, en julio, en agosto, en septiembre, en octubre, en noviembre,
        en diciembre, en primavera, murió en, de adolescente, en la infancia, tiempo atrás, años atrás
        """
    ),
    "recent_past": phrases(
        """
        ayer, anoche, anteayer, el lunes, el martes, el miércoles, el jueves, el viernes, el sábado, el
        domingo, el fin de semana, hace días, hace dos días, el otro día, esta semana
        """
    ),
    "asked_past": phrases(
        "tuve, hubo, fue un, fue una, fue mi, fue eso, estuvo, cuando tuve, cuando sentí, cuando me"
    ),
    "past_verb": phrases("tuve, tuvo, hubo, fue, estuvo, había, sentí, perdí"),
    "present": phrases(
        """
        ahora, ahora mismo, en este momento, todavía, aún, otra vez, de nuevo, de repente, acabo de, acaba
        de, hace un momento, hace unos minutos, desde esta mañana, desde hace una hora, desde hace un
        rato, esta mañana, hoy me, me duele, le duele, duele, está empeorando, sigue, sigo, tengo un
        dolor, tengo dolor
        """
    ),
    "exertion": phrases(
        """
        escaleras, corriendo, correr, ejercicio, deporte, gimnasio, cuesta arriba, a veces, bicicleta,
        caminando, andando, a menudo, siempre que, entrenar
        """
    ),
    "exercise": phrases("gimnasio, press, flexiones, pesas, agujetas"),
    "thing": phrases(
        """
        wifi, internet, conexión, red, app, aplicación, servidor, programa, ordenador, móvil, teléfono,
        batería, router, señal, cámara, silla, mesa, estante, economía, bolsa, árbol, coche, bici, vaso,
        coste, precio, pila, patinete, mando, cable, pantalla, cargador, reloj, calefacción, techo,
        puente, mercado, precios, edificio, sistema
        """
    ),
    "topic": phrases(
        """
        número de emergencias, contacto de emergencia, botón de emergencia, no es una emergencia, prueba,
        simulacro, número de
        """
    ),
    "posture": phrases(
        """
        dormido encima, frío, congelad*, dentista, anestesia, inyección, de estar sentad*,
        de estar tumbad*, de dormir, por dormir
        """
    ),
    "reason": phrases("porque"),
    "breaks": phrases("pero, aunque, sino, porque, hasta, excepto"),
    "joints": phrases("y, o, mientras, entonces, e"),
    "subjects": phrases(
        """
        me, mi, mis, yo, él, ella, le, se, su, el, la, los, las, tengo, siento, estoy, está, es, hay,
        ahora, puedo, puede, qué, cómo, cuándo, ayuda, creo, sudo, dice, tiene, fue, tuve, ya, habla,
        marido, madre, padre
        """
    ),
}
