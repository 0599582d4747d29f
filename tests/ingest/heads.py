"""Invented heads and feet of pages, as they come when a site is copied as plain text.

Outlets, people and places do not exist; the layouts are those of many countries' sites.
"""

from typing import NamedTuple


class Head(NamedTuple):
    """What stands above and below a text, and what it tells; None: the page does not tell it."""

    layout: str
    top: str
    foot: str
    title: str
    outlet: str | None
    day: str | None
    authors: tuple[str, ...] = ()
    text: str = "bridge"


TEXTS = {
    "bridge": """The old road bridge at Tamsel was closed to lorries on Tuesday after inspectors \
found cracks in two of its piers, the transport ministry said in a statement.

Engineers had warned of the cracks in March, according to a report that the regional assembly \
published last week. The minister, Oda Revel, said that nobody had shown it to her.

“We will not wait until something falls into the river,” Revel told reporters at the site. \
Buses and cars may use one lane in each direction until the autumn.

Hauliers say the detour over the mountain road costs them two hours a day. Their association has \
asked the government for help with fuel.""",
    "nurses": """Nurses at three public hospitals walked out on Tuesday in a dispute over night \
pay, forcing managers to postpone some 400 operations.

The union said that nine in ten of its members had voted for the strike. Its president, Amara \
Doss, said that talks with the health department had led nowhere since February.

A spokesman for the department called the strike regrettable and said an offer of 4 percent was \
still on the table.

Emergency wards stayed open. Patients with appointments have been asked to telephone first.""",
    "bank": """The central bank of Orvania raised its main interest rate by half a point to 7.5 \
percent on Tuesday, the third increase this year, and said that more could follow.

Inflation reached 9.1 percent in May, the statistics office said last week, as food and fuel grew \
dearer. Analysts had expected a smaller step.

Governor Petra Lindh said the bank would do what it took to bring prices under control before the \
end of next year.

The crown gained one percent against the euro after the decision.""",
}

BRIDGE = "Tamsel bridge closed to lorries after cracks found in piers"
NURSES = "Nurses walk out at three hospitals in dispute over night pay"
BANK = "Central bank of Orvania raises rates again, signals more to come"

