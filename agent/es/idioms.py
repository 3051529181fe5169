"""Spanish idioms and looser words for what can be asked about, beside those of ``everyday.py``."""

from typing import Final

from agent.phrases import phrases

IDIOMS: Final[dict[str, tuple[str, ...]]] = {
    "heart": phrases("motor, máquina, reloj, bobo"),
    "extent": phrases(
        """
        qué tan lento, qué tan despacio, qué tan rápido, qué tan bajo, qué tan alto, cómo de lento, cómo
        de rápido, hasta dónde, a cuánto
        """
    ),
    "hr": phrases(
        """
        corazón _ rápido, corazón _ lento, corazón _ despacio, pulsación*, pulsaciones, latidos por
        minuto, latiendo, palpitación por minuto, frecuencia del corazón, ritmo por minuto, latía, latió
        """
    ),
    "max": phrases(
        """
        lo máximo, lo más alto, lo más rápido, cima, cúspide, llegó a subir, subió hasta, pico más alto,
        tope máximo, cuánto subió, más alto que llegó, punto más alto, récord
        """
    ),
    "min": phrases(
        """
        lo mínimo, lo más bajo, lo más lento, bajó hasta, llegó a bajar, cayó hasta, cayó a, punto más
        bajo, qué tan lento, qué tan despacio, cuánto bajó, más bajo que llegó, piso
        """
    ),
    "resting": phrases(
        """
        acostado, acostada, tumbado, tumbada, quieto, quieta, descansando, pulso nocturno, en reposo,
        durmiendo
        """
    ),
    "average": phrases("de media, en promedio, promediado, por lo general, a grandes rasgos"),
    "rhythm": phrases("compás, acompasado, parejo, regularmente, ritmo cardiaco, qué ritmo"),
    "irregular": phrases(
        """
        a tropezones, a saltos, descompasado, fuera de ritmo, sin ritmo, inestable, tembloroso, caótico,
        irregularmente
        """
    ),
    "af": phrases("fibril*, aurícula*, temblor auricular, flúter, flutter"),
    "pause": phrases(
        """
        detuvo, frenó, frenazo*, sin latir, sin latido*, dejó de latir, silencio*, alto, paró, se trabó,
        atascó, se quedó quieto
        """
    ),
    "brady": phrases(
        """
        lento, lentos, pausado, perezoso, flojo, tortuga, bajo de pulso, pulso bajo, ritmo lento
        """
    ),
    "tachy": phrases(
        """
        acelerad*, disparad*, desbocad*, galope, corriendo, a mil, a toda, volando, pulso alto, ritmo
        rápido, taquicárdic*, embalad*
        """
    ),
    "wide_run": phrases(
        """
        anchos seguidos, latidos anchos, salva*, racha ancha, ráfaga*, varios anchos, tanda de anchos,
        complejos anchos, rachas ventriculares
        """
    ),
    "ectopic": phrases(
        """
        latidos raros, latido raro, latidos de más, latido de más, latidos sueltos, latidos adelantados,
        adelantad*, prematur*, falló, fallos, fallo, tartamud*, a destiempo, vuelco*, extraño latido,
        latidos extraños, latidos perdidos, se comió
        """
    ),
    "burden": phrases(
        """
        suma, porcentaje, por ciento, proporción, cuántas horas, cuántos minutos, en suma, carga
        """
    ),
    "event": phrases("suceso*, incidente*, ocurr*, apareci*, detect*, not*ste, visto"),
    "unusual": phrases(
        """
        algo extraño, extraño, anormal*, llamativ*, susto*, asust*, dio guerra, guerra, disgusto*,
        travesura*, se portó mal, fuera de lo normal, fuera de lugar, anomal*, destac*, llamó la
        atención, llame la atención, malas noticias, lío, drama, incidencia*, novedad*
        """
    ),
    "trend": phrases(
        """
        acumul*, va en aumento, aumentando, disminuyendo, poco a poco, tendencia*, rumbo, curso,
        evolución, progres*, de un día a otro, de una noche a otra, en alza, a la baja, subiendo,
        bajando, hacia arriba, hacia abajo
        """
    ),
    "compare": phrases(
        """
        compár*, comparado, frente al, enfrenta*, contrast*, respecto al, en comparación, uno con otro,
        cuál de, el uno con
        """
    ),
    "comparative": phrases(
        """
        más lento, más bajo, más alto, más calmado, menos rápido, menos lento, más parejo, redujo,
        reducid*, aumentad*, más suave, más fuerte, más débil, más flojo
        """
    ),
    "coverage": phrases(
        """
        escuch*, oíste, oído, vigil*, seguiste, registr*, completo, completa, entero, entera, sin
        cortes, cortes, huecos, vacíos, pérdida de datos, pérdidas, perdid*, en funcionamiento, llegó
        bien, llegaron
        """
    ),
    "quality": phrases(
        """
        nítid*, borros*, ruidos*, temblor*, distorsion*, legibilidad, se ve bien la señal
        """
    ),
    "alert": phrases(
        """
        pitó, pitido*, chilló, chilla*, ruido, escándalo, jaleo, avisó, aviso*, campana, timbró, zumb*,
        vibr*, tono, me despertó, bocina
        """
    ),
    "open": phrases(
        """
        nadie atendió, nadie ha, sin resolver, por resolver, por atender, por confirmar, sin contestar,
        queda* abiert*, sin revisar
        """
    ),
    "acknowledge": phrases(
        """
        firm*, aprob*, silenció, apagó la alarma, se ocupó, encargó, revis* la alarma, visto bueno
        """
    ),
    "device": phrases(
        """
        aparato, cajita, caja, chisme, cacharro, equipo, transmisor, conexión, enlace, cobertura, sigue
        vivo, sigue encendid*, sincroniz*, contacto
        """
    ),
    "battery": phrases(
        """
        carga, cargad*, energía, aguanta*, le queda, queda de, dura, durar, llena, vacía, recarg*
        """
    ),
    "note": phrases(
        """
        te dije, te conté, conté, léeme, lee lo, mis palabras, comentario*, observacion*, dict*, me
        quejé, quejé, registré, dejé escrito, dejé dicho
        """
    ),
    "summary": phrases(
        """
        veredicto, balance, conclusión, en una palabra, panorama, cómo estoy, cómo voy, cómo vamos, cómo
        quedó, cómo salió, qué tal fue, qué tal estuvo, qué tal va, qué tal, todo normal, todo en orden,
        en orden, lo esencial, al grano, cómo pasé, cómo pasó, aguantó
        """
    ),
    "source": phrases(
        """
        detrás de, qué datos, cuántas ventanas, de dónde sale, de dónde salió, de dónde viene,
        convénceme, fiable, confiable, comprob*, verific*, método, procedencia, respald*, sustent*
        """
    ),
    "define": phrases(
        """
        cómo se llama, cómo se le dice, se llama, nombre de, palabra para, en palabras sencillas
        """
    ),
    "meaning": phrases("cómo se llama, cómo se le dice, nombre de, palabra para, en palabras sencillas"),
    "correction": phrases(
        """
        me equivoqué, error mío, me confundí, borra eso, olvida eso, pensaba en, en realidad, o sea,
        corrijo, ay no, uy
        """
    ),
    "also_about": phrases(
        """
        de igual modo, la misma pregunta, repite, repítelo, otra vez, y después, ahora con, y ahora
        """
    ),
    "why": phrases("motivo, razón, qué pasó con, a qué se debió, a qué se debe, por qué motivo"),
}
