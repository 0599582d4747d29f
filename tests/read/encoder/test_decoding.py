import numpy as np

from variorum.read.encoder.decoding import decode
from variorum.read.encoder.distances import DISTANCES, distances_from
from variorum.read.encoder.labels import NAME_TAGS, PARTS_OF_SPEECH, RELATIONS
from variorum.read.encoder.window import Window

WORDS = ("Orla", "Venn", "said", "it", "rained", ".")
NEVER = -1e4


def scores_of(count: int) -> dict[str, np.ndarray]:
    """Scores that say nothing: no tag, every word under the first."""
    tags = np.zeros((count, 9), dtype=np.float32)
    tags[:, [0, 3, 6]] = 4
    names = np.zeros((count, len(NAME_TAGS)), dtype=np.float32)
    names[:, 0] = 4
    arcs = np.zeros((count, count), dtype=np.float32)
    arcs[:, 0] = 4
    transitions = np.zeros((5, 4, 3), dtype=np.float32)
    transitions[:, [0, 3], 2] = NEVER
    return {
        "tags": tags,
        "cue_side": np.zeros((count, 24), dtype=np.float32),
        "word_side": np.ones((count, 4), dtype=np.float32),
        "names": names,
        "speech": np.eye(len(PARTS_OF_SPEECH), dtype=np.float32)[:count],
        "arcs": arcs,
        "relations": np.eye(len(RELATIONS), dtype=np.float32)[:count],
        "vectors": np.zeros((1, 3), dtype=np.float32),
        "transitions": transitions,
        "distances": np.zeros((6, DISTANCES), dtype=np.float32),
    }


def test_nothing_is_read_from_scores_that_say_nothing() -> None:
    (reading,) = decode([Window(WORDS)], [scores_of(6)])
    assert reading.names == ()
    assert reading.attributions == ()
    assert reading.parts_of_speech == tuple(PARTS_OF_SPEECH[:6])
    assert reading.heads.tolist() == [0] * 6
    assert [name == "root" for name in reading.relations] == [True] + [False] * 5


def test_a_cue_is_tied_to_its_source_and_to_both_parts_of_its_content() -> None:
    scores = scores_of(6)
    scores["tags"][2, 4] = 9
    scores["tags"][[0, 1], [1, 2]] = 9
    scores["tags"][[3, 4], [7, 8]] = 9
    scores["tags"][5, 7] = 9
    (reading,) = decode([Window(WORDS)], [scores])
    (attribution,) = reading.attributions
    assert attribution.cue == (2, 3)
    assert attribution.source == ((0, 2),)
    assert attribution.content == ((3, 5), (5, 6))
    assert 0.9 < attribution.confidence <= 1


def test_a_cue_without_content_is_no_attribution() -> None:
    scores = scores_of(6)
    scores["tags"][2, 4] = 9
    (reading,) = decode([Window(WORDS)], [scores])
    assert reading.attributions == ()


def test_names_end_where_the_kind_changes() -> None:
    scores = scores_of(6)
    for at, tag in enumerate(("B-person", "I-person", "I-place", "O", "B-group", "B-group")):
        scores["names"][at, NAME_TAGS.index(tag)] = 9
    (reading,) = decode([Window(WORDS)], [scores])
    assert [(name.words, name.kind) for name in reading.names] == [
        ((0, 2), "person"), ((2, 3), "place"), ((4, 5), "group"), ((5, 6), "group"),
    ]  # fmt: skip


def test_distances_tell_sides_steps_and_sentences_apart() -> None:
    sentences = np.array([0, 0, 0, 0, 1, 1])
    steps = distances_from((2, 3), sentences, 6)
    assert len(set(steps.tolist())) == 6
    assert ((steps >= 0) & (steps < DISTANCES)).all()


def test_the_distances_of_several_cues_are_those_of_each() -> None:
    sentences = np.array([0, 0, 0, 1, 1, 1, 1])
    cues = [(0, 1), (2, 4), (6, 7)]
    first, last = np.array(cues).T[:, :, None]
    together = distances_from((first, last), sentences, 7)
    assert together.tolist() == [distances_from(cue, sentences, 7).tolist() for cue in cues]
    assert (
        together[1].tolist()
        == (np.array([7, 8, 9, 9, 10, 11, 12]) * 5 + [2, 2, 2, 3, 3, 3, 3]).tolist()
    )
