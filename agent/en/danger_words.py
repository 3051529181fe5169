"""English words that mean danger together: parts of the body, sensations, people."""

from typing import Final

from agent.phrases import phrases

CONCEPTS: Final[dict[str, tuple[str, ...]]] = {
    "unstopped": phrases(
        """
        will not stop, not stop, cannot stop, not stopping, pouring, gushing, spurting, everywhere,
        soaking
        """
    ),
    "bleeding": phrases("bleeding, bleed, bleeds, blood, nosebleed"),
    "chest": phrases(
        """
        chest, breastbone, sternum, rib cage, ribcage, left arm, left shoulder, behind my ribs,
        heart area, center of my body, chests, boobs, breast, thorax, ribs, upper body, behind the ribs
        """
    ),
    "pain": phrases(
        """
        pain*, hurt*, ache*, aching, tight*, pressure, crush*, squeez*, burning, burns, stab*, heavy,
        heaviness, sore, agony, cramp*, an elephant, elephant, sitting on, clench*, constrict*, sharp,
        discomfort, throbbing, ripping, tearing, on fire, vice, vise, like a weight, a weight on,
        weight on, weighs, fire, standing on, sits on, being squashed, pinched, pinching, knife, stabbed,
        painful, killing, hurty, unbearable, belt around, band around, explod*, burst*, crack*,
        splitting, ripped, caving, crushed, terribly wrong, something wrong, something is wrong,
        squashing, gripping, gripped, twisting, strangl*, spasm*, electric, agonis*, agoniz*,
        band around my, bar across, steel, iron, concrete, throb*, smother*, suffocating
        """
    ),
    "self": phrases(
        """
        i, i am, me, my, he, she, him, her, his, mum, mom, mother, dad, father, wife, husband, partner,
        son, daughter, someone, somebody, grandma, grandpa, friend, patient, having, feel*, terrible,
        severe, sudden*, awful, bad, help, unbearable, strong, it, this, there is, there are, an hour,
        feels, middle of, getting, minutes, hours, since, now, grandad, granddad, mummy, daddy,
        neighbour, neighbor, child, kid, brother, sister
        """
    ),
    "owned_pain": phrases(
        """
        my chest pain*, this chest pain*, the chest pain is, have chest pain, having chest pain,
        have a chest pain, have chest tightness, had chest tightness, got chest pain,
        get chest pain again, has chest pain, having chest tightness, my chest tightness, pain is back,
        chest pain i have, feel chest pain, suffering chest pain, with chest pain, chest pain now,
        chest pain right now
        """
    ),
    "chest_pain": phrases(
        """
        chest pain*, pain* in _ chest, chest hurts, chest hurting, chest is tight, chest tightness,
        tightness in _ chest, pressure on _ chest, pressure in _ chest, chest pressure, crushing chest
        """
    ),
    "heart_pain": phrases(
        """
        heart hurts, heart is hurting, heart _ hurts, heart aches, heart is aching, pain in my heart,
        pain _ my heart, pain in his heart, pain in her heart, pains in my heart, heart pain*,
        heart feels like it is being, pressure on my heart, pain around my heart, heart feels tight,
        heart _ squeezed, heart is being, heart is on fire, burning heart, stabbing in my heart,
        stab in the heart
        """
    ),
    "arm_pain": phrases(
        """
        pain _ left arm, left arm _ hurts, left arm _ aches, left arm _ painful, left arm pain,
        pain _ jaw and arm, pain down my arm, pain _ radiating, pain spreading, pain spreads,
        pain shooting down, going into my jaw, into my jaw, up into my jaw, jaw and left arm,
        jaw and arm*, arm and jaw, down the left arm, down my left arm,
        between my shoulder blades _ sweat*, left arm _ tingl*, left arm _ heavy
        """
    ),
    "limb": phrases(
        """
        arm, arms, leg, legs, hand, hands, foot, feet, limb, limbs, fingers, face, side, cheek, lip,
        lips, lower body
        """
    ),
    "dead_limb": phrases(
        """
        cannot feel, cannot move, cannot lift, cannot raise, no feeling in, lost feeling,
        lost the feeling, lost all feeling, gone dead, went dead, just went dead, is dead, gone numb,
        went numb, goes numb, suddenly numb, numb all of a sudden, numb suddenly, is numb, are numb,
        no strength in, lost strength, suddenly weak, gone weak, went weak, gone limp, hangs down,
        hanging, drooping, droops, drooped, will not move, not move, not obey, will not obey,
        stopped working, useless, paralys*, paralyz*, no sensation, lost control of, cannot use,
        cannot control
        """
    ),
    "posture": phrases(
        """
        cold, frozen, slept on, sleeping on, crossed, asleep, sat on, dentist, anaesthe*, anesthe*, gym,
        workout, injection, after sitting, from sitting, while sleeping
        """
    ),
    "attack": phrases(
        """
        having a heart attack, have a heart attack, having heart attack, heart attack right now,
        heart attack now, is this a heart attack, like a heart attack, heart attack symptoms right now,
        getting a heart attack, suffering a heart attack, got a heart attack, heart attack help,
        having one heart attack, think it is a heart attack, think its a heart attack,
        it is a heart attack, may be a heart attack, could be a heart attack, must be a heart attack,
        had a heart attack just now, just had a heart attack, going into cardiac arrest
        """
    ),
    "stopped": phrases(
        """
        my heart stopped, my heart has stopped, my heart just stopped, my heart is stopping,
        his heart stopped, her heart stopped, his heart has stopped, her heart has stopped,
        heart is not beating, heart not beating, heart stopped beating, i am dying, is dying,
        i think i am dying, feel like i am dying, feels like i am dying, about to die, going to die now,
        i am about to die, we are dying, dies, he is dying, she is dying, am going to die right,
        think i will die, going to die tonight, dying help, dying please
        """
    ),
    "device": phrases(
        """
        icd, defibrillator, defib, pacemaker, pace maker, device, implant, my box, cardioverter
        """
    ),
    "shock": phrases(
        """
        shocked me, shocked him, shocked her, shocked us, shock me, shocking me, shocks, shocked,
        gave me a shock, giving me shocks, gives me shocks, gave a shock, keeps firing, firing, fired,
        went off, goes off, going off, zapped, zapping, zaps, discharged, delivering shocks,
        delivered a shock, beeping and
        """
    ),
    "topic": phrases(
        """
        emergency number, emergency contact*, what is an emergency, counts as an emergency,
        emergency services number, in an emergency, not an emergency, no emergency, emergency button,
        test*, in case of
        """
    ),
    "near_faint": phrases(
        """
        nearly fainted, almost fainted, near fainting, felt faint, feel faint, feeling faint,
        light headed, lightheaded, dizzy, dizziness, giddy, almost passed out, nearly passed out,
        nearly collapsed, almost collapsed, woozy, about to faint, going to faint, unsteady,
        almost blacked out, nearly blacked out, feel like passing out, feel like fainting,
        nearly keeled over, nearly blacked, vision went dark, seeing stars, going grey, room is spinning,
        room spinning, world is spinning, swaying
        """
    ),
    "person": phrases(
        """
        i, i am, me, my, we, he, she, they, him, her, his, mum, mom, mother, dad, father, wife, husband,
        partner, son, daughter, child, baby, grandma, grandpa, grandmother, grandfather, brother, sister,
        friend, neighbour, neighbor, someone, somebody, patient, person, man, woman, us, them, grandson,
        granddaughter, kid, boy, girl, boyfriend, girlfriend, uncle, aunt, colleague, lady, guy, old man,
        old woman, roommate, nan, gran, granny, nana, everyone, grandparent, flatmate, boss, toddler,
        infant, resident, guest, grandad, granddad, gramps, pa, papa, mama, mummy, daddy, auntie, niece,
        nephew, cousin, twins, roomie, stranger, passenger, customer, driver, teacher, coworker
        """
    ),
    "simile": phrases(
        """
        like some*, like a, like an, like the, as if, as though, feels like, feel like, like my
        """
    ),
    "speech": phrases(
        """
        speech, speaks, speaking, speak, talks, talking, talk, words, sentence*, sensible word,
        say a word, a word, pronounce, voice
        """
    ),
    "impaired": phrases(
        """
        slur*, gibberish, nonsense, drunk, jumbled, strange*, weird*, mumbl*, makes no sense,
        not make sense, not making sense, incomprehensible, garbled, incoherent*, muddled, cannot say,
        cannot get, cannot speak, cannot talk, cannot form, cannot find, lost his, lost her, lost my,
        sensible, mixed up, all wrong, thick, babbl*
        """
    ),
    "face": phrases("mouth, face, smile, eyelid, eye, cheek, lip, lips, corner of"),
    "droop": phrases(
        """
        hang*, droop*, crooked, lopsided, twisted, falling, sag*, slid*, numb, paralys*, paralyz*,
        uneven, fallen, pulled down, one sided
        """
    ),
    "ingested": phrases(
        """
        drank, drunk, drinking, swallowed, swallowing, ate, eaten, ingested, injected, took, taken,
        taking, had, downed, gulped, popped
        """
    ),
    "poison": phrases(
        """
        cleaner, bleach, detergent, antifreeze, poison, petrol, gasoline, pesticide*, weed killer,
        weedkiller, lye, battery, batteries, chemicals, methylated, acid, rat poison, drain, mushroom*,
        berries, lamp oil, turpentine, dishwasher, toilet cleaner, paint thinner, glue, button battery,
        window cleaner
        """
    ),
    "lots": phrases(
        """
        handful, handfuls, too many, whole, bottle, bottles, packet, box, loads, dozens, entire, all of,
        all the, all his, all her, lots of, full strip, a load, ten times, double and, everything in,
        everything, every, all my, at once, on purpose, ten of, twenty, thirty, fifty
        """
    ),
    "pills": phrases(
        """
        pill*, tablet*, capsule*, medication*, medicine*, paracetamol, tylenol, aspirin, insulin,
        sleeping, beta blocker*, bisoprolol, metoprolol, digoxin, blood thinner*, warfarin,
        antidepressant*, ibuprofen, opioid*, morphine, medicine cabinet
        """
    ),
    "down": phrases(
        """
        lying on, lies on, is lying, lying in, lying there, lies there, on the floor, on the ground,
        floor, in the stairwell, went down, fell, fallen, has fallen, dropped, slid off, found him,
        found her, found my, in a heap, slumped, collapsed
        """
    ),
    "still": phrases(
        """
        not mov*, not answer*, not respond*, not react*, not talk*, not speak*, not open*, not get up,
        cannot get up, not wake*, not stand, cannot stand, motionless, no answer, unresponsive, staring,
        pale, grey, gray, blue, cold, unconscious, not with us, out of it, delirious
        """
    ),
    "clutch": phrases(
        """
        clutch*, grabbed his, grabbed her, grabs his, grabs her, grabbing, holding his, holding her,
        holding my, gripping, grasp*
        """
    ),
    "autonomic": phrases(
        """
        cold sweat*, clammy, nause*, vomit*, throwing up, feel sick, be sick, feeling sick, sweating,
        pouring with sweat, sweats, drenched in sweat, sweaty, about to faint
        """
    ),
    "odd": phrases(
        """
        weird, strange, funny, odd, not right, uncomfortable, unpleasant, fluttery, something in
        """
    ),
}
