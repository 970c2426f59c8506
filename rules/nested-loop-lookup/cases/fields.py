from dataclasses import dataclass, field


@dataclass
class Row:
    id: str
    tags: list[str] = field(default_factory=list)


class Directory:
    kinds = ["person", "group", "robot"]

    def __init__(self, rows: list[Row], names: list[str]) -> None:
        self.rows = rows
        self.names: list[str] = list(names)
        self._seen: set[str] = set()

    def known(self, ids: list[str]) -> list[str]:
        return [each for each in ids if each in self.names] #! nested-loop-lookup hint O(ids × names)

    def found(self, ids: list[str]) -> list[Row | None]:
        return [next((row for row in self.rows if row.id == each), None) for each in ids] #! nested-loop-lookup O(ids × rows)

    def owner_of(self, wanted: str) -> Row | None:
        return next((row for row in self.rows if row.id == wanted), None) #= one scan per call

    def owners(self, ids: list[str]) -> list[Row]:
        owners = []
        for each in ids:
            owner = self.owner_of(each) #! nested-loop-lookup
            if owner is not None:
                owners.append(owner)
        return owners

    @property
    def ids(self) -> list[str]:
        return [row.id for row in self.rows]

    def by_property(self, wanted: list[str]) -> list[str]:
        return [each for each in wanted if each in self.ids] #! nested-loop-lookup O(wanted × ids)

    def fresh(self, ids: list[str]) -> list[str]:
        return [each for each in ids if each not in self._seen] #= a set

    def of_kind(self, names: list[str]) -> list[str]:
        return [name for name in names if name in self.kinds] #= three kinds

    def own_tags(self, tag: str) -> list[Row]:
        return [row for row in self.rows if tag in row.tags] #= each row's own tags


class Guests(Directory):
    def invited(self, ids: list[str]) -> list[str]:
        return [each for each in ids if self.owner_of(each)] #! nested-loop-lookup

    def named(self, ids: list[str]) -> list[str]:
        return [each for each in ids if each in self.names] #? miss: what the class that it extends declares


@dataclass
class Policy:
    banned: list[str]
    limits: dict[str, int]

    def allows(self, names: list[str]) -> list[str]:
        return [name for name in names if name not in self.banned] #! nested-loop-lookup O(names × banned)

    def limited(self, names: list[str]) -> list[str]:
        return [name for name in names if name in self.limits] #= a dict


def allowed(names: list[str], policy: Policy) -> list[str]:
    return [name for name in names if name not in policy.banned] #! nested-loop-lookup


@dataclass
class Roster:
    names: list[str]

    @classmethod
    def of(cls, names: list[str]) -> "Roster":
        return cls(names)

    @staticmethod
    def contains(names: list[str], name: str) -> bool:
        return name in names

    def both(self, others: list[str]) -> list[str]:
        return [name for name in others if Roster.contains(self.names, name)] #! nested-loop-lookup O(others × names)

    def through_self(self, others: list[str]) -> list[str]:
        return [name for name in others if self.contains(self.names, name)] #! nested-loop-lookup O(others × names)

    def __contains__(self, name: str) -> bool:
        return name in self.names #= one scan per call


def in_roster(names: list[str], roster: Roster) -> list[str]:
    return [name for name in names if name in roster] #! nested-loop-lookup
