"""Spanish phrases that mean danger by themselves."""

from typing import Final

from agent.phrases import phrases

PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "breath": phrases(
        """
        no puedo respirar, no puede respirar, no puedo casi respirar, casi no puedo respirar,
        no respira, no respiro, no está respirando, ha dejado de respirar, dejó de respirar,
        dejado de respirar, me falta el aire, le falta el aire, falta el aire, falta de aire, sin aire,
        no me entra aire, no me entra el aire, no le entra, no me llega el aire, no tengo aire,
        me cuesta respirar, le cuesta respirar, cuesta mucho respirar, cuesta respirar,
        dificultad para respirar, dificultades para respirar, respira mal, respirar mal, respiro mal,
        apenas respira, apenas puedo respirar, apenas puede respirar, me ahogo, se ahoga,
        se está ahogando, me estoy ahogando, ahogando, ahogado con, asfixia*, me asfixio, se asfixia,
        atragant*, se ha atragantado, poniendo azul, se pone azul, se puso azul, labios azules,
        labios morados, está azul, morado, cianótic*, se me cierra la garganta, cierra la garganta,
        garganta _ cerrando, lengua _ hinch*, hincha la lengua, hinchando la lengua, garganta _ hinch*,
        anafilax*, anafiláctic*, boquea, jadea, sin aliento, falta el aliento, falta de aliento,
        no puedo coger aire, no consigo coger aire, no consigo respirar, no logro respirar,
        no puedo tomar aire, no puedo ni respirar, no me llega aire, no me entra, no coge aire,
        no me pasa el aire, casi no respiro, respiro fatal, apenas respiro, respiro a duras, me ahogo y,
        me quedo sin aire, me quedo sin respiración, sin poder respirar, jadeando, se puso morad*,
        se pone morad*, poniendo morad*, ponen morad*, se le ponen morad*, labios azul*,
        uva en la garganta, se atragantó, me atraganto, hincha la garganta, hincha los labios,
        hinchan los labios, ya no respira, pecho silba y, sofoc*, ahogo, ahogos, ahogada en la noche,
        dificultad _ respirar, dificultades _ respirar, dificultad extrema, llenar el pulmón,
        llenar los pulmones, tomar aire, espuma rosada, espuma rosa, cara azul, cara morada, piel azul*,
        cianosis, uñas azules, uñas moradas, respiro con dificultad, respira con dificultad,
        edema de glotis, glotis, el inhalador no
        """
    ),
    "collapse": phrases(
        """
        desmayé, desmayó, desmayado, desmayada, desmayarme, desmaya, desmayo, me desmayo, se desmayó,
        perdió el conocimiento, perdido el conocimiento, pierde el conocimiento, perdí el conocimiento,
        perdió el sentido, perdido el sentido, inconsciente, no responde, no reacciona, no contesta,
        no me contesta, no despierta, no se despierta, no se mueve, no vuelve en sí, sin pulso,
        no tiene pulso, no encuentro el pulso, no le encuentro el pulso, no encuentro _ pulso,
        no noto _ pulso, colapsó, colapsado, colapsa, se desplomó, se ha desplomado, desplomado,
        se cayó y, se ha caído y, cayó redondo, tirado en el suelo, tirada en el suelo,
        en el suelo y no, convuls*, convulsiones, convulsionando, ataque epiléptico, crisis epiléptica,
        ataque de epilepsia, espuma por la boca, echa espuma, paro cardíaco, parada cardíaca,
        parada cardiorrespiratoria, paro cardiorrespiratorio, sin vida, ojos en blanco, se quedó rígido,
        mirada perdida, desvaneció, desvanecido, desvanecimiento, sin respuesta, flácid*, desmadejad*,
        inmóvil, parece muert*, no hay manera de despertar*, sin reaccionar, me acabo de desmayar,
        acabo de desmayarme, se acaba de desmayar, acaba de desmayarse, desmayar*, me he desmayado,
        perdí la conciencia, perdió la conciencia, pierde la conciencia, sin conciencia, sin sentido,
        ha perdido la consciencia, no logramos despertar*, no consigo despertar*, no podemos despertar*,
        no puedo despertar*, no hay forma de despertar*, tirado en la, tirada en la, cayó al suelo,
        ha caído al suelo, se ha ido al suelo, cayó desplomad*, ha quedado tieso, no le encuentro,
        no le noto, no responde a, no reacciona a, dando sacudidas, tiene una convulsión, convulsiona,
        crisis convulsiva, ojos hacia atrás, ojos vueltos, no da señales, pérdida de conciencia,
        pérdida de conocimiento, pérdida del conocimiento, perdí la consciencia, quedé inconsciente,
        se quedó inconsciente, lleva convulsionando, sacudidas en el, espasmos en todo,
        temblores violentos, espasmos incontrolables, me dio un desmayo, un desmayo,
        difícil de despertar
        """
    ),
    "stroke": phrases(
        """
        boca torcida, torcido la boca, tuerce la boca, boca _ torcida, boca _ de lado, cara torcida,
        cara caída, cara _ caída, se le cae la cara, cae la boca, cara dormida, mitad de la cara,
        lado de la cara, media cara, no habla bien, habla raro, habla mal, habla _ raro,
        no puede hablar, no puedo hablar, no puedo hablar bien, arrastra las palabras,
        arrastra palabras, balbucea, habla sin sentido, dice cosas raras, dice cosas sin sentido,
        no se le entiende, no encuentra las palabras, no me salen las palabras, lado del cuerpo,
        mitad del cuerpo, medio cuerpo, paralizad*, parálisis, paralizó, se quedó ciego,
        no veo de repente, de repente no veo, pérdida de visión, perdí la vista, veo doble de repente,
        visión doble de repente, peor dolor de cabeza, dolor de cabeza más fuerte, tiene un ictus,
        tengo un ictus, está teniendo un ictus, teniendo un derrame, está teniendo un derrame,
        tiene un derrame, dando un ictus, dando un derrame, es un ictus, sufriendo un ictus,
        derrame cerebral ahora, confundid* de repente, de repente confus*, hemorragia cerebral,
        se le cae un brazo, se le cae el brazo, cae un brazo, boca _ lado, cara de lado, habla enredado,
        no le entiendo, se le traba la lengua, lengua trabada, no le salen las palabras,
        no encuentro las palabras, palabras me salen, sea un ictus, un ictus ahora,
        le está dando un ictus, dado un ictus, dar un ictus, es un derrame, dado un derrame,
        dio un derrame, parálisis facial, media cara dormida, medio lado, lado izquierdo del cuerpo,
        lado derecho del cuerpo, se me ha dormido media, no siento medio, no siento la mitad,
        no ve de un ojo, no veo de un ojo, dejé de ver, embolia, trombosis cerebral, hablo enredado,
        hablo raro, hablo mal, hablo trabado, habla confusa, habla enredada, dificultad para hablar,
        dificultad _ hablar, no articulo, no articula, no consigo hablar, no me sale hablar,
        palabras _ mal, brazo débil, brazo flojo, pierna débil, debilidad _ lado, debilidad en un,
        debilidad en el brazo, debilidad del brazo, pérdida de la visión, pérdida de la vista,
        perdido la visión, no veo nada, no veo por, no ve nada de repente, ceguera repentina,
        ceguera súbita, dolor de cabeza repentino, dolor de cabeza súbito, dolor de cabeza explosivo,
        dolor de cabeza _ de golpe, dolor de cabeza _ intenso, confusión repentina, confusión súbita,
        de repente no sabe
        """
    ),
    "suicide": phrases(
        """
        matarme, me voy a matar, quiero matarme, quitarme la vida, quitarse la vida, acabar con mi vida,
        acabar con todo, acabo con todo, acabaré con todo, acabo con mi vida, termino con todo,
        terminaré con todo, terminar con mi vida, terminar con todo, poner fin a mi vida, quiero morir,
        quiero morirme, quisiera morir, quisiera morirme, quisiera estar muert*, ojalá estuviera muert*,
        ojalá me muriera, prefiero morir, prefiero estar muert*, no quiero vivir, no quiero seguir
        viviendo, no quiero vivir más, no quiero seguir, no tengo ganas de vivir, sin ganas de vivir, no
        vale la pena vivir, la vida no tiene sentido, mi vida no tiene sentido, no tiene sentido vivir,
        no le veo sentido a la vida, cansad* de vivir, no aguanto más vivir, mejor sin mí, estarían
        mejor sin mí, nadie me echaría de menos, hacerme daño, autolesion*, cortarme las venas, cortado
        las venas, cortó las venas, ahorcarme, ahorcarse, pegarme un tiro, tirarme por, tirarme al tren,
        saltar del puente, no despertar más, no quiero despertar, no quiero estar aquí, desaparecer para
        siempre, suicidarme, suicidarse, me suicido, voy a suicidar*, me quiero matar, me mato, me
        quiero morir, me quisiera morir, quiero estar muert*, mejor estar muert*, mejor si estuviera
        muert*, estaría mejor muert*, mejor muert*, mejor si no estuviera, ya no quiero vivir, no quiero
        seguir viv*, no puedo seguir viviendo, no tengo ganas de seguir, ganas de morir, ganas de
        morirme, sentido a seguir, sentido a la vida, sentido a vivir, sentido seguir viviendo, no me
        queda nada, no tengo por qué vivir, no hay razón para vivir, no hay motivo para vivir, acabar de
        una vez, quiero acabar con, quiero terminar con, terminar con esto para siempre, dormir para
        siempre, no despertarme nunca, no volver a despertar, desaparecer del mundo, soy una carga,
        carga para todos, nota de despedida, carta de despedida, me despido de todos, me despido para
        siempre, cortarme, me corto las venas, tirarme del, tirarme de un, tirarme a las vías, colgarme,
        harto de vivir, harta de vivir, cuántas pastillas _ morir*, para morirme, para matarme,
        guardando pastillas, dejar de existir, ahogarme, envenenarme, quemarme viv*, apuñalarme,
        dispararme, lanzarme, aventarme, tirarme de, lastimarme, herirme, electrocutarme, asfixiarme,
        morirme de hambre, pensamientos suicidas, ideas suicidas, ideación suicida, planes de suicidio,
        pensamientos de suicidio, suicida, mi propia muerte, más felices sin mí, nunca haber nacido, no
        haber nacido, merezco vivir, mejor muerto, mejor muerta, acabar con mi dolor, acabar con este
        dolor, terminar con mi dolor, tomarme todas las pastillas, saltar de un, saltar desde, un
        precipicio, pastillas guardadas, las voces me dicen, voces me dicen que, guardado pastillas
        """
    ),
    "overdose": phrases(
        """
        demasiadas pastillas, demasiados comprimidos, demasiadas tabletas, demasiada medicación,
        demasiado medicamento, todas las pastillas, todas mis pastillas, todos los comprimidos,
        frasco entero, bote entero, caja entera, toda la caja, todo el frasco, todo el bote,
        sobredosis, me he intoxicado, intoxicad*, intoxicación, envenenad*, envenenamiento, tomado #
        pastillas, tomé # pastillas, # pastillas de golpe, # comprimidos de golpe, tragó #, tragado
        # pastillas, puñado de pastillas, bebió lejía, bebido lejía, tragó lejía, tragado una pila,
        tragó una pila, monóxido de carbono, tomado de más, muchas pastillas, tomé todas, tomado
        todas, me tomé todo, me he tomado todo, tomado #, me tomé #, tomé # de, me he tomado #,
        tragado #, # de bisoprolol, # de metoprolol, # pastillas, blíster entero, la caja entera,
        pastillas de más, medicación de golpe, me he pasado con las pastillas, tomó todas
        """
    ),
    "emergency": phrases(
        """
        ambulancia, llamen al 112, llama al 112, llame al 112, llamar al 112, llamen al 911,
        llama al 911, llamen a emergencias, llama a emergencias, necesito ayuda, necesitamos ayuda,
        ayuda por favor, ayúdame, ayúdenme, ayuden*, socorro, auxilio, es una emergencia,
        una emergencia, urgencia médica, necesito un médico ya, un médico rápido, médico urgente,
        sangra mucho, sangro mucho, sangrando mucho, no para de sangrar, no deja de sangrar, hemorragia,
        se desangra, me desangro, vomito sangre, vomita sangre, vomitando sangre, vómito* de sangre,
        tose sangre, toso sangre, tosiendo sangre, escupo sangre, escupe sangre, embarazada _ sangr*,
        sangr* _ embarazada, electrocut*, quemadura grave, llamen una ambulancia, llama al 061,
        una ambulancia ya, necesito un médico, que venga alguien, que alguien me ayude, ayuda ya,
        ayudadme, ayúdenos, sálvame, sálvenme, sos, urgente por favor, desangr*, sangre por todas,
        sangre a chorros, mucha sangre, perdiendo mucha sangre, vomité sangre, esputo* con sangre,
        orino sangre y, apuñalado, disparado en, tiroteado, shock anafiláctico, reacción alérgica,
        ronchas y, atropellado, quemaduras graves, embarazada y tengo sangr*, sangrado _ embaraz*
        """
    ),
}
