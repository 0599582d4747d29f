"""Words that stand for people, offices and media in English news, by what they tell of them."""

from functools import lru_cache
from typing import Final

from variorum.record import nations
from variorum.record.letters import without_marks

MALE_TITLES: Final = frozenset(
    "mr mr. sir lord king prince emperor sheikh sheik sultan emir pope father brother "
    "congressman chairman spokesman businessman councilman assemblyman baron duke fisherman "
    "salesman frontman cameraman policeman fireman husband son uncle nephew boyfriend actor "
    "statesman sportsman newsman anchorman ombudsman monsieur herr signor señor don shri alhaji "
    "abbot monk dad grandfather grandson stepfather waiter pastor".split()
)
FEMALE_TITLES: Final = frozenset(
    "mrs mrs. ms ms. miss lady dame queen princess empress sister mother congresswoman "
    "chairwoman spokeswoman businesswoman councilwoman duchess baroness policewoman wife "
    "daughter aunt niece girlfriend actress madame frau signora señora stateswoman "
    "sportswoman smt hajia alhaja abbess nun mum mom grandmother granddaughter stepmother "
    "midwife priestess waitress heiress headmistress".split()
)
TITLES: Final = frozenset(
    "mr mrs ms miss dr prof sir lord lady dame rev hon gov lt col gen sgt capt maj cmdr adm "
    "brig sen rep reps sens st president king queen prince princess pope sheikh emperor judge "
    "justice senator congressman congresswoman governor mayor general colonel captain major "
    "lieutenant admiral sergeant professor doctor reverend bishop archbishop cardinal "
    "ambassador chancellor premier minister secretary chairman chairwoman speaker "
    "representative ayatollah imam rabbi ex-president vice-president taoiseach cllr councillor "
    "alderman mp msp mla mep cpl pte insp supt shri smt alhaji hajia alhaja engr barr fr chief "
    "abbot abbess".split()
)
"""What may stand before a name as part of it, without full stops."""

ROLES: Final = frozenset(
    "president vice-president ex-president premier minister chancellor secretary senator "
    "congressman congresswoman lawmaker legislator governor mayor ambassador envoy diplomat "
    "spokesman spokeswoman spokesperson leader chief head director chairman chairwoman chair "
    "chairperson official officer adviser advisor aide strategist analyst expert professor "
    "lecturer historian economist lawyer attorney prosecutor judge justice solicitor "
    "barrister journalist reporter correspondent editor columnist commentator author writer "
    "anchor host presenter actor actress singer activist campaigner organizer organiser "
    "representative delegate negotiator mediator commander general colonel captain major "
    "lieutenant admiral sergeant soldier veteran officer king queen prince princess pope "
    "bishop archbishop cardinal priest pastor imam rabbi cleric counterpart candidate nominee "
    "challenger incumbent politician deputy undersecretary commissioner coordinator inspector "
    "detective sheriff constable policeman executive founder co-founder owner manager banker "
    "investor trader businessman businesswoman billionaire tycoon magnate doctor surgeon "
    "nurse scientist researcher engineer teacher student farmer fisherman worker resident "
    "villager neighbour neighbor witness survivor victim relative father mother son daughter "
    "brother sister wife husband widow uncle aunt cousin nephew niece friend colleague "
    "partner ally rival critic supporter opponent predecessor successor member republican "
    "democrat conservative liberal socialist dictator strongman statesman monarch ruler "
    "emperor emir sultan sheikh fellow scholar specialist consultant pollster trustee "
    "treasurer comptroller counsel whip speaker premier taoiseach pilot skipper coach player "
    "driver author novelist poet artist filmmaker musician protester demonstrator dissident "
    "refugee migrant hostage prisoner inmate suspect defendant plaintiff agent spy operative "
    "attache consul superintendent principal dean rector chaplain marshal warden boss star "
    "man woman boy girl chef tsar czar vice-chairman co-chair co-chairman vice-chair "
    "ceo cfo coo co-author anchor moderator manager publicist broadcaster interviewer "
    "blogger mp msp mla mep councillor councilman councilwoman alderman chieftain abbot abbess "
    "monk nun mufti patriarch vicar deacon archdeacon sexton pensioner passenger commuter "
    "motorist shopkeeper butcher baker florist grocer waiter waitress barber cyclist hiker "
    "climber sailor docker stevedore welder electrician plumber carpenter mechanic trucker "
    "nephew grandson granddaughter headteacher headmaster headmistress midwife paramedic "
    "firefighter porter ferryman boatman tenant landlord landlady homeowner".split()
)

