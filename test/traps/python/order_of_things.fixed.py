# trap: elif: the list is only looked at where the first question is answered with no
def checked(names: list[str], known: list[str] | None, strict: bool) -> bool:
    known_set = set(known)
    if not strict:
        return True
    elif all(name in known_set for name in names):
        return True
    return False


# trap: `and` before the comprehension guards it
def guarded(names: list[str], known: list[str] | None) -> bool:
    known_set = set(known or ())
    return known is not None and all(name in known_set for name in names)


# trap: a conditional expression guards it
def chosen(names: list[str], known: list[str] | None) -> list[str]:
    known_set = set(known or ())
    return names if known is None else [name for name in names if name in known_set]


# trap: the condition of a while is asked again after the list has grown
def until_known(names: list[str], known: list[str]) -> int:
    rounds = 0
    while not all(name in known for name in names):
        known.append(names[rounds])
        rounds += 1
    return rounds


# trap: None raises TypeError inside the try
def tried_none(names: list[str], known: list[str] | None) -> list[str]:
    out = []
    try:
        known_set = set(known)
        for name in names:
            if name in known_set:
                out.append(name)
    except TypeError:
        out.append('none')
    finally:
        out.append('end')
    return out


# trap: the loop ends at the first one, and `else` says that there was none
def first_known(names: list[str], known: list[str]) -> str:
    known_set = set(known)
    for name in names:
        if name in known_set:
            found = name
            break
    else:
        found = ''
    return found


# trap: late binding: all functions ask about the last name, and later
def bound_late(names: list[str], known: list[str]) -> list[bool]:
    asked = []
    for name in names:
        asked.append(lambda: name in known)
    known.clear()
    return [ask() for ask in asked]


# trap: a list that is made only on one way
def made_sometimes(names: list[str], raw: str | None) -> list[str]:
    out = []
    if raw is not None:
        known = raw.split(',')
    known_set = set(known)
    for name in names:
        if raw is not None and name in known_set:
            out.append(name)
    return out


# trap: try around index, per name
def ranks(names: list[str], ranking: list[str]) -> list[int]:
    out = []
    for name in names:
        try:
            out.append(ranking.index(name))
        except ValueError:
            out.append(-1)
    return out


# trap: remove() once, by the place of the first
def taken(names: list[str], stock: list[str]) -> list[str]:
    out = []
    for name in names:
        if name in stock:
            stock.remove(name)
            out.append(name)
    return out
