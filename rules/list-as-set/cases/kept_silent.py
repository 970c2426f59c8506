#@ no-run: lists of objects from elsewhere
from sqlalchemy.orm import DeclarativeBase, Mapped, relationship


class Version:
    def __init__(self, name: str) -> None:
        self.name = name


class Item:
    def __init__(self) -> None:
        self.versions: list[Version] = []
        self.current: Version | None = None


def copy_versions(old: Item, new: Item, current: str) -> None:
    for version in old.versions: #= another list grows than is searched
        if version.name == current:
            new.current = version
    for version in old.versions:
        new.versions.append(version)


def keep_version(item: Item, name: str) -> Version:
    for version in item.versions: #! list-as-set
        if version.name == name:
            return version
    version = Version(name)
    item.versions.append(version)
    return version


class Peers:
    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.peers: list[str] = []
        self.banned: list[str] = []
        self.known: list[str] = []
        self.seen: list[str] = []

    def add(self, peer: str) -> None:
        if peer not in self.peers: #= never more than fit in
            if len(self.peers) < self.capacity:
                self.peers.append(peer)

    def ban(self, peer: str) -> None:
        if len(self.banned) >= 20:
            return
        if peer not in self.banned: #= never more than twenty
            self.banned.append(peer)

    def know(self, peer: str) -> None:
        if peer not in self.known: #! list-as-set
            if len(self.known) < len(self.seen):
                self.known.append(peer)

    def see(self, peer: str) -> None:
        if peer not in self.seen: #! list-as-set
            if len(self.peers) < self.capacity:
                self.seen.append(peer)


class Base(DeclarativeBase):
    pass


class Destination(Base):
    __tablename__ = "destinations"
    name: Mapped[str]


class Certificate(Base):
    __tablename__ = "certificates"
    destinations: Mapped[list[Destination]] = relationship()

    def send_to(self, name: str) -> Destination:
        for destination in self.destinations: #= what a mapper reads and writes is no list of ours
            if destination.name == name:
                return destination
        made = Destination(name=name)
        self.destinations.append(made)
        return made