HEADS = (
    Head(
        "a broadcaster's copy: masthead, sections, headline, byline in two lines",
        f"QBC News\nHome | World | UK | Business | Science\n{BRIDGE}\nMaya Trent\n"
        "Transport correspondent\n14 June 2033",
        "Related topics\nRoads | Tamsel\nFollow QBC News on Facebook",
        BRIDGE, "QBC News", "2033-06-14",
    ),
    Head(
        "a title as the browser shows it, with the outlet behind a bar",
        f"{BRIDGE} | The Tamsel Argus\n\nBy Jon Ferris\nTuesday, June 14, 2033 5:42 PM EDT",
        "Share this article",
        BRIDGE, "The Tamsel Argus", "2033-06-14", ("Jon Ferris",),
    ),
    Head(
        "a title as the browser shows it, with the outlet behind a dash",
        f"{NURSES} - Oranje Daily News\n\n14 Jun 2033, 16:30 SAST",
        "Read more: Why nurses leave",
        NURSES, "Oranje Daily News", "2033-06-14", (), "nurses",
    ),
    Head(
        "a title with section and outlet behind bars",
        f"{BANK} | Economy | Vantage Business\nPublished: June 14, 2033 at 3:15 p.m. ET",
        "Most popular",
        BANK, "Vantage Business", "2033-06-14", (), "bank",
    ),
    Head(
        "links to skip, a masthead of one word, an edition",
        f"Skip to main content\nSkip to navigation\nTidende\nEnglish edition\n\n{BANK}\n\n"
        "Karin Holt\n14.06.2033 18:05",
        "© Tidende 2033",
        BANK, "Tidende", "2033-06-14", (), "bank",
    ),
    Head(
        "a line about cookies before all else",
        "We use cookies to improve your experience. Accept all Manage preferences\n"
        f"THE RIVER POST\nMonday to Sunday news you can trust\n{BRIDGE}\nBY HANNAH COLE\n"
        "June 14, 2033",
        "Subscribe to The River Post for $1 a week",
        BRIDGE, "The River Post", "2033-06-14", ("Hannah Cole",),
    ),
    Head(
        "crumbs that begin with the outlet",
        f"The Savannah Mirror > News > National\n\n{NURSES}\n\nTuesday June 14 2033\n\n"
        "By KEVIN OTIENO",
        "Advertisement\nIn the headlines",
        NURSES, "The Savannah Mirror", "2033-06-14", ("Kevin Otieno",), "nurses",
    ),
    Head(
        "crumbs that begin at home, the outlet in the line of rights",
        f"Home / News / Health\n\n{NURSES}\n\nBy Adaeze Obi\n14th June 2033",
        "Tags: nurses, strike\nCopyright 2033 The Lagoon Punch. All rights reserved. This material "
        "may not be reproduced without written permission.",
        NURSES, "The Lagoon Punch", "2033-06-14", ("Adaeze Obi",), "nurses",
    ),
    Head(
        "an author for an outlet",
        f"{BRIDGE}\nBy Nigel Strand for Highway Weekly\nPublished 14:20 BST, 14 June 2033",
        "Share or comment on this article",
        BRIDGE, "Highway Weekly", "2033-06-14", ("Nigel Strand",),
    ),
    Head(
        "an author and an outlet behind a comma",
        f"{BANK}\nBy Lena Moravec, Crown Financial Times\nJune 14, 2033 — 09.10am",
        "Save\nShare",
        BANK, "Crown Financial Times", "2033-06-14", ("Lena Moravec",), "bank",
    ),
    Head(
        "the outlet's staff in the byline",
        f"{BRIDGE}\nBy Tamsel Courier Staff\nUpdated June 14, 2033 6:01 pm",
        "Sign up for our newsletter",
        BRIDGE, "Tamsel Courier", "2033-06-14",
    ),
    Head(
        "published by, in a line of its own",
        f"{NURSES}\nPublished by: Northern Health Digest\nDate: 14 June 2033\nAuthor: Ruth Amsel",
        "",
        NURSES, "Northern Health Digest", "2033-06-14", ("Ruth Amsel",), "nurses",
    ),
    Head(
        "a source in a line of its own, as a press review writes it",
        f"The Eastern Star\n14 June 2033\n{BANK}\nPaul Brede",
        "",
        BANK, "The Eastern Star", "2033-06-14", (), "bank",
    ),
    Head(
        "the outlet and the day in a line",
        f"The Eastern Star, June 14, 2033\n{BRIDGE}\nby Paul Brede",
        "",
        BRIDGE, "The Eastern Star", "2033-06-14", ("Paul Brede",),
    ),
    Head(
        "the outlet in brackets behind the title",
        f"{BRIDGE} (Tamsel Gazette)\n14 June 2033",
        "",
        BRIDGE, "Tamsel Gazette", "2033-06-14",
    ),
    Head(
        "a masthead in two languages",
        f"Dnevnik Orvanije | The Orvania Daily\nSrpski  English\n\n{BANK}\n\n"
        "Utorak 14. jun 2033 | 17:45",
        "© Dnevnik Orvanije",
        BANK, "Dnevnik Orvanije", "2033-06-14", (), "bank",
    ),
    Head(
        "sections first, then the masthead",
        f"NEWS  SPORT  OPINION  VIDEO\nSunday Bulletin\n{NURSES}\nBy Tom Carrow, Health Editor\n"
        "7:15, 14 JUN 2033  UPDATED 9:40, 14 JUN 2033",
        "Follow Sunday Bulletin on WhatsApp",
        NURSES, "Sunday Bulletin", "2033-06-14", ("Tom Carrow",), "nurses",
    ),
    Head(
        "a masthead that is no word of the press, with a motto in capitals",
        f"The Lantern\nINDEPENDENT. LOCAL. YOURS.\n{BRIDGE}\nIna Moss   |   June 14, 2033",
        "Support The Lantern\nThe Lantern is a non-profit newsroom",
        BRIDGE, "The Lantern", "2033-06-14",
    ),
    Head(
        "a masthead with an ampersand and no more",
        f"Rail & Road\n\n{BRIDGE}\n\n14 June 2033",
        "Follow Rail & Road on LinkedIn",
        BRIDGE, "Rail & Road", "2033-06-14",
    ),
    Head(
        "a masthead that is a web address",
        f"tamselonline.example\n{BRIDGE}\nReporter: Eva Lind\n14/06/2033 12:33",
        "",
        BRIDGE, "tamselonline.example", "2033-06-14",
    ),
    Head(
        "social buttons between headline and text",
        f"The Copper Valley Times\n{NURSES}\nJune 14, 2033\nFacebook\nTwitter\nWhatsApp\n"
        "Email\nPrint\nListen to this article (3 min)",
        "Copyright © 2033 Copper Valley Media Group Ltd",
        NURSES, "The Copper Valley Times", "2033-06-14", (), "nurses",
    ),
    Head(
        "a kicker above the headline, no masthead, rights below",
        f"EXCLUSIVE\n{BRIDGE}\nSarah Penn, Chief Reporter\n14 June, 2033",
        "(c) The Weekend Sentinel 2033",
        BRIDGE, "The Weekend Sentinel", "2033-06-14",
    ),
    Head(
        "an Indian daily: updated, time zone, city",
        f"The Deccan Standard\nINDIA\n{NURSES}\nUpdated - June 14, 2033 10:41 pm IST - CHENNAI\n"
        "Special Correspondent",
        "Published - June 14, 2033 09:30 pm IST\nRelated Topics\nhealth / strike",
        NURSES, "The Deccan Standard", "2033-06-14", (), "nurses",
    ),
    Head(
        "an Australian site: a time with a point",
        f"The Coast Morning Herald\nNational\nHealthcare\n{NURSES}\nBy Jodie Blake\n"
        "June 14, 2033 — 5.30am\nSave\nLog in, register or subscribe to save articles for later.",
        "Start the day with a summary of the day’s most important stories. Sign up for our Morning "
        "Edition newsletter.",
        NURSES, "The Coast Morning Herald", "2033-06-14", ("Jodie Blake",), "nurses",
    ),
    Head(
        "a Gulf site: the outlet's web desk",
        f"KHALIJ WORLD\nBusiness / Banking\n{BANK}\nWeb Desk\nTue 14 Jun 2033, 8:12 PM",
        "Copyright © 2033 Khalij World. All Rights Reserved",
        BANK, "Khalij World", "2033-06-14", (), "bank",
    ),
    Head(
        "a Chinese agency's English page",
        f"{BANK}\nSource: Huaxin\nEditor: wei\n2033-06-14 20:15:30",
        "Copyright © 2000-2033 Huaxin Net. All rights reserved.",
        BANK, "Huaxin Net", "2033-06-14", (), "bank",
    ),
    Head(
        "a Korean paper: posted and updated",
        f"The Hanul Herald\nNational > Social affairs\n{NURSES}\nBy Park Ji-won\n"
        "Posted : 2033-06-14 17:05\nUpdated : 2033-06-14 18:20",
        "Park Ji-won (jiwon@hanulherald.example)\n© Hanul Herald. Unauthorized reproduction "
        "prohibited",
        NURSES, "The Hanul Herald", "2033-06-14", ("Park Ji-won",), "nurses",
    ),
    Head(
        "a Ghanaian portal: crumbs, source",
        f"GoldWeb\nHomePage  News  Sports  Business  Africa  TV\nGeneral News of Tuesday, 14 June "
        f"2033\nSource: www.goldweb.example\n{NURSES}",
        "Comments\nYou may like these",
        NURSES, "GoldWeb", "2033-06-14", (), "nurses",
    ),
    Head(
        "a US television station",
        f"WQXT 7\nLocal News  Weather  Sports  Traffic\n{BRIDGE}\nby: Dana Cruz\n"
        "Posted: Jun 14, 2033 / 05:12 PM CDT\nUpdated: Jun 14, 2033 / 06:40 PM CDT",
        "Copyright 2033 Orion Media Inc. All rights reserved. This material may not be published, "
        "broadcast, rewritten, or redistributed.",
        BRIDGE, "WQXT 7", "2033-06-14", ("Dana Cruz",),
    ),
    Head(
        "a US paper: subscribe, log in, section",
        f"Subscribe\nLog in\nThe Prairie Dispatch\nLOCAL\n{BRIDGE}\n"
        "Mark Toll  The Prairie Dispatch\nPublished 4:02 p.m. CT June 14, 2033",
        "",
        BRIDGE, "The Prairie Dispatch", "2033-06-14",
    ),
    Head(
        "a tabloid: shouting headline, times, comments",
        "DAILY BUGLER\nHome | News | U.S. | Showbiz | Femail\n'I can see DAYLIGHT through it!' "
        "Terrified drivers' fury as cracked bridge is closed to lorries\nBy Gemma Stokes For Daily "
        "Bugler\nPublished: 16:02, 14 June 2033 | Updated: 17:15, 14 June 2033\n47 View comments",
        "Share or comment on this article",
        "'I can see DAYLIGHT through it!' Terrified drivers' fury as cracked bridge is closed to "
        "lorries", "Daily Bugler", "2033-06-14", ("Gemma Stokes",),
    ),
    Head(
        "a quality paper: section, kicker, standfirst",
        f"The Warden\nOrvania\n{BANK}\nBank lifts cost of borrowing for third time this year as "
        "food prices soar\nBruno Aldous in Karsel\nTue 14 Jun 2033 17.48 BST",
        "Topics\nOrvania\nInterest rates\nReuse this content",
        BANK, "The Warden", "2033-06-14", (), "bank",
    ),
    Head(
        "a masthead with a city below it and the issue's day",
        f"THE TAMSEL EXAMINER\nTamsel, Tuesday, June 14, 2033\n{BRIDGE}\nOur Reporter",
        "",
        BRIDGE, "The Tamsel Examiner", "2033-06-14",
    ),
    Head(
        "a newsletter's issue",
        f"Morning Brief by The Ferry\nJune 14, 2033\n{BANK}",
        "You received this email because you signed up for Morning Brief from The Ferry.",
        BANK, "The Ferry", "2033-06-14", (), "bank",
    ),
    Head(
        "a short name in capitals, spelled elsewhere as people write it",
        f"IZVOR\n{NURSES}\n14 June 2033",
        "Follow Izvor on Telegram",
        NURSES, "Izvor", "2033-06-14", (), "nurses",
    ),
    Head(
        "an agency's own page without its name above",
        f"{BANK}\nBy Lena Moravec\nJune 14, 2033 6:48 PM GMT\n\n"
        "KARSEL, June 14 (Fenwick) - Markets had expected less.",
        "Reporting by Lena Moravec; Editing by Hugh Ammer",
        BANK, "Fenwick", "2033-06-14", ("Lena Moravec",), "bank",
    ),
    Head(
        "an agency's name above all else, in another language",
        "Agence Presse du Fleuve\nOrvania: central bank raises interest rate, third increase\n"
        "Karsel, 14 June 2033 (APF) - The crown gained.",
        "",
        "Orvania: central bank raises interest rate, third increase",
        "Agence Presse du Fleuve", "2033-06-14", (), "bank",
    ),
    Head(
        "an aggregator's line: outlet and age",
        f"The Harbor Ledger\n{BRIDGE}\nStory by Nell Ashby • 2h",
        "© Provided by The Harbor Ledger",
        BRIDGE, "The Harbor Ledger", None, ("Nell Ashby",),
    ),
    Head(
        "no masthead, invitations that name the outlet",
        f"{NURSES}\nJune 14, 2033 2:15 pm",
        "Follow Radio Selva on Telegram\nSubscribe to Radio Selva's newsletter",
        NURSES, "Radio Selva", "2033-06-14", (), "nurses",
    ),
    Head(
        "the outlet's mail to readers",
        f"{NURSES}\nBy Ada Prior\n14 June 2033",
        "Have you been affected? Write to newsroom@saltmarsh-echo.example",
        NURSES, "Saltmarsh Echo", "2033-06-14", ("Ada Prior",), "nurses",
    ),
    Head(
        "a company's page: nothing but a headline and a day",
        f"{BRIDGE}\nJune 14, 2033",
        "",
        BRIDGE, None, "2033-06-14",
    ),
    Head(
        "an author's name as the first line",
        f"Ruben Acker\nTuesday 14 June 2033\n{BANK}",
        "",
        BANK, None, "2033-06-14", (), "bank",
    ),
    Head(
        "a place as the first line",
        f"Tamsel\n{BRIDGE}\n14 June 2033",
        "",
        BRIDGE, None, "2033-06-14",
    ),
    Head(
        "a topic as the first line",
        f"Public Health\n{NURSES}\nBy Ada Prior\n14 June 2033",
        "",
        NURSES, None, "2033-06-14", ("Ada Prior",), "nurses",
    ),
    Head(
        "a series as the first line",
        f"Orvania Rate Watch\n{BANK}\n14 June 2033",
        "© 2033 The Karsel Review",
        BANK, "The Karsel Review", "2033-06-14", (), "bank",
    ),
    Head(
        "what another outlet printed first",
        f"Valley Reader\n{NURSES}\nJune 14, 2033",
        "This article was originally published by The Distant Herald and is reproduced with "
        "permission.",
        NURSES, "Valley Reader", "2033-06-14", (), "nurses",
    ),
    Head(
        "a public broadcaster: the outlet in the line of the day",
        f"{BANK}\nORF-N / Tuesday 14 June 2033, 18:02\nPetr Ilic",
        "More from ORF-N",
        BANK, "ORF-N", "2033-06-14", (), "bank",
    ),
    Head(
        "a masthead with a star and a price",
        f"★ EVENING CALL ★\nNo. 4,211 | Tuesday 14 June 2033 | 90p\n{NURSES}\nBy LIAM DOYLE",
        "",
        NURSES, "Evening Call", "2033-06-14", ("Liam Doyle",), "nurses",
    ),
    Head(
        "Markdown, as a reader's extension saves it",
        f"# {BRIDGE}\n\n**The Tamsel Argus** · June 14, 2033 · By Jon Ferris\n",
        "[Read the original](https://tamselargus.example/bridge)",
        BRIDGE, "The Tamsel Argus", "2033-06-14", ("Jon Ferris",),
    ),
    Head(
        "a list of what the page is, field by field",
        f"Title: {BANK}\nOutlet: Karsel Post\nDate: 2033-06-14\nAuthor: Bruno Aldous\nURL: "
        "https://karselpost.example/rates",
        "",
        BANK, "Karsel Post", "2033-06-14", ("Bruno Aldous",), "bank",
    ),
)  # fmt: skip
