"""Everyday English words that are never taken for a misspelt word of another list."""

from typing import Final

from agent.phrases import words

COMMON: Final = words(
    """
    a able about above across actually after again against ago all almost alone along already also
    although always am among an and another any anybody anyone anything anyway apart are area around as
    ask asked asking at away back bad badly based bay be bean beans bear beard beat became because bed
    been before began begin behind being below best better between big bit boat bore boring born both
    bread breast breath bright bring brought but by calm came can cannot car cards care case cat cause
    chair chance change chart check cheese child city class clean clear clearly climb close club coach
    code coffee cold come coming cook cool cost could count country couple course cover cry cut dad dance
    dark data date dead deal dear deep did die different dinner do doctor does dog doing done door double
    down dream dress drink drive dry during dust each ear early earn easier east easy eat edge egg eight
    either else empty end engine enough equal even event ever every everybody everyone everything exactly
    except extra fact fail fair fall false family far farm fast faster father fear feed feel feeling feet
    felt fever few field fight film find fine fire first fish fit five fix flat floor flow fly follow food
    for forget forgot form found four free fresh from front full fun game garden gas gate gave general get
    getting ghost girl give given glad glass go goal goes going gold gone good got grass gray great green
    grow guess gun gym habit had hair half hall hand hang happen happy hard harder has hat hate have he
    head hear heard heart heat heavy held hello help her here hide high higher hill him his hit hold hole
    home hope horse hospital hot hotel house how however huge human hung hunt hurry hurt ice idea ideal if
    ill in injury inside instead into iron is it item its itself job joke judge jump just keep kept key
    kick kid kill kind king kitchen knee knew knock know known lady lake land lane large larger late later
    laugh law lay lazy lead learn least leave left leg legal less lesson let letter level lie life lift
    light like likely line lip list listen little live load local lock long longer look looked looking
    lose loss lost lot loud louder love low lower luck lunch lung mad made magic mail main make male
    manage many map march mark market match mate matter may maybe me meal mean means meant meat medical
    meet men mental met metal middle might mile milk mind mine minor miss missed mix mixed mom month mood
    moon more most mother mouth move moved movie much mum music must my myself nail name narrow near
    nearly neck need needs nerve net never new news next nice night nine no noise none nope nor normal
    north nose not note nothing now number nurse ocean odd of off offer office often oh oil okay old older
    on once one only open or order other our out oven over own pack page paid pain pair pan paper park
    part party pass past path pay peace pen people per perhaps person pet phone pick picture piece pig
    pill pink pipe pitch place plain plan plane plant plate play please point pool poor pop possible post
    pot pound pour power present press pretty price pride print prize problem proof proper proud pull pump
    pure push put queen queue quick quiet quite race rain ran rare rate raw reach read ready real really
    reason red rent reply report rest rich ride right ring rise risk river road rock role roof room root
    rope rough round row rude rule run running sad safe said sail salt same sand save saw say says scale
    school score sea seat second see seek seem seen sell send sense sent serious set seven shake shape
    share sharp she sheet ship shirt shock shoe shop short shorter shot should shout show shown shut sick
    side sight sign silver simple since sing sink sister sit site six size skin sky sleep sleeping slept
    slip slow slower small smaller smart smell smile smoke smooth snow so soap soft soil solid some
    somebody someone something son song soon sooner sorry sort soul sound soup south space spare speak
    speed spend spot spring square stage stair stand star start started state stay steal steel step stick
    still stock stone stop store storm story strange straw street stress string strong stuff such sugar
    suit summer sun sure sweet swim table tail take taken talk tall tank tap taste tax tea teach team
    teeth tell ten tennis tent test text than thank thanks that the their them then there these they thick
    thin thing things think thirty this those though thought three throat through throw tie tight time
    times tiny tip tired to toe told tone tonight too took tool tooth top total touch tough tour toward
    tower town toy track trade train travel tree tried trip truck true trust truth try trying turn twelve
    twenty two type ugly uncle under understand until up upon upset us use used usual usually van very
    view visit voice vote wage wait wake walk wall want wanted war warm warning was wash waste watch water
    wave way we weak wear wearing weather weight well went were west wet what whatever wheel when where
    whether which while white who whole whose why wide wife wild will win wind window wine wing winter
    wire wise wish with within without woke woman wonder wood wool word work worked working worry worse
    worst would write wrong yard yeah year yellow yes yet you young younger your yours zone rat clot clots
    adequate advice afford agree animal apple arm army art attend aunt author avoid baby bake ball bank
    bar base basket bath battle beach beauty belong bench bike bill bird birth bite block blow board
    bone book boot border borrow bottle bowl brain brave bridge brother brown brush burn bus butter
    button buy cake camp candle cap carry cattle cheap chicken choose church circle cloth cloud coat
    collect color colour comfort common company cookie copper corn corner correct cotton cousin cow
    crash cream crew crowd cruel cup curtain customer danger daughter decent decide delay deliver desk
    dirt discuss dish distant divide doll duck eagle elect empire enemy engineer entire evil example
    excuse expect expensive explore failing farmer fashion fat feather fence finger finish fireplace
    flame flesh float flour flower foot foreign forest fork fortune frame france freedom friend fruit
    fur furniture gentle gift glove goat god govern grave greet grip ground group guard guest guide
    hammer handle harbor harvest helpful hero hobby holiday hollow honest honor host hunger husband
    insect invent island italian italy jacket jam jewel journey joy jungle kettle kingdom kiss kitten
    knife ladder lamp language laptop latin lawn leader leaf leather legend lemon library lion liquid
    loaf lord loyal machine magazine marry master meadow melody memory message mirror monkey moral
    mountain mouse mud mystery native nature needle nephew nest network niece noble oak obey object
    onion opinion orange orchard owner palace parade parent passage peach pencil photo piano picnic
    pilot planet plastic pleasure plenty pocket poem poet police polite pony porch potato pray prefer
    prepare president priest prison private promise protect public pupil puzzle quarrel queer rabbit
    radio railway ray recipe regret religion repair request rescue result return reward ribbon rice
    rifle ripe roast rob robot rocket royal rubber ruin saddle salad sample scene science scissors
    scream secret select servant shadow shame sheep shelf shell shelter shine shoulder silk singer skill
    skirt slave sleeve smoothly social soldier spirit spoon spread squirrel statue steam stem stir
    stomach student study subject succeed supper supply surface surprise sword tailor tale talent tame
    target task temple tender theater theatre thief thread thumb thunder tiger title tomato tongue towel
    translate translation treasure trunk tube tunnel twin uniform union valley vase vegetable village
    violin vision volume wagon warrior wealth weapon wedding weed welcome whale wheat whisper whistle
    wisdom wizard wolf worm wound youth zebra zero zoo
    """
)
