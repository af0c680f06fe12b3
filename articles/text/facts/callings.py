"""What people are called: posts, trades, titles, and the fields they are held in."""

from articles.text.facts.wordlists import words

# What a person is called for the post held. Government posts keep their field ("Minister of Health") and name no
# organization; the others belong to the organization that stands beside them.
GOVERNMENT_ROLES = words(
    "collector magistrate minister governor mayor senator deputy counselor counsellor councillor councilor ambassador "
    "commissioner premier chancellor congressman congresswoman undersecretary prefect councilman councilwoman "
    "alderman alderwoman mayoress vice-mayor vice-minister vice-governor sheriff regent lord-mayor"
)
# What people are by trade or by their part in the news; as good as a post for knowing a person.
OCCUPATIONS = words(
    "farmer teacher student doctor nurse lawyer journalist writer author artist architect designer "
    "photographer musician singer actor actress athlete player captain fisherman entrepreneur inventor "
    "resident villager volunteer pensioner veteran programmer consultant advisor adviser specialist "
    "technician inspector superintendent commander colonel prosecutor biologist historian physicist "
    "chemist psychologist librarian organizer activist trainer investor correspondent reporter columnist "
    "politician lawmaker administrator trustee convener organiser pharmacist veterinarian baker butcher poet "
    "carpenter agronomist midwife weaver potter shepherd cook chef nun monk sculptor painter dancer composer "
    "conductor pilot referee lecturer docent translator craftsman craftswoman apprentice grandmaster climber "
    "goalkeeper striker midfielder swimmer cyclist runner boxer pianist violinist choreographer novelist "
    "ranger forester candidate grader eyewitness host hostess presenter moderator businesswoman businessman "
    "trustee mla mp vice-rector vicar "
    "representative "
    "postman beekeeper shopkeeper housewife seamstress tailor blacksmith breeder winegrower winemaker brewer "
    "miller gardener grower rancher herder lifeguard firefighter policeman policewoman soldier sailor skipper "
    "diver retiree schoolboy schoolgirl undergraduate postgraduate "
    "glaciologist climatologist entomologist ornithologist zoologist pathologist dermatologist urologist psychiatrist "
    "radiologist toxicologist criminologist musicologist paleontologist volcanologist microbiologist demographer "
    "geographer physiotherapist obstetrician dietitian optician puppeteer mountaineer sommelier sinologist "
    "sociologist geologist archaeologist astronomer botanist ecologist linguist anthropologist "
    "mathematician philosopher theologian surgeon paediatrician pediatrician dentist therapist nutritionist "
    "paramedic restorer luthier glassblower ceramist jeweller goldsmith watchmaker bookseller blogger influencer "
    "vlogger comedian filmmaker playwright screenwriter animator illustrator cartoonist drummer guitarist "
    "violinist soprano tenor chess-player skier wrestler gymnast sprinter caretaker janitor driver taxi-driver "
    "mechanic electrician plumber welder miner bricklayer mason roofer merchant hotelier restaurateur innkeeper "
    "waiter barista technologist statistician meteorologist seismologist oceanographer hydrologist geneticist "
    "virologist epidemiologist immunologist neurologist cardiologist oncologist urbanist surveyor cartographer "
    "archivist ethnographer folklorist educator tutor headteacher schoolteacher instructor"
)
ROLES = (
    GOVERNMENT_ROLES
    | OCCUPATIONS
    | words(
        "ceo cto cfo coo chairman chairwoman chairperson chair president founder co-founder cofounder "
        "director manager head chief professor secretary spokesman spokeswoman spokesperson representative "
        "leader principal dean rector partner vice-president secretary-general analyst engineer scientist "
        "researcher editor economist owner boss executive academician coach curator expert coordinator "
        "officer marshal delegate treasurer provost warden judge consul envoy headmaster headmistress vice-rector "
        "prorector ombudsman auditor controller keeper foreman shareholder co-owner co-director speaker registrar "
        "laudator official employee worker winner pupil graduate chief-of-staff archbishop cardinal rabbi "
        "unionist pioneer"
    )
)
# Posts that are held in organizations, not in countries or fields.
BUSINESS_ROLES = words(
    "ceo cto cfo coo manager founder co-founder chairman chairwoman director spokesperson spokesman spokeswoman owner "
    "rector dean principal partner chairperson executive co-owner officer"
)
# What only people do.
HUMAN = words(
    "born graduated studied retired smiled thanked congratulated intervened lectured lives lived grew married died "
    "teaches taught attended visited remembers recalls hopes dreams confesses confessed heads rejoices believes "
    "sings cooks paints writes"
)
ROLE_MODIFIERS = words(
    "first vice deputy general managing executive founding former acting senior board district chief honorary "
    "associate assistant regional national technical commercial scientific financial operating technology development "
    "artistic musical marketing product prime creative medical legal research sales editorial representative outgoing "
    "interim retired emeritus lead visiting adjunct first-year second-year third-year fourth-year final-year young "
    "elder full-time"
)
HONORIFICS = words(
    "mr mrs ms miss dr prof sir madam madame mme mlle m señor señora sr sra herr frau don doña dom "
    "dona sister excellency highness sheikh sheikha shri smt kumari engineer eng lawyer atty comrade pastor father "
    "honourable honorable hon mama baba papa mzee bwana bibi ndugu ustad ustadh haji hajji alhaji alhaja dato datuk "
    "maulana pandit swami acharya maestro maestra arch "
    "pak ibu bapak bishop imam major lieutenant brigadier sergeant admiral h.e hj ir drs dra ing engr lic"
)
# Nouns that end the field of a post ("Minister of Public Health Ada …"): what follows them is the person.
# A noun in lower case with one of these endings, right before a name, says what a person does for a living; but for
# some that are things.
TRADES = ("er", "or", "ist", "ian", "man", "woman", "wife", "smith", "eer")
NO_TRADES = words(
    "under over after ever never other another rather whether paper newspaper tower theater theatre computer water "
    "order letter number server carrier center centre river chapter quarter monitor motor sensor sector factor harbor "
    "tractor reactor color error mirror corridor border summer winter power member consumer cover charter cluster "
    "container ferry folder for major minor senior junior interior superior prior former later latter however "
    "together per offer transfer register master bumper freighter tanker trawler helicopter router printer scooter "
    "trailer filter meter liter litre dollar former human german woman man ottoman roman newsletter poster flyer "
    "counter corner dinner super hyper premier door floor indoor outdoor labor labour neighbor favor honor humor "
    "vendor manufacturer supplier maker developer publisher retailer producer provider operator insurer contractor "
    "employer partner owner list exist consist assist twist"
)
FIELD_ENDINGS = ("ment", "tion", "sion", "ity", "ics", "ance", "ence", "ism", "ship")
# What a manager or an engineer is in charge of: the departments of an enterprise, in lower case before the post.
DEPARTMENTS = words(
    "innovation development marketing sales production logistics communications research project programme program "
    "purchasing finance personnel export quality security sustainability design training technology investment "
    "operations human-resources press service plant factory store shop branch site school museum festival theatre "
    "maintenance procurement strategy compliance data product software safety works department facility"
)
FIELDS = words(
    "provincial regional municipal district county agriculture foreign interior home transport water environment "
    "digital economy tourism justice housing commerce security planning communications internal external social board "
    "directors affairs education health culture finance defense defence trade sports science energy labor labour "
    "industry accounts audit information media youth women families statistics research innovation"
)
