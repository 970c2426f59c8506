from collections.abc import Callable


# trap: whoever walks the generator may add to the list between two names
def fresh(names: list[str], known: list[str]):
    known_set = set(known)
    for name in names:
        if name not in known_set:
            yield name


def all_fresh(names: list[str], known: list[str]) -> list[str]:
    out = []
    for name in fresh(names, known):
        known.append(name)
        out.append(name)
    return out


# trap: a callback that is handed in may hold the same list
def with_callback(names: list[str], known: list[str], on_new: Callable[[str], None]) -> None:
    known_set = set(known)
    for name in names:
        if name not in known_set:
            on_new(name)


# trap: two parameters may be one list
def split(names: list[str], known: list[str], out: list[str]) -> None:
    known_set = set(known)
    for name in names:
        if name not in known_set:
            out.append(name)


def remembered(names: list[str]) -> list[str]:
    known: list[str] = []
    split(names, known, known)
    return known


# trap: a list in a list
def by_slot(names: list[str], known: list[str]) -> list[list[str]]:
    groups = [known, []]
    known_set = set(known)
    for name in names:
        groups[name not in known_set].append(name)
    return groups


# trap: a default argument holds the list
def by_default(names: list[str], known: list[str]) -> list[str]:
    def note(name: str, into: list[str] = known) -> None:
        into.append(name)

    out = []
    known_set = set(known)
    for name in names:
        if name not in known_set:
            note(name)
            out.append(name)
    return out


# trap: exec and eval see and change names
def by_exec(names: list[str], known: list[str], script: str) -> int:
    found = 0
    for name in names:
        if name in known:
            exec(script, {'known': known})
            found += 1
    return found


# trap: the objects' keys change in the loop
class Account:
    def __init__(self, name: str) -> None:
        self.name = name


def renamed(orders: list[tuple[str, str]], accounts: list[Account]) -> list[str]:
    out = []
    for old, new in orders:
        account = next((account for account in accounts if account.name == old), None)
        if account is not None:
            account.name = new
            out.append(new)
    return out


# trap: vars() and __dict__ change a field without naming it
def moved(orders: list[tuple[str, str]], accounts: list[Account]) -> int:
    count = 0
    accounts_by_name = {}
    for account in accounts:
        accounts_by_name.setdefault(account.name, []).append(account)
    for old, new in orders:
        for account in accounts_by_name.get(old, ()):
            if account.name == old:
                vars(account)['name'] = new
                count += 1
    return count