PEOPLE: Final = frozenset(
    "officials sources aides advisers advisors experts analysts lawmakers diplomats leaders "
    "critics supporters reporters journalists economists lawyers prosecutors police "
    "investigators scientists researchers observers witnesses residents ministers senators "
    "republicans democrats authorities people others some many most several few both they "
    "those politicians protesters activists members colleagues allies rivals opponents "
    "countries governments media reports ambassadors envoys presidents spokesmen parents "
    "families friends voters".split()
)
"""Words for several people; they stand for no one entity."""

INSTITUTIONS: Final = frozenset(
    "ministry office department government administration palace embassy agency party "
    "committee court army military navy campaign company bank council commission parliament "
    "cabinet senate congress directorate service bureau authority union federation "
    "association foundation institute organization organisation newspaper magazine "
    "broadcaster network channel airline university church police force delegation team house "
    "press board watchdog regulator secretariat mission consulate presidency group outlet "
    "daily paper tribunal assembly firm corporation fund centre center society tank movement "
    "coalition alliance bloc legislature chamber kremlin pentagon treasury caucus panel".split()
)
"""What speaks as an actor though it is not a person."""

MEDIA: Final = frozenset(
    "tv television radio news newspaper magazine channel broadcaster agency network press "
    "times post journal daily tribune herald gazette outlet podcast programme program show "
    "paper weekly bbc cnn nbc abc cbs msnbc npr c-span tass reuters afp ap associated xinhua "
    "bloomberg axios politico guardian telegraph sun independent mirror mail globe bild "
    "spiegel figaro monde pravda ria rt interfax sputnik anadolu yonhap kyodo dpa fox cnbc "
    "itv sky pbs newsweek atlantic yahoo".split()
)
METONYMS: Final = frozenset(
    (
        "kremlin;pentagon;white house;downing street;elysee;élysée;elysee palace;capitol hill;"
        "whitehall;westminster;buckingham palace;vatican;holy see;wall street;foggy bottom;"
        "bundestag;knesset;duma;state duma;rada;verkhovna rada;blue house"
    ).split(";")
)
"""Buildings and streets that stand for the office in them."""

PLATFORMS: Final = frozenset(
    "twitter telegram facebook instagram x youtube tiktok weibo linkedin vkontakte whatsapp "
    "threads mastodon bluesky parler gab snapchat reddit wechat signal medium substack".split()
)
OCCASIONS: Final = frozenset(
    "interview conference briefing statement speech address remarks rally meeting hearing "
    "summit tweet tweets post posts letter email e-mail memo report broadcast podcast column "
    "article editorial op-ed testimony debate ceremony forum event message video call session "
    "appearance announcement release communique communiqué lecture book memoir "
    "press-conference gaggle comments panel telecast livestream filing affidavit dispatch "
    "blog note town-hall q&a inauguration fundraiser convention breakfast dinner luncheon "
    "lunch platform site website account page tour".split()
)
"""Where or in what one says something: "in a statement", "at a rally"."""

CALENDAR: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april "
    "june july august september october november december mon. tue. wed. thu. fri. sat. sun. "
    "today yesterday tomorrow tonight".split()
)

