"""Spanish: the words of the safety gate, and what is said to somebody in danger."""

from typing import Final

from agent.es.danger_everyday import EVERYDAY
from agent.es.danger_masks import MASKS
from agent.es.danger_phrases import PHRASES
from agent.es.danger_scope import SCOPE
from agent.es.danger_sudden import SUDDEN
from agent.es.danger_words import CONCEPTS
from agent.gate import GateWords
from agent.phrases import merged

TEXTS: Final[dict[str, str]] = {
    "alerted": ("A quienes reciben avisos desde aquí les llega uno ahora; llame usted de todos modos."),
    "escalate": "Puede ser una emergencia. Llame ahora: {number}. Yo no puedo pedir ayuda.",
    "advise": (
        "Primero: si vuelve a ocurrir o está ocurriendo ahora, pida ayuda ({number}); no espere a mis "
        "registros. Dígaselo a su médico en cualquier caso."
    ),
    "advise_near_faint": (
        "Primero: si ahora se siente mareado, siéntese o túmbese, y pida ayuda ({number}) si no se le "
        "pasa pronto, si se desmaya, o si tiene dolor en el pecho o dificultad para respirar. Dígaselo a "
        "su médico en cualquier caso."
    ),
    "escalate_chest_pain": (
        "Puede ser una emergencia. Llame ahora: {number}. Siéntese, no se mueva y no conduzca; abra la "
        "puerta si está solo. Con una sola derivación no puedo saber si es un infarto, y no puedo pedir "
        "ayuda."
    ),
    "escalate_breathing": (
        "La dificultad para respirar puede ser una emergencia. Llame ahora: {number}. Siéntese erguido y "
        "no se quede solo. Si una persona no respira con normalidad y no reacciona, empiece las "
        "compresiones en el pecho. Yo no puedo pedir ayuda."
    ),
    "escalate_collapse": (
        "Es una emergencia. Llame ahora: {number}. Si la persona no reacciona y no respira con "
        "normalidad, empiece las compresiones en el pecho y mande a alguien por un desfibrilador. Yo no "
        "puedo pedir ayuda."
    ),
    "escalate_stroke": (
        "Pueden ser señales de un ictus, y cada minuto cuenta. Llame ahora: {number}. Fíjese en la hora "
        "en que empezó; no coma, no beba y no conduzca. Vale también si ya se le pasó. Yo no puedo pedir "
        "ayuda."
    ),
    "escalate_heart_attack": (
        "Si cree que es un infarto, llame ahora: {number}. Siéntese, no se mueva y no conduzca. Con una "
        "sola derivación no puedo ver ni descartar un infarto, y no puedo pedir ayuda."
    ),
    "escalate_heart_stopped": (
        "Si se encuentra muy mal, o alguien no reacciona, llame enseguida: {number}. Si una persona no "
        "reacciona y no respira con normalidad, empiece las compresiones en el pecho. Yo no puedo pedir "
        "ayuda."
    ),
    "escalate_suicide": (
        "Siento que sea tan duro. No tiene que llevarlo a solas. Si podría hacerse daño, llame ahora "
        "({number}) o acuda a alguien de confianza. Hay líneas que escuchan a cualquier hora: 024 en "
        "España, 988 en Estados Unidos. Yo solo registro el ritmo del corazón y no puedo llamar a nadie "
        "por usted."
    ),
    "escalate_overdose": (
        "Llame ahora: {number}, o al servicio de toxicología. Tenga el envase a mano. No espere a los "
        "síntomas y no intente vomitar. Yo no puedo pedir ayuda."
    ),
    "escalate_device_shock": (
        "Varias descargas seguidas, o una descarga con molestias, son una emergencia. Llame ahora: "
        "{number}. Siéntese o túmbese y no conduzca. Tras una sola descarga sin molestias, llame hoy "
        "mismo a la consulta que controla su dispositivo. Yo no puedo pedir ayuda."
    ),
    "escalate_help": (
        "Si alguien necesita ayuda ahora, llame enseguida: {number}. Yo no puedo pedir ayuda ni juzgar "
        "emergencias."
    ),
    "medication": (
        "Sobre medicinas no aconsejo: ni qué tomar, ni cuánto, ni si dejarlas. Pregunte al médico que "
        "las recetó o a un farmacéutico; si olvidó o dobló una dosis, un farmacéutico puede decirle "
        "enseguida qué hacer."
    ),
}

WORDS: Final = GateWords(
    code="es",
    lists=merged(CONCEPTS, PHRASES, SUDDEN, SCOPE, MASKS, EVERYDAY),
    common=("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "lunes", "martes", "pulso"),
    joins={},
    folds={},
)
