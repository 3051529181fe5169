"""Spanish words that mean danger together: parts of the body, sensations, people."""

from typing import Final

from agent.phrases import phrases

CONCEPTS: Final[dict[str, tuple[str, ...]]] = {
    "chest": phrases(
        """
        pecho, esternón, tórax, costillas, corazón, hombro izquierdo, pechos, pectoral, busto,
        lado izquierdo del pecho, caja torácica, pechito, pectorales, pulmón
        """
    ),
    "pain": phrases(
        """
        duele*, dolor, dolores, dolía, opresión, oprime, aprieta, apretado, aprietan, presión,
        presiona, arde, ardor, quema, quemazón, punzada*, punzante, pinchazo*, peso, pesadez, pesa,
        elefante, losa, piedra, puñalada*, aplasta*, tirantez, cuchillo, insoportable, agarrotado,
        me pinchan, calambre*, estalla, explota, aplast*, estruja*, reventar, revienta, retuerce,
        desgarr*, va mal, algo va mal, algo anda mal, comprime*, apuñal*, clavan, clava, abrasa,
        barra, cinturón de hierro, horrible, garra, duelen, dolió, dolor*, daño, aplastaran,
        aplastar*, sentado encima, encima, mata, matando, peso enorme, tonelada, ladrillo, camión,
        tenaza*, prensa, torno, opresiv*, ardiendo, quemando, fuego, cuchillada*, me parte, parte en
        dos, revent*, estallar, agarrota*, molestia muy
        """
    ),
    "self": phrases(
        """
        yo, me, mi, mí, tengo, siento, noto, le, él, ella, su, marido, mujer, esposo, esposa, madre,
        padre, mamá, papá, abuelo, abuela, hijo, hija, hermano, hermana, amigo, amiga, vecino,
        vecina, alguien, fuerte, mucho, muy, terrible, horrible, intenso, insoportable, repente,
        ayuda, hay, tiene, siente, en el, del, como, nuestro, nuestra, señor, señora, detrás, ahora,
        desde, una barbaridad, fuertes, media, encima, todo
        """
    ),
    "owned_pain": phrases(
        """
        tengo dolor de pecho, tengo dolor en el pecho, tengo dolores en el pecho, me duele el pecho,
        me duele mucho el pecho, me duele _ pecho, le duele el pecho, le duele _ pecho, tiene dolor
        de pecho, tiene dolor en el pecho, mi dolor de pecho, este dolor de pecho, siento dolor en
        el pecho, fuerte dolor en el pecho, dolor fuerte en el pecho, opresión en el pecho, siento
        opresión, dolor de pecho y, pecho me duele, pecho me arde, arde el pecho, me está doliendo
        el pecho, doliendo el pecho, el pecho me duele, pecho me aprieta, me aprieta el pecho, me
        oprime el pecho, me quema el pecho, presión detrás del esternón, presión terrible, dolor
        detrás del esternón, peso en el pecho, ardor en el pecho, quemazón en el pecho, punzadas en
        el pecho, pecho dolor
        """
    ),
    "chest_pain": phrases(
        """
        dolor de pecho, dolor en el pecho, dolores en el pecho, dolor torácico, dolor toracico,
        presión en el pecho, opresión en el pecho, opresión torácica, pinchazos en el pecho,
        angina de pecho aguda, dolor d pecho, dolor pecho, pecho dolor, dolor al pecho,
        quemazón en el pecho, punzada en el pecho, peso en el pecho, dolor pectoral,
        dolor torácico opresivo
        """
    ),
    "heart_pain": phrases(
        """
        duele el corazón, duele _ corazón, dolor en el corazón, dolor de corazón, pinchazos en el
        corazón, punzadas en el corazón, opresión en el corazón, corazón me duele, corazón me
        aprieta, corazón me quema, me arde el corazón, me aprieta el corazón, punzadas fuertes en el
        corazón, punzadas _ corazón
        """
    ),
    "arm_pain": phrases(
        """
        dolor en el brazo izquierdo, duele el brazo izquierdo, duele _ brazo izquierdo, brazo
        izquierdo me duele, baja por el brazo, se va al brazo, irradia al brazo, se irradia, hacia
        la mandíbula, mandíbula y _ brazo, brazo y _ mandíbula, dolor en la mandíbula y, me baja por
        el brazo, va a la mandíbula, se va a la mandíbula, sube a la mandíbula, sube por el cuello,
        hormigue* el brazo, hormigue* _ brazo, pasa a la espalda, corre por el brazo, duelen los dos
        brazos
        """
    ),
    "limb": phrases(
        """
        brazo, brazos, pierna, piernas, mano, manos, pie, pies, cara, dedos, extremidades, lado
        izquierdo, lado derecho, mejilla, medio lado, lado del cuerpo, media cara, brazo izquierdo,
        brazo derecho, pierna izquierda, pierna derecha
        """
    ),
    "dead_limb": phrases(
        """
        no puedo mover, no puede mover, no puedo levantar, no puede levantar, no siento, no siente,
        no me responde, no responde, dormido de repente, dormida de repente, entumecid*, adormecid*,
        sin fuerza, sin fuerzas, perdí la fuerza, perdido la fuerza, ha perdido fuerza, débil de
        repente, de repente débil, perdido la sensibilidad, sin sensibilidad, se le cae, se me cae,
        paralizad*, muerto de repente, no mueve, no muevo, no lo puedo, no la puedo, dormido,
        dormida, se ha dormido, sin poder mover, cuelga, colgando, flojo de repente, sin fuerza de
        repente, no me obedece, no me hace caso, no consigo mover, no consigo levantar, no logro
        mover, inmóvil, acalambrad*
        """
    ),
    "attack": phrases(
        """
        me está dando un infarto, está dando un infarto, dando un infarto, está sufriendo un
        infarto, sufriendo un infarto, teniendo un infarto, tengo un infarto, tiene un infarto, me
        da un infarto, le da un infarto, creo que es un infarto, es un infarto, parece un infarto,
        ataque al corazón, ataque cardíaco, un infarto ahora, infarto ayuda, le ha dado un infarto,
        dar un infarto, me va a dar un infarto, está dando un ataque al, un infarto creo,
        infartando, me infarto, tener un infarto, puede ser un infarto, será un infarto, un ataque
        al corazón, le dio un infarto ahora
        """
    ),
    "stopped": phrases(
        """
        me ha parado el corazón, ha parado el corazón, paró el corazón, corazón se paró, corazón se
        ha parado, corazón se detuvo, detuvo el corazón, corazón no late, corazón dejó de latir, me
        estoy muriendo, se está muriendo, estoy muriendo, me muero, se muere, voy a morir, va a
        morir, creo que me muero, siento que me muero, agonizando, se le paró el corazón, su corazón
        no late, siento que me voy a morir, creo que voy a morir
        """
    ),
    "device": phrases(
        """
        desfibrilador, dai, icd, marcapasos, implante, aparato, el aparato del pecho, aparato del
        corazón, desfibriladores, resincronizador
        """
    ),
    "shock": phrases(
        """
        descarga, descargas, descargó, choque, choques, calambre, calambrazo*, chispazo*, disparó,
        disparado, dispara, sacudida*, electrochoque, calambrazos, latigazo*, me ha soltado, soltado
        una, patada, sacudidas, me ha dado tres, me ha disparado, ha saltado, saltó
        """
    ),
    "bleeding": phrases(
        """
        sangra, sangro, sangrando, sangre, sangrado, hemorragia*, sangrar
        """
    ),
    "unstopped": phrases(
        """
        no para, no deja, no se detiene, a chorros, por todas partes, sin parar, no puedo parar,
        no para de, no se corta, no corta, muchísimo, chorro, chorreando, a borbotones, por todos lados,
        incontrolable, sever*, intens*, vaginal, abundante
        """
    ),
    "near_faint": phrases(
        """
        maread*, mareo, mareos, mareé, aturdid*, vértigo*, vahído*, todo me da vueltas, me da
        vueltas, da vueltas la cabeza, casi me desmayo, casi me desmayé, a punto de desmayar*, se me
        nubla la vista, veo borroso, débil y, mareíllo, flojera, cabeza ligera, aturdimiento, casi
        me caigo, casi me desplomo, desfallec*, casi pierdo el conocimiento
        """
    ),
    "person": phrases(
        """
        yo, me, mi, mis, él, ella, le, su, nosotros, nos, se, marido, mujer, esposo, esposa, madre,
        padre, mamá, papá, abuelo, abuela, hijo, hija, niño, niña, bebé, hermano, hermana, amigo,
        amiga, vecino, vecina, alguien, paciente, persona, hombre, señor, señora, novio, novia,
        compañer*, tía, tío, nieto, nieta, acabo, estoy, está, ha, puedo, tengo, nuestro, nuestra,
        tipo, chico, chica, suegro, suegra, cuñado, cuñada, abuelito, abuelita, viejo, vieja,
        compañero, primo, prima, difunto
        """
    ),
    "simile": phrases("como si, como un, como una, parece que, es como"),
    "speech": phrases(
        """
        habla, hablar, hablando, hablo, palabras, palabra, frase*, pronuncia, articula, frases
        """
    ),
    "impaired": phrases(
        """
        raro, rara, raras, mal, borracho, borracha, incoherente*, sin sentido, no puede, no puedo,
        trabado, trabada, arrastra, balbuce*, disparates, incomprensible, no le entiendo, extraño,
        confuso, confusa, enredado, no entiendo, no se entiende, no le sale, no me sale,
        incoherencias, tonterías, cosas raras, lengua de trapo
        """
    ),
    "face": phrases("boca, cara, sonrisa, párpado, ojo, mejilla, labio"),
    "droop": phrases(
        """
        torcid*, caíd*, cae, cuelga, de lado, dormid*, paralizad*, desviad*, tuerce, torció,
        torcida, torcido, caída, desencajada, chueca, chueco, media, medio caída, hacia un lado, de
        un lado
        """
    ),
    "ingested": phrases(
        """
        bebido, bebió, tragado, tragó, comido, comió, tomado, tomó, tomé, ingerido, inyectado,
        ingirió, zampado, injerido, metido
        """
    ),
    "poison": phrases(
        """
        lejía, detergente, veneno, gasolina, anticongelante, ácido, sosa, pila, pilas, pesticida*,
        insecticida*, amoníaco, aguarrás, setas, matarratas, limpiador, desatascador, productos
        químicos, lejia, quitaesmalte, disolvente, suavizante, raticida, bayas, friegasuelos,
        detergentes
        """
    ),
    "lots": phrases(
        """
        puñado, demasiad*, enter*, frasco, bote, caja, todas, todos, toda, todo el, montón, decenas,
        de golpe, de una vez, a propósito, cada, veinte, treinta, cincuenta, diez, quince, media
        caja, blíster, un blister, de más, muchas, muchísimas
        """
    ),
    "pills": phrases(
        """
        pastilla*, comprimido*, cápsula*, medicament*, medicina*, medicación, somnífero*,
        paracetamol, aspirina*, insulina, betabloqueante*, bisoprolol, digoxina, anticoagulante*,
        antidepresivo*, pastillas, metoprolol, sintrom, eliquis, tranquilizantes, ansiolíticos,
        orfidal, lorazepam
        """
    ),
    "down": phrases(
        """
        tirado, tirada, en el suelo, en el piso, cayó, caído, caída, tumbad*, desplomó, encontré a,
        encontrado a, tirado en, tirada en, en la escalera, en el baño, en la cocina, se ha caído,
        caerse, al suelo
        """
    ),
    "still": phrases(
        """
        no se mueve, no responde, no contesta, no habla, no reacciona, no se levanta, no puede
        levantarse, no abre, pálid*, inconsciente, sin moverse, no despierta, no me contesta, gris,
        azul, blanco como, sin respirar, sin conocimiento, no se despierta
        """
    ),
    "clutch": phrases(
        """
        se agarra, se agarró, se lleva la mano, se llevó la mano, agarrándose, sujetándose, se
        agarra el, se toca el, se sujeta, con la mano en, se lleva las manos, sujeta el
        """
    ),
    "autonomic": phrases(
        """
        sudor*, sudo, sudando, suda, náusea*, ganas de vomitar, vómit*, vomit*, pálid*, sudor frío,
        sudores fríos, sudoroso, sudorosa, mareado y, arcadas, frío y sudor
        """
    ),
    "odd": phrases("raro, rara, extraño, extraña, incómod*, molesto, molestia*"),
}
