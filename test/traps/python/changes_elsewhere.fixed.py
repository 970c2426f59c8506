from contextlib import contextmanager


class Registry:
    def __init__(self, known: list[str]) -> None:
        self.known = known
        self.notes: list[str] = []

    def note(self, name: str) -> None:
        self.known.append(name)

    # trap: a method of the same object adds
    def add_all(self, names: list[str]) -> list[str]:
        out = []
        known_set = set(self.known)
        for name in names:
            if name not in known_set:
                self.note(name)
                out.append(name)
        return out

    # trap: a local name for the field, which a method adds to
    def add_local(self, names: list[str]) -> list[str]:
        known = self.known
        out = []
        known_set = set(known)
        for name in names:
            if name not in known_set:
                self.note(name)
                out.append(name)
        return out

    # trap: setattr with a name that shows at run time only
    def reset(self, names: list[str], field: str) -> list[str]:
        out = []
        known_set = set(self.known)
        for name in names:
            if name in known_set:
                setattr(self, field, [name])
                out.append(name)
        return out

    # trap: what is done to another object of the class may be done to this one
    def merge(self, other: 'Registry', names: list[str]) -> None:
        known_set = set(self.known)
        for name in names:
            if name not in known_set:
                other.note(name)


# trap: the object took the list before the loop
def by_registry(names: list[str], known: list[str]) -> int:
    registry = Registry(known)
    added = 0
    known_set = set(known)
    for name in names:
        if name not in known_set:
            registry.note(name)
            added += 1
    return added


@contextmanager
def recording(name: str, into: list[str]):
    yield
    into.append(name)


# trap: the context manager adds on its way out
def by_context(names: list[str], known: list[str]) -> int:
    added = 0
    known_set = set(known)
    for name in names:
        with recording(name, known):
            if name not in known_set:
                added += 1
    return added


def draining(queue: list[str], into: list[str]):
    while queue:
        name = queue.pop()
        yield name
        into.append(name)


# trap: what is walked adds to the list between two elements
def by_walk(queue: list[str], known: list[str]) -> int:
    again = 0
    known_set = set(known)
    for name in draining(queue, known):
        if name in known_set:
            again += 1
    return again


# trap: a function that is called after the list has grown
def called_later(names: list[str], known: list[str]) -> list[str]:
    def old() -> list[str]:
        known_set = set(known)
        return [name for name in names if name in known_set]

    known.append('everyone')
    return old()
