from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar('T')


@dataclass
class Point:
    x: int
    y: int


@dataclass(frozen=True)
class Route:
    name: str
    stops: list[str]


class Version:
    def __init__(self, text: str) -> None:
        self.text = text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Version) and self.text == other.text


class Header:
    def __init__(self, name: str) -> None:
        self.name = name

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Header) and self.name.lower() == other.name.lower()

    def __hash__(self) -> int:
        return hash(self.name)


class Slug(str):
    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and self.casefold() == other.casefold()

    __hash__ = str.__hash__


# trap: a row is a list, and a set of lists raises TypeError
def new_rows(rows: list[list[str]], known: list[list[str]]) -> list[list[str]]:
    return [row for row in rows if row not in known]


# trap: a set of dicts raises TypeError
def unsent_records(records: list[dict[str, str]], sent: list[dict[str, str]]) -> list[dict[str, str]]:
    missing = []
    for record in records:
        if record not in sent:
            missing.append(record)
    return missing


# trap: a set is compared by value and has no hash
def unknown_groups(groups: list[set[str]], known: list[set[str]]) -> int:
    return sum(1 for group in groups if group not in known)


# trap: bytearrays have no hash, although bytes have
def fresh_packets(packets: list[bytearray], seen: list[bytearray]) -> list[bytearray]:
    return [packet for packet in packets if packet not in seen]


# trap: a dataclass that is compared by value has no hash unless it is frozen
def unvisited(points: list[Point], visited: list[Point]) -> list[Point]:
    return [point for point in points if point not in visited]


# trap: a frozen dataclass has a hash, and it raises for the list inside
def new_routes(routes: list[Route], driven: list[Route]) -> list[Route]:
    driven_set = set(driven)
    return [route for route in routes if route not in driven_set]


# trap: the hash of a tuple raises for the list inside
def changed_pairs(pairs: list[tuple[str, list[str]]], before: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    return [pair for pair in pairs if pair not in before]


# trap: __eq__ without __hash__ takes the hash away
def not_released(versions: list[Version], released: list[Version]) -> list[Version]:
    return [version for version in versions if version not in released]


# trap: equal headers have different hashes here
def repeated_names(names: list[Header], sent: list[Header]) -> list[Header]:
    sent_set = set(sent)
    return [name for name in names if name in sent_set]


# trap: a subclass of str that compares in its own way has the hash of the text
def taken(slugs: list[Slug], used: list[Slug]) -> list[Slug]:
    used_set = set(used)
    return [slug for slug in slugs if slug in used_set]


# trap: what is asked for may be a list: `in` says False, a set raises
def known_values(values: list[str | list[str]], known: list[str]) -> list[str | list[str]]:
    known_set = set(known)
    return [value for value in values if value in known_set]


# trap: values of JSON may be anything
def matching(rows: list[dict[str, Any]], wanted: list[Any]) -> list[dict[str, Any]]:
    wanted_set = set(wanted)
    return [row for row in rows if row['value'] in wanted_set]


# trap: a type variable may stand for lists
def without(items: list[T], gone: list[T]) -> list[T]:
    gone_set = set(gone)
    return [item for item in items if item not in gone_set]
