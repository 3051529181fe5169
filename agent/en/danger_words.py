"""English lists of words that mean danger, and of words that take it back."""

from typing import Final

from agent.phrases import phrases

LISTS: Final[dict[str, tuple[str, ...]]] = {
    "chest": phrases(
        """
        chest, breastbone, sternum, rib cage, ribcage, left arm, left shoulder, behind my ribs, heart area,
        center of my body
        """
    ),
    "chest_thing": phrases(
        """
        chest strap*, chest belt*, chest band*, chest patch*, chest sensor*, chest electrode*, chest
        monitor*, chest hair*, chest skin, chest x ray, chest xray, chest day, chest press, chest of
        drawers, skin on my chest, chest muscle*, strap _ chest, strap _ tight, patch _ tight, belt _ tight,
        itch*, rash, sticky, glue, adhesive, belt _ chest, patch _ chest, sensor _ chest, electrode _ chest
        """
    ),
    "pain": phrases(
        """
        pain*, hurt*, ache*, aching, tight*, pressure, crush*, squeez*, burning, burns, stab*, heavy,
        heaviness, sore, agony, cramp*, an elephant, elephant, sitting on, clench*, constrict*, sharp,
        discomfort, throbbing, ripping, tearing
        """
    ),
    "arm_pain": phrases(
        """
        pain _ left arm, left arm _ hurts, left arm _ aches, left arm _ painful, left arm pain, pain _ jaw
        and arm, pain down my arm, pain _ radiating, pain spreading, pain spreads, pain shooting down
        """
    ),
    "heart_pain": phrases(
        """
        heart hurts, heart is hurting, heart _ hurts, heart aches, heart is aching, pain in my heart, pain _
        my heart, pain in his heart, pain in her heart, pains in my heart, heart pain*, heart feels like it
        is being, pressure on my heart, pain around my heart, heart feels tight
        """
    ),
    "chest_pain_words": phrases(
        """
        chest pain*, pain* in _ chest, chest hurts, chest hurting, chest is tight, chest tightness,
        tightness in _ chest, pressure on _ chest, pressure in _ chest, chest pressure, crushing chest
        """
    ),
    "asking": phrases(
        """
        what, why, when, how, does, do, can, could, which, where, should, will, did, is a, is chest, are,
        cause*, mean*, show, list
        """
    ),
    "breath_hard": phrases(
        """
        cannot breathe, cannot breath, cannot _ breathe, cannot _ breath, unable to breathe, not breathing,
        stopped breathing, not _ breathing, struggling to breathe, struggling for breath, hard to breathe,
        hardly breathe, barely breathe, barely breathing, difficulty breathing, difficult to breathe,
        trouble breathing, trouble _ breathing, fighting for breath, gasping, choking, suffocating, cannot
        get air, cannot get enough air, no air, not getting air, not getting enough air, cannot catch my
        breath, cannot catch _ breath, short of breath, shortness of breath, breathless, blue lips, lips are
        blue, turning blue, breathing stopped, breathing has stopped, out of breath, throat is closing,
        throat closing, throat is swelling, not breathe, no longer breath*, no longer breathing, catching my
        breath, catching _ breath, not able to breathe, cannot inhale, hardly breathing
        """
    ),
    "collapse": phrases(
        """
        collapsed, has collapsed, collapsing, passed out, passing out, pass out, unconscious, unresponsive,
        not responding, no longer responding, lost consciousness, losing consciousness, fainted, fainting,
        blacked out, blacking out, no pulse, cannot find a pulse, cannot feel a pulse, cannot feel _ pulse,
        will not wake up, not waking up, cannot wake, cannot _ wake, does not wake up, dropped to the floor,
        fell to the floor, fell down and, having a seizure, has a seizure, seizure, convulsing, convulsions,
        having a fit, cardiac arrest, knocked out
        """
    ),
    "person": phrases(
        """
        i, i am, me, my, we, he, she, they, him, her, his, mum, mom, mother, dad, father, wife, husband,
        partner, son, daughter, child, baby, grandma, grandpa, grandmother, grandfather, brother, sister,
        friend, neighbour, neighbor, someone, somebody, patient, person, man, woman
        """
    ),
    "self_or_other": phrases(
        """
        i, i am, me, my, he, she, him, her, his, mum, mom, mother, dad, father, wife, husband, partner, son,
        daughter, someone, somebody, grandma, grandpa, friend, patient, having, feel*, terrible, severe,
        sudden*, awful, bad, help, unbearable, strong
        """
    ),
    "stroke": phrases(
        """
        face is drooping, face drooping, face droops, face has dropped, face _ drooping, drooping face,
        mouth is drooping, mouth drooping, side of _ face, slurred speech, slurring, speech is slurred,
        slurred, cannot speak, cannot talk, cannot _ speak properly, trouble speaking, words come out wrong,
        cannot move my, cannot lift my, cannot raise my, cannot move his, cannot lift his, cannot move her,
        cannot lift her, cannot move one, cannot feel my left, cannot feel my right, arm is numb, arm went
        numb, arm has gone numb, arm and leg are numb, numb on one side, one side _ numb, one side _ weak,
        side is numb, side went numb, side _ paralysed, side _ paralyzed, left side numb, right side numb,
        weak on one side, having a stroke, had a stroke just now, stroke right now, is this a stroke,
        suddenly cannot see, sudden loss of vision, lost my vision, suddenly blind, suddenly confused,
        sudden numbness, arm is weak, arm suddenly weak, leg suddenly weak, worst headache, left side is
        weak, right side is weak, gone weak
        """
    ),
    "heart_attack": phrases(
        """
        having a heart attack, have a heart attack, having heart attack, heart attack right now, heart
        attack now, is this a heart attack, like a heart attack, heart attack symptoms right now, getting a
        heart attack, suffering a heart attack, got a heart attack, heart attack help
        """
    ),
    "heart_stopped": phrases(
        """
        my heart stopped, my heart has stopped, my heart just stopped, my heart is stopping, his heart
        stopped, her heart stopped, his heart has stopped, her heart has stopped, heart is not beating,
        heart not beating, heart stopped beating, i am dying, is dying, i think i am dying, feel like i am
        dying, feels like i am dying, about to die, going to die now
        """
    ),
    "suicide": phrases(
        """
        kill myself, killing myself, suicid*, end my life, ending my life, take my life, take my own life,
        taking my own life, want to die, wanna die, wish i was dead, wish i were dead, wish to die, not want
        to live, not wanna live, not want to be alive, not want to be here any*, no reason to live, no point
        in living, no point living, better off dead, better off without me, hurt myself, harm myself,
        harming myself, hurting myself, cut myself, cutting myself, self harm, end it all, ending it all,
        hang myself, shoot myself, jump off a bridge, rather be dead, tired of living, not worth living,
        cannot go on living, ready to die, plan to die, not go on anymore, cannot go on anymore, not feel
        like living, no reason to go on, no point in going on, not worth going on, not see a reason to live,
        sick of living, tired of life, not want to go on, not want to wake up anymore
        """
    ),
    "overdose": phrases(
        """
        overdose*, took too many, taken too many, swallowed too many, took all my pills, took all my
        tablets, taken all my pills, taken all my tablets, swallowed all, took the whole pack, took the
        whole bottle, poisoned, took # pills, took # tablets, taken # pills, taken # tablets, swallowed #
        pills, swallowed # tablets, took a lot of pills, took a handful of
        """
    ),
    "help": phrases(
        """
        call an ambulance, call ambulance, need an ambulance, send an ambulance, send help, call 911, call
        112, call 999, need help now, need help immediately, need urgent help, help me now, help me please,
        please help me i, this is an emergency, its an emergency, it is an emergency, is an emergency,
        medical emergency, need a doctor now, need a doctor right now, bleeding heavily, bleeding badly,
        coughing up blood, vomiting blood, have an emergency, emergency please, emergency now, emergency
        help
        """
    ),
    "help_topic": phrases(
        """
        emergency number, emergency contact*, what is an emergency, counts as an emergency, emergency
        services number, in an emergency, not an emergency, no emergency, emergency button, test*, in case
        of
        """
    ),
    "almost": phrases(
        """
        nearly faint*, almost faint*, almost passed out, nearly passed out, nearly collapsed, almost
        collapsed, almost blacked out, nearly blacked out
        """
    ),
    "near_faint": phrases(
        """
        nearly fainted, almost fainted, near fainting, felt faint, feel faint, feeling faint, light headed,
        lightheaded, dizzy, dizziness, giddy, almost passed out, nearly passed out, nearly collapsed, almost
        collapsed, woozy, about to faint, going to faint, unsteady, almost blacked out, nearly blacked out
        """
    ),
    "no": phrases(
        """
        no chest, no pain*, no _ chest pain, without _ pain, without pain, no longer _ pain, not have _
        pain, not have any, not having _ pain, not feel _ pain, never had, not had, not hurt, not in pain,
        free of pain, not collapse*, not faint*, not pass out, no shortness, not short of breath, no trouble
        breathing, no difficulty, never faint*, not feel dizzy, not dizzy, no dizziness, neither, not have a
        stroke, not having a, not want to die, not suicidal, not gasping, not hurting, no heart attack, not
        _ a heart attack, pain is gone, no discomfort
        """
    ),
    "hypothetical": phrases(
        """
        what if, if i, if he, if she, if my, if the, if someone, what should i do when, what do i do when,
        in case, would you, could cause, can cause, can af cause, does af cause, could lead, can lead, risk
        of, symptom of, symptoms of, sign of a, signs of, warning signs, what causes, what is a, what are,
        difference between, what does, meaning of, define, can you detect, could you detect, do you detect,
        can you see, can hearth detect, can it detect, would it, will it tell, can you tell if, does it
        detect, detect a, how likely, worried about, afraid of, scared of, prevent, chance of, chances of,
        tell me about, explain
        """
    ),
    "retrieval": phrases(
        """
        notes, my note, diary, noted, logged, i wrote, i entered, did i write, did i log, did i note, i
        noted, entries, reported, show me when, list when, how often did i, how many times
        """
    ),
    "asked_past": phrases("did, was, were, has there, have there, did you"),
    "long_past": phrases(
        """
        last year, years ago, year ago, months ago, month ago, last month, weeks ago, week ago, last week,
        in 19*, in 20*, since 19*, since 20*, as a child, as a kid, when i was, when he was, when she was,
        used to, history of, back in, previous heart attack, old heart attack, my heart attack, my stroke,
        after my, before my, decades ago, ages ago, long ago, once had, last summer, last winter, last
        spring, last autumn, last christmas, recovering, survived, died of, died from, in hospital for, in
        the past, operation
        """
    ),
    "recent_past": phrases(
        """
        yesterday, last night, the other day, days ago, day ago, on monday, on tuesday, on wednesday, on
        thursday, on friday, on saturday, on sunday, last monday, last tuesday, last wednesday, last
        thursday, last friday, last saturday, last sunday, the night before, over the weekend, at the
        weekend, earlier this week, this week
        """
    ),
    "past_verb": phrases("had, felt, was, were, got, did, been"),
    "present": phrases(
        """
        now, right now, again, currently, at the moment, at this moment, still, just now, today, minutes
        ago, minute ago, this minute, since this morning, this morning, tonight, getting worse, since
        yesterday, since last night, suddenly, all of a sudden, i am having, is having, hurts, is hurting,
        ongoing, keeps, i have chest, i have pain, i have a pain, i have terrible, i have severe, i have
        had, i have got, i have strong, i have bad, i have trouble
        """
    ),
    "exertion": phrases(
        """
        stairs, climb*, run, running, exercise, exercising, jog*, gym, uphill, cycling, workout, sometimes,
        often, usually, walking, every time, whenever
        """
    ),
    "thing": phrases(
        """
        connection, network, wifi, app, server, daemon, battery, phone, program, computer, router, broker,
        gateway, recording, signal, band, chair, table, tent, bridge, house, dog, cat, question, leaflets,
        exam, the test
        """
    ),
    "figurative": phrases(
        """
        patch is killing, killing me, dying to know, dying to, to die for, battery, die of boredom, bored,
        cut myself shaving, cut myself while, hurt myself playing, hurt myself running, hurt myself at,
        suicide squad, die of laughter, die of laughing, die laughing
        """
    ),
}
