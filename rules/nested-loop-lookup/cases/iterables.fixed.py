from collections.abc import Collection, Container, Iterable

from shelf import without

links: list[tuple[object, object]] = []


def drop(objects: Iterable[object]) -> None:
    objects_set = set(objects)
    links[:] = [
        (source, target)
        for source, target in links
        if source not in objects_set and target not in objects_set
    ]


def link(source: object, target: object) -> None:
    links.append((source, target))


def kept(words: list[str], banned: Iterable[str] | None) -> list[str]:
    banned_set = set(banned or ())
    return [word for word in words if banned is None or word not in banned_set]


def in_container(words: list[str], banned: Container[str]) -> list[str]:
    return [word for word in words if word in banned]


def in_collection(words: list[str], banned: Collection[str]) -> list[str]:
    return [word for word in words if word in banned]


def untyped(words: list[str], banned) -> list[str]:
    return [word for word in words if word in banned]


def clean(words: list[str]) -> list[str]:
    return without(words, {word.lower() for word in words})

#- shelf.py
from collections.abc import Iterable


def without(words: list[str], banned: Iterable[str]) -> list[str]:
    return [word for word in words if word in banned]
