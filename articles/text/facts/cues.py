"""The words the rules look for. Adding a cue is adding a word to its table."""

from articles.text.facts.wordlists import forms, words

# Words that are capitals only because a sentence or a quotation begins with them.
NOT_NAMES = words(
    "the a an in on at for from to by with and or but as of if when while since after before during until "
    "within it he she they we i you this that these those there here his her its their our my your who "
    "what which where how why not no yes also then now today yesterday tomorrow according meanwhile "
    "however moreover furthermore besides first second third fourth finally all some many most each every "
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundreds thousands dozens half "
    "january february march april may june july august "
    "september october november december monday tuesday wednesday thursday friday saturday sunday over "
    "under about around nearly more less than only just even so because although though despite regarding "
    "talking speaking following recall last next another other such both either neither let us prior "
    "along through without between among do does did is are was were be been has have had will would can "
    "could should must never always maybe perhaps dear ladies gentlemen once again very too well per via "
    "like unlike including based thanks due under above below into out up down off representative deputy"
)

# Words that report what somebody holds to be so. "introduce" and "recall" are how machines render 介绍 and 回忆;
# plain nouns of the same spelling (state, note, claim) are left to their verb forms.
SAY = frozenset(
    words(
        "say says said saying tell tells told telling stated states added adds noted notes claimed claims "
        "thinks thought think believes believed believe wrote writes specified specifies stressed stresses "
        "showed shows proved proves "
        "stating adding claiming writing pointing pointed points joked jokes spoke speaks speaking"
    )
    | forms(
        "announce explain affirm inform detail highlight remind observe acknowledge forecast recount lament "
        "guarantee underscore note mention reveal disclose admit confirm deny argue insist predict estimate "
        "promise pledge warn urge suggest reply respond conclude emphasize emphasise recall introduce express "
        "indicate assure summarize remark declare assert comment underline reiterate report share propose "
        "maintain clarify opine quip joke laugh complain criticize criticise allege contend narrate describe elaborate "
        "continue retort counter exclaim whisper brief thank appeal demand request recommend advise condemn denounce "
        "regret boast answer ask hammer complete interject sigh sum hint stipulate reckon "
        "greet confide concede caution enumerate "
        # what say is varied with in Romance languages, Turkish, Korean and Persian
        "ironize ironise analyze analyse diagnose assess ponder manifest advance signal confess vow plead deplore "
        "marvel enthuse tease grumble rejoice affirm relate evoke precise sustain convey"
    )
) - words("reports comment comments report share shares estimates estimate")
# Of these only what is followed by "that" or a colon reports: they launch, publish or hand over as well.
SAY_THAT = forms(
    "introduce disclose express indicate share propose reveal confirm admit maintain announce declare describe "
    "continue counter brief appeal demand request recommend complete sum ask answer thank hint state "
    "analyze analyse diagnose assess manifest advance signal relate evoke precise sustain convey plead"
) | words("reported explained told stated noted claimed predicted estimated suggested showed shows proved proves")
# A question, a wish, a condition: what follows asserts nothing.
IRREALIS = words("if whether unless should would could might maybe perhaps suppose imagine hope hopes wish")

BE = words("is are was were be been being am")
AUXILIARY = BE | words("has have had will would can could may might must shall should do does did won't not")

