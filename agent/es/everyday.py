"""Spanish words of everyday speech for what can be asked about, beside those of ``concepts.py``."""

from typing import Final

from agent.phrases import phrases

EVERYDAY: Final[dict[str, tuple[str, ...]]] = {
    "how_fast": phrases(
        "qué tan rápido, cómo de rápido, a qué velocidad, a cuánto latía, respuesta ventricular"
    ),
    "heart": phrases("corazón, corazon, corazoncito, pecho, bomba"),
    "acknowledge": phrases(
        """
        confirm*, acus*, atend*, reconoc*, dio por vist*, visto la alarma, hizo caso, respond* la
        alarma, marc* como vist*
        """
    ),
    "who": phrases("quién, alguien, quiénes"),
    "hr": phrases("a cuánto, qué pulso, pulso, corazón ahorita, pulsos, latidos, late"),
    "resting": phrases("pulso dormido, dormido, mientras duermo, al dormir, en descanso, reposo"),
    "max": phrases(
        """
        llegó como máximo, hasta dónde subió, a cuánto subió, a cuánto llegó, tope, máximo
        """
    ),
    "min": phrases("hasta dónde bajó, a cuánto bajó, como mínimo, mínimo"),
    "irregular": phrases(
        """
        irregularidad, descontrolad*, alborotad*, loco, a lo loco, brincando, disparejo, desordenad*
        """
    ),
    "af": phrases("fibrilación, fibrilacion, fibri, afib, aleteo, fibriló, fibrilar"),
    "pause": phrases(
        """
        pausas, se detenía, se me paró, paró el corazón, paros, detenid*, parones, parón
        """
    ),
    "brady": phrases("lentito, muy lento, peligrosamente lento, lentitud, muy despacio"),
    "tachy": phrases(
        """
        acelerón, aceleró, se disparó, se desbocó, corría, galopaba, retumb*, muy rápido, se aceleró
        """
    ),
    "ectopic": phrases(
        """
        latidos extra, brinco*, brincó, saltos, saltó, saltitos, tropez*, tropiezo*, extras,
        extrasístole*, se saltó, se brincó
        """
    ),
    "burden": phrases("en total, todo sumado, sumando, qué tanto, cuánto rato, qué tanto tiempo"),
    "unusual": phrases(
        """
        algo raro, algo malo, nada raro, algo fuera, sospechoso, preocupar*, alarm*, feo, algo feo
        """
    ),
    "trend": phrases(
        """
        cómo ha ido, ha ido subiendo, ha ido bajando, va subiendo, va bajando, ha venido, se ha
        movido, evolucionó, a través de, semana tras semana, día tras día, noche tras noche, por
        hora, por día, cada vez más, cada vez menos
        """
    ),
    "compare": phrases("al lado de, lado a lado, cuál fue más, qué noche, qué día fue, contra el, o fue"),
    "comparative": phrases(
        """
        más tranquila, más regular, más irregular, ralentiz*, bajado, subido, más agitad*
        """
    ),
    "coverage": phrases(
        """
        grabó, se grabó, grabad*, captó, captad*, traía puesto, traje puesto, tuve puesto, me quité,
        quitado, se cayó el parche
        """
    ),
    "quality": phrases("limpio, sucio, mala señal, buena señal, legible"),
    "alert": phrases("sonó, pitó, pitido, pita, sonar, alarmó, timbr*"),
    "open": phrases(
        """
        sin confirmar, sin atender, que nadie, pendientes, no atendid*, sin ver, no vistas, abiertas
        """
    ),
    "device": phrases(
        """
        pila, carga, me queda de, aparatito, cosa del pecho, me oyes, recibes, recibiendo, pegado,
        parchecito, señal llega
        """
    ),
    "battery": phrases("pila, carga queda, batería me queda, cuánta batería"),
    "note": phrases(
        """
        apunté, escribí, puse, dije sobre, dijo sobre, mencioné, anotaciones, escribió, apunto,
        apuntes
        """
    ),
    "summary": phrases(
        """
        cómo se portó, se portó, cómo anduvo, anduvo, en dos líneas, en resumidas cuentas, resumen,
        resume, resúmeme, cómo amaneció, qué tal noche, cómo le va a, cómo está mi mamá, cómo está
        ella, lo importante, todo bien con, cómo anda
        """
    ),
    "source": phrases(
        """
        cómo sabes, cómo lo sabes, pruébalo, demuéstralo, de dónde lo sacas, cómo llegaste, en qué
        te basas
        """
    ),
    "correction": phrases(
        """
        perdón, quise decir, mejor, más bien, no no, espérate, dije mal, quería el, quería la, digo
        """
    ),
    "also_about": phrases("y, igual, también, lo mismo para, luego"),
    "why": phrases("por qué, cómo así, a razón de qué, qué provocó, qué causó, qué disparó"),
    "bye": phrases("hasta luego, chaíto, ahí nos vemos, cuídate, bye"),
    "greeting": phrases("hola, qué onda, buenas noches hola, qué hubo"),
    "thanks": phrases("gracias, mil gracias, muchas gracias, te lo agradezco, se agradece, buenísimo"),
    "howlong": phrases("cuánto tiempo, cuánto rato, por cuánto, cuántos minutos, cuántas horas"),
}
