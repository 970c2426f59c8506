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
        self._muted: list[str] = []
        self._recent: list[str] = []
        self._history: list[str] = []
        self._ids: set[str] = set()

    def connect(self, child: Node, parent: Node) -> None:
        if parent not in child.parents: #! list-as-set hint O(parents²)
            child.parents.append(parent)

    def adopt(self, parent: Node, child: Node) -> None:
        if child not in parent.children: #! list-as-set hint O(children²)
            parent.children.append(child)

    def mute(self, name: str) -> None:
        if name not in self._muted: #! list-as-set hint O(_muted²)
            self._muted.append(name)

    def audible(self, names: list[str]) -> list[str]:
        return [name for name in names if name not in self._muted] #! list-as-set hint O(names × _muted)

    def node_of(self, name: str) -> Node:
        for node in self.nodes: #! list-as-set hint O(nodes²)
            if node.name == name:
                return node
        made = Node(name, [])
        self.nodes.append(made)
        return made

    def root(self) -> Node | None:
        return next((node for node in self.nodes if node.name == "root"), None) #= the same name every time

    def visit(self, name: str) -> None:
        self._recent.insert(0, name) #= nothing is searched
        del self._recent[10:]

    def was_seen(self, name: str) -> bool:
        return name in self._history #= the list is also a list, and nobody repeats the question

    def note(self, name: str) -> None:
        self._history.append(name)

    def last(self) -> list[str]:
        return self._history[-10:]

    def register(self, name: str) -> None:
        if name not in self._ids: #= a set
            self._ids.add(name)


@dataclass
class Cart:
    items: list[str] = field(default_factory=list)
    limits: dict[str, int] = field(default_factory=dict)

    def add(self, item: str) -> None:
        if item not in self.items: #! list-as-set hint O(items²)
            self.items.append(item)

    def limit(self, item: str) -> None:
        if item not in self.limits: #= a dict
            self.limits[item] = 1


handlers: list[str] = []


def register(name: str) -> None:
    if name not in handlers: #? miss: a list of the module that functions fill
        handlers.append(name)


def ancestors(node: Node, seen: list[Node] | None = None) -> list[Node]:
    seen = seen if seen is not None else []
    if node in seen: #! list-as-set hint O(seen²)
        return seen
    seen.append(node)
    for parent in node.parents:
        ancestors(parent, seen) #! list-as-set hint
    return seen


def reachable(node: Node, seen: list[Node]) -> None:
    if node in seen: #! list-as-set hint O(seen²)
        return
    seen.append(node)
    for parent in node.parents:
        reachable(parent, seen) #! list-as-set hint


def collector():
    keys: list[str] = []

    def collect(key: str) -> None:
        if key not in keys: #! list-as-set hint O(keys²)
            keys.append(key)

    return collect


def own(words: list[str], word: str) -> list[str]:
    mine = list(words)
    if word not in mine: #= a list of its own, made for one call
        mine.append(word)
    return mine