MALE_NAMES: Final = frozenset(
    "adam ahmed ahmad alan albert alejandro alex alexander alexei aleksandr alexey alfred ali "
    "anders andrea andreas andrei andrew andriy andrzej anthony antonio antony arthur bashar "
    "ben benjamin benyamin bernard bernie bill bob boris brett brian bruce carl carlos "
    "charles chris christian christopher chuck claude colin craig dan daniel dave david "
    "dennis denis devin diego dieter dmitri dmitry don donald doug douglas ed edward emmanuel "
    "eric erik ernest evan felix fernando francis francisco francois françois frank fred "
    "frederick friedrich gary gavin geoffrey george gerald gerhard giorgos giuseppe glenn "
    "gordon graham greg gregory guillermo guy hans harold harry hassan heiko heinz henry "
    "howard hugh hugo hussein ian igor ilya imran ivan jack jacob jacques jake james jan "
    "jared jason javier jean jeff jeffrey jens jeremy jerome jerry jim jimmy jiri joe joel "
    "joern johan john johnny jon jonathan jorge jose josé josef joseph joshua juan jürgen "
    "justin karl keir keith ken kenneth kevin kirill klaus konstantin kurt lars larry laurent "
    "lawrence lee leo leon leonid lev lindsey louis luca luigi luis luke malcolm manuel marc "
    "marco marcus mario mark markus martin matt matteo matthew maurice max michael michel "
    "mick miguel mihail mike mikhail mitch mitt mohamed mohammad mohammed mohammad muhammad "
    "mustafa narendra nathan neil nicholas nicolas nicolás nigel nikolai nikolay nick norbert "
    "oleg oleksandr oleksiy oliver olivier omar oscar otto pablo patrick paul pavel pedro "
    "pete peter petr philip philippe phil pierre piotr rafael ralph rand randy raul ray "
    "raymond recep reza rex ricardo richard rick rob robert roberto rod roger roman ron "
    "ronald roy rudolf rudy rupert rush russell ryan sam samuel scott sean sebastian sergei "
    "sergey sergio serhiy shane shinzo simon stanislav stephen stefan steve steven stuart "
    "syed taras ted terry theodore thomas tim timothy tom tommy tony toomas tucker vadim "
    "valdis valery vasily victor viktor vincent vitaly vitali vladimir volodymyr vyacheslav "
    "walter warren wayne wesley werner will william winston wolfgang xavier yevgeny yuri yury "
    "zbigniew abdullah abdul abu amir ehud ibrahim ismail jamal karim khalid mahmoud mehmet "
    "naftali rashid salman tayyip yasser yusuf yitzhak hiroshi kenji taro jens-christian "
    "jean-claude jean-yves dorin karol anton amado barack joao joão hector ignacio jaroslaw "
    "kyriakos mateusz mariano jarosław lech pawel radek tomas tomasz viktors zoran aleksandar "
    "slobodan milos jed adebayo ajay akin amit anil arjun arun ashok babatunde chidi chinedu "
    "chukwuma daniele deepak dinesh edwin emeka enzo femi ganesh gopal grant hari ifeanyi imre "
    "istvan kamal kofi kojo kumar kwame kwesi lajos lucas mahesh mandla manoj mohan moussa "
    "mukesh musa naveen nikhil nitin obinna oumar ousmane pierluigi prakash pradeep rahul rajesh "
    "rajiv ramesh ravi rohan sanjay santosh segun seydou sibusiso sipho suresh sunil thabo tunde "
    "umar usman vijay vikram vinod yaw zoltan callum derek liam aidan declan niall kieran ethan "
    "gareth rhys ruben sven bjorn lasse henrik magnus mikkel soren jorgen matthias stefano "
    "lorenzo alessandro giovanni domingo esteban rodrigo santiago emilio".split()
)
FEMALE_NAMES: Final = frozenset(
    "abena adaeze adwoa akosua ama amina aminata anjali asha aissatou awa chioma deepa eilidh "
    "efua fatou fatoumata folake funke geeta halima hauwa ifeoma ileana indira jyoti kavita "
    "kelly lakshmi lata lidia lindiwe mamata mariam meena milena mira ngozi nirmala nomvula "
    "olivia padma pooja priya radha rekha rosa sarita savita shanti sharon siobhan sita sonia "
    "sunita sushma thandi thandiwe uma usha wanjiru yetunde zainab zanele zodwa kirsty niamh "
    "aoife bronwyn ingrid astrid solveig sigrid birgit katarzyna agnieszka malgorzata zuzana "
    "ivana ines mercedes pilar lucia paola chiara giulia "
    "abigail adriana agnes aisha alexandra alice alicia alison amanda amber amy ana anastasia "
    "angela angelina anita ann anna anne annegret annette antonia april arlene aung ayesha "
    "barbara beatrice benazir beth betsy betty beverly brenda brigitte camilla carmen carol "
    "caroline carolyn catherine cathy cecilia charlotte cheryl chelsea chloe christina "
    "christine claire clara claudia condoleezza condoleeza cristina cynthia dana deborah "
    "debbie denise diana diane dianne dilma donna dora dorothy elaine eleanor elena elisabeth "
    "elise elizabeth ella ellen emily emma erica erin esther eva evelyn fatima federica fiona "
    "frances francesca gabriela gail georgia geraldine gina giorgia gloria grace greta hannah "
    "harriet heather heidi helen helena hillary hilary hope ilse indira ingrid irene irina "
    "iris isabel isabella ivana ivanka jacinda jackie jacqueline jane janet janice jeanne "
    "jennifer jenny jessica jill joan joanna jo jodie josephine joyce juanita judith judy "
    "julia juliana julie june kamala kaja karen karin karine kate katherine kathleen kathryn "
    "kathy katie kayleigh kellyanne kelly kirsten kirstjen kristalina lara laura lauren "
    "laurie leila lilia linda lisa liz liza loretta lori louise lucy ludmila luisa lydia lynn "
    "madeleine maggie malala manuela margaret margarita margot maria mariana marie marina "
    "marine marion marjorie marsha martha mary maxine megan meghan melania melanie melissa "
    "mette meryl michelle miranda miriam molly monica nadia nancy naomi natalia natalie "
    "natalya natasha nicola nicole nikki nina nora oksana olena olga olivia oprah pamela "
    "patricia paula pauline penelope penny petra phyllis priti rachel rebecca regina rita "
    "roberta rosa rose roxana ruth sally samantha sandra sanna sara sarah shannon sharon "
    "sheila shirley sonia sophia sophie stacey stephanie stormy sue susan suzanne svetlana "
    "sylvia tammy tanya tatiana tatyana teresa theresa tina tulsi ursula valentina valerie "
    "vanessa vera veronica victoria virginia vivian viola wendy xenia yekaterina yelena yulia "
    "yvette yvonne zoe megyn dafna maia mia ayelet tzipi golda ekaterina anja".split()
)

