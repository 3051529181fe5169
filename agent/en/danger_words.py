"""English words that mean danger together: parts of the body, sensations, people."""

from typing import Final

from agent.phrases import phrases

CONCEPTS: Final[dict[str, tuple[str, ...]]] = {
    "unstopped": phrases(
        """
        will not stop, not stop, cannot stop, not stopping, pouring, gushing, spurting, everywhere,
        soaking, does not stop, will not clot, soaked, heavily, badly, a lot, like mad, loads of,
        uncontroll*, keeps coming, uncontrollable, severe, heavy, vaginal
        """
    ),
    "bleeding": phrases(
        """
        bleeding, bleed, bleeds, blood, nosebleed, bled
        """
    ),
    "chest": phrases(
        """
        chest, breastbone, sternum, rib cage, ribcage, left arm, left shoulder, behind my ribs,
        heart area, center of my body, chests, boobs, breast, thorax, ribs, upper body, behind the
        ribs, chets, cheast, chst, ches, solar plexus, breast bone, middle of my chest, behind the
        breastbone, pecs, bosom, left side of my chest, ribcages
        """
    ),
    "pain": phrases(
        """
        pain*, hurt*, ache*, aching, tight*, pressure, crush*, squeez*, burning, burns, stab*,
        heavy, heaviness, sore, agony, cramp*, an elephant, elephant, sitting on, clench*,
        constrict*, sharp, discomfort, throbbing, ripping, tearing, on fire, vice, vise, like a
        weight, a weight on, weight on, weighs, fire, standing on, sits on, being squashed, pinched,
        pinching, knife, stabbed, painful, killing, hurty, unbearable, belt around, band around,
        explod*, burst*, crack*, splitting, ripped, caving, crushed, terribly wrong, something
        wrong, something is wrong, squashing, gripping, gripped, twisting, strangl*, spasm*,
        electric, agonis*, agoniz*, band around my, bar across, steel, iron, concrete, throb*,
        smother*, suffocating, dreadful, nasty, horrid, in a vice, banging, weigh, load on, loaded,
        brick, bricks, truck, anvil, hammer*, drilling, needles, burnt, burn, scorching, searing,
        bear hug, killing me, ache, clamped, clamp, strapped, stuffed, claw*, wrench*, pounding
        pain, hot poker, grip, grips, tugging, stiffness and, sick pain, rock on, stone on, boulder,
        tightening, tightens
        """
    ),
    "self": phrases(
        """
        i, i am, me, my, he, she, him, her, his, mum, mom, mother, dad, father, wife, husband,
        partner, son, daughter, someone, somebody, grandma, grandpa, friend, patient, having, feel*,
        terrible, severe, sudden*, awful, bad, help, unbearable, strong, it, this, there is, there
        are, an hour, feels, middle of, getting, minutes, hours, since, now, grandad, granddad,
        mummy, daddy, neighbour, neighbor, child, kid, brother, sister, she's, dreadful, nasty, we,
        everything, feeling, ten, half, all, like, right
        """
    ),
    "owned_pain": phrases(
        """
        my chest pain*, this chest pain*, the chest pain is, have chest pain, having chest pain,
        have a chest pain, have chest tightness, had chest tightness, got chest pain, get chest pain
        again, has chest pain, having chest tightness, my chest tightness, pain is back, chest pain
        i have, feel chest pain, suffering chest pain, with chest pain, chest pain now, chest pain
        right now, chest is killing me, chest pain and, pains in my chest, pain in my chest, pain in
        his chest, pain in her chest, ache across my chest, ache in my chest, tightness in my chest,
        pressure in my chest, pressure on my chest, pressure behind my, pain behind my breastbone,
        pressure behind _ breastbone
        """
    ),
    "chest_pain": phrases(
        """
        chest pain*, pain* in _ chest, chest hurts, chest hurting, chest is tight, chest tightness,
        tightness in _ chest, pressure on _ chest, pressure in _ chest, chest pressure, crushing
        chest, chests pain, chets pain, chst pain*, chest hurt, chest aches, chest aching, chest
        burning, chest crushed, chest squeezing
        """
    ),
    "heart_pain": phrases(
        """
        heart hurts, heart is hurting, heart _ hurts, heart aches, heart is aching, pain in my
        heart, pain _ my heart, pain in his heart, pain in her heart, pains in my heart, heart
        pain*, heart feels like it is being, pressure on my heart, pain around my heart, heart feels
        tight, heart _ squeezed, heart is being, heart is on fire, burning heart, stabbing in my
        heart, stab in the heart, heart is killing me, my heart hurt, heart pains, heart really
        hurts, heart cramps, heart is cramping, heart is burning, heart is being squeezed, tightness
        around my heart, stabbing heart, squeezing my heart
        """
    ),
    "arm_pain": phrases(
        """
        pain _ left arm, left arm _ hurts, left arm _ aches, left arm _ painful, left arm pain, pain
        _ jaw and arm, pain down my arm, pain _ radiating, pain spreading, pain spreads, pain
        shooting down, going into my jaw, into my jaw, up into my jaw, jaw and left arm, jaw and
        arm*, arm and jaw, down the left arm, down my left arm, between my shoulder blades _ sweat*,
        left arm _ tingl*, left arm _ heavy, down me arm, down his left arm, down her left arm, pain
        _ down my arm, left arm is killing me, left arm is numb and, pain _ up my neck, into my left
        arm, pain _ shoulder blades, both arms ache, pain _ my jaw, ache _ my jaw, jaw aches and,
        pain in my left shoulder and
        """
    ),
    "limb": phrases(
        """
        arm, arms, leg, legs, hand, hands, foot, feet, limb, limbs, fingers, face, side, cheek, lip,
        lips, lower body, left side, right side, my side, half my body
        """
    ),
    "dead_limb": phrases(
        """
        cannot feel, cannot move, cannot lift, cannot raise, no feeling in, lost feeling, lost the
        feeling, lost all feeling, gone dead, went dead, just went dead, is dead, gone numb, went
        numb, goes numb, suddenly numb, numb all of a sudden, numb suddenly, is numb, are numb, no
        strength in, lost strength, suddenly weak, gone weak, went weak, gone limp, hangs down,
        hanging, drooping, droops, drooped, will not move, not move, not obey, will not obey,
        stopped working, useless, paralys*, paralyz*, no sensation, lost control of, cannot use,
        cannot control, dropping, does not move, will not lift, cannot hold, drops everything, went
        limp, is limp, gone floppy, gone lame, has gone, dragging, tingling and weak, numb all of
        sudden, numb out of nowhere
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
        heart attack now, is this a heart attack, like a heart attack, heart attack symptoms right
        now, getting a heart attack, suffering a heart attack, got a heart attack, heart attack
        help, having one heart attack, think it is a heart attack, think its a heart attack, it is a
        heart attack, may be a heart attack, could be a heart attack, must be a heart attack, had a
        heart attack just now, just had a heart attack, going into cardiac arrest, having a
        heartattack, heartattack help, heart attack i think, think i have a heart attack, having a
        coronary, having a cardiac, heart attack in progress, mi right now, having an mi, this is a
        heart attack, is having a heartattack, thinks he is having a heart, thinks she is having a
        heart, a heart attack please
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
        icd, defibrillator, defib, pacemaker, pace maker, device, implant, my box, cardioverter, the
        box in my chest, box in my chest, implanted, my defib, the unit in my chest, crt
        """
    ),
    "shock": phrases(
        """
        shocked me, shocked him, shocked her, shocked us, shock me, shocking me, shocks, shocked,
        gave me a shock, giving me shocks, gives me shocks, gave a shock, keeps firing, firing,
        fired, went off, goes off, going off, zapped, zapping, zaps, discharged, delivering shocks,
        delivered a shock, beeping and, shocked twice, shocked again, jolt, jolts, jolted, kicked
        me, kick in, kicking me, big kick, punched me in, went off three, fired three, fired again,
        shot me, zap, hit me with, therapy again, got shocked
        """
    ),
    "topic": phrases(
        """
        emergency number, emergency contact*, what is an emergency, counts as an emergency,
        emergency services number, in an emergency, not an emergency, no emergency, emergency
        button, test*, in case of, would you tell, would you call, do not call, no need to call, how
        do i change, setting, settings
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
        i, i am, me, my, we, he, she, they, him, her, his, mum, mom, mother, dad, father, wife,
        husband, partner, son, daughter, child, baby, grandma, grandpa, grandmother, grandfather,
        brother, sister, friend, neighbour, neighbor, someone, somebody, patient, person, man,
        woman, us, them, grandson, granddaughter, kid, boy, girl, boyfriend, girlfriend, uncle,
        aunt, colleague, lady, guy, old man, old woman, roommate, nan, gran, granny, nana, everyone,
        grandparent, flatmate, boss, toddler, infant, resident, guest, grandad, granddad, gramps,
        pa, papa, mama, mummy, daddy, auntie, niece, nephew, cousin, twins, roomie, stranger,
        passenger, customer, driver, teacher, coworker, lad, wee lad, bloke, mate, bro, hubby,
        missus, pensioner, elderly, woman next, teenager, nanny, stepdad, mother in law, father in
        law, next door, im
        """
    ),
    "simile": phrases(
        """
        like some*, like a, like an, like the, as if, as though, feels like, feel like, like my
        """
    ),
    "speech": phrases(
        """
        speech, speaks, speaking, speak, talks, talking, talk, words, sentence*, sensible word, say
        a word, a word, pronounce, voice, talkin, vocabulary, sentences
        """
    ),
    "impaired": phrases(
        """
        slur*, gibberish, nonsense, drunk, jumbled, strange*, weird*, mumbl*, makes no sense, not
        make sense, not making sense, incomprehensible, garbled, incoherent*, muddled, cannot say,
        cannot get, cannot speak, cannot talk, cannot form, cannot find, lost his, lost her, lost
        my, sensible, mixed up, all wrong, thick, babbl*, slurr*, slurred, stopped making sense,
        funny, rubbish, wrong, garble*, backwards, not come out, suddenly cannot, backward
        """
    ),
    "face": phrases(
        """
        mouth, face, smile, eyelid, eye, cheek, lip, lips, corner of, left side of his face, right
        side of his face, grin
        """
    ),
    "droop": phrases(
        """
        hang*, droop*, crooked, lopsided, twisted, falling, sag*, slid*, numb, paralys*, paralyz*,
        uneven, fallen, pulled down, one sided, drops, dropped, slipping, down on one, down on the
        left, down on the right, on one side, wonky, squint, melted, not symmetrical
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
        antidepressant*, ibuprofen, opioid*, morphine, medicine cabinet, sertraline, beta, blockers,
        tramadol, oxycodone, fentanyl, diazepam, opioids, sleepers
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
        not mov*, not answer*, not respond*, not react*, not talk*, not speak*, not open*, not get
        up, cannot get up, not wake*, not stand, cannot stand, motionless, no answer, unresponsive,
        staring, pale, grey, gray, blue, cold, unconscious, not with us, out of it, delirious,
        ashen, white as, cold and, does not respond, not respond, not responding, no response, not
        answer
        """
    ),
    "clutch": phrases(
        """
        clutch*, grabbed his, grabbed her, grabs his, grabs her, grabbing, holding his, holding her,
        holding my, gripping, grasp*, holds his, holds her, hand on his, hand on her, hands on his,
        clasping, rubbing his
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
