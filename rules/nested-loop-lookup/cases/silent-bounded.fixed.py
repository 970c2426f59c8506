import enum
import itertools
import sys
from collections import deque
from typing import Literal

METHODS = ["GET", "HEAD", "OPTIONS", "TRACE"]
LEVELS = ("debug", "info", "warning", "error")
FLAGS = [flag for flag in METHODS if flag != "TRACE"]
COLORS = {"red": 1, "green": 2}


class Color(enum.Enum):
    RED = "red"
    GREEN = "green"


def safe(methods: list[str]) -> list[str]:
    return [method for method in methods if method in METHODS]


def loud(levels: list[str]) -> list[str]:
    return [level for level in levels if LEVELS.index(level) > 1]


def flagged(methods: list[str]) -> list[str]:
    return [method for method in methods if method in FLAGS]


def local(methods: list[str]) -> int:
    wanted = ["GET", "PUT"]
    found = 0
    for method in methods:
        if method in wanted:
            found += 1
    return found


def in_place(methods: list[str]) -> list[str]:
    return [method for method in methods if method in ("GET", "PUT") or method in ["HEAD"]]


def colored(names: list[str]) -> list[str]:
    return [name for name in names if name in list(COLORS) and name in COLORS.values()]


def of_enum(names: list[Color]) -> list[Color]:
    return [name for name in names if name in list(Color)]


def declared(names: list[str], colors: list[Literal["red", "green"]]) -> list[str]:
    return [name for name in names if name in colors]


def pair(names: list[str], ends: tuple[str, str]) -> list[str]:
    return [name for name in names if name in ends]


def recent(names: list[str], history: list[str]) -> list[str]:
    last = history[-10:]
    first = history[:10]
    return [name for name in names if name in last or name in first]


def kept_short(names: list[str], history: list[str]) -> list[str]:
    last = deque(history, maxlen=10)
    return [name for name in names if name in last]


def sliced(names: list[str], history: list[str]) -> list[str]:
    last = list(itertools.islice(history, 10))
    return [name for name in names if name in last]


def few(names: list[str]) -> list[bool]:
    return [each in names for each in ("a", "b", "c")]


def of_one_dict(names: list[str]) -> list[bool]:
    return [color in names for color, _ in COLORS.items()]


def weekdays(names: list[str]) -> int:
    return sum(1 for day in range(7) if str(day) in names)


def checked(names: list[str], banned: list[str]) -> list[str]:
    if len(banned) > 10:
        raise ValueError("too many")
    return [name for name in names if name not in banned]


def asserted(names: list[str], banned: list[str]) -> list[str]:
    assert len(banned) <= 10
    banned_set = set(banned)
    return [name for name in names if name not in banned_set]


def arguments(names: list[str], *banned: str) -> list[str]:
    return [name for name in names if name not in banned]


def of_command(names: list[str]) -> list[str]:
    return [name for name in names if name in sys.argv]


def by_name(names: list[str], columns: list[str], extensions: list[str]) -> list[str]:
    return [name for name in names if name in columns and name in extensions]


def stated(names: list[str], pets: list[str]) -> list[str]:
    # scalelint-size pets <= 20
    return [name for name in names if name in pets]


class Api:
    methods = ["GET", "PUT"]

    def __init__(self) -> None:
        self.flavours = ["json", "xml"]

    def known(self, names: list[str]) -> list[str]:
        return [name for name in names if name in self.methods]

    def readable(self, names: list[str]) -> list[str]:
        return [name for name in names if name in self.flavours]


def parts(names: list[str], version: str) -> list[str]:
    numbers = version.split(".")
    return [name for name in names if name in numbers]
