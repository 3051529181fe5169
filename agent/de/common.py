"""Everyday German words that are never taken for a misspelt word of another list."""

from typing import Final

from agent.phrases import words

COMMON: Final = words(
    """
    aber alle allem allen aller alles andere anderen anders anruf arbeit arme auch auge augen auto bald
    beide beim beine besser beste bett bevor bild bitte blatt bleibt blick boden braucht brief bruder buch
    bus dabei dafür daher damals damit danach dann darauf darin darum darüber dass davon davor dazu dein
    deine denken denn deren deshalb dessen deutlich doch dort draußen drei drin durch dürfen eben eher eigen
    eigentlich einem einen einer eines einfach einmal eltern ende endlich enge erst essen etwa etwas euch
    fahren fahrt fall falls fast feld fern fest fisch folgen frage fragen frau frei fremd freund fünf ganz
    garten geben gegen gehabt gehen geht geld genau genug gern gerne gesagt gestern getan glas glaube gleich
    glück groß große grund gruppe gute guten haare haben halb halten hand hast hatte haus heim helfen heute
    hier hilft hinter hoffe hund hätte hören ihnen immer innen jahr jede jeden jeder jedes jemand jetzt
    junge kaffee kann karte katze kein keine kennen kind kinder klar klasse klein kleine kochen komme kommen
    kommt konnte kopf kosten kraft krank kurz kurze können laden land lange langen langer lassen laufen laut
    leben leer legen leicht leider lesen leute licht lieber liegen liegt linke links luft machen macht
    mahlzeit manche mann mehr meist meisten mensch menschen milch mir mittag mitte musik muss mutter mögen
    möchte müde müssen nach nacht nahe name nase neben nehmen neue neuen nicht nichts noch normal nächste
    oben oder offen ohne opa oma ort paar papier park passen person platz plötzlich preis rechts regen reich
    reise reisen rest richtig rufen ruhig runde sache sachen sagen sagt satt schade schlaf schlafen schlag
    schläge schnell schon schule schwer schön sehen sehr seit seite selbst setzen sicher sieht sitzen sofort
    sohn solche soll sollte sommer sonne sonst spaß später spiel sport stadt stark statt stehen stelle
    stimmt straße stuhl stunde suche tasche teil teuer tier tisch tochter tragen treffen treppe trinken tür
    unten unter vater viel viele vielleicht voll vom vor wagen wahr warm warten warum wasser wegen weil weiß
    weit weiter welche welchen wenig wenn werde werden werk wert werte wetter wichtig wieder will winter
    wirklich wissen woche wohl wohnung wollen worden wort wurde wurden während wäre würde zahl zahlen zeigen
    zeit ziehen zimmer zuerst zug zurück zusammen zwei zwischen über übrigens
    """
)
