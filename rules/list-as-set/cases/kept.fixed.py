from __future__ import annotations

from dataclasses import dataclass, field


class Node:
    def __init__(self, name: str, parents: list[Node]) -> None:
        self.name = name
        self.parents = parents
        self.children: list[Node] = []


class Graph:
    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._muted: set[str] = set()
        self._recent: list[str] = []
        self._history: list[str] = []
        self._ids: set[str] = set()

    def connect(self, child: Node, parent: Node) -> None:
        if parent not in child.parents:
            child.parents.append(parent)

    def adopt(self, parent: Node, child: Node) -> None:
        if child not in parent.children:
            parent.children.append(child)

    def mute(self, name: str) -> None:
        if name not in self._muted:
            self._muted.add(name)

    def audible(self, names: list[str]) -> list[str]:
        return [name for name in names if name not in self._muted]

    def node_of(self, name: str) -> Node:
        for node in self.nodes:
            if node.name == name:
                return node
        made = Node(name, [])
        self.nodes.append(made)
        return made

    def root(self) -> Node | None:
        return next((node for node in self.nodes if node.name == "root"), None)

    def visit(self, name: str) -> None:
        self._recent.insert(0, name)
        del self._recent[10:]

    def was_seen(self, name: str) -> bool:
        return name in self._history

    def note(self, name: str) -> None:
        self._history.append(name)

    def last(self) -> list[str]:
        return self._history[-10:]

    def register(self, name: str) -> None:
        if name not in self._ids:
            self._ids.add(name)


@dataclass
class Cart:
    items: list[str] = field(default_factory=list)
    limits: dict[str, int] = field(default_factory=dict)

    def add(self, item: str) -> None:
        if item not in self.items:
            self.items.append(item)

    def limit(self, item: str) -> None:
        if item not in self.limits:
            self.limits[item] = 1


handlers: list[str] = []


def register(name: str) -> None:
    if name not in handlers:
        handlers.append(name)


def ancestors(node: Node, seen: list[Node] | None = None) -> list[Node]:
    seen = seen if seen is not None else []
    if node in seen:
        return seen
    seen.append(node)
    for parent in node.parents:
        ancestors(parent, seen)
    return seen


def reachable(node: Node, seen: list[Node]) -> None:
    if node in seen:
        return
    seen.append(node)
    for parent in node.parents:
        reachable(parent, seen)


def collector():
    keys: set[str] = set()

    def collect(key: str) -> None:
        if key not in keys:
            keys.add(key)

    return collect


def own(words: list[str], word: str) -> list[str]:
    mine = list(words)
    if word not in mine:
        mine.append(word)
    return mine
