"""Spanish words of medicines, and of asking for advice on them."""

from typing import Final

from agent.phrases import phrases

MEDICINES: Final[tuple[str, ...]] = phrases(
    """
    medicament*, medicación, medicina*, pastilla*, comprimido*, píldora*, dosis, cápsula*,
    betabloqueante*, anticoagulante*, bisoprolol, metoprolol, atenolol, sotalol, amiodarona,
    flecainida, propafenona, digoxina, verapamilo, diltiazem, apixabán, eliquis, rivaroxabán, xarelto,
    dabigatrán, pradaxa, edoxabán, sintrom, acenocumarol, warfarina, aspirina*, adiro, ibuprofeno,
    paracetamol, ramipril, enalapril, amlodipino, insulina, magnesio, potasio, gotas, mg, miligramos,
    somnífero*, antibiótico*, estatina*
    """
)
ADVICE: Final[tuple[str, ...]] = phrases(
    """
    debo, debería, puedo, podría, tengo que, hace falta, es seguro, cuánto, cuánta, cuántas, cuántos,
    qué dosis, subir, aumentar, bajar, reducir, dejar de, dejar, suspender, saltarme, saltar,
    duplicar, doble, doblar, partir, tomar más, tomar menos, tomar otra, otra más, junto con, mezclar,
    interacc*, efectos secundarios, recomiendas, recomienda, recomiéndame, aconsejas, cuál, qué
    medicina, qué medicamento, sirve, ayuda, olvidé, olvidado, demasiado, suficiente, mejor, cambiar,
    empezar
    """
)
ALONE: Final[tuple[str, ...]] = phrases(
    """
    qué tomo para, qué puedo tomar, qué debo tomar, qué me tomo, qué es bueno para
    """
)
RECORD: Final[tuple[str, ...]] = phrases(
    """
    anoté, anotado, nota, notas, diario, apunté, registré, cuándo tomé, cuándo me tomé, tomé _ ayer,
    desde que, después de empezar, muéstrame, lista
    """
)
