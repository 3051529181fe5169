"""Spanish."""

ESCALATE = """
me duele mucho el pecho
tengo un dolor fuerte en el pecho que baja por el brazo izquierdo
no puedo respirar
mi marido se ha caído y no despierta
mi madre no respira
siento una opresión en el pecho
se le ha torcido la boca y no habla bien
no siento las piernas
quiero morirme
me he tomado demasiadas pastillas
mi desfibrilador me ha dado una descarga
dolor de pecho
creo que me está dando un infarto
mi padre se desmayó y no responde
está convulsionando
no puedo mover el brazo derecho de repente
llamen a una ambulancia por favor
estoy embarazada y me duele el pecho
mi hijo se tragó un frasco entero de pastillas
me falta el aire y sudo frío
se está poniendo azul
no quiero seguir viviendo
me voy a matar
tengo la mitad de la cara dormida
mi abuela ha perdido el conocimiento
no le encuentro el pulso
me ahogo
siento como un elefante sentado en el pecho
acabo de desmayarme
se me ha parado el corazón
dolor de pcho y sudores
antes nunca me pasaba pero ahora me arde el pecho
creo que me estoy muriendo
mi mujer tiene un ictus
vomito sangre
se le cae un brazo y dice cosas raras
"""

CALM = """
el parche del pecho me pica
la banda del pecho me aprieta
¿cómo estuvo mi pulso anoche?
mi abuelo tuvo un infarto en 1990
¿qué hago si me duele el pecho?
no me duele el pecho
no tengo dolor en el pecho ni mareos
¿puede la fibrilación causar un ictus?
¿cuáles son los síntomas de un infarto?
la batería está muerta
me muero de curiosidad
se cayó la conexión
hace años me desmayé una vez
muéstrame mis notas sobre dolor de pecho
¿cuántas veces anoté mareos?
¿puedes detectar un infarto?
estoy muerto de cansancio, ¿dormí bien?
vi una película sobre un infarto
¿qué es un paro cardíaco?
tengo el corazón acelerado
estoy bien hoy
nunca he perdido el conocimiento
¿cuál es el número de emergencias?
mi abuela murió de un derrame
tomé las pastillas a las ocho
me quedé sin aliento subiendo las escaleras
me parto de risa
¿tuve fibrilación anoche?
¿cuánto duró la pausa más larga?
el parche me irrita la piel del pecho
¿cuándo hay que llamar a una ambulancia?
si mi marido se desmaya, ¿te das cuenta?
matando el tiempo, ¿cuál fue mi pulso?
leí un libro sobre el suicidio
ayer hice press de pecho en el gimnasio
¿está conectado el sensor?
"""
