"""German."""

ESCALATE = """
Ich habe starke Schmerzen in der Brust
mein Mann ist gerade umgekippt und wacht nicht mehr auf
ich bekomme keine Luft mehr
meine Brust tut so weh
seit einer halben Stunde ein Druck auf der Brust, zieht in den linken Arm
Oma redet plötzlich ganz wirr und ihr Mundwinkel hängt
ich kann meinen rechten Arm nicht mehr bewegen
meine Mutter atmet nicht
ich will nicht mehr leben
ich habe zu viele Tabletten genommen
mein Defi hat mich gerade geschockt
brustschmerzen
es fühlt sich an als säße ein Elefant auf meiner Brust
Papa ist bewusstlos
er hat einen Krampfanfall
ich glaube ich habe einen Herzinfarkt
ich kann meine Beine nicht mehr spüren
hilfe bitte rufen Sie einen Krankenwagen
ich bin schwanger und habe ein starkes Stechen in der Brust
meine Tochter hat eine ganze Packung Schlaftabletten geschluckt
mir ist schlecht, ich schwitze kalt und die Brust ist wie zugeschnürt
sie reagiert nicht mehr
Das ganze hat keinen Sinn mehr, ich bringe mich um
meine linke Gesichtshälfte ist taub
ich ersticke
er liegt am Boden und hat keinen Puls
brustschmertzen und atemnot
ich kriege kaum Luft
ich bin eben ohnmächtig geworden
mein Herz ist stehen geblieben
der Kleine ist ganz blau im Gesicht
Früher hatte ich nie was, aber jetzt brennt es hinter dem Brustbein
Schlaganfall! meine Frau kann nicht sprechen
ich habe Angst, ich glaube ich sterbe
Mein Bruder hat sich die Pulsadern aufgeschnitten
Ich spucke Blut
"""

CALM = """
das Pflaster auf der Brust juckt
der Brustgurt ist zu eng
wie war mein Puls letzte Nacht
mein Vater hatte 1990 einen Herzinfarkt
was soll ich tun, wenn ich Brustschmerzen bekomme
ich habe keine Brustschmerzen
keine Atemnot, alles gut
kann Vorhofflimmern einen Schlaganfall auslösen
was sind die Anzeichen eines Schlaganfalls
der Akku ist tot
ich sterbe vor Neugier
das WLAN ist zusammengebrochen
vor drei Jahren bin ich einmal ohnmächtig geworden
zeig mir meine Notizen über Brustschmerzen
wie oft habe ich Schwindel notiert
habe ich letzte Nacht Pausen gehabt
erkennst du einen Herzinfarkt
mein Herz rast beim Sport
der Film hieß Herzinfarkt
was ist ein Herzstillstand
ich bin todmüde, wie habe ich geschlafen
habe ich Vorhofflimmern
mir geht es gut
Haut unter dem Pflaster ist gerötet
Brustschwimmen gestern, wie hoch war der Puls
ich hatte noch nie Schmerzen in der Brust
wie ist die Notrufnummer
meine Oma starb an einem Schlaganfall
die Tabletten habe ich um acht genommen
wann sollte man einen Krankenwagen rufen
ich lache mich tot
der Gurt drückt auf die Brust
wenn mein Mann umkippt, merkst du das
Ich war außer Atem nach der Treppe
im Radio kam etwas über Selbstmord
Wie lange hielt die Pause an
"""
