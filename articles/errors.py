"""What may be refused. Each refusal carries the sentence its user reads: the thing, the place, what to do next."""

from articles.text.correction import Clash


class Refused(Exception):
    """A step was refused and nothing was changed. ``str(error)`` is the sentence; ``status`` its HTTP status."""

    status = 400


class BadInput(Refused):
    """What was given cannot be used as it stands."""


class BadSeed(BadInput):
    """A seed file that cannot be imported."""


class NotAllowed(Refused):
    """This person may not do this to this article."""

    status = 403


class WrongMoment(Refused):
    """The article is not where the step expects it: someone else was first, or its stage forbids it."""

    status = 409


class MovedOn(WrongMoment):
    """The article has a newer Revision than the one that was on the screen."""


class NotThere(Refused):
    """There is nothing at this address, and it is not said whether there ever was."""

    status = 404


class Gone(Refused):
    """It was there and is no more."""

    status = 410


class Blocked(WrongMoment):
    """Something must be settled first; ``reasons`` says what, a sentence each."""

    def __init__(self, sentence: str, reasons: tuple[str, ...]) -> None:
        super().__init__(sentence)
        self.reasons = reasons


class Conflict(WrongMoment):
    """Two people changed the same words; ``clashes`` has base, theirs and mine for each."""

    def __init__(self, sentence: str, clashes: tuple[Clash, ...]) -> None:
        super().__init__(sentence)
        self.clashes = clashes
