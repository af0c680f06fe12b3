"""Closed lists of English words that several checks go by."""


def word_set(words: str) -> frozenset[str]:
    """The words of a list written as text."""
    return frozenset(words.split())


FIGURES = frozenset("0123456789")
# Letters that a pattern which ignores case takes for s and i, though they are none in lower case.
FOLDED = frozenset("ſıİ")

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
MONTH_NAMES = tuple(name.title() for name in MONTHS if len(name) > 4 or name in {"may", "june", "july"})
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# Names of peoples and tongues: adjectives as much as names.
PEOPLES = word_set(
    """
    african american arab arabic argentine asian australian austrian bangladeshi belgian brazilian british bulgarian
    cambodian canadian cantonese catalan chilean chinese colombian croatian cuban czech danish dutch egyptian english
    estonian ethiopian european filipino finnish french georgian german greek hebrew hindi hungarian indian indonesian
    iranian iraqi irish israeli italian japanese kazakh kenyan korean laotian latin latvian lithuanian malay malaysian
    mandarin mexican mongolian moroccan nepalese nigerian norwegian pakistani persian peruvian polish portuguese
    romanian russian saudi scottish serbian singaporean slovak slovenian spanish swedish swiss syrian taiwanese thai
    tibetan turkish ukrainian urdu uzbek vietnamese welsh
    """
)

# Words that join, point or help, and so never end a sentence nor name anything.
ARTICLES = word_set("a an the")
PREPOSITIONS = word_set(
    """
    about above across after against along among around as at before behind below between beyond by despite during for
    from in into like near of off on onto over per through to toward towards under until upon via with within without
    """
)
CONJUNCTIONS = word_set(
    "and but or nor so yet although because if since though unless when where whereas whether while that than"
)
FUNCTION_WORDS = (
    ARTICLES
    | PREPOSITIONS
    | CONJUNCTIONS
    | word_set(
        """
        he she it they we you i his her its their our your my him them us me this these those there here who whom whose
        which what why how is are was were be been being am has have had do does did will would can could shall should
        may might must not no
        """
    )
)
VERBS = word_set(
    """
    said says say added adds noted notes told tells stated states announced announces claimed claims explained explains
    stressed pointed believes believed thinks thought revealed disclosed admitted confirmed denied argued insisted
    predicted estimates estimated expects expected promised pledged warned urged suggested replied responded asked wrote
    is are was were has have had will would can could should may might must does did do became becomes become gave gives
    took takes made makes went goes came comes began begins grew grows rose rises fell falls saw sees won wins sold
    sells built builds led leads held holds met meets kept keeps got gets put puts set sets bought buys brought brings
    paid pays spent spends hopes hoped plans planned wants wanted launched launches released releases signed signs
    opened opens won introduced introduces mentioned recalled emphasised emphasized
    """
)
SAYING = word_set(
    """
    said says say added adds noted notes stated states announced announces claimed claims explained explains believes
    believed believe thinks thought think revealed disclosed admitted confirmed argued insisted predicted promised
    warned suggested replied responded answered mentioned recalled emphasised emphasized stressed commented remarked
    concluded introduced
    """
)


def _plural(noun: str) -> str:
    if noun[-1] == "y" and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch")) else "s")


# Nouns that news counts, with their plurals.
_REGULAR = word_set(
    """
    company employee user customer country city province county town village school teacher student doctor nurse
    hospital patient worker engineer expert partner product service platform project plan fund team member store
    shop branch factory station vehicle car bus phone computer robot machine device book article report award prize
    medal year month week day hour minute second time dollar euro ton kilometer kilometre meter metre gram
    kilogram degree step point question problem reason way article household family farmer founder
    manager director investor shareholder journalist reporter visitor guest participant volunteer device account
    website center centre laboratory university college institute enterprise business organization institution
    foundation region settlement order parcel package unit share round department course bank app
    """
)
PLURALS = {noun: _plural(noun) for noun in _REGULAR} | {
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
}
# A new one of these wants "a" or "an".
FOUNDED = word_set(
    """
    fund company platform team foundation website project school laboratory alliance factory store branch station center
    centre department committee hotline channel system association university college institute subsidiary partnership
    campaign programme program studio hospital museum library plan
    """
)

