"""Spanish words of medicines, and of asking for advice on them."""

from typing import Final

from agent.phrases import phrases

MEDICINES: Final[tuple[str, ...]] = phrases(
    """
    medicament*, medicación, medicina*, pastilla*, comprimido*, píldora*, dosis, cápsula*,
    betabloqueante*, anticoagulante*, bisoprolol, metoprolol, atenolol, sotalol, amiodarona, flecainida,
    propafenona, digoxina, verapamilo, diltiazem, apixabán, eliquis, rivaroxabán, xarelto, dabigatrán,
    pradaxa, edoxabán, sintrom, acenocumarol, warfarina, aspirina*, adiro, ibuprofeno, paracetamol,
    ramipril, enalapril, amlodipino, insulina, magnesio, potasio, gotas, mg, miligramos, somnífero*,
    antibiótico*, estatina*, anticoagulación, pastillas, antiarrítmic*, ansiolític*, rescate
    """
)
ADVICE: Final[tuple[str, ...]] = phrases(
    """
    debo, debería, puedo, podría, tengo que, hace falta, es seguro, cuánto, cuánta, cuántas, cuántos,
    qué dosis, subir, aumentar, bajar, reducir, dejar de, dejar, suspender, saltarme, saltar,
    duplicar, doble, doblar, partir, tomar más, tomar menos, tomar otra, otra más, junto con, mezclar,
    interacc*, efectos secundarios, recomiendas, recomienda, recomiéndame, aconsejas, cuál, qué
    medicina, qué medicamento, sirve, ayuda, olvidé, olvidado, demasiado, suficiente, mejor, cambiar,
    empezar, bastan, basta, sigo necesitando, necesito, necesita, me toca, toca, empiezo, ayudaría,
    dejo, dejo de, quito, quitar, bajo, subo, bajo la, aumento, reduzco, me tomo, tomo, vuelvo a
    tomar, volver a tomar, se pueden tomar, tomar juntas, qué hago, qué pasa si dejo, qué pasa si, de
    golpe, triturar, machacar, cerveza, alcohol, vino, pomelo, extra, demasiado alta, demasiado baja,
    muy alta, muy baja, cada cuánto, próxima, siguiente, me salto, salto, en vez de, sustituir, le
    doy, le damos, doy otra, dar otra, le doy otra, darle otra, lo dejo, la dejo, los dejo, lo
    suspendo, más suave, más fuerte, más flojo, beber, tomar alcohol, por mi cuenta, hay problema,
    pasa algo si, es malo, cuántas gotas, gotas, puede tomar, le toca
    """
)
ALONE: Final[tuple[str, ...]] = phrases(
    """
    qué tomo para, qué puedo tomar, qué debo tomar, qué me tomo, qué es bueno para, qué puedo tomar
    para, qué tomo contra, bajo la dosis, subo la dosis, cambio la dosis, qué medicamento es, le doy
    otra, le doy una más, le doy otra más, cuántas gotas
    """
)
RECORD: Final[tuple[str, ...]] = phrases(
    """
    anoté, anotado, nota, notas, diario, apunté, registré, cuándo tomé, cuándo me tomé, tomé _ ayer,
    muéstrame, lista, registra, anota, apunta, registrado, qué medicación registré, anotar, apuntado,
    apuntada, tengo apuntado, tengo anotado, escribe que
    """
)
STRONG: Final[tuple[str, ...]] = phrases(
    """
    debo, debería, puedo, tengo que, me tomo dos, qué hago, qué pasa si, empiezo, dejo, bajo la, subo
    la, sigo necesitando, necesito, me toca, toca una, lo dejo mañana, la dejo mañana, le doy otra,
    hay problema, pasa algo si, se puede, por mi cuenta
    """
)
LOOKS: Final[tuple[str, ...]] = phrases(
    """
    tuve, estuvo, estaba, cuánta fibrilación, desde, el día que, los días que, después de la, antes y
    después, compara, bajó, subió, cómo está mi, cómo estuvo, muestra, desde que, después de empezar,
    la noche que, la noche en que, empezaron después, ha ido, ha bajado, ha subido, me ha bajado, me
    ha subido
    """
)
DATING: Final[tuple[str, ...]] = phrases("desde que, después de empezar, el día que, los días que")
