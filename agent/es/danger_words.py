"""Spanish words that mean danger together: parts of the body, sensations, people."""

from typing import Final

from agent.phrases import phrases

CONCEPTS: Final[dict[str, tuple[str, ...]]] = {
    "chest": phrases("pecho, esternón, tórax, costillas, corazón, hombro izquierdo, pechos"),
    "pain": phrases(
        """
        duele*, dolor, dolores, dolía, opresión, oprime, aprieta, apretado, aprietan, presión, presiona,
        arde, ardor, quema, quemazón, punzada*, punzante, pinchazo*, peso, pesadez, pesa, elefante, losa,
        piedra, puñalada*, aplasta*, tirantez, cuchillo, insoportable, agarrotado, me pinchan, calambre*,
        estalla, explota, aplast*, estruja*, reventar, revienta, retuerce, desgarr*, va mal, algo va mal,
        algo anda mal, comprime*, apuñal*, clavan, clava, abrasa, barra, cinturón de hierro, horrible,
        garra
        """
    ),
    "self": phrases(
        """
        yo, me, mi, mí, tengo, siento, noto, le, él, ella, su, marido, mujer, esposo, esposa, madre,
        padre, mamá, papá, abuelo, abuela, hijo, hija, hermano, hermana, amigo, amiga, vecino, vecina,
        alguien, fuerte, mucho, muy, terrible, horrible, intenso, insoportable, repente, ayuda, hay,
        tiene, siente, en el, del, como
        """
    ),
    "owned_pain": phrases(
        """
        tengo dolor de pecho, tengo dolor en el pecho, tengo dolores en el pecho, me duele el pecho, me
        duele mucho el pecho, me duele _ pecho, le duele el pecho, le duele _ pecho, tiene dolor de pecho,
        tiene dolor en el pecho, mi dolor de pecho, este dolor de pecho, siento dolor en el pecho, fuerte
        dolor en el pecho, dolor fuerte en el pecho, opresión en el pecho, siento opresión, dolor de pecho
        y, pecho me duele, pecho me arde, arde el pecho
        """
    ),
    "chest_pain": phrases(
        """
        dolor de pecho, dolor en el pecho, dolores en el pecho, dolor torácico, dolor toracico, presión en
        el pecho, opresión en el pecho, opresión torácica, pinchazos en el pecho, angina de pecho aguda
        """
    ),
    "heart_pain": phrases(
        """
        duele el corazón, duele _ corazón, dolor en el corazón, dolor de corazón, pinchazos en el corazón,
        punzadas en el corazón, opresión en el corazón, corazón me duele
        """
    ),
    "arm_pain": phrases(
        """
        dolor en el brazo izquierdo, duele el brazo izquierdo, duele _ brazo izquierdo, brazo izquierdo me
        duele, baja por el brazo, se va al brazo, irradia al brazo, se irradia, hacia la mandíbula,
        mandíbula y _ brazo, brazo y _ mandíbula, dolor en la mandíbula y
        """
    ),
    "limb": phrases(
        """
        brazo, brazos, pierna, piernas, mano, manos, pie, pies, cara, dedos, extremidades, lado izquierdo,
        lado derecho, mejilla
        """
    ),
    "dead_limb": phrases(
        """
        no puedo mover, no puede mover, no puedo levantar, no puede levantar, no siento, no siente, no me
        responde, no responde, dormido de repente, dormida de repente, entumecid*, adormecid*, sin fuerza,
        sin fuerzas, perdí la fuerza, perdido la fuerza, ha perdido fuerza, débil de repente, de repente
        débil, perdido la sensibilidad, sin sensibilidad, se le cae, se me cae, paralizad*, muerto de
        repente, no mueve, no muevo
        """
    ),
    "attack": phrases(
        """
        me está dando un infarto, está dando un infarto, dando un infarto, está sufriendo un infarto,
        sufriendo un infarto, teniendo un infarto, tengo un infarto, tiene un infarto, me da un infarto,
        le da un infarto, creo que es un infarto, es un infarto, parece un infarto, ataque al corazón,
        ataque cardíaco, un infarto ahora, infarto ayuda, le ha dado un infarto
        """
    ),
    "stopped": phrases(
        """
        me ha parado el corazón, ha parado el corazón, paró el corazón, corazón se paró, corazón se ha
        parado, corazón se detuvo, detuvo el corazón, corazón no late, corazón dejó de latir, me estoy
        muriendo, se está muriendo, estoy muriendo, me muero, se muere, voy a morir, va a morir, creo que
        me muero, siento que me muero, agonizando
        """
    ),
    "device": phrases("desfibrilador, dai, icd, marcapasos, implante, aparato"),
    "shock": phrases(
        """
        descarga, descargas, descargó, choque, choques, calambre, calambrazo*, chispazo*, disparó,
        disparado, dispara, sacudida*, electrochoque
        """
    ),
    "bleeding": phrases("sangra, sangro, sangrando, sangre, sangrado"),
    "unstopped": phrases(
        """
        no para, no deja, no se detiene, a chorros, por todas partes, sin parar, no puedo parar
        """
    ),
    "near_faint": phrases(
        """
        maread*, mareo, mareos, mareé, aturdid*, vértigo*, vahído*, todo me da vueltas, me da vueltas, da
        vueltas la cabeza, casi me desmayo, casi me desmayé, a punto de desmayar*, se me nubla la vista,
        veo borroso, débil y
        """
    ),
    "person": phrases(
        """
        yo, me, mi, mis, él, ella, le, su, nosotros, nos, se, marido, mujer, esposo, esposa, madre, padre,
        mamá, papá, abuelo, abuela, hijo, hija, niño, niña, bebé, hermano, hermana, amigo, amiga, vecino,
        vecina, alguien, paciente, persona, hombre, señor, señora, novio, novia, compañer*, tía, tío,
        nieto, nieta, acabo, estoy, está, ha, puedo, tengo
        """
    ),
    "simile": phrases("como si, como un, como una, parece que, es como"),
    "speech": phrases("habla, hablar, hablando, hablo, palabras, palabra, frase*"),
    "impaired": phrases(
        """
        raro, rara, raras, mal, borracho, borracha, incoherente*, sin sentido, no puede, no puedo,
        trabado, trabada, arrastra, balbuce*, disparates, incomprensible, no le entiendo, extraño
        """
    ),
    "face": phrases("boca, cara, sonrisa, párpado, ojo, mejilla, labio"),
    "droop": phrases(
        """
        torcid*, caíd*, cae, cuelga, de lado, dormid*, paralizad*, desviad*, tuerce, torció
        """
    ),
    "ingested": phrases(
        """
        bebido, bebió, tragado, tragó, comido, comió, tomado, tomó, tomé, ingerido, inyectado, ingirió
        """
    ),
    "poison": phrases(
        """
        lejía, detergente, veneno, gasolina, anticongelante, ácido, sosa, pila, pilas, pesticida*,
        insecticida*, amoníaco, aguarrás, setas, matarratas, limpiador, desatascador, productos químicos
        """
    ),
    "lots": phrases(
        """
        puñado, demasiad*, enter*, frasco, bote, caja, todas, todos, toda, todo el, montón, decenas, de
        golpe, de una vez, a propósito, cada, veinte, treinta, cincuenta
        """
    ),
    "pills": phrases(
        """
        pastilla*, comprimido*, cápsula*, medicament*, medicina*, medicación, somnífero*, paracetamol,
        aspirina*, insulina, betabloqueante*, bisoprolol, digoxina, anticoagulante*, antidepresivo*
        """
    ),
    "down": phrases(
        """
        tirado, tirada, en el suelo, en el piso, cayó, caído, caída, tumbad*, desplomó, encontré a,
        encontrado a
        """
    ),
    "still": phrases(
        """
        no se mueve, no responde, no contesta, no habla, no reacciona, no se levanta, no puede levantarse,
        no abre, pálid*, inconsciente, sin moverse, no despierta
        """
    ),
    "clutch": phrases(
        """
        se agarra, se agarró, se lleva la mano, se llevó la mano, agarrándose, sujetándose
        """
    ),
    "autonomic": phrases(
        """
        sudor*, sudo, sudando, suda, náusea*, ganas de vomitar, vómit*, vomit*, pálid*
        """
    ),
    "odd": phrases("raro, rara, extraño, extraña, incómod*, molesto, molestia*"),
}
