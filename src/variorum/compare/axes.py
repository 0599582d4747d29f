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
)
"""A name for each axis, and the expressions for one end and for the other."""

PERSONAL: Final = frozenset(
    ("verdict", "custody", "survival", "office", "captivity", "search", "plea", "post", "company")
)
"""What is told of people, whom their names tell."""
