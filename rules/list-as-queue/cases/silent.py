from collections import deque

import requests


def command(args: list[str]) -> str:
    #= once, and in no loop
    return args.pop(0)


def latest(numbers: list[int]) -> list[int]:
    window: list[int] = []
    sums = []
    for number in numbers:
        window.append(number)
        #= the window holds fifty at most
        if len(window) > 50:
            window.pop(0)
        sums.append(sum(window))
    return sums


def allowed(times: list[float], now: float) -> bool:
    while times and times[0] < now - 60:
        #= takes those that have become old, and each call the few since the last
        times.pop(0)
    times.append(now)
    return len(times) < 100


def walk(root: str, children: dict[str, list[str]]) -> list[str]:
    seen = []
    queue = deque([root])
    while queue:
        #= a deque is made for that
        name = queue.popleft()
        seen.append(name)
        queue.extend(children[name])
    return seen


def pages(urls: list[str]) -> list[str]:
    found = []
    while urls:
        #= moving the addresses is nothing beside a round trip
        found.append(requests.get(urls.pop(0)).text)
    return found


def by_key(known: dict[int, str]) -> list[str]:
    found = []
    while known:
        #= a dictionary's pop takes a key
        found.append(known.pop(0))
    return found


def path(node) -> list[str]:
    names: list[str] = []
    while node is not None:
        #= nothing says how deep it goes, and mostly it is not deep
        names.insert(0, node.name)
        node = node.parent
    return names


def stack(names: list[str]) -> int:
    total = 0
    while names:
        #= taken from the end: nothing moves
        total += len(names.pop())
    return total
