"""What must be answered with the emergency number at once, and what must not."""

from typing import Final

ESCALATE: Final = """
I have chest pain
my chest hurts
My chest really hurts right now
crushing pain in my chest
there is a terrible pressure on my chest
I feel like an elephant is sitting on my chest
My chest feels tight and my left arm hurts
pain in my left arm and jaw
chets pain help
I've had chest pain since this morning
my chest is burning and I feel sick
stabbing pain behind my breastbone
chest pain
severe chest pain
pain in my chest
tightness in my chest, what is my heart rate?
is my AF causing this chest pain I have?
I had a heart attack in 2015 and now I have chest pain again
My chest. It hurts so much
Please note that I have chest pain
my heart hurts
there is a pain around my heart
pain spreading into my arm and I am sweating
heavy feeling on my chest
my husband has chest pain
she says her chest is hurting badly
Since ten minutes my chest aches
what is my heart rate, my chest hurts
my chest is so tight I cannot sleep
i cant breathe
I can't breath
I cannot breathe properly
she's not breathing
he stopped breathing
I'm struggling to breathe
it is hard to breathe and I feel awful
short of breath and sweating
I am short of breath
I'm gasping for air
he is turning blue
my lips are blue
I can't catch my breath
I have trouble breathing
my throat is closing
I'm suffocating
my husband collapsed
mom has collapsed in the kitchen
he is unconscious
she is unresponsive
Dad won't wake up
I just passed out
I passed out a few minutes ago
I fainted this morning
I blacked out just now
no pulse, he's unresponsive
I cannot feel a pulse on my mother
she is having a seizure
my wife dropped to the floor and does not react
he collapsed
I think I am about to pass out, my heart is racing
my father is in cardiac arrest
someone fainted here
my face is drooping on one side
half of my mouth is drooping
his speech is slurred
my words come out wrong
I suddenly can't speak properly
I can't move my right arm
I cannot lift my left arm
my left side went numb
my arm went numb suddenly
one side of my body is weak
I think I am having a stroke
is this a stroke?
I suddenly cannot see on one eye
I have the worst headache of my life
she's slurring and her arm is weak
I want to kill myself
I don't want to live any more
i want to die
I'm suicidal
I am thinking about suicide
there is no reason to live
I would be better off dead
I'm going to end my life
I want to hurt myself
I keep thinking of ending it all
I can't go on anymore
everyone would be better off without me
I think I'm having a heart attack
am I having a heart attack?
is this a heart attack
my wife is having a heart attack
this feels like a heart attack
I am having a heart attack right now
my heart stopped
my heart has stopped beating
I feel like I'm dying
I think I am dying
call an ambulance
I need an ambulance
send help
this is an emergency
help me please I feel terrible
I need a doctor right now
please call 911
I took too many tablets
I swallowed all my pills
I overdosed on my medication
took too many bisoprolol by mistake, I think I overdosed
I'm coughing up blood
I am bleeding heavily
colapsed and not responding, my brother
sudden numbness in my face
cant breathe cant breathe
chest pain and short of breath, was my rhythm ok last night?
crushing chest
I can't feel my left arm
my chest feels like it is being squeezed
I HAVE CHEST PAIN
"""

# Answered, but advice comes first.
ADVISE: Final = """
I felt dizzy this morning, what was my heart rate?
what was my heart rate when I nearly fainted yesterday?
I almost passed out last night, did I have a pause?
was my rate high when I had chest pain last night?
I feel faint, how is my pulse?
I was light headed after lunch
I get out of breath on the stairs
I had chest pain on Monday evening, was there AF?
"""

CALM: Final = """
my chest strap is too tight
the patch on my chest itches
the chest strap hurts
the belt on my chest is too tight
my skin under the patch is sore
the electrode on my chest is itchy
I have a rash under the chest patch
does a tight chest strap change the signal?
where on the chest should the sensor be?
I had a heart attack in 2015
my heart attack in 2015
since my heart attack in 2015, how is my rhythm?
I had chest pain last year
years ago I fainted once
I had a stroke three years ago
my father died of a heart attack
my mother had a stroke when I was a child
what causes chest pain?
what are the signs of a stroke?
what are the symptoms of a heart attack?
does AF increase my risk of stroke?
can you detect a heart attack?
can hearth see a heart attack?
what should I do if I have chest pain?
what if I faint?
no chest pain today, how is my heart rate?
I don't have chest pain
I am not short of breath
I never fainted
did my heart stop last night?
did my heart stop for three seconds at 4 am?
show my notes about chest pain
when did I note shortness of breath?
how often did I write down chest pain?
list the symptoms I logged
my battery died
the battery is dead
the wifi collapsed again
my connection collapsed
the daemon crashed
the signal dropped to the floor
this patch is killing me
I am dying to know my heart rate
what's the emergency number?
which emergency contact is set?
is this an emergency button?
my heart is racing
is my heart beating too fast?
what is my heart rate under pressure?
was there pressure on the sensor?
what is my blood pressure
how was my heart rate when I slept
how long was the longest pause?
is my heart rate under control?
are you sure?
help
what can you help me with?
can you help me understand AF?
was my pulse weak yesterday?
am I in AF?
stop the alarm, it is killing me
the band is too tight
any attacks of AF last night?
how many AF attacks did I have?
I feel fine
I feel good today
how did I sleep?
why was there an alert?
was the alarm an emergency?
my left arm has the watch on it
the sensor fell off
did the patch come off?
I took my tablets at 8
did I take my pills?
how many pills did I note?
is the strap too loose
could a cold cause a fast heart rate
my heart rate while running
I was running on the stairs at 6
is it dangerous to run a marathon
I want to live long
what happens in cardiac arrest?
tell me about strokes
what does asystole mean
what is a seizure
why do people faint?
he was short of breath last year
is chest pain a symptom of AF?
does the recorder notice if I collapse?
would you call an ambulance?
I want to die of laughter
hello
thanks
my chest hair makes the patch come off
chest day at the gym, how was my heart rate
I watched a show about a heart attack
I read that AF can cause a stroke
how was my night after the operation
suicide squad was a good film
"""
