"""What the encoder's heads tell apart. The order is part of the weights: add at the end only."""

from typing import Final, Literal, TypeAlias

Kind: TypeAlias = Literal["person", "organization", "place", "group", "other"]

KINDS: Final[tuple[Kind, ...]] = ("person", "organization", "place", "group", "other")
"""Kinds of names. A group is named by where it comes from or what it holds: "Ukrainians"."""

NAME_TAGS: Final = ("O", *(f"{edge}-{kind}" for kind in KINDS for edge in "BI"))

PARTS: Final = ("source", "cue", "content")
"""The parts of an attribution, in the order of the tag head."""

OUTSIDE, BEGIN, INSIDE = range(3)
"""Tags of one part of an attribution."""

PARTS_OF_SPEECH: Final = (
    "NN NNS NNP NNPS IN DT JJ JJR JJS RB RBR RBS PRP PRP$ VB VBD VBG VBN VBP VBZ MD CC CD TO "
    "WDT WP WP$ WRB RP EX PDT POS UH FW LS SYM HYPH GW ADD NFP AFX $ # , . : `` '' -LRB- -RRB-"
).split()
"""Tags of the Penn Treebank, with the later HYPH, GW, ADD, NFP and AFX."""

RELATIONS: Final = (
    "root nsubj nsubj:pass nsubj:outer csubj csubj:pass csubj:outer obj iobj obl obl:agent "
    "obl:unmarked nmod nmod:poss nmod:unmarked nmod:desc amod nummod appos acl acl:relcl advcl "
    "advcl:relcl advmod aux aux:pass cop mark case cc cc:preconj conj det det:predet compound "
    "compound:prt flat fixed ccomp xcomp expl parataxis discourse vocative list orphan "
    "dislocated goeswith reparandum punct dep"
).split()
"""Universal Dependencies, version 2, as GUM uses them."""
