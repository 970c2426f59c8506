import copy
import json
import re


def own_tags(orders: list[dict], tag: str) -> list[dict]:
    #= each order has tags of its own
    return [order for order in orders if tag in set(order["tags"])]


def few(orders: list[dict]) -> list[dict]:
    #= three words
    return [order for order in orders if order["owner"] in set(("a", "b", "c"))]


def rounds(orders: list[dict], owners: list[str]) -> list[set[str]]:
    found = []
    for order in orders:
        #= each round takes from a set of its own
        left = set(owners)
        left.discard(order["owner"])
        found.append(left)
    return found


def growing(orders: list[dict]) -> int:
    seen: list[str] = []
    count = 0
    for order in orders:
        #= it is another list each time
        if order["owner"] in set(seen):
            count += 1
        seen.append(order["owner"])
    return count


def first_source(owners: list[str], wanted: list[str]) -> list[str]:
    #= what a comprehension walks is made once
    return [owner for owner in set(owners) if owner == wanted[0]]


def patterns(lines: list[str]) -> list[str]:
    #= the module keeps what it compiled
    return [line for line in lines if re.compile("^a+b").search(line)]


def matches(lines: list[str]) -> list[str]:
    #= and so does this
    return [line for line in lines if re.match("^a+b", line)]


def states(orders: list[dict], base: dict) -> list[dict]:
    found = []
    for order in orders:
        #= each is changed afterwards
        state = copy.deepcopy(base)
        state["owner"] = order["owner"]
        found.append(state)
    return found


def lines(orders: list[str]) -> list[dict]:
    #= another text each time
    return [json.loads(order) for order in orders]


class Stock:
    def __init__(self, names: list[str]) -> None:
        self.names = names

    def add(self, name: str) -> None:
        self.names.append(name)

    def missing(self, orders: list[str]) -> list[str]:
        #= methods add to it, and who knows what else the loop calls
        return [order for order in orders if order not in set(self.names)]


def once(orders: list[str], owners: list[str]) -> bool:
    known = None
    for order in orders:
        if known is None:
            #= only the first time
            known = set(owners)
        if order not in known:
            return False
    return True
