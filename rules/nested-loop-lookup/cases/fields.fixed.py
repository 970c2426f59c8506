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
        names_set = set(self.names)
        return [each for each in ids if each in names_set]

    def found(self, ids: list[str]) -> list[Row | None]:
        rows_by_id = {}
        for row in self.rows:
            rows_by_id.setdefault(row.id, row)
        return [rows_by_id.get(each) for each in ids]

    def owner_of(self, wanted: str) -> Row | None:
        return next((row for row in self.rows if row.id == wanted), None)

    def owners(self, ids: list[str]) -> list[Row]:
        owners = []
        for each in ids:
            owner = self.owner_of(each)
            if owner is not None:
                owners.append(owner)
        return owners

    @property
    def ids(self) -> list[str]:
        return [row.id for row in self.rows]

    def by_property(self, wanted: list[str]) -> list[str]:
        ids_set = set(self.ids)
        return [each for each in wanted if each in ids_set]

    def fresh(self, ids: list[str]) -> list[str]:
        return [each for each in ids if each not in self._seen]

    def of_kind(self, names: list[str]) -> list[str]:
        return [name for name in names if name in self.kinds]

    def own_tags(self, tag: str) -> list[Row]:
        return [row for row in self.rows if tag in row.tags]


class Guests(Directory):
    def invited(self, ids: list[str]) -> list[str]:
        return [each for each in ids if self.owner_of(each)]

    def named(self, ids: list[str]) -> list[str]:
        return [each for each in ids if each in self.names]


@dataclass
class Policy:
    banned: list[str]
    limits: dict[str, int]

    def allows(self, names: list[str]) -> list[str]:
        banned_set = set(self.banned)
        return [name for name in names if name not in banned_set]

    def limited(self, names: list[str]) -> list[str]:
        return [name for name in names if name in self.limits]


def allowed(names: list[str], policy: Policy) -> list[str]:
    banned_set = set(policy.banned)
    return [name for name in names if name not in banned_set]


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
        return [name for name in others if Roster.contains(self.names, name)]

    def through_self(self, others: list[str]) -> list[str]:
        return [name for name in others if self.contains(self.names, name)]

    def __contains__(self, name: str) -> bool:
        return name in self.names


def in_roster(names: list[str], roster: Roster) -> list[str]:
    return [name for name in names if name in roster]
