from variorum.read.attitudes.lexicon import senses, verb_forms


class TestForms:
    def test_regular_verbs(self) -> None:
        assert {"back", "backs", "backed", "backing"} <= verb_forms("back")
        assert {"oppose", "opposes", "opposed", "opposing"} <= verb_forms("oppose")
        assert {"deny", "denies", "denied", "denying"} <= verb_forms("deny")

    def test_consonants_that_double_and_strong_verbs(self) -> None:
        assert "slammed" in verb_forms("slam")
        assert "sought" in verb_forms("seek")


class TestSenses:
    def test_every_sense_is_whole(self) -> None:
        assert len({one.printed for some in senses().values() for one in some}) > 250
        for some in senses().values():
            for one in some:
                assert one.stance in (1, 0, -1)
                assert one.negated in ("flip", "drop", "only", "mixed")
                assert 0 < one.sureness <= 1
                assert one.kind in "vnlraspde"
                assert bool(one.places) != (one.kind in "pe")

    def test_particles_belong_to_the_word(self) -> None:
        found = {one.printed for one in senses()["ruled"]}
        assert found == {"rule", "rule out"}
