from places import put


def ranks(bids: list[int], prices: list[int]) -> list[int]:
    found = []
    for bid in bids:
        ordered = sorted(prices)  #! sort-in-loop hint O(bids × prices)
        found.append(bid - ordered[len(ordered) // 2])
    return found


def medians(numbers: list[float]) -> list[float]:
    seen: list[float] = []
    found = []
    for number in numbers:
        seen.append(number)
        seen.sort()  #! sort-in-loop hint O(numbers²)
        found.append(seen[len(seen) // 2])
    return found


def reached(start: str, links: dict[str, list[tuple[int, str]]]) -> list[str]:
    waiting = [(0, start)]
    done = []
    while waiting:
        waiting.sort()  #! sort-in-loop hint
        cost, place = waiting.pop()
        done.append(place)
        for more, other in links[place]:
            waiting.append((cost + more, other))
    return done


def lengths(path: str) -> list[int]:
    all_lengths: list[int] = []
    firsts = []
    with open(path) as file:
        for line in file:
            all_lengths.append(len(line))
            all_lengths.sort()  #! sort-in-loop warning
            firsts.append(all_lengths[0])
    return firsts


def insert(names: list[str], name: str) -> None:
    names.append(name)
    names.sort()


def through_helper(names: list[str]) -> list[str]:
    ordered: list[str] = []
    for name in names:
        insert(ordered, name)  #! sort-in-loop hint O(names²)
    return ordered


def through_another_file(names: list[str]) -> list[str]:
    ordered: list[str] = []
    for name in names:
        put(name, ordered)  #! sort-in-loop hint O(names²)
    return ordered


#- places.py
def put(name: str, names: list[str]) -> None:
    names.append(name)
    names.sort()