# Words that begin sentences, and nouns and adjectives of every news text: no names, however they are written.
COMMON = FUNCTION_WORDS | word_set(
    """
    also additionally moreover furthermore however therefore thus hence meanwhile instead indeed then now today tomorrow
    yesterday later earlier recently currently previously finally firstly secondly thirdly lastly first second third
    fourth fifth last next another other others each every all some any many most much more few both either neither
    several such same own one two three four five six seven eight nine ten eleven twelve once twice again still even
    only just already almost nearly perhaps maybe often always never sometimes usually generally especially
    particularly according based given regarding concerning compared following including speaking looking talking
    besides apart together due thanks once ever since until up down out well very too rather quite further nobody
    everyone everybody someone somebody something nothing everything anyone anything yes oh please let nowadays
    overall altogether similarly likewise conversely nonetheless nevertheless otherwise consequently accordingly
    people person man men woman women child children user users customer customer consumers consumer company companies
    firm firms enterprise enterprises business businesses industry industries market markets economy government
    governments state states country countries nation nations city cities province provinces county counties region
    regions town village world internet web network networks online data information technology technologies tech
    science research development innovation education health culture sport sports media news press report reports
    reporter reporters journalist journalists editor editors author authors source sources article articles story
    speech speeches talk interview conference conferences summit forum forums congress meeting meetings session
    sessions event events ceremony exhibition expo festival week day days month months year years time times hour
    hours minute minutes morning afternoon evening night weekend season spring summer autumn winter quarter half
    president chairman chairwoman chair chief executive officer director directors manager managers general secretary
    minister ministry mayor governor deputy vice head leader leaders founder founders cofounder partner partners
    professor doctor doctors teacher teachers student students expert experts analyst analysts investor investors
    official officials member members employee employees worker workers engineer engineers scientist scientists
    researcher researchers representative representatives spokesman spokeswoman spokesperson mr mrs ms miss dr sir
    board committee department office group groups team teams organization organizations organisation institution
    institute university universities college colleges school schools hospital hospitals bank banks fund funds
    foundation foundations association union alliance center centre laboratory academy agency bureau court party
    product products service services platform platforms project projects plan plans programme program programs
    campaign campaigns initiative initiatives strategy policy policies law laws rule rules standard standards system
    systems application applications app apps software hardware phone phones computer computers robot robots device
    devices machine machines car cars vehicle vehicles electricity energy power oil gas water food money price prices
    cost costs sale sales revenue income profit profits loss growth investment capital share shares stock rate rates
    number numbers amount total percent percentage part parts half rest case cases example problem problems question
    questions answer answers reason reasons result results way ways thing things fact facts point points role step
    goal aim target success responsibility opportunity challenge challenges risk safety security quality value life
    work job jobs home house building street road area areas place places site sites page pages photo photos picture
    video image caption email address name names title headline date category comment comments author published
    award awards prize prizes medal honour honor certificate list new old big small large great good bad better best
    high higher highest low lower lowest long short young early late strong weak hard easy free open public private
    national international global local foreign domestic social economic political financial commercial industrial
    digital electronic mobile smart artificial intelligence virtual cloud big main major key important special real
    true right left full whole entire different certain possible available able ready clear nearly annual daily
    weekly monthly rural urban central eastern western northern southern east west north south
    asked added said told noted stated announced explained revealed launched founded established created built opened
    made held given taken seen used called named known born see read click share subscribe follow download note
    welcome thank dear good hello why how where when
    ceo cfo cto coo cio vip ai ar vr it app iot api pc tv dvd cd gps atm usb sms ppt pdf id ip ipo gdp hr pr pm am r&d
    b2b b2c c2c o2o p2p saas faq q&a
    """
)
