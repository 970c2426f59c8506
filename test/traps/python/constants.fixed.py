import sys
from typing import Any, Final

# trap: a constant that is asked for names only
_STOP = {
    'a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'for', 'from', 'has', 'he', 'in', 'is', 'it', 'its',
}


def words(names: list[str]) -> list[str]:
    return [name for name in names if name not in _STOP]


# trap: asked for what may be a list: `in` says False, and a set raises
_KEYWORDS = {
    'a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'for', 'from', 'has', 'he', 'in', 'is', 'it', 'its',
}


def keywords(values: list[Any]) -> list[Any]:
    return [value for value in values if value in _KEYWORDS]


# A place is asked for too.
_RANKS = [
    'a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'for', 'from', 'has', 'he', 'in', 'is', 'it', 'its',
]


def ranks(names: list[str]) -> list[int]:
    return [_RANKS.index(name) for name in names if name in _RANKS]


# Joined: the order shows.
_COLUMNS = [
    'a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'for', 'from', 'has', 'he', 'in', 'is', 'it', 'its',
]


def columns(names: list[str]) -> str:
    return ', '.join(_COLUMNS) if all(name in _COLUMNS for name in names) else ''


# Its length, with one word twice.
_WEIGHTED = [
    'a', 'a', 'and', 'are', 'as', 'at', 'be', 'by', 'for', 'from', 'has', 'he', 'in', 'is', 'it', 'its',
]


def weighted(names: list[str]) -> float:
    return sum(1 for name in names if name in _WEIGHTED) / len(_WEIGHTED)


# Added to another list.
_BASE = [
    'a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'for', 'from', 'has', 'he', 'in', 'is', 'it', 'its',
]


def extended(names: list[str]) -> list[str]:
    return _BASE + [name for name in names if name not in _BASE]


# trap: a constant by its name, which grows
_GROWING = {
    'a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'for', 'from', 'has', 'he', 'in', 'is', 'it', 'its',
}


def growing(names: list[str]) -> None:
    for name in names:
        if name not in _GROWING:
            _GROWING.add(name)


# trap: rows of a constant have no hash
_ROWS = [
    ['a'], ['an'], ['and'], ['are'], ['as'], ['at'], ['be'], ['by'], ['for'], ['from'], ['has'], ['he'], ['in'], ['is'], ['it'], ['its'],
]


def rows(values: list[list[str]]) -> list[list[str]]:
    return [value for value in values if value in _ROWS]


# trap: the annotation says that it is a list
_FINAL: Final[list[str]] = [
    'a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'for', 'from', 'has', 'he', 'in', 'is', 'it', 'its',
]


def finals(names: list[str]) -> list[str]:
    return [name for name in names if name in _FINAL]


_ANNOTATED: set[str] = {
    'a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'for', 'from', 'has', 'he', 'in', 'is', 'it', 'its',
}


def annotated(names: list[str]) -> list[str]:
    return [name for name in names if name in _ANNOTATED]


# trap: comments and a comma at the end
_COMMENTED = {
    'a', 'an', 'and', 'are',  # short ones
    # 'but' is not one of them
    'as', 'at', 'be', 'by', 'for', 'from', 'has', 'he', 'in', 'is', 'it', 'its',
}


def commented(names: list[str]) -> list[str]:
    return [name for name in names if name in _COMMENTED]


# trap: 1 and True are equal, and the set keeps one of them: membership is the same
_MIXED = {1, True, 0, False, 1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}


def mixed(numbers: list[int]) -> list[int]:
    return [number for number in numbers if number in _MIXED]


# trap: in __all__, although it has an underscore
_LISTED = [
    'a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'for', 'from', 'has', 'he', 'in', 'is', 'it', 'its',
]


def listed(names: list[str]) -> list[str]:
    return [name for name in names if name in _LISTED]


# trap: one of two values
_EITHER = [
    'a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'for', 'from', 'has', 'he', 'in', 'is', 'it', 'its',
] if sys.version_info >= (3,) else []


def either(names: list[str]) -> list[str]:
    return [name for name in names if name in _EITHER]


# trap: chained comparison: `a in X == Y`
_CHAINED = [
    'a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'for', 'from', 'has', 'he', 'in', 'is', 'it', 'its',
]


def chained(names: list[str], other: list[str]) -> list[str]:
    return [name for name in names if name in _CHAINED == other]


class Parser:
    _OPERATORS = [
        '+', '-', '*', '/', '%', '<', '>', '=', '!', '&', '|', '^', '~', '?', ':', ';', ',',
    ]
    # Another class replaces it by a list and adds to it.
    _BRACKETS = [
        '(', ')', '[', ']', '{', '}', '<', '>', '«', '»', '‹', '›', '„', '“', '‚', '‘',
    ]
    tokens = [
        'a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'for', 'from', 'has', 'he', 'in', 'is', 'it', 'its',
    ]

    def operators(self, text: str) -> list[str]:
        return [letter for letter in text if letter in self._OPERATORS]

    def brackets(self, text: str) -> list[str]:
        return [letter for letter in text if letter in self._BRACKETS]

    def known(self, names: list[str]) -> list[str]:
        return [name for name in names if name in self.tokens]


__all__ = ['_LISTED', 'words']
