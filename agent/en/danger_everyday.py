"""English words of danger as they are said every day: dialect, slang, and how people tell what they see.

They stand beside the phrases of the same concept in the other tables.
"""

from typing import Final

from agent.phrases import phrases

EVERYDAY: Final[dict[str, tuple[str, ...]]] = {
    "came_to": phrases(
        """
        woke up, woken up, wake up, came to, came round, come round, coming round, waking up,
        regained
        """
    ),
    "ground": phrases(
        """
        floor, ground, tiles, carpet, rug, pavement, lino, kitchen floor, bathroom floor, bottom of
        the stairs, doorstep, driveway, grass, lawn, street
        """
    ),
    "brought_up": phrases(
        """
        cough*, vomit*, spit*, spat, threw up, throwing up, throws up, bringing up, brings up,
        brought up, puk*, hack* up, retch*
        """
    ),
    "bad_colour": phrases(
        """
        horrible colour, terrible colour, awful colour, funny colour, bad colour, strange colour,
        horrible color, terrible color, awful color, bad color, ashen, gone grey, gone gray, gone
        purple, gone blue, gone white as, turned grey, turned gray, the colour of putty, grey as
        ash, all grey, all blue, lost all colour, deathly pale, waxy
        """
    ),
    "breath": phrases(
        """
        gurgling, gurgles, gurgling noise, gurgling sounds, rattling in, death rattle, wheezes and,
        cannot get any breath, cannot seem to breathe, breathing all wrong, breathing is all wrong,
        barely any air, fighting for every breath, cannot get my wind, cannot catch _ wind, puffing
        like, blue at the lips, lips going blue, lips have gone blue, lips gone blue, breaths are
        very far apart, long gaps between _ breaths, cannot breathe lying
        """
    ),
    "chest": phrases(
        """
        my front, across my front, across my chest, ribcage, my middle, bust, tit, tits, boob
        """
    ),
    "pain": phrases(
        """
        tightness, tightening, squashing, hurtin, sharp, like a rock, tight as a drum, radiating,
        searing
        """
    ),
    "device": phrases(
        """
        gadget, gizmo, the thing under my collarbone, under my collarbone, under the collarbone,
        under his collarbone, under her collarbone, my implant, the implant, heart device,
        contraption, crt d, s icd
        """
    ),
    "shock": phrases(
        """
        kicked, kicks, kicked like, kick like, zapped, zap, zaps, thumped, thumps, walloped,
        punched, punching, jolts, electric shock*, gone off, has gone off, keeps going off, keeps
        zapping, keeps kicking, firing off, shock after shock
        """
    ),
    "limb": phrases(
        """
        my left, my right, left half, right half, his left, his right, her left, her right, half of
        me, one side of me, one side of him, one side of her
        """
    ),
    "dead_limb": phrases(
        """
        just stopped working, stopped working, packed up, conked out, given up, gave out, gone to
        jelly, like lead, will not do what, not doing what, is not there
        """
    ),
    "collapse": phrases(
        """
        keeled over, conked out on, gone down and, nothing when i shout, nothing when we shout, no
        answer when i, does not answer when, eyes open no answer, eyes open but, limp as, limp in,
        slumped in, slumped against, not with us any, cannot get any sense, cannot get a response,
        cannot get any response, cannot get a peep, not a peep, dead weight, found on the floor,
        found him lying, found her lying, found lying, out like a light and, foam on, froth on, foam
        from, frothing at, foam around, gone stiff and, went stiff and, stiff as a board
        """
    ),
    "stroke": phrases(
        """
        words are coming out like, words coming out like, talking like _ drunk, sounds drunk all of
        a sudden, half his face, half her face, cannot put a sentence together, talking double
        dutch, suddenly lost the use of, lost the use of, dragging one leg, one pupil
        """
    ),
    "owned_pain": phrases(
        """
        tightness across my, tightness right across, pain across my chest, pain is back in my chest,
        pain back in my chest
        """
    ),
    "overdose": phrases(
        """
        swallowed the lot, took the lot, taken the lot, necked, downed the lot, downed a, i have
        taken everything, swallowed everything, taken every one of
        """
    ),
    "suicide": phrases(
        """
        no reason for me to stay, no reason for me to live, not want to wake up, not want to be
        around any*, not want to be around tomorrow, done with life, finished with life, put an end
        to it, put an end to my, top myself, do myself in, off myself, unalive, do away with myself
        """
    ),
    "misjudged": phrases(
        """
        it was heartburn, was only heartburn, was just heartburn, it was indigestion, only
        indigestion, just indigestion, turned out to be, turned out it was, it was only a, it was
        just a, was nothing serious, it was wind, was only wind, it was a false alarm, was a false
        alarm, it was a panic attack
        """
    ),
    "mask": phrases(
        """
        nearly gave me a heart attack, almost gave me a heart attack, nearly had a heart attack
        when, almost had a heart attack when, heart attack when i saw the, heart attack when the
        bill, grey hair, gray hair, hair has gone grey, hair gone grey, gone grey at the temples,
        knocked my socks off, died a death, dead good, killer workout, killer heels, killer app,
        deadly boring, drowning in paperwork, drowning in work, drowning in emails, drowning in
        bills, suffocating in paperwork, choked up at, choking up at, choked up when
        """
    ),
    "topic": phrases(
        """
        do you call, do you ring, do you phone, by yourself, automatically, on your own, by itself,
        yourself
        """
    ),
    "allergen": phrases(
        """
        peanut*, nuts, wasp, bee, hornet, sting, stung, shellfish, shrimp, prawn*, penicillin,
        antibiotic*, latex, strawberr*
        """
    ),
    "reaction": phrases(
        """
        wheez*, swell*, swollen, puffy, hives, throat, tingling, cannot breathe, gasping, itchy all
        over, rash all over, face is big, face has blown up
        """
    ),
    "lots": phrases(
        """
        two boxes, three boxes, boxes, packs, packets, strips, blister packs, two packs, two
        bottles, a fistful
        """
    ),
    "heart_pain": phrases(
        """
        sitting on my heart, weight on my heart, heavy on my heart, pressing on my heart, standing
        on my heart, heart like a stone, heart in a vice, squeezing at my heart
        """
    ),
    "arm_pain": phrases(
        """
        up to the jaw, up to my jaw, into the jaw, to the jaw, goes to my jaw, into my neck and jaw,
        goes down my arm, running down my arm, shooting down my arm, down both arms
        """
    ),
}
