"""The third list. It was unseen once; its misses were read and mended: it guards against falling back."""

# ruff: noqa: RUF001 - Chinese punctuation is meant

ESCALATE = """
I think my dad is having a stroke, his words are all mixed up
tight band around my chest and I feel like I'm going to be sick
the lady next door is lying in the stairwell and isn't moving
i cant get a breath in
my uncle clutched his chest and went down
my implant keeps shocking me
I've just taken every tablet in the house
life isn't worth it anymore, I've got the rope ready
she suddenly can't see out of one eye and her face is lopsided
we found grandma unconscious in the bathroom
my chest feels crushed and the pain goes into my shoulder
Hilfe, mein Vater ist einfach umgefallen
mein Brustkorb fühlt sich an wie in einem Schraubstock
ich habe alle meine Herztabletten auf einmal genommen
meine Nachbarin liegt im Treppenhaus und rührt sich nicht
sie kann die rechte Hand nicht heben und spricht komisch
ich halte das nicht mehr aus, ich will sterben
er bekommt keine Luft und wird blau
auxilio, mi abuelo no respira
tengo una presión horrible en el pecho y sudores
mi vecina está en el suelo y no se mueve
he tomado todas las pastillas de la caja
ya no quiero estar en este mundo, voy a quitarme la vida
no puede levantar el brazo y habla raro
au secours, mon père ne respire plus
j'ai une barre dans la poitrine et des sueurs froides
ma voisine est inconsciente dans l'escalier
j'ai avalé tous mes médicaments
je vais en finir ce soir
救命，我爸没有呼吸了
我胸口压得难受，一身冷汗
邻居倒在楼梯间不动了
我把药全吃了
他右手抬不起来，讲话含糊
我活不下去了
"""

CALM = """
did my heart rate spike when I was shocked by the bill
can the patch tell a stroke from a faint
which arm should I wear the watch on
my brother fainted at school in 1998
is there a risk of heart attack with AF
I didn't collapse, I only sat down
please show me the notes on dizziness
my breathing app says I am relaxed
I'm dead on my feet, how long did I sleep
my daughter's toy swallowed a battery pack, what was my pulse then
are my alarms on
wie viele Tabletten habe ich notiert
mein Handy ist tot, siehst du noch Daten
kann Hearth eine Ohnmacht erkennen
ich hatte 2012 einen Schlaganfall
welche Hand soll ich nehmen für die Uhr
keine Schmerzen, kein Schwindel
mein Mann atmet nachts laut, wie war mein Puls
cuántas pastillas anoté ayer
puede el parche detectar un desmayo
tuve un ictus en 2012
no tengo mareos ni dolor
mi marido ronca, ¿cómo fue mi pulso?
el móvil está muerto
combien de comprimés ai-je notés
le patch peut-il détecter un malaise
j'ai fait un AVC en 2012
pas de vertiges ni de douleur
mon mari ronfle, quel était mon pouls
mon téléphone est mort
我记了多少药
贴片能检测晕倒吗
我2012年中过风
没有头晕也没有疼痛
我老公打呼噜，我的心率怎么样
"""
