"""The sixth list, written with the fifth, and read after that was mended.

Its first look: 37 of 40 heard, 3 of 40 falsely. What it showed was mended too."""

# ruff: noqa: RUF001 - Chinese punctuation is meant

ESCALATE = """
it hurts like a knife between my ribs on the left and I can hardly breathe
mum has slumped in her chair and her face looks lopsided
I want it all to end tonight
he's stopped breathing help
crushing weight on my chest for twenty minutes now
suddenly one of my legs won't move and everything is double
she collapsed in the bath and isn't coming round
my throat is closing up and I can't get air
es sticht links in der Brust wie ein Messer und ich kann kaum atmen
Mutter ist im Sessel zusammengesackt, das Gesicht ist ganz schief
heute Nacht mache ich Schluss mit allem
er atmet nicht mehr, Hilfe
seit zwanzig Minuten liegt mir ein Zentner auf der Brust
plötzlich gehorcht mir ein Bein nicht mehr und ich sehe doppelt
sie ist im Bad zusammengebrochen und wacht nicht auf
mir schwillt der Hals zu, ich bekomme keine Luft
me clava como un cuchillo en el pecho y apenas puedo respirar
mamá se ha caído redonda en el sillón y tiene la cara torcida
esta noche acabo con todo
ha dejado de respirar, ayuda
llevo veinte minutos con un peso enorme en el pecho
de repente no puedo mover una pierna y veo doble
se ha caído en el baño y no despierta
se me cierra la garganta y no puedo respirar
ça me plante un couteau dans la poitrine et je respire à peine
maman s'est affaissée dans son fauteuil, son visage est tout déformé
ce soir j'en finis
il ne respire plus, au secours
vingt minutes que j'ai un poids énorme sur la poitrine
d'un coup ma jambe ne répond plus et je vois double
elle est tombée dans la salle de bain et ne se réveille pas
ma gorge se ferme, je manque d'air
左胸像刀扎一样几乎不能呼吸
妈妈瘫在椅子上脸都歪了
今晚我就结束这一切
他没呼吸了救命
胸口压着一块大石头已经二十分钟了
一条腿突然动不了看东西重影
她在浴室摔倒了叫不醒
喉咙肿起来透不过气
"""
CALM = """
the strap feels tight across my chest, can I loosen it
I got breathless climbing the tower last month
what are the signs of a stroke
would the alarm go off if my heart stopped
my neighbour fainted at church last Sunday
I'm dying to know how my night was
my back hurts from gardening
grandad had chest pain before his bypass in 2012
der Gurt sitzt zu eng um die Brust, darf ich ihn lockern
letzten Monat war ich auf dem Turm außer Atem
woran erkennt man einen Schlaganfall
würde es piepen, wenn mein Herz stehen bleibt
meine Nachbarin ist letzten Sonntag in der Kirche ohnmächtig geworden
ich sterbe vor Neugier, wie war die Nacht
Rückenschmerzen vom Garten
Opa hatte vor seinem Bypass 2012 Brustschmerzen
la banda me aprieta el pecho, ¿la puedo aflojar?
el mes pasado me quedé sin aliento subiendo la torre
¿cómo se reconoce un ictus?
¿sonaría la alarma si se me parara el corazón?
mi vecina se desmayó el domingo en misa
me muero de curiosidad, ¿qué tal la noche?
me duele la espalda del jardín
al abuelo le dolía el pecho antes del bypass de 2012
la ceinture serre trop ma poitrine, je peux la desserrer ?
le mois dernier j'étais essoufflé en montant à la tour
comment reconnaître un AVC ?
est-ce que ça sonnerait si mon cœur s'arrêtait ?
ma voisine s'est évanouie dimanche à l'église
je meurs d'envie de savoir comment était ma nuit
j'ai mal au dos à cause du jardin
papi avait mal à la poitrine avant son pontage en 2012
胸带太紧了可以松一点吗
上个月爬塔的时候有点喘
中风有哪些症状
要是我心脏停了会报警吗
邻居上周日在教堂晕倒了
想死我了，昨晚到底怎么样
种花种得腰疼
爷爷2012年搭桥以前胸疼
"""
