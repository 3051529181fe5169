"""Spanish words for how something is asked: why, what, how often, and what leans on the question before."""

from typing import Final

from agent.phrases import phrases

MANNERS: Final[dict[str, tuple[str, ...]]] = {
    # Why and what.
    "why": phrases("por qué, a qué se debe, cómo es que, motivo, razón, debido a qué, explícame, explícalo"),
    "source": phrases(
        """
        cómo lo sabe*, cómo sabe*, cómo lo sabes, de dónde sale*, de dónde viene*, de dónde saca*,
        de dónde sacas, en qué se basa, en qué te basas, basado en, basada en, fuente*, evidencia*,
        prueba*, demuestra*, está* seguro, seguro de, qué tan seguro, cuán seguro, fiable*,
        confiable*, fiarme, confiar, qué modelo, qué algoritmo, calcul*, qué versión, quién lo dice,
        qué datos, cómo se midió, cómo lo mide*, cómo mediste, justifica*, respald*
        """
    ),
    "define": phrases(
        """
        qué es, qué son, qué significa*, qué quiere decir, quiere decir, significa*, significado,
        define, definición, explica, en qué consiste, qué se entiende
        """
    ),
    "meaning": phrases(
        """
        qué significa*, qué quiere decir, quiere decir, significa*, significado, define, definición,
        en qué consiste
        """
    ),
    "help": phrases(
        """
        ayuda, qué puede* hacer, qué puedo preguntar*, qué sabe* hacer, quién eres, quién es usted,
        qué eres, cómo funciona* esto, cómo funcionas, cómo te uso, cómo se usa, comandos, para qué
        sirve*, qué preguntas
        """
    ),
    "greeting": phrases("hola, buenas, buenos días, buenas tardes, saludos, qué tal, muy buenas, buen día"),
    "thanks": phrases(
        """
        gracias, perfecto, vale, ok, okey, genial, estupendo, excelente, muy bien, qué bien, muy
        amable, bueno
        """
    ),
    "bye": phrases(
        """
        adiós, hasta luego, hasta pronto, hasta mañana, chao, chau, nos vemos, eso es todo, nada más
        gracias, salir, me despido, no más preguntas, buenas noches, que descanse*
        """
    ),
    # Shape of the question.
    "count": phrases("cuántos, cuántas, cuántas veces, número de, cuenta de, veces"),
    "when": phrases(
        """
        cuándo, a qué hora, qué hora, qué día, qué noche, en qué momento, qué momento, a qué horas
        """
    ),
    "howlong": phrases(
        """
        cuánto duró, cuánto dura, cuánto duraron, cuánto tiempo, duración, duró, duraron, cuántas
        horas
        """
    ),
    "longest": phrases("más largo, más larga, más duradero, el peor, la peor, más grave, de mayor duración"),
    "shortest": phrases("más corto, más corta, más breve, de menor duración"),
    "newest": phrases("último, última, más reciente, última vez, más recientes, por última vez"),
    "oldest": phrases("primero, primera, primer, más antiguo, más antigua, primera vez"),
    "above": phrases(
        """
        encima de, más de, superior a, mayor de, mayor a, superó, superado, supera, pasó de, pasado
        de, excede, excedió, arriba de, subió de, sobre
        """
    ),
    "below": phrases(
        """
        debajo de, menos de, inferior a, menor de, menor a, bajó de, bajado de, baja de, abajo de,
        cayó de
        """
    ),
    "normal": phrases(
        """
        normal, normales, bien, sano, sana, en rango, demasiado alto, demasiado alta, demasiado
        bajo, demasiado baja, muy alto, muy alta, muy bajo, muy baja, peligros*, preocup*, grave,
        graves, está alto, está alta, está bajo, está baja, elevad*, prolongad*, correcto, correcta,
        como debe, aceptable, en orden, malo, mala, largo, larga
        """
    ),
    "mine": phrases(
        """
        mi, mis, mío, mía, yo, tengo, tuve, he, su, sus, tiene, tuvo, ella, él, mamá, papá, mi
        madre, mi padre, el paciente
        """
    ),
    "any": phrases(
        """
        algún, alguna, algunos, algunas, algo, hubo, tuve, tuvo, había, ha habido, hay, he tenido,
        ha tenido, viste, encontraste, detectaste, detectó, notaste, lista, listar, muestra,
        muestre, enumera, cuáles, qué episodios, alguna vez
        """
    ),
    "past": phrases(
        """
        fue, fueron, estuvo, estuve, tuve, tuvo, hubo, era, estaba, tenía, había, he, ha, han,
        latió, latía, pasó, llegó, subió, bajó, iba, durmió, dormí
        """
    ),
    "present": phrases("es, está, estoy, son, tengo, tiene, hay, ahora, actualmente, ahorita, queda"),
    "and_also": phrases("y, también, además, junto con"),
    # Openings of follow-ups.
    "also_about": phrases(
        """
        y, e, qué tal, y qué, lo mismo, igual para, y ahora, qué hay de, y para, repite, repítelo,
        ahora para, otra vez para, prueba
        """
    ),
    "correction": phrases(
        """
        perdón, perdone, perdona, quise decir, quería decir, me refería, me refiero, digo, en
        realidad, mejor dicho, me equivoqué, corrección, corrijo, disculpe, disculpa, no era, espera
        """
    ),
    "pointing": phrases(
        """
        eso, ese, esa, esos, esas, esto, este, estos, estas, la más larga, el más largo, la más
        corta, el primero, la primera, el último, la última, ellos, ellas, cada uno, cada una, lo
        """
    ),
}
