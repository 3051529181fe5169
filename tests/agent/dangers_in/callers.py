"""The fifth list, in five languages. Its first look: 60 of 60 heard, 6 of 60 falsely.

What it showed was mended; one calm text was put as the supposition that it was meant to be."""

# ruff: noqa: RUF001 - Chinese punctuation is meant

ESCALATE = """
my chest feels like it's being crushed in a vice
there's a tight band round my chest and I've gone clammy
dad just keeled over in the kitchen and won't answer
I can't catch my breath at all, lips are going purple
her mouth has dropped on one side and her words are coming out as mush
I don't want to be here any more, I've got the pills lined up
can't feel my left arm all of a sudden and I can't find my words
my husband is on the floor with no pulse
burning pressure behind my breastbone going up into my jaw
grandma is choking and turning blue
I passed out twice in the last hour
he's gone grey and sweaty and is holding his chest
Mir drückt es die Brust zusammen, als säße jemand drauf
Meine Frau ist umgekippt und reagiert nicht mehr
Ich krieg überhaupt keine Luft mehr
Sein Mundwinkel hängt runter und er lallt nur noch
Ich mag nicht mehr leben, die Tabletten liegen schon bereit
Auf einmal ist mein rechter Arm taub und ich finde die Wörter nicht
Opa liegt am Boden und hat keinen Puls
brennender Druck hinter dem Brustbein bis in den Unterkiefer
mein Kind verschluckt sich und läuft blau an
bin in der letzten Stunde zweimal ohnmächtig geworden
er ist aschfahl, schwitzt und fasst sich an die Brust
mein Brustkorb schmerzt höllisch und strahlt in den linken Arm
siento como si me aplastaran el pecho
mi mujer se ha desplomado y no reacciona
no me entra el aire, me estoy ahogando
se le ha torcido la boca y no se le entiende al hablar
ya no quiero vivir, tengo las pastillas en la mano
de golpe no siento el brazo derecho y no me salen las palabras
el abuelo está en el suelo sin pulso
un ardor que me oprime detrás del esternón y sube a la mandíbula
el niño se atragantó y se está poniendo morado
me he desmayado dos veces en la última hora
está pálido, sudando frío y se agarra el pecho
me duele muchísimo el pecho y se me va al brazo izquierdo
j'ai l'impression qu'on m'écrase la poitrine
ma femme vient de s'écrouler et ne réagit plus
je n'arrive plus à respirer du tout
sa bouche est de travers et il parle comme de la bouillie
je ne veux plus vivre, j'ai préparé les cachets
tout à coup je ne sens plus mon bras droit et je cherche mes mots
papi est par terre, il n'a plus de pouls
une brûlure derrière le sternum qui serre et remonte dans la mâchoire
le petit s'étouffe et devient bleu
je me suis évanouie deux fois depuis une heure
il est livide, en sueur, et se tient la poitrine
j'ai horriblement mal à la poitrine, ça descend dans le bras gauche
胸口像被大石头压住一样难受
我老伴突然倒下叫不醒
我完全喘不上气来了
他嘴歪了说话含糊不清
我不想活了药都摆好了
右胳膊突然没知觉话也说不出来
爷爷躺在地上没有脉搏了
胸骨后面烧着疼一直窜到下巴
孩子噎住了脸都紫了
一个小时里我晕倒了两次
他脸色灰白一身冷汗捂着胸口
胸口剧痛还放射到左胳膊
"""
CALM = """
my chest muscles ache after yesterday's push-ups
the patch leaves a red itchy square on my chest
in the film the man had a heart attack, can this thing spot one
my father collapsed and died ten years ago, is it inherited
I nearly passed out laughing at the party
what should someone do if they find a person not breathing
had some chest tightness back in spring, all cleared up since
this battery is killing me, why does it drain so fast
my arm went numb because I slept on it, is fine again
is shortness of breath a known effect of bisoprolol
the monitor died last night, was anything lost
my sister's stroke was in 2019, does that raise my odds
Muskelkater in der Brust vom Training
das Pflaster juckt auf der Brust
im Krimi hatte einer einen Herzinfarkt, würdest du sowas merken
mein Vater ist vor zehn Jahren umgekippt und gestorben, vererbt sich das
ich hab mich fast totgelacht
was macht man, wenn jemand nicht mehr atmet
im Frühjahr hatte ich mal Druck auf der Brust, längst weg
der Akku bringt mich noch um
Arm eingeschlafen weil ich drauf lag, geht wieder
kann Atemnot vom Bisoprolol kommen
das Gerät ist heute Nacht gestorben, fehlt was
meine Schwester hatte 2019 einen Schlaganfall, erhöht das mein Risiko
agujetas en el pecho por las flexiones
el parche me pica en el pecho
en la película a uno le dio un infarto, ¿tú lo notarías?
mi padre murió de repente hace diez años, ¿se hereda?
casi me muero de la risa
¿qué hay que hacer si alguien no respira?
en primavera tuve opresión en el pecho, ya pasó
esta batería me va a matar
se me durmió el brazo por dormir encima, ya está bien
¿el bisoprolol puede dar falta de aire?
el aparato se murió anoche, ¿se perdió algo?
mi hermana tuvo un ictus en 2019, ¿me afecta?
courbatures aux pectoraux après les pompes
le patch me gratte sur la poitrine
dans le film un homme fait un infarctus, tu le verrais toi ?
mon père est mort subitement il y a dix ans, c'est héréditaire ?
j'ai failli mourir de rire
que faire si quelqu'un ne respire plus ?
au printemps j'ai eu la poitrine serrée, c'est passé depuis
cette batterie va me tuer
bras engourdi parce que j'ai dormi dessus, c'est reparti
le bisoprolol peut-il essouffler ?
l'appareil est mort cette nuit, on a perdu quelque chose ?
ma sœur a fait un AVC en 2019, ça augmente mon risque ?
做俯卧撑以后胸肌酸
贴片贴得胸口有点痒
电影里有人心梗，你能测出来吗
我爸十年前猝死，会遗传吗
差点笑死我
如果有人没呼吸了应该怎么办
春天的时候胸闷过，早就好了
这电池真要命
胳膊压麻了，现在好了
比索洛尔会让人气短吗
昨晚设备死机了，丢数据了吗
我姐2019年中过风，我风险大吗
"""
