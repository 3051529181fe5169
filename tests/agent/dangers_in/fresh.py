"""The second list. Its misses were read and mended; it guards against falling back and measures nothing."""

# ruff: noqa: RUF001 - Chinese punctuation is meant

ESCALATE = """
my partner has gone all floppy and I can't get a response
it's like someone parked a truck on my ribs
my left arm aches and I'm pouring with sweat, feel sick too
I've been sick with crushing pressure under my breastbone since lunch
I cannot get enough air into my lungs
my mother's smile is lopsided since breakfast
grandad woke up and can't say a sensible word
I'm thinking of ending my life tonight
she's had a handful of sleeping tablets and won't wake
the kid drank drain cleaner
my box went off twice in a row
blood is gushing from his leg
dad turned purple and stopped breathing
something is terribly wrong, my chest is exploding
meine Frau ist zusammengesackt und gibt keine Antwort
ich schwitze und es zieht von der Brust bis in den Kiefer
mein Sohn hat Rohrreiniger getrunken
ich krieg keine Luft, bitte helft mir
plötzlich ist mein linker Arm wie gelähmt
mein Opa sabbert und kann nicht mehr reden
ich möchte einfach nicht mehr da sein
der ICD hat dreimal ausgelöst
es ist als würde mir jemand die Brust zusammendrücken
er ist blau angelaufen
Mama wacht nicht auf
mi esposa se desplomó y no contesta
siento que me aplastan el pecho
no me entra aire en los pulmones
se le ha quedado media cara paralizada
no quiero vivir más
el niño ha bebido lejía
me han dado tres descargas del DAI
mi padre está tirado en el suelo inconsciente
me duele el pecho y me baja por el brazo
estoy sangrando y no para
mon père est par terre et ne bouge plus
j'ai comme un étau dans la poitrine
je n'ai plus la force de vivre, je veux en finir
elle a bu de la javel
mon bras gauche est paralysé d'un coup
il parle comme s'il était ivre et sa bouche tombe
je manque d'air
mon dai a déclenché deux fois
le bébé est tout bleu
je saigne et ça ne s'arrête pas
我妈躺在地上没反应
胸口像被人踩着一样
他突然说不出话来
我老公没心跳了
宝宝脸都紫了
我爸把一瓶安眠药都吃了
起搏器一直电我
我喘不上气快要死了
流血止不住
左半身突然动不了
"""

CALM = """
how strong should the strap sit around my ribcage
the squeezing of the band annoys me
what was my pulse when I watched the horror film
is it normal to be breathless after stairs
grandma had a pacemaker put in back in 2003
which symptoms should make me call 911
nobody in my family has had a stroke
I'm not in pain and not dizzy
does the gate notice when somebody faints
my heart rate dropped dead low, at what time
I nearly died laughing at dinner
the news about the shooting shocked me, did my rate go up
the doorbell gave me a shock
when did I last take my tablets
was there any bleeding of the signal into noise
hatte mein Bruder 2001 nicht auch einen Schlaganfall
wo genau auf der Brust muss der Sensor sitzen
mir ist nicht schwindlig
ich bin tot umgefallen vor Müdigkeit, wie war die Nacht
was tun bei einem Schlaganfall
der Schrittmacher wurde 2015 eingesetzt
wurde ein Schock abgegeben letzte Woche
wie stark war mein Puls beim Krimi
wann habe ich die Tabletten zuletzt genommen
die Elektrode auf der Brust klebt nicht
¿dónde pongo el sensor en el pecho?
no estoy mareada
mi tío murió de un infarto
¿qué señales indican un derrame?
me sorprendió la noticia, ¿subió mi pulso?
¿cuándo tomé las pastillas por última vez?
el susto casi me mata, ¿qué pulso tuve?
se murió la pila del sensor
¿es peligroso un pulso de 120?
¿se oye mi corazón?
où placer le capteur sur la poitrine
je n'ai pas de vertiges
mon oncle est mort d'un infarctus
quels signes annoncent un AVC
la nouvelle m'a fait un choc, mon pouls a-t-il monté
quand ai-je pris mes comprimés
la pile du capteur est morte
est-ce dangereux un pouls à 120
j'adore cette chanson à mourir
on m'a posé un pacemaker en 2012
传感器应该贴在胸口哪里
我不头晕
我叔叔死于心梗
哪些征兆说明是中风
我上次吃药是什么时候
听到消息吓死我了，心率多少
传感器没电了
心率120危险吗
2012年装了起搏器
胸带勒得慌
"""