# The last or first noun of an organization's own name.
ORG_HEADS = words(
    "fund office university institute foundation association agency ministry chamber society union club magazine "
    "library department bank group company corporation corp inc ltd council committee academy school "
    "college museum hospital laboratory bureau federation league authority commission administration "
    "secretariat trust cooperative consortium alliance radio television newspaper daily times news "
    "press publishing technologies technology holdings ventures capital securities insurance airlines "
    "airways motors pharmaceuticals robotics labs gmbh ag s.a plc llc parliament senate enterprises "
    "industries government center centre orchestra choir police directorate clinic polyclinic observatory gallery "
    "faculty court kindergarten lyceum polytechnic conservatory diocese embassy consulate shipyard brewery dairy "
    "farm farms vineyard vineyards archive archives fc cf afc sk fk tsv vfb vfl "
    "foods electronics systems logistics railways cv pt ooo oao pao jsc services investment investments  "
    "railway railroad tramway metro canteen kitchen bakery winery cinema ensemble syndicate parish monastery abbey "
    "municipality directorate inspectorate observatory zoo aquarium sanctuary associates bookstore bookshop "
    "publishers studio theatre theater lyceum factory plant nursery hospice broadcaster organization organisation "
    "treasury waterworks shop store mission "
    # what organizations are called in their own languages, where a translator leaves the name as it is
    "instituto instituição fundación fundação fondation fondazione fundacja asociación associação associazione "
    "universidad universidade université università universitas universität universiteit universitet uniwersytet "
    "banco banca banque caixa caja grupo groupe gruppo sociedad sociedade société società compañía companhia compagnie "
    "colegio colégio escuela escola école scuola teatro théâtre museo museu musée ayuntamiento prefeitura câmara "
    "cámara chambre federación federação fédération confederación sindicato syndicat sindicat cooperativa coopérative "
    "consorcio consórcio consorzio academia académie accademia institut istituto instytut sparkasse stiftung verein "
    "verband gesellschaft stadtwerke hochschule akademie vereniging stichting hogeschool förbundet stiftelsen högskola "
    "yayasan vakfı derneği üniversitesi belediyesi holding odası birliği bankası stowarzyszenie muzeum "
    # parliaments by their own names
    "duma rada sejm saeima seimas majlis knesset bundestag bundesrat landtag riksdag storting folketing cortes khural "
    "eg kg ag ab as oy sa spa srl bv nv asa aps oyj sarl sas bhd tbk pte kk"
)
# German and its neighbours write such a noun and what it is of as one word ("Stadttheater", "Kulturbund").
ORG_ENDINGS = (
    "theater", "bund", "verein", "verband", "stiftung", "gesellschaft", "museum", "institut", "akademie", "hochschule",
    "schule", "ministerium", "werke", "bank", "kasse", "bibliothek", "kammer", "genossenschaft", "verlag", "orchester",
    "förbundet", "verket", "forening", "vereniging", "spor",
)  # fmt: skip
# Ordinary nouns that introduce an organization's name ("the operator X", "the company «X»") or stand for it later.
ORG_NOUNS = words(
    "company firm startup start-up operator manufacturer supplier maker developer publisher retailer producer "
    "provider enterprise corporation bank insurer carrier school university institute foundation association agency "
    "ministry union library club society newspaper magazine station broadcaster hospital cooperative organization "
    "organisation charity group institution chamber contractor holding agroholding federation entity center centre "
    "chain airline bakery supermarket subsidiary guild college academy department monthly weekly daily portal workshop "
    "shipyard theatre theater parish brewery collective consortium coalition clinic winery "
    "roaster distributor wholesaler dealer importer exporter processor refinery utility lender consultancy choir "
    "orchestra ensemble fund trust "
    "think-tank competitor rival conglomerate automaker carmaker chipmaker"
)
# A name that ends with one of these and acts is a company's, though the word is no head of its own.
TRADING = words(
    "industry industries battery batteries seeds semiconductor semiconductors chips intelligence aviation "
    "health water energy trade bio tech digital media food garden solar power marine telecom mobile data cloud design "
    "studio studios finance pay shipping lines air transport travel pharma medical solutions software mining steel "
    "cement research house works pictures brothers sons partners mill oil gas motor auto aerospace biotech "
    "chemicals textiles paper retail stores hotels resorts games records display displays chemical materials "
    "instruments devices ceramics glass tire tires beverage beverages cosmetics entertainment networks healthcare "
    "biologics bioscience biosciences therapeutics genomics mobility shipbuilding heavy construction engineering "
    "petrochemical petrochemicals telecommunications semicon analytics sciences membrane display"
)
# Parts of a state, in lower case before its name: "the government of the X region".
STATE_BODIES = words(
    "guild federation confederation diocese government ministry administration parliament municipality prefecture"
)
STATE_PLACES = words("region province city state district republic county canton oblast prefecture")
# What an organization does by itself: the subject of these is one, unless it is a person.
ORG_ACTS = (
    forms(
        "launch establish announce disclose acquire invest employ manufacture organize organise donate "
        "publish release operate issue partner showcase unveil finance sponsor host deliver develop introduce "
        "exhibit"
    )
    | words("set built build plans")
) - words("found")

