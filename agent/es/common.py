"""Everyday Spanish words that are never taken for a misspelt word of another list."""

from typing import Final

from agent.phrases import words

COMMON: Final = words(
    """
    abajo abierto abrir abuela abuelo acaba acabo aceite acerca adelante además afuera agosto agua ahora
    ahí aire alguien algunas allí alma alrededor alta alto amigo amiga ante antes aquel aquella aquí
    aquello arriba así atrás aunque ayer baja bajo baño bastante beber bebí bebida bien boca bolsa bonito
    brazo buen buena bueno busca buscar caballo cabeza cada caer café caja calle calma calor cama cambio
    camino campo cansado cansada cara carne carta casa casi caso cena cenar cerca cerrar cerveza chica
    chico cielo cinco claro clase coche cocina color come comer comida comí como compra comprar comprendo
    con conocer consulta contar contigo contra copa corazón correr correcto cosa cosas corre corto costa
    creer creo cree cual cualquier cuando cuanta cuanto cuarto cuatro cuenta cuerpo cuesta cuida cuidado
    dado dame dan dar dato de deber debe debo decir dedo dejar deja del demasiado dentro derecha desayuno
    desde deseo despacio después detrás día dice dicen dicho diez difícil dinero dio dios distinto doce
    doctor doctora dolor donde dormido dormir dos duda duele dueño dulce dura duro ella ellas ellos
    empezar empieza en encima encontrar enero enfermo entender entero entiendo entonces entra entrar entre
    eran eras eres error esa escribir escuela ese eso espalda espera esperar esposa esposo estaba estado
    estamos están estar estas este esto estos estoy estuve estuvo exacto exactamente fácil falta familia
    favor fecha feliz fiesta fin final firma forma foto frente fresco frío fue fuera fueron fuerte fuerza
    fui gana ganas gato gente gracias gran grande gripe grupo guarda gusta gusto haber había habla hablar
    hace hacer hacía hacia hambre han has hasta hay haya hecho hermana hermano hija hijo hizo hoja hombre
    hombro hora horas hospital hotel hoy hubo huele hueso huevo igual importa importante incluso izquierda
    jamás jardín joven juego jueves jugar julio junio junto justo lado lago largo larga lata leche lector
    leer lejos lengua lento letra leve libre libro limpio lista listo llama llamada llamar llave llega
    llegar lleno llevar llorar lluvia loco lugar luna lunes luz madre mal mala malo mamá mandar manera
    mano mañana mar marca marido martes marzo más masa mayo mayor medio médico mediodía mejor menos mente
    mes mesa meses metro miedo miel miércoles mientras mil minuto minutos mira mirar misma mismo mitad
    modo momento mucha mucho muchos muerte muestra mujer mundo muy nada nadie naranja necesito negro nene
    nieto nieta ningún ninguna ninguno niña niño noche nombre norma normal norte nosotros nota novia novio
    nuestra nuestro nueva nueve nuevo nunca ocho ojo ojos olvidé once orden oro otra otras otro otros oye
    paciente padre pagar página país palabra pan papá papel para parece pared pareja parque parte partido
    pasa pasado pasar paseo paso pausa paz pecho pedir pena pensar peor pequeño perdón perfecto pero perro
    persona pie piel pierna piso plan plata plato playa poca poco poder pone poner por porque posible
    pregunta preguntar primer prisa pronto propio próximo prueba pude pueblo puede pueden puedes puedo
    puerta pues punto que quedar queda quería quien quiere quiero quince quizás rato razón recibir
    recuerda recuerdo regalo regla reloj reír resto rico río risa rojo ropa rosa rueda saber sabe sabes
    sala sale salida salir salsa salto salud saludo sangre santo seco segundo seguir según seguro seis
    semana sentado sentir señor señora ser será sería sesenta si sí siempre siente siento siesta siete
    siglo sigue silla sin sino sitio sobre sofá sol solo sola somos son sonido sopa soy suave sube subir
    suelo sueño suerte supe suya suyo tal talla también tampoco tan tanto tarde tarea taza tele temprano
    tengo tener tenía tercer tía tiempo tienda tiene tienen tienes tierra tío tipo tira toca toda todas
    todavía todo todos toma tomar tomé trabajo trae traer tras trato treinta tren tres triste tuve tuvo
    última último una unas uno unos usa usar usted ustedes va vamos van varias varios vaso veces veinte
    vela ven venir ventana veo ver verano verdad verde vez viaje vida viejo viene viento viernes vino
    visita vista vive vivir voy voz vuelta vuelve
    """
)
