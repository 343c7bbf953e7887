"""Word lists: what surrounds place names in English news, and what only looks like one.

Each list is closed-class English (prepositions, months, titles) or common names of people and kinds of
organisation; none is taken from a benchmark.
"""

NOT_PLACES = frozenset(
    """a an and as at by for from he her his i if in into is it its my no not of on or our out over she so the
    their them then there these they this those to under up us was we what when where which who why will with
    you your are be been but can could did do does had has have how may might more most must new old one only
    other own per said say says than that two three four five six seven eight nine ten all also any both each
    few many some such about above across after again against along among around because before behind below
    between beyond during despite even except further here however inside like near off once outside perhaps
    since still through thus today tomorrow tonight until upon very via while within without yes yesterday yet
    convoy grad quote race rake sarin shell tore cede chide charge quit marry hang ward
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
    north south east west northern southern eastern western central center centre upper lower inner outer middle
    northeast northwest southeast southwest northeastern northwestern southeastern southwestern
    north-east capital city town village district province region governorate state states county country
    coast coastal islands island bay lake river mountain valley sea gulf border port general major minister
    army council party police court church school university hospital union league association company
    man men woman women god islam muslim muslims christian christians jewish sunni shia shiite arab arabs
    arabic english kurd kurds kurdish isis isil daesh dash hezbollah hamas taliban al-qaeda nato un
    good great best first second last next live free red blue green black white gold silver
    news post times star sun mirror guardian independent herald tribune globe journal mail telegraph
    police media press world home page read photo video image source share comment follow copyright
    federal national international royal republic republican democrat democratic labour liberal green
    airbase airport airfield military
    chapter section part article item figure table north-west pen win bar long fox era sale most chum bor nan
    مدينه قريه محافظه ريف بلده بلدات قري منطقه جبل نهر حي ناحيه قضا مخيم مطار معبر حقل صحرا باديه الحدود
    شمال جنوب شرق غرب يوم
    rabbi mullah imam sheikh prince princess king queen doctor captain colonel
    ali omar hassan hussein hasan abbas ibrahim mohammed muhammad ahmed mahmoud mustafa khalid saleh assad asad
    make take get see let give keep send find help ask call come show try use add buy pay join learn choose click
    continue copy create edit enter fill forget know listen look love need open order pick please press put remember
    review save search select send sign skip speak stand start stay stop submit support talk tap thank think
    touch try turn type upgrade vote want watch write
    """.split()
)  # fmt: skip
"""Single words that are no place by themselves, however they are written; the last are what pages ask readers to do."""

SEATS_OF_POWER = frozenset({"white house"})
"""Buildings that stand for whose they are and nowhere else: towns are called so too, and Casablanca is."""

FACILITY_WORDS = frozenset(
    "air military naval army base airbase airport airfield international oil gas field camp border crossing".split()
)
"""Words that say what a place is and, alone or together, never which: "the air base", "Military Airport"."""

ONLY_AFTER_PREPOSITION = frozenset(
    """hit nice reading mobile orange bath split sur tours man lens angers bury deal rye ware battle beer
    chance eden enterprise friendship hope independence liberty paradise pace phoenix plains progress
    providence salem sandy spring springs summit surprise temple troy union victory normal superior buffalo
    bend boulder eagle flint moss mesa marina salt bell young lincoln jackson jordan madison washington
    cleveland houston dallas austin hamilton wellington stanley victoria florence charlotte santiago george
    florida-less wells york lancaster warwick kent sale crewe hull wigan oxford derby mary douglas carolina
    la van los san santa saint st lima mari most bar brest essen hamm hof linz ulm wels graz cork male
    lakes delta commonwealth cascade side forest grad nord hail beer paul peter michael patrick toyota nelson
    roman byzantine ottoman date data bilbao-less gore lae ufa ica ica oran bor nis pau como asti bari""".split()
)  # fmt: skip
"""Places whose names are ordinary words or names of people: need "in", "near" ... before or a country after."""
ONLY_AFTER_PREPOSITION -= frozenset(
    "jordan washington florida-less bilbao-less florence houston dallas oxford derby brest essen phoenix hull "
    "cleveland santiago wellington lima oran bari cork graz linz carolina austin".split()
)

PLACE_PREPOSITIONS = frozenset(
    """in near at from to outside around towards toward into inside through via across of over above between
    reach reached reaching leave left entered entering captured seized liberated besieged shelled bombed
    attacked stormed evacuated recaptured retook outskirts north south east west""".split()
)

