"""English phrases that take a danger back, soften it, or bring it into the present."""

from typing import Final

from agent.phrases import phrases

SCOPE: Final[dict[str, tuple[str, ...]]] = {
    "alternatives": phrases("or, nor"),
    "no": phrases(
        """
        no, not, never, without, neither, nor, none, nothing, free of, denies, deny
        """
    ),
    "not_no": phrases(
        """
        no joke, no idea, not kidding, not joking, not sure, not know, not only, not just, not stop*,
        not go*, not getting better, not getting any better, not let up, not ease*, not understand,
        not feel* well, not feel* good, not well, not ok*, not right, not want to worry,
        not want to bother, nothing helps, not help, no matter, not able, not help*, no doubt,
        not used to, no relief, not help me, not exaggerating, not wait, not fine, not all right,
        not alright, no one, nothing works, not go away, no pain before, no problem* before, never felt,
        never before, not usual*, not like*, no longer breath*, no longer respond*, no longer react*,
        no longer mov*, no longer able, no longer speak*, no longer wak*, no longer stand*,
        no longer want*, no longer conscious, no longer see, no longer feel my, no longer talk*,
        no longer swallow*
        """
    ),
    "hypothetical": phrases(
        """
        what if, if i, if he, if she, if my, if the, if someone, what should i do when, what do i do
        when, in case, would you, could cause, can cause, can af cause, does af cause, could lead,
        can lead, risk of, symptom of, symptoms of, sign of a, signs of, warning signs, what causes,
        what is a, what are, difference between, can you detect, could you detect, do you detect,
        can you see, can hearth detect, can it detect, will it tell, can you tell if, does it
        detect, detect a, how likely, afraid of, scared of, chance of, chances of, tell me about,
        what should i do if, what to do if, what do i do if, what should _ do if, what should _ do
        when, what happens if, what would happen, when should i, when should someone, when should
        you, when should one, when do i call, when do i need, when to call, if a person, if
        somebody, if you, if one, if we, if they, suppose, imagine, let us say, hypothetically,
        would a, would hearth, could it be that hearth, do you notice, does it notice, does the
        recorder, does hearth, will you notice, will hearth, how do i recognise, how do i recognize,
        how would i know, how can i tell, how to tell, how many people, do people, does a heart, is
        it possible to, can someone, can somebody, can people, can one, can a person, can stress,
        can coffee, could af, could stress, might cause, does a, does anxiety, do you know what,
        what happens in, what happens during, what is an, what is the, why do people, in the event
        of, just in case, is _ something the, should someone, who do i ring, who do i call if, what
        does _ mean, what does _ say, define, meaning of, explain what, explain the, worried i
        might, afraid i might, scared i might, worried i may, fear of, which symptoms, what
        symptoms, make me call, should make, how many pills, how many tablets, how much, how strong,
        how often, how long, how do you, asked whether, asks whether, asked if, asks if, wants to
        know if, wants to know whether, wonder if people, can i overdose, could i overdose, can you
        overdose, in theory, generally speaking, if anyone, if anybody, if a, should i ever, taught
        us, taught me how, learned how, learnt how, learned what, how quickly would, what is chest
        """
    ),
    "generic": phrases(
        """
        symptom of, symptoms of, symptom, sign of, signs of, a symptom, mean*, risk of, caused by, side
        effect*, effect of, effects of, known effect*, effect on, something the, measure, measured,
        detect*, recognise, recognize
        """
    ),
    "asking": phrases(
        """
        what, why, when, how, does, do, can, could, which, where, should, will, did, is a, is chest,
        are, cause*, mean*, show, list, is suicide, are suicid*, would you, whether, is cardiac,
        is fainting, is collapse, is a seizure, is it the same, the same as
        """
    ),
    "about": phrases(
        """
        notes, my note, diary, noted, logged, i wrote, i entered, did i write, did i log, did i note,
        i noted, entries, reported, show me when, list when, how often did i, how many times, film,
        films, movie*, show on, tv, television, series, episode of the, novel, book, books, article,
        articles, read about, i read, read that, podcast, documentary, lecture, course on, game, song,
        quiz, crossword, headline, newspaper, in the news, on the news, story about, poem, play about,
        drill, rehearsal, first aid course, training course, watched, dreamed, dreamt, dream about,
        a dream, prevention, awareness, charity, awareness day, channel, taught us, class, lesson,
        training, workshop, leaflet, magazine, exam question, essay, thesis, lyrics, webinar,
        video about, tiktok, youtube, a nightmare, nightmares, the nightmare i had
        """
    ),
    "long_past": phrases(
        """
        last year, years ago, year ago, months ago, month ago, last month, weeks ago, week ago, last
        week, in 19#, in 20#, since 19#, since 20#, as a child, as a kid, when i was, when he was, when
        she was, used to, history of, back in, previous heart attack, old heart attack, my heart attack,
        decades ago, ages ago, long ago, once had, last summer, last winter, last spring, last autumn,
        last christmas, recovering, survived, died of, died from, in hospital for, in the past, when i
        was young, in my family, family history, runs in the family, as a teenager, as a young, in my
        youth, during my childhood, in my twenties, in my thirties, in the eighties, in the nineties,
        back then, the year before, in hospital back, passed away, died in, died when, grandfather died,
        grandmother died, died at, in my life, in his life, in her life, in the 19#, first time in 19#,
        first time in 20#, was born, former, in 2009, late husband, late wife, late father, late mother,
        my late, when i was a, when we were, last march, last april, last may, last june, last july,
        last august, last september, last october, last november, last december, last january, last
        february, years back, months back, ages back, before his bypass, before her bypass, before my
        bypass, before the bypass, before the surgery, before his surgery, before her surgery, before
        the operation, in the spring, never since, in childhood, as a student, in my teens, as a boy, as
        a girl
        """
    ),
    "recent_past": phrases(
        """
        yesterday, last night, the other day, days ago, day ago, on monday, on tuesday, on wednesday,
        on thursday, on friday, on saturday, on sunday, last monday, last tuesday, last wednesday,
        last thursday, last friday, last saturday, last sunday, the night before, over the weekend,
        at the weekend, earlier this week, this week
        """
    ),
    "asked_past": phrases(
        """
        did i, did he, did she, did my, did you, did it, did the, did we, was i, was my, was there,
        was he, was she, was it, were there, were you, was the, was that, has there, have there,
        have i had, did i get, when i had, when i felt, when i nearly, when he had, when she had,
        when my chest
        """
    ),
    "past_verb": phrases("had, felt, was, were, got, did, been"),
    "present": phrases(
        """
        now, right now, again, currently, at the moment, at this moment, still, just now, minutes ago,
        minute ago, this minute, since this morning, this morning, tonight, getting worse,
        since yesterday, since last night, suddenly, all of a sudden, i am having, is having, hurts,
        is hurting, ongoing, keeps, i have chest, i have pain, i have a pain, i have terrible,
        i have severe, i have had, i have got, i have strong, i have bad, i have trouble, now my, today,
        is back, right this, as we speak, feels, feel like, is killing, is on fire, going on now,
        is getting, again, is numb, since an hour, for an hour, for hours, for the last, past hour,
        half an hour, it hurts, really hurts, is so tight
        """
    ),
    "exertion": phrases(
        """
        stairs, climb*, run, running, exercise, exercising, jog*, gym, uphill, cycling, workout,
        sometimes, often, usually, walking, every time, whenever
        """
    ),
    "exercise": phrases(
        """
        gym, press, bench press, workout, push ups, pushups, sore muscles, muscle soreness,
        lifting weights, training session
        """
    ),
    "thing": phrases(
        """
        connection, network, wifi, app, server, daemon, battery, program, computer, router, broker,
        gateway, recording, signal, band, tent, question, leaflets, exam, the test, my phone, the phone,
        software, website, page, update, shelf, stock, economy, share price*, file, files, video,
        camera, car, engine, laptop, screen, the monitor, sensor, the patch, display, chart, graph,
        plot, curve, heating, roof, bridge, market, prices, building, wall, tower, tent pole, bed frame,
        ladder
        """
    ),
    "reason": phrases("because"),
    "breaks": phrases("but, however, though, although, because, yet, until, except"),
    "joints": phrases("and, or, while, then, so"),
    "subjects": phrases(
        """
        i, my, he, his, she, her, it, they, their, we, our, the, there, this, that, is, was, are, were,
        did, do, does, can, cannot, could, should, will, what, how, when, where, who, now, feel, feeling,
        please, help, call, somebody, someone, also, has, have, having, had, just, dad, mum, mom, am,
        still, suddenly, everything, struggling, unable, maybe
        """
    ),
    "not_hypothetical": phrases(
        """
        as if i, as if he, as if she, as if my, as if the, as if someone, as if somebody
        """
    ),
}
