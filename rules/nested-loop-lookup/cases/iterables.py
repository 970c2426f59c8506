from collections.abc import Collection, Container, Iterable

from shelf import without

links: list[tuple[object, object]] = []


def drop(objects: Iterable[object]) -> None:
    links[:] = [
        (source, target)
        for source, target in links
        if source not in objects and target not in objects  #! nested-loop-lookup hint #! nested-loop-lookup hint
    ]


def link(source: object, target: object) -> None:
    links.append((source, target))


def kept(words: list[str], banned: Iterable[str] | None) -> list[str]:
    return [word for word in words if banned is None or word not in banned]  #! nested-loop-lookup hint O(words × banned)


def in_container(words: list[str], banned: Container[str]) -> list[str]:
    #= asks for no more than a membership test: whoever wrote that thought of sets
    return [word for word in words if word in banned]


def in_collection(words: list[str], banned: Collection[str]) -> list[str]:
    #= as likely a set
    return [word for word in words if word in banned]


def untyped(words: list[str], banned) -> list[str]:
    #= nobody says what it is
    return [word for word in words if word in banned]


def clean(words: list[str]) -> list[str]:
    return without(words, {word.lower() for word in words})


#- shelf.py
from collections.abc import Iterable


def without(words: list[str], banned: Iterable[str]) -> list[str]:
    #= its callers hand it a set
    return [word for word in words if word in banned]
