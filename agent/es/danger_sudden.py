"""Spanish words of sudden danger: throats that close, children and pills, what is about to happen."""

from typing import Final

from agent.phrases import phrases

SUDDEN: Final[dict[str, tuple[str, ...]]] = {
    "fillers": phrases(
        """
        de repente, ahora, ahora mismo, muy, mucho, muchísimo, un montón, tan, casi, ya,
        súbitamente, de golpe, bastante, totalmente, realmente, así, todo, toda, fatal, la verdad
        """
    ),
    "airway": phrases(
        """
        garganta, lengua, labio, labios, cara, boca, glotis, párpados
        """
    ),
    "swelling": phrases(
        """
        hincha, hinchan, hinchad*, hinchando, hinchó, hinchazón, inflama, inflamad*, inflamando,
        cierra, cerrando, cerrado
        """
    ),
    "gullet": phrases(
        """
        garganta, tráquea, gaznate
        """
    ),
    "stuck": phrases(
        """
        atascad*, atorad*, atravesad*, clavad*, uva en, hueso en, trozo en, bloque*
        """
    ),
    "child": phrases(
        """
        hijo, hija, niño, niña, bebé, nieto, nieta, sobrino, sobrina, peque, pequeño, pequeña, nene,
        nena, crío, cría, perro
        """
    ),
    "ate": phrases(
        """
        tragado, tragó, comido, comió, ingirió, ingerido, zampado
        """
    ),
    "shaking": phrases(
        """
        tiembla, temblando, sacudidas, sacude, rígido, rígida, se retuerce
        """
    ),
    "imminent": phrases(
        """
        me voy a desmayar, voy a desmayarme, me desmayo, voy a caer redondo, voy a caerme redondo,
        caerme redondo, caer redondo, me voy a caer, voy a perder el conocimiento, pierdo el
        conocimiento, estoy perdiendo el conocimiento, se me nubla todo, se me pone todo negro, todo
        se pone negro, lo veo todo negro, se me va la vista, se me va la cabeza, me estoy
        desmayando, me desvanezco, me voy a desplomar, estoy por desmayarme, se me apaga
        """
    ),
    "watching": phrases(
        """
        notarías, notarías si, notarás, te enterarías, avisarías, verías si, sabrías si,
        detectarías, pregunta si, preguntó si, quiere saber si, en general, en teoría, más
        frecuente, estadística*
        """
    ),
    "suicide_named": phrases(
        """
        suicid*
        """
    ),
    "no_point": phrases(
        """
        no tiene sentido, sin sentido, no veo sentido, no le veo sentido, no hay razón, ninguna razón,
        sin razón, no encuentro, no merezco, no vale la pena, no quiero, no deseo, no tengo ganas,
        sin ganas, cansado de, cansada de, harto de, harta de, nada por, ya no quiero, para qué
        """
    ),
    "living": phrases(
        """
        vivir, viviendo, existir, existiendo, seguir vivo, seguir viva, estar vivo, estar viva, la vida
        """
    ),
    "resolved": phrases(
        """
        se me pasó, se pasó, ya pasó, ya se me ha pasado, pero ya no, ya no me duele, ya no lo tengo,
        ha desaparecido, desapareció, se fue, ya estoy bien, ya no tengo
        """
    ),
    "returned": phrases(
        """
        otra vez, de nuevo, ha vuelto, volvió, sigue, todavía, peor
        """
    ),
    "sight": phrases(
        """
        visión, vista, un ojo, los ojos, ceguera
        """
    ),
    "sight_gone": phrases(
        """
        de repente, repentin*, súbit*, perdí, perdido, perdida, pérdida, ciego, ciega, negro, se fue
        """
    ),
    "breathing": phrases(
        """
        respira, respiración, respirando, aliento
        """
    ),
    "laboured": phrases(
        """
        raro, rara, débil, más débil, ruidos, ronquidos, muy rápido, superficial, agitad*, entrecortad*,
        con pitos, silba, lento y
        """
    ),
}
