"""German words of sudden danger: throats that close, children and pills, what is about to happen."""

from typing import Final

from agent.phrases import phrases

SUDDEN: Final[dict[str, tuple[str, ...]]] = {
    "fillers": phrases(
        """
        plötzlich, auf einmal, gerade, jetzt, total, echt, so, sehr, richtig, wirklich, ganz, schon,
        eben, einfach, halt, voll, mega, fast gar, gar, überhaupt, irgendwie, dauernd, auch, nur,
        noch, mir, doch, mal
        """
    ),
    "airway": phrases(
        """
        hals, kehle, rachen, zunge, lippe, lippen, gesicht, mund, augenlider
        """
    ),
    "swelling": phrases(
        """
        schwillt, schwellen, anschwell*, angeschwollen, zuschwell*, zugeschwollen, geschwollen,
        zuschwillt, dick geworden, wird dick, werden dick
        """
    ),
    "gullet": phrases(
        """
        hals, kehle, luftröhre, rachen
        """
    ),
    "stuck": phrases(
        """
        steckt, stecken geblieben, steckengeblieben, festgesteckt, verklemmt, in die falsche, traube
        im, fremdkörper, bissen im, feststeckt
        """
    ),
    "child": phrases(
        """
        kind, kinder, tochter, sohn, baby, enkel*, kleine, kleiner, neffe, nichte, junge, mädchen,
        zwillinge, hund
        """
    ),
    "ate": phrases(
        """
        gegessen, geschluckt, verschluckt, gefuttert, genascht, in den mund
        """
    ),
    "shaking": phrases(
        """
        zuckt, zucken, zittert, krampft, krampfen, verkrampft, schüttelt
        """
    ),
    "imminent": phrases(
        """
        kippe gleich, kipp gleich, kippe um, kipp um, gleich umkipp*, klappe gleich, klapp gleich,
        gleich zusammen*, klapp ich zusammen, klappe ich zusammen, klappe zusammen, klapp zusammen,
        gleich ohnmächtig, werde ohnmächtig, gleich in ohnmacht, falle in ohnmacht, fall in
        ohnmacht, gleich bewusstlos, gleich weg, kipp ich weg, kippe weg, kipp weg, kippe ich um,
        kipp ich um, breche gleich zusammen, brech gleich zusammen, sacke weg, bin gleich weg, alles
        wird schwarz, wird alles schwarz, wird mir schwarz, mir wird schwarz
        """
    ),
    "watching": phrases(
        """
        merkst du, würdest du, würdest du merken, merken wenn, bemerken wenn, fragt ob, fragte ob,
        wissen will ob, allgemein, im allgemeinen, theoretisch, häufiger, wie häufig, statistik*,
        wer würde, wen würdest, gelernt
        """
    ),
    "suicide_named": phrases(
        """
        selbstmord*, suizid*, selbsttötung
        """
    ),
    "no_point": phrases(
        """
        kein sinn, keinen sinn, sinnlos, kein grund, keinen grund, nicht wert, nicht lebenswert,
        nichts mehr, kein recht, verdiene es nicht, verdiene nicht, keine kraft, keine lust, kein bock,
        keinen bock, müde, satt, will nicht, möchte nicht, mag nicht, wozu, warum noch, es lohnt
        """
    ),
    "living": phrases(
        """
        leben, zu leben, weiterzuleben, weiterleben, am leben, existieren, zu existieren, da zu sein,
        auf der welt, lebendig
        """
    ),
    "resolved": phrases(
        """
        wieder weg, ist vorbei, vorbei, ist vergangen, vergangen, hat aufgehört, aufgehört,
        mir geht es wieder gut, wieder gut, nicht mehr da, ging vorbei, ging weg, ist wieder weg,
        war gleich wieder weg, schmerz ist weg, schmerzen sind weg, ging gleich weg
        """
    ),
    "returned": phrases(
        """
        schon wieder, wieder da, kommt wieder, immer noch, noch immer, schlimmer
        """
    ),
    "sight": phrases(
        """
        sehvermögen, sehkraft, sicht, einem auge, beiden augen, augenlicht
        """
    ),
    "sight_gone": phrases(
        """
        verloren, weg, plötzlich, blind, verschwunden, schwarz, ausgefallen, nichts mehr
        """
    ),
    "breathing": phrases(
        """
        atmung, atmet, schnauft, atem, atmen, atemzüge
        """
    ),
    "laboured": phrases(
        """
        schwächer, komisch*, flach, rasselt, rasseln*, röchel*, seltsam, ganz schnell, sehr schnell,
        stoßweise, angestrengt, unregelmäßig und, geräusche, langsam und, kaum
        """
    ),
}
