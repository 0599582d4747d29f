"""The forms that English words take, made from their plain form."""

from collections.abc import Iterator
from typing import Final

_IRREGULAR_FORMS: Final = """
arise arose arisen;be is are was were been being am;bear bore borne;beat beat beaten;begin began
begun;bend bent;bet bet;bid bid;bind bound;bite bit bitten;bleed bled;blow blew blown;break broke
broken;breed bred;bring brought;build built;burst burst;buy bought;catch caught;choose chose
chosen;come came come;cost cost;cut cut;deal dealt;die dying;dig dug;do did done;draw drew drawn;
drink drank drunk;drive drove driven;eat ate eaten;fall fell fallen;fight fought;find found;flee
fled;fly flew flown;forbid forbade forbidden;forget forgot forgotten;forgo forwent forgone;free
freed;freeze froze frozen;get got gotten;give gave given;go went gone;grow grew grown;hang hung;
have had has;hear heard;hide hid hidden;hit hit;hold held;hurt hurt;keep kept;know knew known;lay
laid;lead led;leave left;lend lent;let let;lose lost;make made;mean meant;meet met;overthrow
overthrew overthrown;pay paid;plead pled;prove proved proven;put put;quit quit;read read;ring rang
rung;rise rose risen;run ran run;say said;see saw seen;seek sought;sell sold;send sent;set set;
shake shook shaken;shoot shot;shut shut;sink sank sunk;sit sat;slay slew slain;speak spoke spoken;
spend spent;stand stood;steal stole stolen;strike struck;swear swore sworn;take took taken;teach
taught;tell told;think thought;throw threw thrown;undertake undertook undertaken;wage;wake woke
woken;win won;withdraw withdrew withdrawn;write wrote written
"""
_IRREGULAR: Final = {
    forms.split()[0]: tuple(forms.split()[1:])
    for forms in _IRREGULAR_FORMS.replace("\n", " ").split(";")
}
_VOWELS: Final = frozenset("aeiou")


def verb_forms(verb: str) -> set[str]:
    """The forms of a verb; a last consonant is doubled as well as not, for both are spelled."""
    irregular = _IRREGULAR.get(verb, ())
    forms = {verb, _with_s(verb), *irregular, *_participles(verb, "ing")}
    return (
        forms
        if len(irregular) > 0 and verb not in ("die", "free")
        else forms | set(_participles(verb, "ed"))
    )


def noun_forms(noun: str) -> set[str]:
    """The singular and the plural of a noun."""
    return {noun, noun[:-2] + "ves" if noun.endswith("fe") else _with_s(noun)}


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _participles(verb: str, ending: str) -> Iterator[str]:
    if verb.endswith("e") and not verb.endswith("ee"):
        yield verb[:-1] + ending
        return
    if ending == "ed" and verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        yield verb[:-1] + "ied"
        return
    yield verb + (ending.removeprefix("e") if verb.endswith("e") else ending)
    doubles = verb[-1] not in "aeiouwxy" and verb[-2:-1] in _VOWELS
    if doubles and verb[-3:-2] not in _VOWELS:
        yield verb + verb[-1] + ending


_PLAIN: Final = {form: verb for verb, forms in _IRREGULAR.items() for form in forms if form != verb}
_MUTE: Final = tuple("v c u iz at bl dl gl tl pl kl fl dg rg ang ur har par eas ais os us".split())
"""Ends of stems behind which an "e" is put back; of one syllable in "-at" some have none."""

_WHOLE: Final = ("eat", "oat", "hang", "bang", "focus")
_LEAST: Final = 2


def plain_verb(word: str) -> str:
    """The plain form that a verb's form likely has, by the rules of spelling.

    It need not be a word, but is much the same for all its forms: as in the Porter stemmer (1980),
    an "e" is put back behind what cannot end a word, or behind one short syllable.
    """
    if word in _PLAIN:
        return _PLAIN[word]
    for ending in ("ied", "ies"):
        if word.endswith(ending) and len(word) > len(ending) + _LEAST:
            return word.removesuffix(ending) + "y"
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if word.endswith(ending) and len(stem) >= _LEAST and set(stem) & {*_VOWELS, "y"}:
            return _with_e(stem)
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _with_e(stem: str) -> str:
    if stem[-1] == stem[-2] and stem[-1] not in "lszf":
        return stem[:-1]
    if stem.endswith(_MUTE) and not stem.endswith(_WHOLE):
        return stem + "e"
    vowels = [letter in _VOWELS for letter in stem]
    is_short = sum(vowels) == 1 and vowels[-2] and stem[-1] not in "wxy"
    return stem + "e" if is_short else stem
