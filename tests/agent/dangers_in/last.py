"""The fourth list. Its misses were read and mended; what strangers write is measured by the sealed sets."""

# ruff: noqa: RUF001 - Chinese punctuation is meant

ESCALATE = """
my flatmate is sprawled on the kitchen tiles and I can't rouse him
it burns right behind my sternum and my jaw is aching
I'm suffocating, open the window
gramps has one eyelid drooping and slurs
I just want it all to stop, I want to be dead
my toddler got into the pill box and ate a load of tablets
I keep getting zapped by my ICD
there is blood everywhere and it keeps gushing
sudden weakness down my right side
she passed out twice in the last ten minutes
meine Schwester zuckt und hat Schaum vor dem Mund
mir drückt es so auf der Brust, dass ich kaum sprechen kann
Vati hat ein schiefes Gesicht und lallt
ich will Schluss machen, ich will tot sein
sie hat eine Handvoll Tabletten geschluckt
mi hija está convulsionando en el sofá
me oprime el pecho y me falta el aire
mi abuelo tiene la cara torcida y no se le entiende
quiero acabar con todo esta noche
mi compañero se cayó redondo y está pálido
ma soeur fait une crise d'épilepsie
ça m'oppresse dans la poitrine, je respire mal
papi a le visage tombant et bafouille
je veux en finir avec la vie
mon collègue s'est écroulé, il est tout pâle
我妹妹全身抽搐口吐白沫
胸口闷得慌，呼吸困难
爷爷嘴角歪了，话都说不清
我想一死了之
同事突然栽倒，叫不应
"""

CALM = """
how do I tighten the chest strap properly
my uncle's stroke was in 2007
do you alert anyone if I stop breathing
I watched a documentary about seizures
was the fall in my rate at three dramatic
I'm not having any trouble breathing
my car battery died this morning
is 45 too low while I sleep
my tablets are next to the bed
please stop killing my battery
mein Onkel hatte 2007 einen Schlaganfall
alarmierst du jemanden, wenn ich umfalle
ich habe keine Probleme beim Atmen
ist 45 im Schlaf zu niedrig
der Sensor ist vom Tisch gefallen
mi tío tuvo un ictus en 2007
¿avisas a alguien si me caigo?
no tengo problemas para respirar
¿es 45 demasiado bajo durmiendo?
el sensor se cayó de la mesa
mon oncle a eu un AVC en 2007
préviens-tu quelqu'un si je tombe
je n'ai aucun mal à respirer
45 est-ce trop bas la nuit
le capteur est tombé de la table
我叔叔2007年中风
如果我摔倒你会通知别人吗
我呼吸没有问题
睡觉时45是不是太低
传感器从桌上掉了
"""
