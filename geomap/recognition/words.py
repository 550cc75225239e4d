"""The words that tell a toponym from other capitalised words, all in lower case."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that hold a name together without a capital: "Rio de Janeiro", "Trinidad and Tobago".
CONNECTORS: Final = _words(
    """
    an and da das de del der des di do dos du la las le los of sur the upon
    """
)
# Romanised Arabic articles, joined to their noun by a hyphen: "Deir ez-Zor", "Ras al-Ain".
ARTICLES: Final = _words(
    """
    ad adh al an ar as ash at ath az ed edh el en er es esh et eth ez ud ul ur us ut uz
    """
)
# Abbreviations that begin a name of a place, with their full stop.
SAINTS: Final = _words("ft mt pt st ste")

WEEKDAYS: Final = _words(
    """
    fri friday mon monday saturday sunday thu thurs thursday tue tues tuesday wed wednesday
    """
)
MONTHS: Final = _words(
    """
    apr april aug august dec december feb february jan january jul july jun june mar march may nov november
    oct october sep sept september
    """
)
FUNCTION_WORDS: Final = _words(
    """
    a about above according across after again against all almost along already also although always am amid
    among an and another any anyone anything are around as at away back be became because been before behind
    being below besides between beyond both but by can could despite did do does done down due during each
    earlier either else even ever every everyone everything except few finally first following for former
    from further given had has have having he hence her here hers herself him himself his how however i if
    in indeed inside instead into is it its itself just last late later least less like many may maybe me
    meanwhile more moreover most much must my near nearly neither never nevertheless new next no nobody none
    nor not nothing now of off often on once one only onto or other others otherwise our ours out outside
    over own per perhaps quite rather same second see seven several she should since six so some someone
    something soon still such ten than that the their theirs them themselves then there therefore these they
    third this those though three through throughout thus till to today together tomorrow too toward towards
    two under underneath until up upon us versus very via was we were what whatever when whenever where
    whereas wherever whether which while who whoever whom whose why will with within without would yes
    yesterday yet you your yours
    """
)
# Capitalised for what they are, not for where: calendars, faiths, offices and things of the press.
NEVER: Final = (
    FUNCTION_WORDS
    | WEEKDAYS
    | MONTHS
    | _words(
        """
    admiral afp airport alawite allah am americans ap arab arabs army authorities autumn avenue ayatollah
    bible bishop bridge brigadier brother captain cardinal catholic center central centre chancellor chief
    christian christians christmas church city click college colonel commander congress corporal council
    county court daily democratic department district doctor dr drive east easter eastern eid est father
    file fna force forces freedom general gmt god government governor guard guards hello herald hospital
    house ii iii image imam independence internet islam islamic iv jew jewish jews journal judge king koran
    kurd kurdish kurds lady lane leaders liberation lieutenant lord madam major marshal mayor militants
    minister ministry mosque mother mr mrs ms muslim muslims navy news newspaper north northeast northern
    northwest officials park parliament party peace people photo photos please pm police pope post premier
    president press prince princess private professor province queen quran radio ramadan read rebels region
    republic revolution road school secretary senate senator sergeant share sheikh sheriff shi'ite shia
    shiite shiites sir sister soldiers south southeast southern southwest spring state states station street
    students summer sunni sunnis thank thanks times town tribune troops tv uncle university utc vi victory
    video village war web west western winter
    """
    )
) - {"new"}
# Words of English (and given names of people too common to be lists) that are also names of places.
# Each of these is taken for a place only where the context says so.
ORDINARY: Final = _words(
    """
    abbas affairs american angers area bang banks bar bari bath beer bell bend best blue board born boss
    branch bright brush buffalo burns bush butler call camp canal carry center chance charge clay clear
    cliff clinton clock clovis coal coast columbia come commerce complete concord cork corner cove cross
    crown crystal dale date day deal deer defiance delight delta denial development diamond dish dove dragon
    eagle early earth edge education energy enterprise environmental equality eureka example fair faith fall
    falls farm federal ferry field finance fish flat flint flora forest fort fortune fox frame freeport
    fruit gap garden gas gate gates gem gift glen globe gold golden good gore grand grant gray green ground
    grove guide gulf hall halt hand happy harbor hard hart haven hay hazard health heart heath high hill
    hills home honor hope horn horse hot house housing human hunt hunter ideal imperial industry interior
    iron island ivory jacket jasper joy justice key king kit lake lamp land lane large law lead leader leaf
    league lens liberal liberty light lily lime lincoln line lion little live loan lodge logan long lost
    love luck lumber magic main male many maple march mark marks marsh mason mass media mentor metro middle
    midway mill mills mine mineral mobile moon moral most mount mountain music natural needles nelson nice
    normal nut oak oil old olive olympia olympic only open opportunity oral orange orchard order pace page
    paint palm panda paradise park parks pass patrick patriot pearl perry person pet pine pink place plain
    plains planning plant pleasant plum point polo pond pool port post power prairie pray price pride prime
    progress prospect protection prudence public pure race ranch rand ray reading red reform rest rice rich
    ridge ring rise river rock rocks roll root rose ross rough round royal rule rush rust sale salt sand
    sands sauk scott sea seal self senior settle shaping shell ship shop show sky slate smart snow social
    sole son sound space speed split spring springs square stand star stark start station sterling stone
    story strong success sugar sun sunrise superior surprise sweet table tank tell teller temple test third
    time tool top tours tower trade trail transportation trap tree triangle trinity trout true trust truth
    twin union unite unity university upper vale valley value veteran veterans victor view villa vision
    vista walker wall war ward warm waste water waters way welcome well wells west wheel white wild will
    wind winner winter wise wolf won wood woods work workforce world worth wrong yellow young zap
    """
)
# Names of parties, movements and alliances that are no names of places, whatever a gazetteer lists.
MOVEMENTS: Final = _words(
    """
    asean conservative conservatives daesh democrat democrats fatah hamas hezbollah hizbollah hizbullah
    houthi houthis isil isis labour liberals likud mujahideen nato nusra opec peshmerga pkk pyd republican
    republicans sdf shabaab taliban tories tory ypg
    """
)
# Words that names of places are made with where news of conflict comes from: hill, house, spring, ford …
ELEMENTS: Final = _words(
    """
    abu aden ain ard ayn bab bandar bani beit bayt bir birin burj dahr dar darat dayr deir gidan ghar
    ghazi hajar hawija hawr hawsh horsh jabal jabel jebel jisr kafr kala kampung kfar khan khirbat khirbet
    khor koh kot kuh maarat majdal marj mazraat mina naba nahr nova novo nagar pur qala qalat qaryat qasr
    ras rasm sahl sahel saint san santa sayda shahr shatt souq suq stare tal talat tall tallat tel tell
    tulul umm velyka wadi gharbi gharbiyah janubi kabir kabira kabirah saghir saghira saghirah shamali
    sharqi sharqiyah tahtani fawqani
    """
)
LOCATIVE: Final = _words(
    """
    above across around at in inside near northeast northwest off outside southeast southwest throughout
    within
    """
)
DIRECTIONAL: Final = _words(
    """
    against attacked besieged besieging between bombed bombing capture captured entered entering from
    into invaded leaving left liberated of on onto over reach reached recapture recaptured retake retaken
    retook seize seized shelled shelling stormed surrounded through to toward towards via visited
    visiting
    """
)
COMPASS: Final = _words(
    """
    central downtown east eastern greater lower mid north northeast northeastern northern northwest
    northwestern rural south southeast southeastern southern southwest southwestern upper west western
    """
)
# A unit word after a name belongs to it ("Diyala province"); before "of" it announces one ("town of").
UNITS_AFTER: Final = _words(
    """
    canton county district emirate governorate municipality oblast parish prefecture province raion region
    state subdistrict territory township
    """
)
UNITS_BEFORE: Final = UNITS_AFTER | _words(
    """
    area areas borough capital cities city commune countryside districts east enclave hamlet island kingdom
    locality neighborhood neighbourhood north northeast northwest outskirts port provinces republic
    settlement south southeast southwest stronghold suburb suburbs town towns townships village villages
    west
    """
)
# Words that follow a settlement's name in small letters: "Huwaysis village".
SETTLED_AFTER: Final = _words(
    """
    area camp city countryside metropolis neighborhood neighbourhood suburb town village
    """
)
# Places with a name of their own: a toponym that leads such a name is where the thing stands.
FACILITIES: Final = _words(
    """
    airbase airfield airport barracks base bazaar bridge camp castle cathedral cemetery checkpoint chowk
    church colony complex crossing crossroad crossroads dam farm farms field fields gardens harbor harbour
    hospital hotel jail junction mall market hilltop intersection monastery mosque museum palace plant
    port prison quarter refinery reservoir roundabout shrine square stadium station synagogue temple tower
    towers tunnel zoo
    """
)
# Names of these are given in memory of places, not for where they are.
STREETS: Final = _words(
    """
    alley ave avenue blvd boulevard circle court ct dr drive expressway highway hwy interstate lane ln
    parkway pike pkwy plaza rd road route st street terrace trail turnpike way
    """
)
# Natural features whose names are made with a word of their own: "Jordan River".
FEATURES: Final = _words(
    """
    basin bay beach canal cape creek delta desert dunes falls forest gorge gulf heights hill hills hilltop
    island islands lake mount mountain mountains oasis ocean park peak peninsula plain plains plateau ridge
    river sea springs strait straits valley
    """
)
SPEECH: Final = _words(
    """
    acknowledged added adds admitted argued asked believes commented continued declared explained insisted
    joked laughed noted recalled replied said say says smiled stated tells testified thinks thought told
    wrote
    """
)
# The press's abbreviations of states, before a full stop, are no names of towns.
STATE_ABBREVIATIONS: Final = _words(
    """
    ala ariz ark calif colo conn del fla ga ill ind kan kans ky mass md mich minn miss mo mont neb nev okla
    ore pa tenn tex va vt wash wis wyo
    """
)
