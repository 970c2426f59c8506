import bisect
import heapq
import operator
import random

_known: list[str] = []


# trap: the method was bound before the loop
def bound_append(names: list[str], known: list[str]) -> list[str]:
    remember = known.append
    out = []
    for name in names:
        if name not in known:  #! nested-loop-lookup 💡none
            remember(name)
            out.append(name)
    return out


# trap: a function inside adds, which the loop calls
def by_closure(names: list[str], known: list[str]) -> list[str]:
    def remember(name: str) -> None:
        known.append(name)

    out = []
    for name in names:
        if name not in known:  #! nested-loop-lookup 💡none
            remember(name)
            out.append(name)
    return out


# trap: a heap grows through a function of heapq
def by_heap(names: list[str], known: list[str]) -> int:
    added = 0
    for name in names:
        if name not in known:  #! nested-loop-lookup 💡none
            heapq.heappush(known, name)
            added += 1
    return added


# trap: a sorted list grows through a function of bisect
def by_bisect(names: list[str], known: list[str]) -> int:
    added = 0
    for name in names:
        if name not in known:  #! nested-loop-lookup 💡none
            bisect.insort(known, name)
            added += 1
    return added


# trap: += adds to the list in place, through the module operator too
def by_operator(names: list[str], known: list[str]) -> int:
    added = 0
    for name in names:
        if name not in known:  #! nested-loop-lookup 💡none
            operator.iadd(known, [name])
            added += 1
    return added


# trap: the position in a list that is shuffled
def shuffled(names: list[str], ranking: list[str]) -> list[int]:
    places = []
    for name in names:
        random.shuffle(ranking)
        places.append(ranking.index(name))  #! nested-loop-lookup 💡none
    return places


# trap: the alias was made in a branch
def by_alias(names: list[str], known: list[str], keep: bool) -> list[str]:
    target = known if keep else []
    for name in names:
        if name not in known:  #! nested-loop-lookup 💡none
            target.append(name)
    return target


# trap: the list grows after the search, in the same loop, by a walrus and an alias
def by_walrus(names: list[str], known: list[str]) -> int:
    added = 0
    for name in names:
        if name not in known and (target := known) is not None:  #! nested-loop-lookup 💡none
            target.append(name)
            added += 1
    return added


# trap: the generator runs after the list has grown
def later(names: list[str], known: list[str]) -> list[str]:
    old = (name for name in names if name in known)  #! nested-loop-lookup 💡none
    known.append('everyone')
    return list(old)


# trap: filter() asks after the list has grown
def filtered_later(names: list[str], known: list[str]) -> list[str]:
    old = filter(lambda name: name in known, names)  #! nested-loop-lookup 💡none
    known.append('everyone')
    return list(old)


# trap: the list is the one that is walked, and grows by it
def following(pages: list[str], links: dict[str, str]) -> list[str]:
    for page in pages:
        link = links.get(page)
        if link is not None and link not in pages:  #! list-as-set 💡none
            pages.append(link)
    return pages


# Another list from here on.
def replaced(names: list[str], known: list[str]) -> list[str]:
    out = []
    for name in names:
        if name in known:
            out.append(name)
        if name == '':
            known = names[:2]
    return out


# Unpacked anew.
def unpacked(names: list[str], known: list[str]) -> list[str]:
    out = []
    for name in names:
        if name in known:
            _, *known = known
            out.append(name)
    return out


# Slices and del.
def by_slice(names: list[str], known: list[str]) -> int:
    added = 0
    for name in names:
        if name not in known:
            known[len(known):] = [name]
            added += 1
    return added


def by_del(names: list[str], known: list[str]) -> int:
    found = 0
    for name in names:
        if name in known:
            found += 1
        del known[:1]
    return found


def _note(name: str) -> None:
    _known.append(name)


# The module's list grows in a function that the loop calls.
def by_module(names: list[str]) -> list[str]:
    out = []
    for name in names:
        if name not in _known:
            _note(name)
            out.append(name)
    return out
