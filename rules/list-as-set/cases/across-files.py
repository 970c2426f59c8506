#- app/__init__.py
from .words import STOP_WORDS
#- app/service.py
from app import STOP_WORDS
from app.lists import add_once
from . import lists, words
from .words import FEW, is_common as common


def keywords(texts: list[str]) -> list[str]:
    return [word for word in texts if word not in STOP_WORDS] #! list-as-set


def by_module(texts: list[str]) -> list[str]:
    return [word for word in texts if word not in words.STOP_WORDS] #? miss: a list that is reached through its module


def known(texts: list[str]) -> list[str]:
    return [word for word in texts if common(word)] #! list-as-set hint


def few(texts: list[str]) -> list[str]:
    return [word for word in texts if word in FEW] #= three words


def collected(texts: list[str]) -> list[str]:
    found: list[str] = []
    for word in texts:
        add_once(found, word) #! list-as-set O(texts²)
    return found


def collected_by_module(texts: list[str]) -> list[str]:
    found: list[str] = []
    for word in texts:
        lists.add_once(item=word, into=found) #! list-as-set O(texts²)
    return found
#- app/words.py
STOP_WORDS = [
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "he", "in", "is", "it", "its", "of", "on", "that", "the",
]

_COMMON = (
    "about", "after", "all", "also", "any", "back", "because", "but", "come", "could", "day", "even", "first", "get", "give", "go", "good",
)

FEW = ["one", "two", "three"]


def is_common(word: str) -> bool:
    return word in _COMMON #= reported at the loop that repeats it
#- app/lists.py
def add_once(into: list[str], item: str) -> None:
    if item not in into: #= one scan per call; the loops are elsewhere
        into.append(item)