# Occasions as the head of a proper name; and, in lower case, beside a speaker.
EVENT_HEADS = words(
    "conclave camp show exposition championship games carnival jubilee congresses hearing conference "
    "summit forum congress expo festival symposium convention fair awards ceremony seminar workshop "
    "colloquium olympiad biennale exhibition gala hackathon session assembly dialogue day days week "
    "meeting meetup salon marathon webinar roundtable contest competition meetings encounters talks "
    # what occasions are called where a translator leaves their names as they are
    "congreso congresso congrès kongress kongre foro fórum cumbre feria feira fiera foire messe fuarı zirvesi salone "
    "salão jornadas jornada encuentro encontro rencontres assises colloque coloquio colóquio tagung gipfel sammelan "
    "mela mahotsav utsav adhiveshan certamen festspiele"
)
OCCASIONS = (
    words(
        "visit tour anniversary signing convocation premiere unveiling inspection "
        "function rally reception dinner sitting plenary roundtable"
    )
    | (EVENT_HEADS - words("camp show day days week contest competition talks encounters meetings"))
    | words(
        "occasion delivery handover program programme launching launch audit training graduation screening "
        "groundbreaking table vernissage exchange talkshow talk-show matinee vigil consultation masterclass "
        "luncheon picnic awarding "
        "parade concert call commemoration "
        # ceremonies, by what is done at them
        "laying dedication consecration swearing-in reopening christening funeral burial farewell plenum kick-off "
        "kickoff demonstration protest "
        "meeting briefing act event gathering presentation opening closing hearing debate discussion "
        "celebration panel commencement inauguration banquet"
    )
)
# Heads of names that are neither persons nor organizations.
AWARD_HEADS = words(
    "award awards prize prizes medal cup order trophy grant scholarship certificate title prix cross "
    # what honours are called in India, in Turkey and by those who leave them in their own language
    "samman puraskar ratna bhushan ödülü ödülleri premio prêmio prémio preis prijs pris nagroda"
)

# What is given at an occasion. "sharing" is the machine's word for a talk given to colleagues.
SPEECH_NOUNS = words(
    "interview presentation speech speeches lecture talk keynote address remarks sermon eulogy toast sharing word "
    "words paper greeting greetings impressions testimony message tribute monologue homily opening-speech discourse "
    "intervention allocution laudation laudatio eulogies oration"
)
# What a speaker does with words, though no verb of saying tells it.
SPEECH_ACTS = words(
    "called calls calling urged urges welcomed welcomes praised praises cited cites vowed vows apologized apologised "
    "encouraged encourages congratulated thanked thanks voiced voices defended defends testified moderated "
    "signalled signaled agreed disagreed wished wishes paid pays drew draws told put "
)
DELIVER = words(
    "delivered delivers deliver gave gives give made makes make held holds published opened opens closed "
    "entitled titled began begins delivering giving making presented presents read reads held"
)
TITLE_CUES = words("entitled titled title topic theme called named subject")
# Taking part in words: with an occasion and a person they are a speech without any verb of saying.
SPEAK = words(
    "speaking spoke speaks intervened intervening addressed addressing lectured lecturing spoken talked interviewed"
)
# With one of these as its object, presenting is speaking too.
SPEAK_OF = words(
    "sheet results findings report review paper study overview figures hardship hardships work plan situation "
    "background progress measures features experience experiences achievements"
)
PRESENT = words("presented presents introduced outlined reported summarized summarised reviewed")
# "Took the floor", "went on stage": speaking, said of where one speaks from.
STAGES = words("floor podium stage rostrum microphone mike lectern tribune pulpit speaker panelist")
STAGED = words("took takes taking on at from as mounted ascended")
# "Closed the day": the occasion ends or begins with a speech.
FRAMED = words("day night evening afternoon morning")
# They report only where the speaker follows: "…, found Ada Roe".
INVERTED = words("found finds held means opined")