DIRECTIONS = frozenset(
    """north south east west northeast northwest southeast southwest northern southern eastern western central
    northeastern northwestern southeastern southwestern north-east north-west south-east south-west""".split()
)
"""After these a country is a place too: "northwest Syria"."""

LOCATING = frozenset("in near at from to outside around towards toward into inside through via across".split())
"""After these a country or capital is a place, not its government."""

PERSON_NOUNS = frozenset(
    """man woman boy girl child baby infant toddler teenager youth son daughter brother sister mother father cousin
    uncle aunt husband wife widow neighbour neighbor friend doctor nurse surgeon paramedic medic teacher student
    journalist reporter photographer activist resident villager farmer shepherd driver worker volunteer soldier
    fighter officer commander militant rebel conscript sniper pilot imam priest prisoner detainee hostage suspect
    witness survivor refugee smuggler trader shopkeeper lawyer engineer""".split()
)
"""Words for a person: what one "named X" is called is no place."""

HEAD_WORDS = frozenset(
    "jabal jebel jabel djebel tal tel tell tall wadi bir ain ayn nahr ras kafr kfar kafar khirbat khirbet beit bayt"
    " qalat bab burj jisr qasr dayr deir marj khan bani beni".split()
)
"""Arabic words for a mountain, a hill, a valley, a well, a gate, a bridge: the first of a name, seldom the whole."""

GIVEN_NAMES = frozenset(
    """kofi staffan lakhdar geir recep tayyip bashar haider haidar nouri massoud masoud qassem qasem vladimir sergei
    sergey dmitry mevlut ismail ibrahim yahya walid hakan binali aaron abdul abdullah abu adam adrian ahmad ahmed alan
    albert alex alexander alfred ali alice amanda amir
    amy ana andrea andrew andy angela anna anne anthony antonio arthur ashley barack barbara ben benjamin bernard
    betty bill billy bob boris brad bradley brandon brenda brian bruce carl carlos carol caroline charles charlie
    chelsea chris christian christina christine christopher craig dan daniel dave david dean deborah denise
    dennis denzel diana diane diego dominic don donald donna doug douglas ed edward elizabeth ellen emily emma eric
    erik ernest eugene eva evan fatima felipe fernando frances francis francisco frank fred gary george gerald
    gerry gilbert gina glenn gordon graham greg gregory guy hannah harold harry hassan heather helen henry
    herbert howard hugo hussein ian ibrahim indiana isaac ivan jack jackie jacob jacques jaime jake james jamie
    jan jane janet jason jay jean jeff jeffrey jennifer jeremy jerry jesse jessica jim jimmy joan joe joel john
    johnny jon jonathan jorge jose joseph josh joshua juan judith judy julia julian julie justin karen karl kate
    katherine kathleen keith kelly ken kenneth kevin khaled kim kyle larry laura lauren lawrence lee leo leon
    leonard leslie linda lisa lloyd louis luis luke lynn marc marco margaret maria marie mario mark martha martin
    marvin mary matt matthew maurice max megan melissa michael michel michelle miguel mike mitchell mohamed
    mohammad mohammed monica morgan muhammad nancy natalie nathan neil nicholas nick nicolas nicole noah norman
    oliver omar oscar pablo pamela patricia patrick paul pedro peter phil philip philippe pierre rachel ralph
    ramon randy ray raymond rebecca ricardo richard rick rob robert roberto robin rodney roger ron ronald
    rosa ross roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean sergei sergey shane
    sharon shaun shirley simon sofia sophie stanley stefan stephanie stephen steve steven stuart sue susan
    ted teresa terry theodore theresa thomas tim timothy tina todd tom tommy tony tracy travis tyler valerie
    vanessa vera vernon victor vincent vladimir walter warren wayne wendy will william yusuf zachary
    bashar hafez bakr haider haidar saddam nouri qassem qasem walid riad riyad rafik rafiq saad adel mustafa
    daria darya natalia olga irina tatiana svetlana keir rishi boris emmanuel angela ursula giorgia pedro
    faisal salman yasser yasir nasser jamal tariq tarek ziad samir fadi rami karim majid mazen maher mahmoud
    hasan hossein reza javad ayman osama usama muqtada moqtada masoud massoud jalal fuad fouad najib talal
    qasim kassem adnan firas ammar bilal hani issam munir nizar raed ramzi sami sajjad shaker shakir suhail talib taha
    wael wissam yahya younis zakaria ghassan fayez basel bassel bassam anwar akram abdulla abdallah mostafa mustefa
    hisham
    imad jawad haitham hatem luay louai marwan muhannad nidal othman osman hillary recep tayyip mevlut hulusi dmitry
    ahmet mehmet murat emre burak serkan volkan bulent turgut huseyin erdal ferhat orhan tolga akif suleyman ugur umit
    dmitri staffan kofi lakhdar federica francois valery igor rupert farhan stephane nechirvan masrour binali brett
    nikki
    muammar hosni nabil jaber abdel abdulrahman abdelaziz
    paris sydney jordan virginia georgia austin dallas savannah houston florence victoria charlotte israel chad
    kenya india troy madison jackson lincoln brooklyn chelsea dakota carolina lourdes
    nour noor nur rima rana hala hanan layla leila lina maya mona muna nada nadia nisreen rasha reem rola ruba
    samar samia sawsan suha wafa yara zeinab zaynab zainab amal amina asma aisha dalal dima ghada hiba huda iman
    jamila khadija lama lubna mariam maryam manal najwa nahla rawan razan shadia sumaya hamza husam hussam issa
    jihad kamal khalid louay mohsen mousa musa mounir qais rashid rida saif salah salim samer shadi suleiman
    sulaiman tamer yousef youssef yusef zaid zuhair ziyad anas aziz fares habib hadi hazem abdelrahman ala alaa
    bahaa diaa ehab eyad iyad emad essam feras hossam ihab ismael jaafar kareem malek malik mamoun mehdi mahdi
    moaz mohamad mouaz muath nader naji nawaf obada obaida omer qusay rabih ramez rateb sabri sadiq safwan saleh
    salam samih sayed sufian sultan thaer turki waleed yahia yasin yassin yaser younes zeid
    hamid hamed hameed naser tareq mahmud majed nadim sameer salih wassim yassir youssuf adil amin amjad bassem burhan
    dina fadel fadhil fahd farid faris farouk farouq fawzi haytham hussain husayn jassim jasim jassem kamil
    laith mundhir nasir nawal saeed tamim thamer uday umar wafiq yaseen yunus zaki
    asaad azad dilshad ferhad hoshyar jwan newroz redur rebwar rojda serhat shirwan siyamand sozdar fahrettin
    hikmet selahattin ashraf arif""".split()
)

