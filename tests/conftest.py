"""What holds for all tests."""

import os

from hypothesis import settings

settings.register_profile("same_every_run", derandomize=True)
settings.register_profile("searching", max_examples=1_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same_every_run"))
"""By default a run draws the same examples as the last one, so that a change is judged by what
it changed. HYPOTHESIS_PROFILE=searching draws others, and more."""
