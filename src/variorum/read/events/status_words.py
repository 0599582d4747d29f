"""Words that bear on the status of an event beside them, with their forms."""

from typing import Final

IF: Final = frozenset("if unless whether lest should providing provided assuming".split())
PROVIDED: Final = frozenset("provided providing assuming supposing".split())
ONCE: Final = frozenset("when once until before as after while".split())
TAKES_PLACE: Final = frozenset(
    "held continuing taking beginning resuming ending "
    "take takes took taken taking place happen happens happened happening occur occurs occurred "
    "open opens opened opening "
    "begin begins began begun start starts started resume resumes resumed end ends ended be is was "
    "were are been come comes came follow follows followed last lasts lasted go goes went gone "
    "unfold unfolded proceed proceeds proceeded break broke broken erupt erupted conclude "
    "concluded focus include cover address coincide mark see center resumed continue continues "
    "continued materialize occurring".split()
)
ONGOING: Final = frozenset(
    "continue continues continuing ongoing on-going underway rage rages raging drags".split()
)
SAYING_LITTLE: Final = frozenset(
    "confirm say comment know decide disclose confirmed said clear sure certain announced commit "
    "specify rule".split()
)
MOVING: Final = frozenset(
    "arrive arrived arrives arriving travel traveled travelled fly flew flying gather gathered "
    "gathering assemble assembled come came go went head headed heading set sets sent send sending "
    "deploy deployed prepare preparing land landed".split()
)
TALKING: Final = frozenset("talks negotiations discussions contention line".split())
"""What somebody is in who means to do something: "in talks to buy the mill"."""

LASTED: Final = frozenset("lasted raged dragged continued gripped engulfed persisted".split())
ENDING: Final = frozenset("end ends ended stop stopped finish conclude".split())
LASTING: Final = frozenset(
    "pandemic epidemic outbreak war conflict investigation probe inquiry siege occupation crisis "
    "drought famine standoff stand-off lockdown embargo blockade manhunt unrest fighting offensive "
    "shutdown storm hurricane wildfire wildfires recession".split()
)
CALLED: Final = frozenset("call calls called calling".split())
SET_BY_ANNOUNCEMENT: Final = frozenset("election elections referendum vote runoff".split())
SCHEDULES: Final = frozenset("agenda date dates timetable deadline schedule venue".split())
EXPECTED: Final = frozenset(
    "due likely unlikely possible impossible set scheduled expected slated ready".split()
)
BEING: Final = frozenset("is are was were 's ’s 're ’re am".split())
UNITS: Final = frozenset("hour hours minute minutes half-hour".split())
AHEAD: Final = ("planned", "hypothetical")
UNREAL: Final = ("planned", "hypothetical", "cancelled")
PARTS: Final = frozenset(
    "start beginning opening resumption round rounds series wave day launch continuation "
    "conclusion outbreak holding first second third last".split()
)
HELD_AT: Final = frozenset("in at during with of into".split())
RESOLVING: Final = frozenset("end ending stop stopping finish conclude resolve resolving".split())
CLAIMS: Final = frozenset(
    "claim claims report reports allegation allegations accusation accusations suggestion "
    "suggestions rumour rumours rumor rumors notion assertion assertions speculation".split()
)
"""What somebody may deny to be so: "dismissed reports of an attack"."""

TURNING_DOWN: Final = frozenset(
    "reject rejects rejected rejecting dismiss dismisses dismissed dismissing spurn spurns spurned "
    "spurning rebuff rebuffs rebuffed rebuffing decline declines declined declining turn turns "
    "turned turning throw throws threw thrown throwing refuse refuses refused refusing".split()
)
BROUGHT: Final = frozenset(
    "challenge challenges appeal appeals complaint complaints petition petitions motion motions "
    "application applications bid bids offer offers proposal proposals request requests demand "
    "demands plea pleas invitation invitations ultimatum ultimatums threat threats".split()
)
"""What must have been brought before it can be turned down."""

UNTRUE: Final = frozenset(
    "false untrue wrong baseless unfounded groundless nonsense rubbish fabricated inaccurate "
    "incorrect fake fiction lies".split()
)
"""What is said of claims that are denied: "reports of an attack are false"."""

ONLY_THEN: Final = frozenset("once until till when before after unless".split())
"""What makes a condition of a clause in the past tense: "would leave once they had paid"."""

PROOFS: Final = frozenset("evidence proof sign signs indication indications truth".split())
SOON: Final = frozenset(
    "run-up runup eve countdown lead-up buildup build-up decision order agreement "
    "announcement".split()
)
"""Nouns that tell of a plan at some time, so that a date may say that it has come about."""

HALTING: Final = frozenset(
    "halt halts halted halting suspend suspends suspended suspending pause paused pausing".split()
)
OCCASIONS: Final = frozenset(
    "debate debates election elections convention rally rallies vote hearing hearings trial "
    "ceremony inauguration primary primaries caucus caucuses referendum runoff funeral wedding "
    "festival parade conference midterms olympics games match tournament launch".split()
)
"""What has a day of its own, so that who will speak at it tells that it is to come."""

HOW: Final = frozenset("why how when where".split())
HOLDING: Final = frozenset("hold holding held have having host hosting hosted".split())
MEETINGS: Final = frozenset("meeting meetings summit talks hearing election vote".split())
REMAINING: Final = frozenset("remain remains remained stay stayed engaged are is were was".split())
MATTERS: Final = frozenset("on about over".split())
STAYING: Final = frozenset(
    "remain remains remained remaining stay stays stayed staying keep keeps kept keeping stand "
    "stands stood standing lie lies lay lying".split()
)