TITLES = frozenset(
    """mr mrs ms dr prof professor sir lord lady dame president vice minister secretary senator sen rep
    representative congressman governor gov mayor chancellor king queen prince princess emir sheikh sultan
    imam ayatollah pope bishop archbishop rabbi reverend rev general gen colonel col major maj captain capt
    lieutenant lt sergeant sgt corporal brigadier admiral commander judge justice ambassador spokesman
    spokeswoman chairman coach actor actress singer""".split()
)

ALSO_WORDS = frozenset("us car it in am at as so no is do me go he we an or if by my up on to of be".split())
"""Acronyms of countries and others that are words too: amid capitals they are taken for the words."""

PASTS = frozenset("went fell rose began broke came grew held kept led left lost made met paid ran saw sent set shut "
                  "sold spent stood took told won were was has had is are will would".split())  # fmt: skip
"""Irregular verbs that follow a subject; regular ones end in -ed."""

STORMS = frozenset("hurricane typhoon cyclone storm".split())
"""Storms bear given names: "Hurricane Florence"."""

NOBLES = frozenset("prince princess duke duchess earl count countess marquess marquis viscount baron baroness".split())
"""Titles that are taken from a place and name a person: "the Princess of Wales"."""

ORGANISATION_WORDS = frozenset(
    """academy administration agency airlines airways alliance army association authority bank battalion
    board brigade brigades bureau cabinet center centre channel chronicle church club coalition college
    command commission committee company congress corps corporation council court daily department
    division embassy exchange express federation fc force forces foundation front gazette government group
    guard guards guardian herald hospital inquirer institute international journal league legion
    liberation mail militia military ministry mirror mosque movement museum network news newspaper
    observatory office opera organisation organization parliament party police post power press radio
    regiment register relief report resistance school secretariat senate service shield society star
    stadium state-owned symphony television telegraph theatre theater times tribune tribunal tv union
    united university wire""".split()
)

VENUES = frozenset(
    "fair airport university hospital stadium museum citadel station market hotel prison mosque church port park"
    " palace".split()
)
"""Houses and grounds that are called after their town, and where things happen."""

