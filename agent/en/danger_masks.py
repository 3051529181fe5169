"""English phrases that only sound like danger."""

from typing import Final

from agent.phrases import phrases

MASKS: Final[dict[str, tuple[str, ...]]] = {
    "mask": phrases(
        """
        chest strap*, chest belt*, chest band*, chest patch*, chest sensor*, chest electrode*,
        chest monitor*, chest hair*, chest skin, chest x ray, chest xray, chest day, chest press,
        chest of drawers, skin on my chest, chest muscle*, strap _ chest, strap _ tight, patch _ tight,
        belt _ tight, patch _ chest, sensor _ chest, electrode _ chest, patch is killing, dying to know,
        dying to, to die for, die of boredom, cut myself shaving, cut myself while, hurt myself playing,
        hurt myself running, hurt myself at, suicide squad, die of laughter, die of laughing,
        die laughing, nearly faint*, almost faint*, almost passed out, nearly passed out,
        nearly collapsed, almost collapsed, almost blacked out, nearly blacked out, chest level,
        treasure chest, medicine chest, muscle ache*, killing time, killed time, killing it,
        dying of curiosity, dead tired, dead battery, dead on my feet, fell asleep, fall asleep,
        falls asleep, leg fell asleep, arm fell asleep, foot fell asleep, breath away,
        out of breath with laughter, last breath, breath test, breathing exercise*, breathe deeply,
        breathed in, heart sank, heart of gold, heart broke*, broken heart, heart skipped,
        passed out leaflets, under pressure, blood pressure, pressure cuff, pressure sensor,
        sensor pressure, air pressure, seizure of, chest infection, strap _ breath, after passing,
        choke on my file, choking on my, choking on the file, skin _ chest, dying laughing, kills me,
        killing my, pain in the neck, heart burn*, heartburn, cold shock, news shock, shock of the,
        shocked by the price, shocked to hear, shocked to see, in shock about, heart to heart,
        learn by heart, cut my hair, cut my finger*, love to death, sick to death,
        scared to death, worried to death, bored to death, nearly died laughing, died laughing,
        almost died laughing, gave me a shock, doorbell, news _ shocked, shocked me _ news,
        shocking news, dropped dead low, drop dead gorgeous, horror film, speaking of, talk to you,
        talk later, talk about, in other words, talking about, speak up, voice assistant, all night,
        all day, face value, face the, face to face, on the face, eye on, took a walk, took the bus,
        the band _ chest, my band _ chest, this band _ chest, the belt _ chest, my belt _ chest,
        this belt _ chest, chest band is, toy, toys, toy swallowed, fallen asleep, fell out of love,
        fell behind, prices fell, rate fell, pulse fell, rate dropped, pulse dropped, dropped the,
        dropped my, fell off the wall, cold weather, cold water, cold shower, grey hair, gray hair,
        blue light, blue led, sensor fell, patch fell, strap fell, battery fell, dropped below,
        fell below, fell under, choked up, unconscious bias, choke point,
        passed out on the couch after the, passed out on the sofa after the, battery passed out,
        overdose on coffee, overdose on sugar, overdose of tv, skip a beat, collapse the, collapse all,
        collapsed my charts, collapsed the, stroke of, breast stroke, breaststroke, backstroke,
        stroke volume, kill for, kill the alarm, kill the sound, kill the app, kill the process,
        kill the time, kill time, end the recording, end the session, end this session,
        end this recording, static shock, shocked me with, shocked about, culture shock,
        shocking me with, shock price, heart burns for, heart aches for, heart belongs,
        electrode _ skin, burns _ skin, attack on, panic attack or, slept like the dead,
        dead to the world, on the dead, dying for a, battery is dying, battery dying, battery died,
        phone died, phone is dying, watch died, watch is dying, sensor died, sensor is dying,
        tablet died, laptop died, recorder died, elastic _ chest, strap * chest, loosen,
        chest hurts the skin, strap hurts, fainting goat*, breathing app, breathless with excitement,
        breathless excitement, breathtaking, bleeding edge, bleeding obvious, bloody mary, blood test*,
        blood sugar, blood group, blood thinner*, blood donation, bleeding risk, risk of bleeding,
        fit of, film about suicide, book about suicide, movie about suicide, dropped to #,
        dropped to around, dropped to about, dropped to under, dropped to below, fell to #,
        fell to around, fell to about, fell to under, shocked by the news, shocked by how,
        shocked by it, shocked by that, shocked when i saw, shocked when i heard, had breakfast,
        had lunch, had dinner, took my pills at, took my tablets at, stroke survivor,
        heart attack survivor, joke _ killed me, killed me, hurts from laughing, hurts _ laughing,
        hurt _ laughing, no pulse shown, pulse chart, pulse shown, bra _ chest, shirt _ chest,
        seat belt _ chest, bra _ tight, shirt _ tight, elastic is _ chest, elastic _ tight
        """
    ),
}
