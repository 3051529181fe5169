"""Spanish words for what Hearth does not do for anybody, beside advice on medicines."""

from typing import Final

from agent.phrases import phrases

NOT_ON_ONE_LEAD: Final[dict[str, tuple[str, ...]]] = {
    "axis": phrases("eje, eje del corazón, eje cardíaco, desviación del eje"),
    "hypertrophy": phrases(
        """
        hipertrofia*, corazón grande, corazón agrandado, corazón dilatado, engrosad*, hvi
        """
    ),
    "infarction": phrases(
        """
        infart*, ataque al corazón, ataque cardíaco, elevación del st, descenso del st, segmento st,
        isquemi*, miocard*, coronari*, onda q, ondas q, arteria* tapada*, arteria* obstruida*,
        cambios del st
        """
    ),
    "bundle": phrases(
        """
        bloqueo de rama, bloqueo de la rama, rama izquierda, rama derecha, hemibloqueo, fascicular,
        brihh, brdhh
        """
    ),
    "progression": phrases("progresión de la r, progresión de la onda r, electrodos invertidos, precordial*"),
    "electrolytes": phrases(
        """
        potasio, electrolito*, calcio, nivel de magnesio, hiperkal*, hiperpotas*, hipopotas*
        """
    ),
}

NOT_MEASURED: Final[dict[str, tuple[str, ...]]] = {
    "blood_pressure": phrases(
        """
        presión arterial, tensión arterial, tensión, presión, sistólica, diastólica, hipertensión
        """
    ),
    "oxygen": phrases("oxígeno, saturación, spo2, oxigenación"),
    "glucose": phrases("glucosa, azúcar en sangre, azúcar en la sangre, glucemia, nivel de azúcar"),
    "temperature": phrases("temperatura, fiebre"),
    "breathing_rate": phrases("respiración, respiraciones, apnea*, respirado por minuto"),
    "sleep": phrases(
        """
        sueño profundo, sueño rem, fases del sueño, fase de sueño, calidad del sueño, calidad de
        sueño, cuánto dormí, cuántas horas dormí, horas de sueño, horas dormí
        """
    ),
    "steps": phrases("pasos, calorías, distancia, kilómetros, peso, vo2*"),
    "stress": phrases("estrés, nivel de estrés"),
    "cholesterol": phrases("colesterol, troponina*, análisis de sangre"),
}

ADVICE: Final[tuple[str, ...]] = phrases(
    """
    voy a morir, me voy a morir, me moriré, cuánto voy a vivir, cuánto me queda, esperanza de vida,
    me va a dar, riesgo de, mi riesgo, riesgo tengo, debo ir al médico, debería ir al médico, tengo
    que ir al médico, necesito un médico, ir al hospital, debo llamar, debería llamar, diagn*, tengo
    una enfermedad, estoy enfermo, estoy enferma, insuficiencia cardíaca, estoy sano, estoy sana,
    puedo hacer ejercicio, puedo correr, puedo beber, puedo conducir, puedo manejar, puedo volar,
    puedo viajar, puedo tomar café, puedo tomar alcohol, debo preocuparme, debería preocuparme,
    tengo que preocuparme, me preocupo, es grave, es peligroso, es seguro, marcapasos, ablación,
    cardioversión, cirugía, operación, operarme, tratamiento*, cura, curar, pronóstico, qué debo
    hacer, qué hago, qué tengo que hacer, qué lo causó, qué causa, qué causó, la causa de, causado
    por, debido a, por el café, por culpa de, puedo tener relaciones
    """
)

CHANGES: Final[tuple[str, ...]] = phrases(
    """
    apaga, apagar, apague, enciende, encender, desactiva*, activa las, activa la, activar,
    silencia*, borra, borrar, borre, elimina, eliminar, quita, quitar, configura, configurar,
    reinicia*, restablece*, sube el límite, baja el límite, cambia el límite, cambia la hora, cambia
    el nombre, cambia los ajustes, ajusta el, ajusta la, anota que, anota, apunta que, apunta,
    escribe que, recuerda que, recuérdame, toma nota, confirma la alarma, confirma la alerta,
    exporta, exportar, envía mi, envía el, envía un, manda, mándame, imprime, imprimir, descarga,
    descargar, llama a mi, avisa a mi, dile a mi, comparte, compartir, deja de grabar, empieza a
    grabar, empareja*, deja de avisar, pon el límite, pon la
    """
)
