"""English phrases that mean danger by themselves."""

from typing import Final

from agent.phrases import phrases

PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "breath": phrases(
        """
        cannot breathe, cannot breath, cannot _ breathe, cannot _ breath, unable to breathe, not
        breathing, stopped breathing, not really breathing, not even breathing, struggling to
        breathe, struggling for breath, hard to breathe, hardly breathe, barely breathe, barely
        breathing, difficulty breathing, difficult to breathe, trouble breathing, trouble _
        breathing, fighting for breath, gasping, choking, suffocating, cannot get air, cannot get
        enough air, no air, not getting air, not getting enough air, cannot catch my breath, cannot
        catch _ breath, short of breath, shortness of breath, breathless, blue lips, lips are blue,
        turning blue, breathing stopped, breathing has stopped, out of breath, throat is closing,
        throat closing, throat is swelling, not breathe, no longer breath*, no longer breathing,
        catching my breath, catching _ breath, not able to breathe, cannot inhale, hardly breathing,
        is not breathing, are not breathing, gone blue, limp and blue, went blue, going blue, gone
        grey, went grey, choked on, chokes on, choked, cannot swallow _ breathe, tongue is swelling,
        tongue _ swelling, tongue _ swollen, throat _ swollen, throat _ closing, throat _ tight*,
        lips _ swelling, anaphyla*, airway, wheezing badly, no breath, breathe anymore, stops
        breathing, cannot breathe in, any air, drowning, drowned, cannot draw breath, cannot get my
        breath, struggle to breathe, battling to breathe, getting no air, gasps, not breathin, no
        breathing, no breathin, is not breathin, aint breathing, cannot take a breath, cannot take a
        deep breath, cannot draw a breath, cannot get a breath, cannot get breath, cannot get any
        breath, cannot get any air, struggling to breath, fighting to breathe, fighting for air,
        starved of air, hungry for air, need air, wheezing and, rattling breath, agonal, snoring
        sound and, breathing funny and, breathing stops, breathing very fast, frothing pink, pink
        froth, pink foam, bringing up froth, turning purple, turned blue, turned purple, turned
        grey, gone purple, going purple, purple in the face, blue in the face, blue around, bluish,
        fingertips are blue, choke, throat closed, smothering, winded and, cannot speak for breath,
        cannot finish a sentence, too breathless, so breathless, catch me breath
        """
    ),
    "collapse": phrases(
        """
        collapsed, has collapsed, collapsing, passed out, passing out, pass out, unconscious,
        unresponsive, not responding, no longer responding, lost consciousness, losing consciousness,
        fainted, fainting, blacked out, blacking out, no pulse, cannot find a pulse,
        cannot feel a pulse, cannot feel _ pulse, will not wake up, not waking up, cannot wake,
        cannot _ wake, does not wake up, dropped to the floor, fell to the floor, fell down and,
        having a seizure, has a seizure, seizure, convulsing, convulsions, having a fit, cardiac arrest,
        knocked out, fell over and, fallen over and, keeled over, keels over, slumped*, slumping,
        not wake up, not waking, cannot be woken, cannot rouse, not rouse, not answer me,
        not answering me, not answer anymore, lying on the floor _ not, not move anymore,
        not moving anymore, motionless, lifeless, gone limp, went limp, is limp, went down and,
        dropped down and, came round on, came to on the floor, woke up on the floor,
        everything went black, went black _ floor, not come round, not coming round, out cold,
        collapses, collapse, twitching all over, foaming at, shaking all over and, some kind of fit,
        kind of fit, having convulsions, fitting on, is fitting, having fits, has a fit, epileptic fit,
        not react, not reacting, not reacting anymore, no reaction, no heartbeat, no heart beat,
        not respond, not conscious, keep passing out, keeps passing out, keep fainting, keeps fainting,
        pass out again, staring at nothing, toppled over, tipped over and, fell down _ not,
        hit by a car, fell off _ not move, eyes rolled, get a response, no response, not wake,
        gone floppy, gone all floppy, floppy, cannot get any response, will not wake, not stir,
        not stirring, not regain*, blacks out, faints and, faint again, dead on the floor, looks dead,
        seems dead, crumpled, went over like, found him on the floor, found her on the floor,
        lies on the floor, lies there, no life, dropped to the ground, fell to the ground,
        dropped in front, went down like, hit the floor, fell off _ chair, fell off his chair,
        fell off her chair, on the floor not, passed clean out, went unconscious, is unconscious,
        flat out on, out for the count, will not come round, cannot bring him round,
        cannot bring her round, cannot find his pulse, cannot find her pulse, cannot feel his pulse,
        cannot feel her pulse, no sign of life, no signs of life, does not respond, does not react,
        doesnt respond, not responsive, does not answer, not answer when, not answering,
        will not answer, does not move, not moving, will not move, is not moving, fitting and,
        had a fit, has had a fit, having a epileptic, epileptic seizure, grand mal, seizing,
        having seizures, in a seizure, eyes rolling, eyes have rolled, eyes rolled back,
        rolled back his eyes, jerking and, jerking all over, shaking uncontrollably, shaking violently,
        convulsed, slumped over, sunk to the floor, sank to the floor, fallen to the floor,
        found collapsed, found unconscious, cannot rouse him, cannot rouse her, cannot wake him,
        cannot wake her, barely conscious, drifting in and out, in and out of consciousness,
        gone grey and, uncontrollable shaking, difficult to rouse, hard to rouse, hard to wake,
        cannot be roused
        """
    ),
    "stroke": phrases(
        """
        sudden weakness, weakness down, weakness on one, weakness of one, weakness in my left,
        weakness in my right, face is drooping, face drooping, face droops, face has dropped,
        face _ drooping, drooping face, mouth is drooping, mouth drooping, slurred speech, slurring,
        speech is slurred, slurred, cannot speak, cannot talk, cannot _ speak properly,
        trouble speaking, words come out wrong, cannot move my, cannot lift my, cannot raise my,
        cannot move his, cannot lift his, cannot move her, cannot lift her, cannot move one,
        cannot feel my left, cannot feel my right, arm is numb, arm went numb, arm has gone numb,
        arm and leg are numb, numb on one side, one side _ numb, one side _ weak, side is numb,
        side went numb, side _ paralysed, side _ paralyzed, left side numb, right side numb,
        weak on one side, having a stroke, had a stroke just now, stroke right now, is this a stroke,
        suddenly cannot see, sudden loss of vision, lost my vision, suddenly blind, suddenly confused,
        sudden numbness, arm is weak, arm suddenly weak, leg suddenly weak, worst headache,
        left side is weak, right side is weak, gone weak, mouth is hanging, mouth hanging,
        mouth _ hanging down, face is hanging, face hanging, face _ hanging, face _ crooked,
        mouth _ crooked, smile is crooked, smile _ lopsided, talks gibberish, talking gibberish,
        speaking gibberish, gibberish, speech has gone, speech _ funny, speech is off, speech _ garbled,
        words _ garbled, words jumbled, words _ jumbled, cannot find words, cannot get _ words out,
        cannot get words out, talking nonsense, talks nonsense, half of my body, half my body,
        half of his body, half of her body, one half of, half his body, half her body, half my face,
        half of my face, side of my body, side of his body, gone blind, lost sight, lost his sight,
        cannot see anything suddenly, cannot see out of, double vision suddenly, suddenly double,
        hand will not grip, cannot grip, dropped everything from, paralysed, paralyzed,
        thunderclap headache, having a tia, brain bleed, brain haemorrhage, is having a stroke,
        got a stroke, face has fallen, face fell on one, half of her face, half of his face,
        his face dropped, her face dropped, face has slipped, smile has gone, smile is uneven,
        one sided smile, cannot smile, cannot hold a cup, cannot smile properly, cannot talk properly,
        cannot get her words, cannot get his words, lost the ability to speak, lost her speech,
        lost his speech, words are all wrong, words are coming out, words come out,
        tongue is twisted and, cannot understand her suddenly, speech suddenly, speech is strange,
        talks rubbish suddenly, cannot see on one, cannot see on the, lost sight in, went blind,
        a stroke right now, a stroke i think, think it is a stroke, having stroke symptoms, arm is dead,
        arm just dropped, arm dropped, arm hangs, arm is hanging, leg gave way, leg will not,
        left side of my body, right side of my body, left side of her, right side of her,
        left side of his, right side of his, side has gone, left side is, right side is, arm has gone,
        arm gone weak, dragging his leg, dragging her leg, one sided weakness, one sided paralysis,
        cannot move one side, vision loss, loss of vision, arm weakness, weakness and numbness,
        facial drooping, facial droop, facial paralysis, face feels droopy, droopy face, face droopy,
        weakness on the left, weakness on the right, weakness on my
        """
    ),
    "suicide": phrases(
        """
        kill myself, killing myself, end my life, ending my life, take my life, take my own life,
        taking my own life, want to die, wanna die, wish i was dead, wish i were dead, wish to die,
        not want to live, not wanna live, not want to be alive, not want to be here any*,
        no reason to live, no point in living, no point living, better off dead, better off without me,
        harm myself, harming myself, hurting myself, cut myself, cutting myself, self harm, end it all,
        ending it all, hang myself, shoot myself, jump off a bridge, rather be dead, tired of living,
        not worth living, cannot go on living, ready to die, plan to die, not go on anymore,
        cannot go on anymore, not feel like living, no reason to go on, no point in going on,
        not worth going on, not see a reason to live, sick of living, tired of life, not want to go on,
        not want to wake up anymore, not want to exist, not want to be here, would miss me,
        nobody would miss, no one would miss, world without me, have the pills here, finish it all,
        want it all to end, want it to be over, in front of a train, in front of the train,
        under a train, jump from the roof, jump off the roof, jump off a building, slit my wrists,
        cut my wrists, goodbye forever, life is pointless, life is not worth, put an end to,
        make an end, cannot live anymore, cannot live like this anymore, feel like dying,
        would rather die, want to be dead, die tonight, suicidal, planning my death, cut her wrists,
        cut his wrists, kill himself, kill herself, hang himself, hang herself, end his life,
        end her life, slit his wrists, slit her wrists, killed himself just, tried to kill,
        do not want to be here, not want to be here anymore, not be here anymore,
        do not want to be alive, not want to wake up, never wake up, never have to wake, not to wake up,
        better without me, wish i had never been born, wish i would not wake, end it tonight,
        end myself, ending myself, finish myself, off myself, unalive, kms, want it to end,
        want everything to end, want it all to be over, cannot go on, can not go on, no point going on,
        nothing to live for, no will to live, tired of being alive, done with life, had enough of life,
        goodbye note, goodbye letter, farewell letter, farewell note, suicide note, said my goodbyes,
        saying goodbye to everyone, saved up my pills, saving up my, saved up my,
        would it take to kill me, to kill myself, would be enough to die, how to die, how can i die,
        painless way, want to disappear forever, want to be gone, would not miss me,
        nobody would miss me, no one would miss me, cut myself on purpose, jump off, jump in front,
        throw myself, drown myself, go to sleep forever, sleep forever, burden to everyone,
        life is not worth living, life has no meaning, kill my self, want die, hope i die,
        hope i do not wake, take to kill me, enough to kill me, want to hurt myself,
        going to hurt myself, about suicide, of suicide, commit suicide, committing suicide,
        into suicide, hanging myself, stab myself, stabbing myself, burn myself alive,
        set myself on fire, poison myself, suffocate myself, strangle myself, electrocute myself,
        starve myself to death, drowning myself, shooting myself, cut myself tonight,
        going to cut myself, want to cut myself, gas myself, killing me myself, happier without me,
        easier without me, relieved without me, planning my own death, my own death, planning to jump,
        want to jump, going to jump from, jump from a, jump from the, jump off this, off a cliff,
        off a bridge, off this bridge, need to die, stop eating until i die, until i die, and die,
        stop existing, cease to exist, not exist anymore, want to disappear, end this nightmare,
        end the pain forever, end my pain, end my suffering, end this pain, end it forever,
        survive another day, cannot bear this suffering, cannot bear to live, cannot take life,
        never born, not be born, take all these pills, take all the pills, take all my pills,
        swallow all the pills, take every pill, give up on life, done living, means to do it, to end my,
        not see any point in, not see the point in living, not see a point in, see no point in living,
        see no point anymore, not find any reason, not have any reason to
        """
    ),
    "overdose": phrases(
        """
        overdose*, took too many, taken too many, swallowed too many, took all my pills, took all my
        tablets, taken all my pills, taken all my tablets, took the whole pack, took the whole
        bottle, poisoned, took # pills, took # tablets, taken # pills, taken # tablets, swallowed #
        pills, swallowed # tablets, took a lot of pills, took a handful of, swallowed a whole,
        swallowed the whole, swallowed a bottle, swallowed the entire, drank bleach, drank poison,
        drank cleaning, swallowed bleach, swallowed a battery, swallowed poison, took a whole
        bottle, took a whole pack, took an entire, took the entire, took all the, taken all the,
        taken a whole, took _ # _ pill*, took _ # _ tablet*, took _ # _ blocker*, taken _ # _ pill*,
        taken _ # _ tablet*, swallowed _ # _ pill*, swallowed _ # _ tablet*, swallowed all the, ate
        all the pills, ate all my pills, poisoning, carbon monoxide, took way too much, took far too
        much, taken too much, took too much, has taken all, double dose _ feel, drank a bottle of,
        swallowed all my, swallowed all of, swallowed all his, swallowed all her, od on, oded,
        overdosing, took the lot, took every, swallowed every, all my meds, all of my pills, all of
        my tablets, all my medication, all my blood thinners, whole packet, whole box, whole bottle
        of, entire packet, entire bottle, way too many, far too many, too many tablets, too many
        pills, too many of my, too many heart, took # of, taken # of, swallowed # of, drunk bleach,
        drank antifreeze, drank the, ate rat poison, mixed up and took, took double and, took twice
        the, wrong pills and feel, swallowed a handful, took a handful
        """
    ),
    "emergency": phrases(
        """
        call an ambulance, call ambulance, need an ambulance, send an ambulance, send help, call 911,
        call 112, call 999, need help now, need help immediately, need urgent help, help me now,
        help me please, please help me i, this is an emergency, its an emergency, it is an emergency,
        is an emergency, medical emergency, need a doctor now, need a doctor right now,
        bleeding heavily, bleeding badly, coughing up blood, vomiting blood, have an emergency,
        emergency please, emergency now, emergency help, get me an ambulance, get an ambulance,
        ambulance now, ambulance please, ambulance quick*, ambulance fast, call the ambulance, call 15,
        call 110, call a doctor quick*, call the emergency, bleeding and it will not stop,
        bleeding will not stop, bleeding and will not stop, bleed* _ not stop, bleeding to death,
        bleeding a lot, losing a lot of blood, lost a lot of blood, blood everywhere, coughing blood,
        cough up blood, vomited blood, throwing up blood, spitting blood, spit blood, electrocuted,
        electric shock from, severe burn*, badly burned, pregnant and bleeding,
        pregnant and i am bleeding, bleeding _ pregnant, pregnant _ bleeding, save me, need rescue,
        somebody help, someone help, help quickly, help quick, sos, been shot, been stabbed, mayday,
        need help right now, help help, helppp, hlp, pls help, help pls, call for help,
        call for an ambulance, call me an ambulance, get help, need paramedics, paramedics now,
        where is the ambulance, get a doctor, get the doctor, call 000, dial 999, dial 911, dial 112,
        bleeding out, bleeding everywhere, bled through, cannot stop the bleeding,
        cannot stop the blood, blood will not stop, blood is pouring, blood pouring, blood spurting,
        spurting blood, blood gushing, lots of blood, so much blood, pool of blood, got shot, gunshot,
        throws up blood, threw up blood, bringing up blood, puking blood, pooing blood,
        black stools and, blood in my vomit, hit by a car and, fell down the stairs and, deep cut,
        cut off my finger, heavy bleeding, hemorrhag*, haemorrhag*, allergic shock, epipen, epi pen,
        hives and, bee sting and, wasp sting and, severe allergic, bad allergic, allergic reaction and,
        vomiting _ blood, coughing _ blood, throwing up _ blood, bringing up _ blood, amounts of blood,
        got stabbed, cut an artery
        """
    ),
}
