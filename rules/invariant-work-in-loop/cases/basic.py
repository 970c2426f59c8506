import json
import re
from collections import Counter


def allowed(orders: list[dict], owners: list[str]) -> list[dict]:
    found = []
    for order in orders:
        if order["owner"] in set(owners):  #! invariant-work-in-loop hint O(orders × owners)
            found.append(order)
    return found


def in_comprehension(orders: list[dict], owners: list[str]) -> list[dict]:
    return [order for order in orders if order["owner"] in set(owners)]  #! invariant-work-in-loop hint O(orders × owners)


def by_key(orders: list[dict], owners: list[dict]) -> list[dict]:
    found = []
    for order in orders:
        ids = {owner["id"] for owner in owners}  #! invariant-work-in-loop hint O(orders × owners)
        if order["owner"] in ids:
            found.append(order)
    return found


def picked(orders: list[dict], owners: list[dict]) -> int:
    count = 0
    for order in orders:
        if order["owner"] in {owner["id"] for owner in owners}:  #! invariant-work-in-loop hint O(orders × owners)
            count += 1
    return count


def rates(text: str, orders: list[dict]) -> float:
    total = 0.0
    for order in orders:
        known = json.loads(text)  #! invariant-work-in-loop hint O(orders × text)
        total += known[order["owner"]]
    return total


def counts(words: list[str], other: list[str]) -> list[int]:
    found = []
    for word in words:
        known = Counter(other)  #! invariant-work-in-loop hint O(words × other)
        found.append(known[word])
    return found


def mentions(lines: list[str], words: list[str]) -> list[str]:
    return [line for line in lines if re.compile("|".join(words)).search(line)]  #! invariant-work-in-loop hint O(lines × words)


# The lines of a file are as many as it is long.
def unknown(path: str, words: list[str]) -> list[str]:
    found = []
    with open(path) as file:
        for line in file:
            if line.strip() not in set(words):  #! invariant-work-in-loop warning
                found.append(line)
    return found