NATIONS: Final = nations.NATIONS
"""Names of countries and what is called after them → one name of the country."""

_SAME_ROLES: Final = """
president leader chief premier chancellor ruler strongman dictator king monarch;
minister leader premier secretary diplomat;
senator lawmaker legislator congressman congresswoman representative politician republican
democrat rep sen;
spokesman spokeswoman spokesperson official secretary aide;
ambassador envoy diplomat official negotiator mediator representative;
adviser advisor aide official strategist consultant;
lawyer attorney counsel prosecutor;
professor expert analyst fellow scholar historian economist director;
director chief head boss chairman chair executive manager official;
businessman billionaire tycoon magnate investor founder owner mogul president;
general commander officer colonel admiral captain soldier
"""
SAME_ROLES: Final = tuple(frozenset(roles.split()) for roles in _SAME_ROLES.split(";"))
"""Roles of which one may be used for another."""

FULL_ROLES: Final = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
    "prof": "professor",
    "amb": "ambassador",
    "capt": "captain",
    "sec": "secretary",
    "adm": "admiral",
    "sgt": "sergeant",
    "dr": "doctor",
    "pres": "president",
    "vice-president": "president",
    "ex-president": "president",
    "advisor": "adviser",
}
"""Short and compound forms of roles → the plain one."""

SAYING: Final = frozenset(
    "say tell add note state write tweet post ask reply respond answer declare announce "
    "explain argue claim insist stress emphasize emphasise warn remark comment observe recall "
    "acknowledge admit concede confirm deny suggest propose urge call describe call accuse "
    "assert maintain conclude continue caution exclaim joke quip shout cry whisper promise "
    "pledge vow reveal report predict testify recount reiterate repeat underline underscore "
    "highlight point believe think hope agree complain lament boast brag allege contend "
    "counter retort opine muse mutter murmur snap interject chime demand request order advise "
    "recommend signal hint imply indicate mention proclaim pronounce express voice read quote "
    "cite go laugh plead gush sniff fume thunder elaborate clarify blast slam criticize "
    "criticise condemn praise hail denounce dismiss reject tout brand dub speak fire".split()
)
"""Verbs (base form) whose subject is somebody who says something."""

_IRREGULAR: Final = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "thought": "think",
    "replied": "reply", "denied": "deny", "cried": "cry", "went": "go", "spoke": "speak",
    "testified": "testify", "implied": "imply", "says": "say", "goes": "go", "replies": "reply",
    "denies": "deny", "quipped": "quip", "admitted": "admit", "bragged": "brag", "snapped": "snap",
    "conceded": "concede", "clarified": "clarify", "dubbed": "dub", "slammed": "slam",
    "referred": "refer", "tweeting": "tweet", "saying": "say", "adding": "add", "telling": "tell",
}  # fmt: skip


def verb_of_saying(word: str) -> str | None:
    """The base form of a verb of saying, if a word may be one."""
    word = word.casefold()
    candidates = [_IRREGULAR.get(word, word)]
    if word.endswith(("ed", "es")):
        candidates += [word[:-2], word[:-1]]
    if word.endswith("s"):
        candidates.append(word[:-1])
    if word.endswith("ing"):
        candidates += [word[:-3], word[:-3] + "e"]
    return next((verb for verb in candidates if verb in SAYING), None)


@lru_cache(1 << 14)
def fold(word: str) -> str:
    """A name without what differs between ways to write it: case, accents, endings in -iy, -yy."""
    plain = without_marks(word.replace("ı", "i")).casefold().replace("’", "'").replace("-", " ")
    if len(plain) > 4 and plain.endswith(("iy", "yy", "ii", "ij", "yi")):
        return plain[:-2] + "y"
    return plain


def gender_of_name(given: str) -> str | None:
    """What a given name tells: "male", "female" or nothing."""
    name = given.casefold()
    if name in FEMALE_NAMES:
        return None if name in MALE_NAMES else "female"
    return "male" if name in MALE_NAMES else None
