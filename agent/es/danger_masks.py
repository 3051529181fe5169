"""Spanish phrases that only sound like danger."""

from typing import Final

from agent.phrases import phrases

MASKS: Final[dict[str, tuple[str, ...]]] = {
    "mask": phrases(
        """
        banda del pecho, banda _ pecho, cinta del pecho, cinta _ pecho, parche _ pecho, sensor _ pecho,
        electrodo* _ pecho, correa _ pecho, cinturón _ pecho, piel del pecho, piel _ pecho,
        pelo del pecho, vello del pecho, press de pecho, ejercicio* de pecho, pecho en el gimnasio,
        me pica el pecho, pecho me pica, a pecho, muero de curiosidad, muero de risa, muero de ganas,
        muero por saber, muero de hambre, muero de sueño, muero de aburrimiento, muerto de cansancio,
        muerta de cansancio, muerto de sueño, muerto de risa, muerto de hambre, parto de risa,
        batería _ muerta, batería muerta, móvil _ muerto, matando el tiempo, matar el tiempo,
        mata el aburrimiento, presión arterial, tensión arterial, presión del sensor, presión del aire,
        aire acondicionado, al aire libre, aire fresco, me ahogo en un vaso, ahogado en trabajo,
        me matan los zapatos, casi me desmayo, casi me desmayé, casi se desmaya, a punto de desmayar*,
        corté al afeitar*, corté afeitando*, corté el dedo, dolor de cabeza leve, agujetas,
        quedé dormid*, se me durmió, dormida del brazo, infarto de risa, me va a dar un infarto con,
        de infarto, cae bien, cae mal, caído la conexión, casi me mata, me mata el, susto casi,
        murió la pila, se murió la pila, hablando de, en otras palabras, todas las noches,
        todos los días, me ahogo en trabajo, ahogo en trabajo, ahogada en trabajo, ahogo en deudas,
        me muere la batería, muere la batería, batería se muere, batería _ muere, batería muriendo,
        partió el corazón, rompió el corazón, corazón roto, ataque de risa, ataque de pánico,
        ataque de tos, con esa película, me mató, entreno me mató, gimnasio me mata, muero por,
        muero de, muerto anoche, quedó muerto, frito en el sofá, electrodo quema, quema la piel,
        quema un poco, roza la piel, corazón me late por, corazón late por, late por el, banda aprieta,
        aprieta la banda, aprieta la cinta, aprieta el cinturón, aprieta un poco, terminar la grabación,
        acabar la grabación, terminar la sesión, se cayó la, cayó la aplicación, cayó el servidor,
        descarga de datos, descargar, descarga el, descarga los, dormido en el sofá, brazo dormido en,
        casi me da un infarto, casi me dio un infarto, casi me da algo, sin aliento subiendo,
        sobredosis de café, sobredosis de azúcar, pecho de risa, duele _ de risa, de la risa
        """
    ),
}
