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
ONGOING: Final = frozenset("continue continues ongoing rages rage underway continuing".split())
SAYING_LITTLE: Final = frozenset(
    "confirm say comment know decide disclose confirmed said clear sure certain announced commit "
    "specify rule".split()
)
MOVING: Final = frozenset(
    "arrive arrived arrives arriving travel traveled travelled fly flew flying gather gathered "
    "gathering assemble assembled come came go went head headed heading set sets sent send sending "
    "deploy deployed prepare preparing land landed".split()
)
ENDING: Final = frozenset("end ends ended stop stopped finish conclude".split())
LASTING: Final = frozenset(
    "pandemic epidemic outbreak war conflict investigation probe inquiry siege occupation crisis "
    "drought famine standoff stand-off lockdown embargo blockade manhunt unrest fighting".split()
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
    "conclusion outbreak holding".split()
)
HELD_AT: Final = frozenset("in at during with of into".split())
RESOLVING: Final = frozenset("end ending stop stopping finish conclude resolve resolving".split())
