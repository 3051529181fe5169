"""Spanish words of danger as they are said every day: dialect, slang, and how people tell what they see.

They stand beside the phrases of the same concept in the other tables.
"""

from typing import Final

from agent.phrases import phrases

EVERYDAY: Final[dict[str, tuple[str, ...]]] = {
    "came_to": phrases(
        """
        desperté, despertado, me desperté, he despertado, he despertao, volví en mí, volvió en sí,
        recobré, recuperé el conocimiento, amanecí
        """
    ),
    "ground": phrases(
        """
        suelo, piso, baldosas, alfombra, baño, pasillo, escalera, acera, banqueta, vereda, césped,
        calle
        """
    ),
    "brought_up": phrases(
        """
        tos*, toso, tose, escup*, vomit*, arroj*, devolv*, echa, echando, esput*
        """
    ),
    "bad_colour": phrases(
        """
        color ceniza, color cenizo, gris, color horrible, mal color, blanco como, blanca como,
        blanco como la cera, lívido, lívida, color de muerto, ceniciento, cenicienta, amoratad*,
        bien pálido, bien pálida, palidísim*
        """
    ),
    "breath": phrases(
        """
        jalar aire, agarrar aire, coger aire, meter aire, pasar el aire, me falta la respiración, le
        falta la respiración, falta la respiración, respira como un fuelle, ronquido raro,
        estertor*, boquea, boqueando, hace ruidos al respirar, gorgote*, le silba el pecho, me silba
        el pecho, silbido en el pecho, silba al respirar, me estoy asfixiando, no resuella, no puedo
        resollar
        """
    ),
    "chest": phrases(
        """
        tetilla, delantera, boca del estómago, seno, senos
        """
    ),
    "pain": phrases(
        """
        dolorazo, punzadón, apretón, apretuj*, apachurr*, aprieta bien, un nudo, me pisaran,
        pisaran, pisándome, pisan, pisando
        """
    ),
    "device": phrases(
        """
        desfi, mi dai, mi aparato, marcapaso, aparatito, cajita del pecho, holter implantado
        """
    ),
    "shock": phrases(
        """
        patada*, corrientazo*, toques, toque eléctrico, golpe eléctrico, me pega, me pegó, pegado,
        me suelta, me soltó, latigazo*, electrizó, fogonazo
        """
    ),
    "limb": phrases(
        """
        boca, medio cuerpo, mitad del cuerpo, lado, media cara, pata, patas
        """
    ),
    "dead_limb": phrases(
        """
        tiesa, tieso, no me jala, no le jala, no me hace, no la puede mover, no lo puede mover, como
        muerto, como muerta, como trapo, se me fue
        """
    ),
    "face": phrases(
        """
        boca, cara, comisura, párpado, ojo, sonrisa, labio
        """
    ),
    "droop": phrases(
        """
        de lado, ladead*, chuec*, desviad*, torcid*, se le fue, cuelga, colgad*, descolgad*, caíd*
        """
    ),
    "collapse": phrases(
        """
        patatús, soponcio, telele, yuyo, síncope, no vuelve, no vuelve en sí, se cayó redond*, cayó
        redond*, tirá en el suelo, tirao en el suelo, tirado en el piso, tirada en el piso, en el
        piso y no, no se levanta y, no le siento el pulso, no le noto el pulso, no le encuentro
        pulso, no le hallo el pulso, no se le siente, ya no responde, no habla ni, ojos volteados,
        ojos vueltos, ojos para arriba, se fue para atrás, se quedó ido, se quedó ida, desguanzad*
        aguad*, espuma en la boca, saca espuma, babea y, se puso tieso, se puso tiesa y, tieso y
        """
    ),
    "stroke": phrases(
        """
        boca de lado, boca ladeada, boca chueca, cara chueca, cara ladeada, se le fue la boca, fue
        la boca de lado, habla trabado, habla como borrach*, habla todo enredado, no se le entiende
        nada, se le trabó la lengua, se me traba la lengua, se me trabó la lengua, embolia, le dio
        una embolia, se le durmió medio, medio cuerpo dormido, medio cuerpo de golpe, se me durmió
        medio
        """
    ),
    "owned_pain": phrases(
        """
        dolor de pecho no se me, dolor del pecho no se me, no se me quita el dolor de pecho, me
        duele aquí en el pecho, dolorazo en el pecho, dolorazo en el medio del pecho, el pecho bien
        feo
        """
    ),
    "stopped": phrases(
        """
        siento que me voy, ya me voy, se me va la vida, se nos va, se me está yendo, se está yendo,
        se me está muriendo, se nos muere, se me muere
        """
    ),
    "overdose": phrases(
        """
        todas las pastillas, me tomé todas, me eché todas, se echó todas, se empastilló, me
        empastillé, blíster completo, frasco completo, todo el blíster, tira entera, tira completa
        """
    ),
    "suicide": phrases(
        """
        a punto de quitarme, me quito la vida, me voy a aventar, me aviento, ya no quiero estar, ya
        no aguanto vivir, no quiero amanecer, darme un tiro, ya no quiero seguir
        """
    ),
    "emergency": phrases(
        """
        vengan ya, vengan rápido, manden a alguien, manden ayuda, mándenme, una ambulancia urgente,
        que venga el médico ya, samu ya
        """
    ),
    "misjudged": phrases(
        """
        pero era acidez, pero era, pero sólo era, pero solo era, resultó ser, al final era, al final
        fue, resultó que era, sólo eran gases, solo eran gases, falsa alarma, no fue nada, era
        acidez, era ansiedad
        """
    ),
    "mask": phrases(
        """
        casi me da un infarto, casi _ infarto, casi me mata de, casi me muero, casi me muero de,
        casi me muero con, para morirse de, de muerte de bueno, está para morirse, morirse de
        aburrid*, morirse de risa, me muero por, se murió la pila, se murió el celular, se murió el
        móvil, pila muerta, batería _ muriendo, ahogado de trabajo, ahogada de trabajo, ahogado en
        papeles, matador hoy, entreno matador, canas, pelo gris
        """
    ),
    "topic": phrases(
        """
        llamas tú, tú mismo, tú misma, automáticamente, por tu cuenta, por ti mismo, avisas tú,
        llamas a la ambulancia, llamas a una ambulancia
        """
    ),
    "long_past": phrases(
        """
        la primavera pasada, el verano pasado, el otoño pasado, el invierno pasado, primavera
        pasada, verano pasado, otoño pasado, invierno pasado, el mes pasado, hace unos años, navidad
        pasada
        """
    ),
    "allergen": phrases(
        """
        cacahuate*, cacahuete*, maní, nueces, avispa*, abeja*, picadura, picó, camarón, camarones,
        marisco*, penicilina, antibiótico*
        """
    ),
    "reaction": phrases(
        """
        silba, pitido*, hinch*, ronchas, garganta, cierra la, hormigue*, falta el aire, urticaria
        """
    ),
    "lots": phrases(
        """
        dos cajas, tres cajas, cajas, frascos, blísteres, tiras, puñado
        """
    ),
    "heart_pain": phrases(
        """
        peso en el corazón, encima del corazón, aplasta el corazón, aprieta el corazón, presión en
        el corazón
        """
    ),
    "arm_pain": phrases(
        """
        corre el dolor, dolor pa'l brazo, para el brazo, hasta la mandíbula, hasta la quijada, a la
        quijada, hasta el brazo, por los dos brazos, se me corre al brazo
        """
    ),
}
