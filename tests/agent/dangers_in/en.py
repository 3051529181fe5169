"""English."""

ESCALATE = """
my husband just fell over and does not wake up
there's this awful squeezing in the middle of my chest and I'm sweating buckets
mum is lying on the floor, she doesn't answer me
my daughter swallowed a whole bottle of paracetamol
grandpa's mouth is hanging down on one side and he talks gibberish
I can't feel my legs all of a sudden
my ICD just shocked me three times
my defibrillator keeps firing, what is happening
I'm 30 weeks pregnant and my chest hurts badly
my baby has gone limp and blue
he is twitching all over and foaming at the mouth
my tongue is swelling up and I can hardly breathe
it feels like somebody is standing on my chest
cehst pian and sweaty
I took about 40 beta blockers
I don't want to be here anymore
nobody would miss me if I was gone, I have the pills here
pressure behind the breastbone going into my jaw
he isn't breathing, what do I do
she went grey and slumped over in her chair
my speech has gone all funny and my hand won't grip
half my body has gone numb
my arm just went dead and I can't lift it
not sure if it matters but I have had chest tightness for an hour
no pain before, but now my chest is on fire
my father is having some kind of fit
she choked on a grape and can't get any air
I'm bleeding and it won't stop
someone please get me an ambulance
I am going to jump in front of a train tonight
my neighbour collapsed in the garden, no pulse
everything went black and I came round on the floor
I keep passing out
chest feels like it's in a vice
I had a bypass in 2010 and now the same pain is back in my chest
I'm dying please help
my wife can't speak and she is staring at nothing
My pacemaker is giving me shocks
"""

CALM = """
the patch on my arm is itchy
was that a heart attack film on channel four
heart attack in 1990 in my family
killing time before lunch, what was my pulse
I'm dying to know how I slept
what should I do if I get chest pain
no chest pain, just curious about last night
my grandfather died of a stroke in 1985
is chest tightness something the patch can measure
when should someone call an ambulance
I have never collapsed in my life
my phone died last night, did you lose data
the kids were killing me with their noise
did I have a seizure of data at midnight
what does the emergency sentence say if I collapse
I read an article about suicide prevention
my heart sank when I saw the bill
the app keeps choking on my file
this battery is on its last breath
he took my breath away with that joke
my chest press record is 80 kilos, what was my rate
could AF make somebody faint
how many people survive a cardiac arrest
my aunt had a heart attack years ago, am I alright
I breathed in deeply before bed
can I swim with the chest strap
dead tired today, how was my night
what is an overdose
I don't feel dizzy and nothing hurts
was my rate low before I fell asleep
my leg fell asleep on the sofa
did the shock of the news raise my pulse
I had palpitations on Tuesday
tell me about pacemaker shocks
if my husband passes out, who do I ring
she said my resting rate is to die for
I cut myself shaving
the monitor collapsed from the shelf
"""
