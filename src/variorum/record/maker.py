"""Who made a derived thing: component, version and, where it learned, its weights."""

import msgspec


class Maker(msgspec.Struct, frozen=True, gc=False):
    """The maker of a derived value. Two makers that differ may give different results."""

    component: str
    version: int
    weights: str | None = None

    def __str__(self) -> str:
        name = f"{self.component}/{self.version}"
        return f"{name}+{self.weights[:12]}" if self.weights else name