SPEECH_VERBS = frozenset(
    """accept accepted accepts accuse accused accuses agree agreed agrees announce announced announces
    argue argued argues ask asked asks back backed backs blame blamed blames call called calls claim claimed
    claims condemn condemned condemns confirm confirmed confirms consider considers considered criticise
    criticised criticize criticized decide decided decides decline declined deny denied denies demand
    demanded demands deploy deployed deploys expel expelled expects fear fears hope hopes impose imposed
    imposes insist insisted insists invite invited launch launched offer offered oppose opposed opposes
    plan plans planned pledge pledged pledges promise promised propose proposed protest protested pull
    pulled recognise recognised recognize recognized refuse refused refuses reject rejected rejects reply
    replied respond responded responds say said says saying send sent sends sign signed signs suggest
    suggested summoned support supported supports suspects think thinks threaten threatened threatens told
    urge urged urges veto vetoed vow vowed vows want wanted wants warn warned warns welcome welcomed
    welcomes withdraw withdrew worry worried
    aim aimed aims arm armed arms assume assumed assumes believe believed believes expected feared finance financed
    finances fund funded funds hoped intend intended intends knew knows lobbied negotiated observed observes prefer
    preferred prefers ratified realised realized regard regarded regards seek seeks sought supplied understood view
    viewed views
    made makes put puts described describes dismissed dismisses attributed attributes termed ascribed ascribes deemed
    deems branded
    labelled labeled acknowledged acknowledges admitted admits conceded concedes approved approves ordered brokered
    mediated sponsored severed recalled blacklisted designated favoured favours favored favors consented objected
    declared declares stressed stresses bowed gave gives hailed hails applauded deplored regretted regrets authorised
    authorized permitted forbade banned bans allowed allows""".split()
)
"""What governments do and towns do not: they speak, think, decide and pay."""

AGENCIES = frozenset(["SANA", "ANHA", "ARA", "PETRA", "MENA", "AMAQ"])
"""News agencies of the region whose acronyms are also names of places."""

MEDIA_WORDS = frozenset("television tv channel newspaper daily broadcaster website satellite".split())
"""After a name without "in" these make it a medium's: "Al-Mayadeen television"."""

REPORTS = frozenset("reported reports said says quoted quotes aired broadcast wrote cited cites".split())
"""What a medium does: a town neither reports nor quotes anybody."""

MEDIA = frozenset(
    "al jazeera|al arabiya|al hadath|al manar|al alam|al akhbar|al hayat|al watan|al arabi|rudaw".split("|")
)
"""Names by which the region's media go far more often than any place spelled so: Al Jazeera, not the Jazira."""

GROUPS = frozenset(
    "qaida qaeda qaidah qaedah shabaab saraya hayat kataib harakat liwa liwaa jaish jaysh jabhat faylaq asaib".split()
)
"""Names of armed groups, or the Arabic words for one ("movement of", "brigade of"), that villages bear too."""

BUILDINGS = frozenset("hospital clinic hotel mosque school university college prison jail square roundabout street "
                      "bakery restaurant cafe stadium park cemetery mall church shrine".split())  # fmt: skip
"""What is called after persons, virtues and dates as often as after the place it stands in: "al-Salam hospital".

A name before one of them that no gazetteer spells so is no town spelled like it.
"""

AUXILIARIES = frozenset(
    "has had have will would should must could can may might did does also is was only already never".split()
)

FUNCTION_WORDS = frozenset(
    """a an and are as at be been but by for from had has have he if in into is it its of on or over she
    since so than that the their then there they this through to under until was were when where which while
    who will with would should must could can may might did does do not only also after before against
    because during between near around towards seems said""".split()
)

NOT_HYPHENED = frozenset(
    """led held backed based born controlled occupied made run owned wide style sponsored allied linked
    funded trained supported brokered imposed dominated ruled supplied installed flagged speaking
    mediated affiliated aligned educated administered designated majority like bound""".split()
)
"""After a hyphen these make an adjective of the place: "US-led", "Syrian-held"."""

TITLED_KINDS = frozenset("county governorate province district subdistrict river valley island islands mountains "
                         "peninsula village".split())  # fmt: skip
"""Kind words that, capitalised, are part of the name before them: "Lexington County"."""

INTRODUCERS = frozenset(["village", "villages", "town", "towns", "hamlet", "city", "district", "subdistrict",
                         "neighborhood", "neighbourhood", "suburb", "township"])  # fmt: skip
"""Kind words that announce a place even when its name is unknown: "the village of X"."""
