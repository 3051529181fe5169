"""English phrases that mean danger by themselves."""

from typing import Final

from agent.phrases import phrases

PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "breath": phrases(
        """
        cannot breathe, cannot breath, cannot _ breathe, cannot _ breath, unable to breathe,
        not breathing, stopped breathing, not really breathing, not even breathing,
        struggling to breathe, struggling for breath, hard to breathe, hardly breathe, barely breathe,
        barely breathing, difficulty breathing, difficult to breathe, trouble breathing,
        trouble _ breathing, fighting for breath, gasping, choking, suffocating, cannot get air,
        cannot get enough air, no air, not getting air, not getting enough air, cannot catch my breath,
        cannot catch _ breath, short of breath, shortness of breath, breathless, blue lips,
        lips are blue, turning blue, breathing stopped, breathing has stopped, out of breath,
        throat is closing, throat closing, throat is swelling, not breathe, no longer breath*,
        no longer breathing, catching my breath, catching _ breath, not able to breathe, cannot inhale,
        hardly breathing, is not breathing, are not breathing, gone blue, limp and blue, went blue,
        going blue, gone grey, went grey, choked on, chokes on, choked, cannot swallow _ breathe,
        tongue is swelling, tongue _ swelling, tongue _ swollen, throat _ swollen, throat _ closing,
        throat _ tight*, lips _ swelling, anaphyla*, airway, wheezing badly, no breath, breathe anymore,
        stops breathing, cannot breathe in, any air, drowning, drowned, cannot draw breath,
        cannot get my breath, struggle to breathe, battling to breathe, getting no air, gasps
        """
    ),
    "collapse": phrases(
        """
        collapsed, has collapsed, collapsing, passed out, passing out, pass out, unconscious,
        unresponsive, not responding, no longer responding, lost consciousness, losing consciousness,
        fainted, fainting, blacked out, blacking out, no pulse, cannot find a pulse, cannot feel a pulse,
        cannot feel _ pulse, will not wake up, not waking up, cannot wake, cannot _ wake,
        does not wake up, dropped to the floor, fell to the floor, fell down and, having a seizure,
        has a seizure, seizure, convulsing, convulsions, having a fit, cardiac arrest, knocked out,
        fell over and, fallen over and, keeled over, keels over, slumped*, slumping, not wake up,
        not waking, cannot be woken, cannot rouse, not rouse, not answer me, not answering me,
        not answer anymore, lying on the floor _ not, not move anymore, not moving anymore, motionless,
        lifeless, gone limp, went limp, is limp, went down and, dropped down and, came round on,
        came to on the floor, woke up on the floor, everything went black, went black _ floor,
        not come round, not coming round, out cold, collapses, collapse, twitching all over, foaming at,
        shaking all over and, some kind of fit, kind of fit, having convulsions, fitting on, is fitting,
        having fits, has a fit, epileptic fit, not react, not reacting, not reacting anymore,
        no reaction, no heartbeat, no heart beat, not respond, not conscious, keep passing out,
        keeps passing out, keep fainting, keeps fainting, pass out again, staring at nothing,
        toppled over, tipped over and, fell down _ not, hit by a car, fell off _ not move, eyes rolled,
        get a response, no response, not wake, gone floppy, gone all floppy, floppy,
        cannot get any response, will not wake, not stir, not stirring, not regain*, blacks out,
        faints and, faint again, dead on the floor, looks dead, seems dead, crumpled, went over like,
        found him on the floor, found her on the floor, lies on the floor, lies there, no life
        """
    ),
    "stroke": phrases(
        """
        sudden weakness, weakness down, weakness on one, weakness of one, weakness in my left,
        weakness in my right, face is drooping, face drooping, face droops, face has dropped,
        face _ drooping, drooping face, mouth is drooping, mouth drooping, slurred speech, slurring,
        speech is slurred, slurred, cannot speak, cannot talk, cannot _ speak properly, trouble speaking,
        words come out wrong, cannot move my, cannot lift my, cannot raise my, cannot move his,
        cannot lift his, cannot move her, cannot lift her, cannot move one, cannot feel my left,
        cannot feel my right, arm is numb, arm went numb, arm has gone numb, arm and leg are numb,
        numb on one side, one side _ numb, one side _ weak, side is numb, side went numb,
        side _ paralysed, side _ paralyzed, left side numb, right side numb, weak on one side,
        having a stroke, had a stroke just now, stroke right now, is this a stroke, suddenly cannot see,
        sudden loss of vision, lost my vision, suddenly blind, suddenly confused, sudden numbness,
        arm is weak, arm suddenly weak, leg suddenly weak, worst headache, left side is weak,
        right side is weak, gone weak, mouth is hanging, mouth hanging, mouth _ hanging down,
        face is hanging, face hanging, face _ hanging, face _ crooked, mouth _ crooked, smile is crooked,
        smile _ lopsided, talks gibberish, talking gibberish, speaking gibberish, gibberish,
        speech has gone, speech _ funny, speech is off, speech _ garbled, words _ garbled, words jumbled,
        words _ jumbled, cannot find words, cannot get _ words out, cannot get words out,
        talking nonsense, talks nonsense, half of my body, half my body, half of his body,
        half of her body, one half of, half his body, half her body, half my face, half of my face,
        side of my body, side of his body, gone blind, lost sight, lost his sight,
        cannot see anything suddenly, cannot see out of, double vision suddenly, suddenly double,
        hand will not grip, cannot grip, dropped everything from, paralysed, paralyzed,
        thunderclap headache, having a tia, brain bleed, brain haemorrhage, is having a stroke,
        got a stroke
        """
    ),
    "suicide": phrases(
        """
        kill myself, killing myself, suicid*, end my life, ending my life, take my life,
        take my own life, taking my own life, want to die, wanna die, wish i was dead, wish i were dead,
        wish to die, not want to live, not wanna live, not want to be alive, not want to be here any*,
        no reason to live, no point in living, no point living, better off dead, better off without me,
        hurt myself, harm myself, harming myself, hurting myself, cut myself, cutting myself, self harm,
        end it all, ending it all, hang myself, shoot myself, jump off a bridge, rather be dead,
        tired of living, not worth living, cannot go on living, ready to die, plan to die,
        not go on anymore, cannot go on anymore, not feel like living, no reason to go on,
        no point in going on, not worth going on, not see a reason to live, sick of living,
        tired of life, not want to go on, not want to wake up anymore, not want to exist,
        not want to be here, would miss me, nobody would miss, no one would miss, world without me,
        have the pills here, finish it all, want it all to end, want it to be over, in front of a train,
        in front of the train, under a train, jump from the roof, jump off the roof, jump off a building,
        slit my wrists, cut my wrists, goodbye forever, life is pointless, life is not worth,
        put an end to, make an end, cannot live anymore, cannot live like this anymore, feel like dying,
        would rather die, want to be dead, die tonight, suicidal, planning my death, cut her wrists,
        cut his wrists, kill himself, kill herself, hang himself, hang herself, end his life,
        end her life, slit his wrists, slit her wrists, killed himself just, tried to kill
        """
    ),
    "overdose": phrases(
        """
        overdose*, took too many, taken too many, swallowed too many, took all my pills,
        took all my tablets, taken all my pills, taken all my tablets, took the whole pack,
        took the whole bottle, poisoned, took # pills, took # tablets, taken # pills, taken # tablets,
        swallowed # pills, swallowed # tablets, took a lot of pills, took a handful of,
        swallowed a whole, swallowed the whole, swallowed a bottle, swallowed the entire, drank bleach,
        drank poison, drank cleaning, swallowed bleach, swallowed a battery, swallowed poison,
        took a whole bottle, took a whole pack, took an entire, took the entire, took all the,
        taken all the, taken a whole, took _ # _ pill*, took _ # _ tablet*, took _ # _ blocker*,
        taken _ # _ pill*, taken _ # _ tablet*, swallowed _ # _ pill*, swallowed _ # _ tablet*,
        swallowed all the, ate all the pills, ate all my pills, poisoning, carbon monoxide,
        took way too much, took far too much, taken too much, took too much, has taken all,
        double dose _ feel, drank a bottle of, swallowed all my, swallowed all of, swallowed all his,
        swallowed all her
        """
    ),
    "emergency": phrases(
        """
        call an ambulance, call ambulance, need an ambulance, send an ambulance, send help, call 911,
        call 112, call 999, need help now, need help immediately, need urgent help, help me now,
        help me please, please help me i, this is an emergency, its an emergency, it is an emergency,
        is an emergency, medical emergency, need a doctor now, need a doctor right now, bleeding heavily,
        bleeding badly, coughing up blood, vomiting blood, have an emergency, emergency please,
        emergency now, emergency help, get me an ambulance, get an ambulance, ambulance now,
        ambulance please, ambulance quick*, ambulance fast, call the ambulance, call 15, call 110,
        call a doctor quick*, call the emergency, bleeding and it will not stop, bleeding will not stop,
        bleeding and will not stop, bleed* _ not stop, bleeding to death, bleeding a lot,
        losing a lot of blood, lost a lot of blood, blood everywhere, coughing blood, cough up blood,
        vomited blood, throwing up blood, spitting blood, spit blood, electrocuted, electric shock from,
        severe burn*, badly burned, pregnant and bleeding, pregnant and i am bleeding,
        bleeding _ pregnant, pregnant _ bleeding, save me, need rescue, somebody help, someone help,
        help quickly, help quick, sos, been shot, been stabbed, mayday
        """
    ),
}