# What brings an initiative into the world; particles ("set up", "roll out", "flag off") are skipped behind it.
LAUNCH = (
    forms(
        "launch establish create issue disclose release publish unveil initiate organize organise operate "
        "introduce develop form inaugurate start institute pilot debut constitute relaunch kickstart deploy activate "
        "pioneer spearhead devise invent endow"
    )
    | words(
        "kick kicks kicked roll rolls rolled rolling put-forward found founded founding set setting sets build "
        "builds built building run runs running ran begin begins began begun put puts open opens opened co-founded "
        "flagged flags offer offers offered offering bring brought brings"
    )
) - words("form forms forming")
# Verbs beside which a name with its noun is an initiative too ("closed its campaign 'X'").
SUSTAIN = forms(
    "announce present prepare implement promote close continue expand complete extend conduct realize realise manage "
    "host carry coordinate reveal broadcast demonstrate approve adopt maintain administer resume renew revive "
    "push proceed"
) | words("conducting leads led leading holds held hold holding carries carried")
LAUNCH_NOUNS = words(
    "setting-up establishment launch creation foundation founding introduction release start inauguration "
    "rollout unveiling publication launching announcement"
)
# What prizes are won in: none is an initiative of whoever holds it.
CONTESTS = words(
    "contest competition plebiscite poll vote tournament olympiad cup championship hackathon challenge awards quiz "
    "examination examinations exam race league derby"
)
# Between a noun and the name it is given.
NAMING = words("called named titled entitled dubbed christened baptized baptised name")

# Nouns of an initiative, by category. Buildings, factories, forums and rounds of financing are none.
CATEGORIES = {
    "programme": "program programme plan project scheme scholarship initiative training course curriculum "
    "strategy bootcamp "
    "route trail itinerary residency incubator accelerator olympics courses class classes lessons "
    "experiment pilot roadmap fellowship internship scholarships fellowships internships bursary bursaries "
    # what programmes are called where a translator leaves the word as it is
    "programa programm projeto proyecto projet projekt proje progetto proyek yojana abhiyan",
    "product": "product app application software robot device machine chip model phone car tool game kit box system "
    "series assistant vessel ship yacht vehicle bus train drone satellite vaccine engine battery turbine camera "
    "headset watch tablet laptop processor scooter bicycle ticket card drink beer collection album film window oven "
    "glasses ring bracelet exoskeleton sensor detector pump panel fertilizer fertiliser variety cheese wine tea coffee "
    "chocolate bread snack brand clothing toy doll prototype tractor ferry bot chatbot simulator calculator browser "
    "complex installation apparatus glove lamp stove mattress pillow helmet cane wheelchair shoe boat filter "
    "fridge bottle backpack game "
    "suv sedan hatchback minibus motorcycle locomotive aircraft helicopter trolleybus ebook e-book earphones "
    "headphones speaker smartphone smartwatch notebook printer projector freezer bracelet perfume cosmetics cream "
    "shampoo rice noodles liqueur vodka whisky oil honey juice yogurt sausage cake biscuit dumplings carpet dress "
    "operating-system search-engine coffee-machine podcast audiobook hive",
    "platform": "platform website site portal channel channels hotline marketplace network database newsroom register "
    "registry archive portal app-store hub bank ecosystem directory dashboard",
    "fund": "fund foundation trust endowment grant",
    "campaign": "campaign day days week festival marathon drive challenge movement action",
    "report": "paper report white-paper whitepaper study survey index standard handbook guide map newsletter magazine "
    "book",
    "partnership": "partnership alliance consortium coalition association federation cooperative collaboration "
    "cooperation pact venture",
    "team": "team laboratory lab observatory institute unit center centre committee department group studio workshop "
    "academy",
    "service": "service services helpline clinic line shuttle delivery subscription",
}
INITIATIVE_NOUNS = {noun: category for category, nouns in CATEGORIES.items() for noun in nouns.split()}

