"""Tables of words, written as text."""


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def forms(verbs: str) -> frozenset[str]:
    """Each regular verb with its -s, -ed and -ing forms."""
    found: set[str] = set()
    for verb in verbs.split():
        stem = verb[:-1] if verb.endswith("e") else verb
        third = verb + "es" if verb.endswith(("s", "sh", "ch", "x")) else verb + "s"
        past = stem + "ed"
        if verb.endswith("y") and verb[-2] not in "aeou":
            third, past = verb[:-1] + "ies", verb[:-1] + "ied"
        found |= {verb, third, past, stem + "ing"}
    return frozenset(found)
