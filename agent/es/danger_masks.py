"""Spanish phrases that only sound like danger."""

from typing import Final

from agent.phrases import phrases

MASKS: Final[dict[str, tuple[str, ...]]] = {
    "mask": phrases(
        """
        banda del pecho, banda _ pecho, cinta del pecho, cinta _ pecho, parche _ pecho, sensor _ pecho,
        electrodo* _ pecho, correa _ pecho, cinturón _ pecho, piel del pecho, piel _ pecho, pelo del
        pecho, vello del pecho, press de pecho, ejercicio* de pecho, pecho en el gimnasio, me pica el
        pecho, pecho me pica, a pecho, muero de curiosidad, muero de risa, muero de ganas, muero por
        saber, muero de hambre, muero de sueño, muero de aburrimiento, muerto de cansancio, muerta de
        cansancio, muerto de sueño, muerto de risa, muerto de hambre, parto de risa, batería _ muerta,
        batería muerta, móvil _ muerto, matando el tiempo, matar el tiempo, mata el aburrimiento, presión
        arterial, tensión arterial, presión del sensor, presión del aire, sin aliento subiendo, aire
        acondicionado, al aire libre, aire fresco, me ahogo en un vaso, ahogado en trabajo, me matan los
        zapatos, casi me desmayo, casi me desmayé, casi se desmaya, a punto de desmayar*, corté al
        afeitar*, corté afeitando*, corté el dedo, dolor de cabeza leve, agujetas, quedé dormid*, se me
        durmió, dormida del brazo, infarto de risa, me va a dar un infarto con, de infarto, cae bien, cae
        mal, caído la conexión, casi me mata, me mata el, susto casi, murió la pila, se murió la pila,
        hablando de, en otras palabras, todas las noches, todos los días
        """
    ),
}