# Words that show a clause to be finite where it has no auxiliary; regular past forms are known by their ending.
FINITE = AUXILIARY | words(
    "rose fell grew sold won got took paid sent lost spent met came went became began lasts lasted made "
    "gave bought built brought led left kept held found saw put set ran drew cut beat hit drove wrote "
    "said stood broke reaches reach exceeds exceed accounts covers employs employ serves serve owns own "
    "operates operate produces produce sells sell earns earn receives receive gets get takes take makes "
    "make gives give holds includes include contains contain provides provide offers offer uses works "
    "lives plans aims expects expect strives strive intends intend needs wants want remains remain stands "
    "starts opens goes go runs brings bring wins win joins join borrow pays pay spans span ranks "
    "amounts totals equals weighs consists comprises accommodates generates contributes rises grows averages requires "
    "stretches extends debuts premieres "
    "recognizes attracts knows know says say helps allows allow showcase"
)
# Apposed to an amount these belong to it: a growth, a share, a sum.
TAILS = words(
    "up down accounting representing exceeding including increasing decreasing rising falling making with "
    "surpassing compared equivalent or reaching bringing totaling totalling among a an of more less "
    "nearly about plus ranking occupying"
)
# A promise, with a figure or a date.
PROMISES = words("will shall plans aims intends intend strives strive expects expect promises promised")
# What happens on a day and can be looked up.
EVENTS = words(
    "born closed opened completed listed merged acquired joined moved adopted passed ended began "
    "started takes took died elected appointed resigned inaugurated broke went entered bankrupt dissolved "
    "commissioned"
)
FOUNDED = words("inaugurated established founded born created set incorporated")
SHOW = words(
    "showcase showcased showcases exhibited exhibit exhibits displayed demonstrated demonstrate showed showing"
)
UNIQUE = words("only first largest biggest youngest oldest highest longest smallest fastest")
VAGUE = words("hundreds thousands millions billions tens dozens")
# Counted in speech only to part it: "three points", "two words".
ABSTRACT = words(
    "points point words word things thing aspects aspect ways way reasons reason lessons lesson "
    "principles principle questions question problems problem steps step parts part sides side kinds "
    "types levels level keywords stages stage factors factor elements conditions directions "
    "characteristics trends ideas sentences times hands eyes categories"
)
# A company's own figures: without a speaker they are the company's that the article is about.
OWN_FIGURES = words(
    "revenue income profit margin expenditure cost costs sales output capacity dividend orders factory "
    "plant base budget subscribers users staff employees turnover earnings loss losses assets planned product "
    "shipments"
)
# What befalls an organization or a person as a whole is told by the reporter.
LIFE = FOUNDED | words("born closed dissolved died bankrupt merged")
# Who comes to an event is counted by the reporter.
ATTENDANCE = words(
    "visitors participants attendees guests representatives spectators delegates applicants applied attended gathered "
    "flocked participated spectated entries entrants entered together"
)

# Honours, and the verbs that take or give them. Nominations, hopes and denials are no awards.
HONOURS = words(
    "statuettes trophies "
    "shield badge plaque award awards prize prizes medal medals title titles honor honour honors honours certificate "
    "certification recognition trophy list ranking accolade distinction statuette diploma commendation prix "
    "grand-prix championship laurel laurels crown seal cup gratitude bursary stipend plaques oscar doctorate "
    "knighthood prémio prêmio premio preis pris prijs nagroda premija samman puraskar ratna bhushan ödülü mention"
)
LISTS = words("list ranking rankings index table lists rating league chart top")
PLACES = words("place position rank ranked ranks")
RECEIVE = words(
    "bagged clinched grabbed crowned presented decorated distinguished winner recipient laureate won wins "
    "win winning received receives receive receiving obtained obtains gained earned took takes got "
    "awarded named honored honoured rated selected listed recognized recognised conferred collected "
    "claimed secured conquered achieved achieves scooped captured landed gets chosen voted certified "
    "felicitated feted proclaimed declared titled ranked placed finished included entered came deemed distinguished "
    "taken occupied occupies "
    "rewarded picked snatched lifted garnered pocketed merited deserved walked retained brought honours honors"
)
RANKED = words("ranked ranks ranking placed")
# These make an honour of whatever name stands behind them.
RATED = words(
    "distinguished decorated elected "
    "felicitated feted rated named selected recognized recognised honored honoured awarded chosen voted "
    "proclaimed declared crowned approved identified designated certified accredited"
)
GIVE = words(
    "grant confer bestow delivered presented awarded gave gives handed hands handing conferred granted bestowed "
    "presents awards attributed assigned given distributed distributes"
)
# Prizes are called after what they are made of: "the Golden Lantern".
EMBLEMS = words("golden silver bronze crystal diamond platinum amber pearl")
HOPES = words("hopes hope nominated shortlisted wants aims hoping not never without could would nomination disputed")
