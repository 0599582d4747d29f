"""Countries: what is called after them, and where their governments sit."""

from typing import Final

_NATIONS: Final = """
afghanistan afghan;albania albanian;algeria algerian;argentina argentine argentinian;armenia
armenian;australia australian;austria austrian;azerbaijan azerbaijani azeri;bahrain bahraini;
bangladesh bangladeshi;belarus belarusian belarussian;belgium belgian;bolivia bolivian;bosnia
bosnian;brazil brazilian;britain british uk u.k. briton;bulgaria bulgarian;cambodia cambodian;canada
canadian;chile chilean;china chinese;colombia colombian;croatia croatian;cuba cuban;cyprus
cypriot;czechia czech;denmark danish;ecuador ecuadorian;egypt egyptian;england english;estonia
estonian;ethiopia ethiopian;finland finnish;france french;georgia georgian;germany german;ghana
ghanaian;greece greek;hungary hungarian;iceland icelandic;india indian;indonesia indonesian;iran
iranian;iraq iraqi;ireland irish;israel israeli;italy italian;japan japanese;jordan jordanian;
kazakhstan kazakh;kenya kenyan;kosovo kosovar;kuwait kuwaiti;kyrgyzstan kyrgyz;latvia latvian;
lebanon lebanese;libya libyan;lithuania lithuanian;luxembourg luxembourgish;malaysia malaysian;malta
maltese;mexico mexican;moldova moldovan;mongolia mongolian;montenegro montenegrin;morocco moroccan;
myanmar burmese;nepal nepalese;netherlands dutch;nigeria nigerian;norway norwegian;oman omani;
pakistan pakistani;palestine palestinian;panama panamanian;peru peruvian;philippines philippine
filipino;poland polish;portugal portuguese;qatar qatari;romania romanian;russia russian kremlin;
rwanda rwandan;scotland scottish;serbia serbian;singapore singaporean;slovakia slovak;slovenia
slovenian;somalia somali;spain spanish;sudan sudanese;sweden swedish;switzerland swiss;syria
syrian;taiwan taiwanese;tajikistan tajik;tanzania tanzanian;thailand thai;tunisia tunisian;turkey
turkish türkiye turkiye;turkmenistan turkmen;uganda ugandan;ukraine ukrainian;uruguay uruguayan;
usa us u.s.
american america u.s.a.;uzbekistan uzbek;venezuela venezuelan;vietnam vietnamese;wales welsh;yemen
yemeni;zambia zambian;zimbabwe zimbabwean;europe european eu e.u.
"""
NATIONS: Final = {
    form: forms.split()[0]
    for forms in _NATIONS.replace("\n", " ").split(";")
    for form in forms.split()
}
"""Names of countries and what is called after them → one name of the country."""

_SEATS: Final = """
afghanistan kabul;argentina buenos-aires;armenia yerevan;australia canberra;austria vienna;
azerbaijan baku;belarus minsk;belgium brussels;brazil brasilia planalto;britain london whitehall
downing-street westminster;bulgaria sofia;canada ottawa;chile santiago;china beijing zhongnanhai;
colombia bogota;croatia zagreb;cuba havana;cyprus nicosia;czechia prague;denmark copenhagen;egypt
cairo;estonia tallinn;ethiopia addis-ababa;finland helsinki;france paris elysee;georgia tbilisi;
germany berlin bundestag;greece athens;hungary budapest;india new-delhi delhi;indonesia jakarta;
iran tehran;iraq baghdad;ireland dublin;israel jerusalem knesset;italy rome;japan tokyo;jordan
amman;kazakhstan astana;kenya nairobi;latvia riga;lebanon beirut;libya tripoli;lithuania vilnius;
malaysia kuala-lumpur;mexico mexico-city;moldova chisinau;netherlands the-hague;norway oslo;
pakistan islamabad;palestine ramallah;philippines manila;poland warsaw;portugal lisbon;qatar doha;
romania bucharest;russia moscow kremlin;serbia belgrade;slovakia bratislava;slovenia ljubljana;
spain madrid;sudan khartoum;sweden stockholm;switzerland bern;syria damascus;taiwan taipei;
thailand bangkok;tunisia tunis;turkey ankara;ukraine kyiv kiev;usa washington white-house pentagon
state-department capitol;venezuela caracas;vietnam hanoi;yemen sanaa
"""
SEATS: Final = {
    seat.replace("-", " "): seats.split()[0]
    for seats in _SEATS.replace("\n", " ").split(";")
    for seat in seats.split()[1:]
}
"""Places and houses whose names stand for a government → the country."""

LONG_NAMES: Final = {
    "united states": "usa", "united states of america": "usa", "united kingdom": "britain",
    "great britain": "britain", "russian federation": "russia", "saudi arabia": "saudi-arabia",
    "saudi": "saudi-arabia", "saudis": "saudi-arabia", "riyadh": "saudi-arabia",
    "north korea": "north-korea", "north korean": "north-korea", "pyongyang": "north-korea",
    "south korea": "south-korea", "south korean": "south-korea", "seoul": "south-korea",
    "united arab emirates": "emirates", "uae": "emirates", "european union": "europe",
    "new zealand": "new-zealand", "south africa": "south-africa", "south african": "south-africa",
    "sri lanka": "sri-lanka", "sri lankan": "sri-lanka", "czech republic": "czechia",
}  # fmt: skip
"""Names of several words and what goes with them → the country."""
