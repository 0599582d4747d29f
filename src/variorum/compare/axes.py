"""What can come of a thing: axes with two ends, by the words that tell of either in news English.

Nobody can say both ends of one thing at one time: passed and thrown out, freed and still held.
"""

from typing import Final

AXES: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "decision",
        r"pass(?:es|ed)|approv(?:es|ed)|adopt(?:s|ed)|upheld|uphold(?:s)?|accepted|accepts|granted|"
        r"ratified|voted for|voted in favou?r|gave (?:its|their|his|her) (?:approval|consent)|"
        r"waved through|green-?lit|enacted",
        r"reject(?:s|ed)|threw out|throws out|thrown out|dismiss(?:es|ed)|refused(?! to)|"
        r"turned down|"
        r"turns down|voted down|voted against|struck down|overturned|quash(?:es|ed)|vetoed|"
        r"defeated|blocked|scuppered",
    ),
    (
        "verdict",
        r"convicted|(?:found |pleaded )?guilty|conviction|jailed|sentenced|"
        r"verdict (?:was|of) (?:guilty|murder|manslaughter)",
        r"acquitted|acquittal|cleared|exonerated|(?:found )?not guilty|innocent|"
        r"walk(?:s|ed) free",
    ),
    (
        "fate of a place",
        r"(?:will|to|would|is to|are to) (?:close|shut|be closed|be shut|be scrapped|"
        r"be demolished)|"
        r"close for good|shut for good|closes for good|scrapped|axed|demolished|torn down",
        r"spared|saved|reprieved|stays? open|remains? open|kept open|keeps? open|"
        r"(?:will|to|would) (?:stay|remain|be kept) open|preserved|modernised|modernized",
    ),
    (
        "access",
        r"reopened|(?:is|was|are|were|remained|remains|stayed|stays|now) open|"
        r"opened(?! (?:his|her|its|their|a|an|the|fire|up)\b)|in operation|"
        r"running (?:again|normally|as usual)",
        r"closed(?! doors?)|shut|sealed|(?:remained|remains|stayed|stays) (?:closed|shut)|blocked|"
        r"out of (?:action|service)|at a standstill",
    ),
    (
        "course",
        r"(?:has|have|had|was|were|is) (?:ended|over|finished|concluded|completed|extinguished)|"
        r"ended|(?:came|come|drew) to an end|called off|wound up|was put out|nobody is left",
        r"(?:is|are|was|were) still \w+ing|continu(?:es|ed|ing)|goes on|went on|ongoing|"
        r"under way|underway|still (?:digging|searching|burning|raging|fighting)|"
        r"(?:were|are|was|is) (?:digging|searching|burning|raging)",
    ),
    (
        "custody",
        r"(?:still|remains?|remained) (?:in (?:custody|jail|prison|detention)|detained|held|"
        r"missing)|"
        r"at large|on the run|remanded",
        r"(?:was|were|been|is|are) (?:freed|released|let go)|walk(?:s|ed) free|gave (?:himself|"
        r"herself|"
        r"themselves) up|recaptured|was caught|were caught",
    ),
    (
        "attendance",
        r"(?:will|would|to) (?:attend|take part|join|come)|attended|took part|turned up|"
        r"was present|were present|showed up",
        r"boycott(?:s|ed|ing)?|stay(?:s|ed)? away|fail(?:s|ed) to (?:attend|appear|turn up|"
        r"show up)|"
        r"refus(?:es|ed) to (?:attend|take part|join|come)|skipped|was absent|were absent|"
        r"pulled out|withdrew|did not (?:attend|turn up|show up|appear|come)",
    ),
    (
        "stance",
        r"(?:will|would|to|not) (?:support|back|defend|vote for)|supports?(?! (?:for|of|from|"
        r"and))|supported|backs|backed|"
        r"endors(?:es|ed)|in favou?r of|favou?rs|hail(?:s|ed)|welcom(?:es|ed)|praised?|"
        r"commend(?:s|ed)",
        r"(?:will|would|to) (?:fight|oppose|resist|block|vote against|stop)|opposes?|opposed|"
        r"resists?|denounc(?:es|ed)|condemn(?:s|ed)|lacked|lacking",
    ),
    (
        "office",
        r"resign(?:s|ed)|stepped down|steps down|quits?|stood down|(?:will|to|would) (?:resign|"
        r"quit|"
        r"step down|stand down)",
        r"(?:will|would|to) (?:stay on|stay in office|remain in office|carry on|keep (?:his|her) "
        r"(?:job|post))|stays on|stayed on|refus(?:es|ed) to (?:resign|quit|step down|go)|"
        r"(?:will|would) not (?:resign|quit|step down|go)",
    ),
    (
        "agreement",
        r"reach(?:ed)? (?:an? )?(?:agreement|deal|accord|compromise)|struck a deal|"
        r"sign(?:s|ed)|concluded an? \w+|agreed on|(?:ended|closed) with an? \w+|sealed a deal",
        r"(?:without|no) (?:an? )?(?:agreement|deal|accord|result|breakthrough)|collapsed|"
        r"broke (?:down|up)|broken off|fail(?:s|ed) to agree|refus(?:es|ed) to (?:sign|agree)|"
        r"ended in failure|deadlock(?:ed)?",
    ),
    (
        "trend",
        r"rose|rises|risen|increased|grew|climbed|gained|jumped|soared|surged|went up",
        r"fell|falls|fallen|decreased|shrank|declined|dropped|plunged|slumped|went down|"
        r"slipped|sank",
    ),
    (
        "survival",
        r"died|dead|killed|drowned|perished",
        r"survived|alive|unhurt|unharmed|unscathed|safe and (?:well|sound)|"
        r"(?:no one|nobody) (?:was|were|had) (?:been )?(?:hurt|killed|injured)",
    ),
    (
        "control",
        r"captured|seized|took (?:control|over)|overran|fallen to|fell to|in the hands of|"
        r"taken by|retook|recaptured",
        r"repell?ed|repulsed|beaten back|driven back|beat back|held (?:on to|out)|"
        r"retain(?:s|ed) control|in full control",
    ),
    (
        "spread",
        r"(?:brought |is |was )?under control|contained|out of danger",
        r"out of control|uncontrolled|spreading|still burning|raging",
    ),
    (
        "event",
        r"took place|takes place|went ahead|goes ahead|(?:will|to|is to|would) (?:go ahead|"
        r"take place)|"
        r"was held|were held|began as planned|went off as planned|is still on|kicked off",
        r"cancell?ed|called off|calls off|postponed|put off|scrapped|abandoned|shelved|delayed|"
        r"suspended|axed|rescheduled|never (?:took place|happened)|did not (?:take place|go ahead)",
    ),
    (
        "search",
        r"(?:was|were|been) (?:found|located|rescued|traced|recovered)|turned up (?:alive|safe)",
        r"(?:still|remains?|remained|is|are|reported) missing|no trace|still being sought|"
        r"unaccounted for|not been found",
    ),
    (
        "captivity",
        r"(?:was|were|been) (?:freed|released|let go|set free)|regained (?:his|her|their) freedom|"
        r"(?:is|are|was|were) home",
        r"still (?:held|captive|in (?:captivity|custody|prison|jail))|"
        r"(?:remains?|remained|is|are) (?:in captivity|hostages?|captive|in the hands of)",
    ),
    (
        "measure",
        r"lifted|ended|eased|relaxed|repealed|revoked|withdrawn|abolished|rescinded",
        r"extended|prolonged|renewed|maintained|kept in place|remains? in (?:force|place)|"
        r"tightened|"
        r"stays? in (?:force|place)",
    ),
    (
        "success",
        r"succeeded|successful|successfully|(?:was|is) a success|triumph|lifted off|worked|"
        r"reached orbit",
        r"failed|unsuccessful|(?:was|is) a failure|scrubbed|aborted|flop|fiasco|blew up",
    ),
    (
        "intent",
        r"accident|accidental|accidentally|by mistake|unintentional\w*|mishap|natural causes",
        r"deliberate|deliberately|intentional|intentionally|on purpose|sabotage|arson|foul play|"
        r"murder|suicide|planned attack|terrorist attack",
    ),
    (
        "company",
        r"(?:acted|acting|worked|working|was|were) alone|lone (?:gunman|attacker|wolf)|"
        r"single-handed\w*|"
        r"no accomplices?|single (?:gunman|attacker)",
        r"accomplices?|gang|two (?:gunmen|attackers|men)|several (?:gunmen|attackers|men)|"
        r"with (?:others|the help of)|helped by|conspirators?",
    ),
    (
        "conduct",
        r"peaceful|peacefully|without incident|calm(?:ly)?|orderly|quiet(?:ly)?|no incidents?",
        r"violent|violence|clash(?:es|ed)|disorder(?:ly)?|chaos|chaotic|scuffles?|"
        r"pitched battles?|panic|unrest",
    ),
    (
        "plea",
        r"admitted|admits|confessed|pleaded guilty|owned up",
        r"pleaded not guilty|protest(?:s|ed) (?:his|her|their) innocence|denie[sd]|"
        r"den(?:y|ied) (?:the|all|every|any) (?:charges?|accusations?)|maintain(?:s|ed) (?:his|"
        r"her) innocence",
    ),
    (
        "notice",
        r"(?:was|were|been|had been) (?:warned|told|informed|notified|consulted)|in good time|"
        r"warned (?:in advance|beforehand)|advance notice|gave (?:\w+ )?warning",
        r"(?:no|without) (?:any |prior |advance )?(?:warning|notice)|not (?:been )?(?:warned|"
        r"told|informed|"
        r"notified|consulted)|taken by surprise|caught unawares?",
    ),
    (
        "entry",
        r"(?:was|were|been) (?:let in|allowed in|admitted|let through|waved through)|"
        r"granted (?:entry|access|asylum|a visa)|allowed to (?:enter|land|dock|cross)",
        r"turned (?:back|away)|(?:refused|denied) (?:entry|access|asylum|a visa|permission)|barred|"
        r"not allowed to (?:enter|land|dock|cross)|kept out|sent back",
    ),
    (
        "result",
        r"(?:made|reported|posted|announced|a) (?:a |net |record )*profits?(?: of)?|in the black|"
        r"surplus",
        r"(?:made|reported|posted|announced|a) (?:a |net |record )*loss(?:es)?(?: of)?|"
        r"in the red|deficit",
    ),
    (
        "weapons",
        r"armed|(?:was|were) carrying (?:a |an )?(?:gun|knife|weapon|pistol|rifle)s?|drew a \w+",
        r"unarmed|no weapons?|carried no|empty-handed",
    ),
    (
        "safety",
        r"(?:is|are|was|were) safe(?: to)?|harmless|no (?:danger|risk|threat)|uncontaminated|"
        r"within (?:the )?limits?|tested negative",
        r"unsafe|dangerous|contaminated|toxic|hazardous|above (?:the )?limits?|tested positive|"
        r"unfit",
    ),
    (
        "flight",
        r"evacuated|ordered to leave|told to leave|moved out|fled",
        r"told to stay|stayed put|stay in their homes|remained in their homes|"
        r"not (?:been )?evacuated|"
        r"refused to leave",
    ),
    (
        "post",
        r"(?:was|were|been) (?:dismissed|sacked|fired|removed|suspended|replaced)|lost (?:his|"
        r"her|their) "
        r"(?:job|post|seat)s?|sacked|fired",
        r"(?:stays?|remains?|remained|will stay|will remain) (?:in|as|at|on)|keeps? (?:his|her|"
        r"their) "
        r"(?:job|post|seat)s?|reappointed|kept on|confirmed (?:in|as)|retained",
    ),
    (
        "deferral",
        r"agreed to|(?:has|have|had|was|were) (?:decided|agreed|settled|approved|adopted)|"
        r"approved|adopted|decided to|voted to|gave the go-ahead",
        r"(?:put off|postponed|deferred|delayed|adjourned|shelved|held over|left open|put back)"
        r" (?:a|the|its|their|any|all) (?:final )?(?:decision|vote|ruling|debate|choice|question|"
        r"matter|discussion|verdict)s?|(?:decision|vote|ruling|matter) (?:was|were|has been|is) "
        r"(?:put off|postponed|deferred|delayed|adjourned|shelved)|"
        r"(?:made|reached|took|taken) no decision|no decision (?:was|has been|had been) "
        r"(?:made|reached|taken)|(?:has|have|had) (?:yet|still) to (?:decide|agree|vote)",
    ),
    (
        "ballot",
        r"abstain(?:s|ed)|walk(?:s|ed) out|left the (?:chamber|hall|room)|"
        r"took no part in the vote|boycotted the vote|did not vote|stayed away",
        r"voted (?:against|for|in favou?r|with|yes|no)|backed|cast (?:its|their) votes?",
    ),
    (
        "permission",
        r"(?:was|were|been|had) (?:banned|forbidden|outlawed|prohibited)|(?:banned|forbade|"
        r"prohibited|outlawed) (?:the|a|an|all|any)|without (?:a |any )?(?:permit|permission|"
        r"leave|authori[sz]ation|licen[cs]e)|unauthori[sz]ed|unlicensed|illegal(?:ly)?|unlawful",
        r"(?:was|were|been|had) (?:allowed|permitted|authori[sz]ed|licensed|sanctioned)|"
        r"(?:gave|given|granted|issued|with|had|held) (?:a |its |their |the |official )?"
        r"(?:permit|permission|leave|licen[cs]e|go-ahead|authori[sz]ation)|lawful|legally",
    ),
    (
        "supply",
        r"(?:not|never|un)[ -]?(?:been )?(?:affected|disrupted|interrupted|cut)|uninterrupted|"
        r"as normal|as usual|without interruption|kept (?:running|flowing)|flowing (?:normally|"
        r"again)",
        r"halted|interrupted|disrupted|cut off|was cut|were cut|dried up|ground to a halt|"
        r"brought to a (?:halt|standstill)|without (?:power|water|gas|electricity|heating)",
    ),
    (
        "duration",
        r"open-ended|indefinite(?:ly)?|until further notice|without (?:a )?time limit|"
        r"for an unlimited time|permanent(?:ly)?|for good",
        r"(?:one|two|three|four|five|six|seven|ten|\d+)-(?:hour|day|week|month|year)|"
        r"(?:will|would|to|is to|are to|due to) (?:last|run|end|be over)|temporar(?:y|ily)|"
        r"until (?:mon|tues|wednes|thurs|fri|satur|sun)day|lasts? until",
    ),
    (
        "will",
        r"of (?:his|her|its|their) own (?:accord|will|free will|choice|motion)|volunt(?:arily|ary)|"
        r"resign(?:s|ed)|stepped down|stood down|left of|chose to (?:go|leave)",
        r"(?:was|were|been) (?:forced|ordered|compelled|pressed|pushed) (?:out|to)|"
        r"under (?:pressure|duress)|against (?:his|her|its|their) will|involuntar(?:ily|y)|"
        r"(?:was|were|been) (?:dismissed|sacked|fired|ousted|expelled)",
    ),
    (
        "dismissal",
        r"(?:was|were|been|had been) suspended|put on leave|placed on leave|on suspension",
        r"(?:was|were|been|had been) (?:dismissed|sacked|fired)|lost (?:his|her|their) (?:job|"
        r"post)s?",
    ),
    (
        "stay",
        r"(?:will|would|to|is|are|must|was|were) (?:leave|leaving|withdraw|withdrawing|go home|"
        r"pull out|pulling out|pull back|be withdrawn|be pulled out|quit)|"
        r"(?:has|have|had) (?:withdrawn|pulled out|gone home)|pulled out|withdrew",
        r"(?:will|would|to|is|are|was|were) (?:stay|staying|be kept|hold on|stay put|stay on)|"
        r"(?:has|have) stayed|stays? (?:at|in|on)",
    ),
    (
        "compliance",
        r"(?:will|would|to|agreed to|has|have|had) (?:pay|paid|comply|complied|accept|obey|"
        r"abide by)",
        r"(?:will|would|to|has|have|had) (?:contest|contested|fight|fought|challenge|challenged|"
        r"appeal|appealed|resist|ignore|ignored|defy|defied)|refus(?:es|ed) to (?:pay|comply)",
    ),
    (
        "origin",
        r"(?:from|by) (?:the )?outside|outsiders?|hackers?|intruders?|broke in|broken into|"
        r"break-in|foreign(?:ers?)?",
        r"(?:from|by) (?:the )?inside|insiders?|(?:an? )?(?:clerk|employee|member of staff|"
        r"staff member|worker|colleague)s? (?:was|were|had|has|is|are|in|of)|inside job|"
        r"own (?:staff|employees|people|ranks|desk)",
    ),
    (
        "punctuality",
        r"on time|on schedule|to schedule|ahead of schedule|as (?:planned|scheduled)|"
        r"punctual(?:ly)?",
        r"behind schedule|(?:hours?|minutes?|days?|weeks?|months?|years?) late|overdue|"
        r"belated(?:ly)?|overran",
    ),
    (
        "crowd",
        r"packed|sold[- ]out|full house|to capacity|overflowing|filled (?:the|every)|crammed|"
        r"not an empty seat|crowded",
        r"half-empty|half-full|empty (?:seats|benches|hall|stands)|sparsely|thinly attended|"
        r"poorly attended|almost empty|deserted",
    ),
    (
        "secrecy",
        r"in secret|secretly|behind closed doors|in private|in camera|clandestine(?:ly)?|"
        r"unannounced",
        r"in public|publicly|in open court|openly|was broadcast|was televised|live on television",
    ),
    (
        "observance",
        r"(?:is|was|has|had|have|been|were) (?:holding|respected|observed|honou?red)(?= (?:by|for|"
        r"since|so far|on|in|along|despite)|[.,])|held (?:overnight|through)",
        r"(?:was|were|been|has|have|had) (?:broken|violated|breached)|broke (?:the|a|its|their)|"
        r"violat(?:es|ed)|breach(?:es|ed)",
    ),
    (
        "consciousness",
        r"conscious|awake|able to (?:speak|talk|walk)|in (?:a )?(?:stable|good) condition|"
        r"out of danger|lightly (?:hurt|injured|wounded)|slightly (?:hurt|injured|wounded)|"
        r"minor injuries",
        r"unconscious|in a coma|in (?:a )?critical condition|critically|fighting for (?:his|her|"
        r"their) (?:life|lives)|seriously (?:hurt|injured|wounded|ill)|gravely",
    ),
)
"""A name for each axis, and the expressions for one end and for the other."""

PERSONAL: Final = frozenset(
    (
        "verdict",
        "custody",
        "survival",
        "office",
        "captivity",
        "search",
        "plea",
        "post",
        "company",
        "will",
        "dismissal",
        "consciousness",
    )
)
"""What is told of people, whom their names tell."""
