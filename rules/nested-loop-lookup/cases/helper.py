from dataclasses import dataclass


@dataclass
class Row:
    id: str
    owner: str
    tags: list[str]


def is_blocked(name: str, blocked: list[str]) -> bool:
    return name in blocked #= one scan per call; the loops are elsewhere


def visible(rows: list[Row], blocked: list[str]) -> list[Row]:
    shown = []
    for row in rows:
        if not is_blocked(row.owner, blocked): #! nested-loop-lookup hint O(rows × blocked)
            shown.append(row)
    return shown


def by_name(rows: list[Row], blocked: list[str]) -> list[Row]:
    return [row for row in rows if not is_blocked(blocked=blocked, name=row.owner)] #! nested-loop-lookup O(rows × blocked)


def find_row(rows: list[Row], wanted: str) -> Row | None:
    for row in rows:
        if row.id == wanted:
            return row
    return None


def resolve(ids: list[str], rows: list[Row]) -> list[Row | None]:
    return [find_row(rows, wanted) for wanted in ids] #! nested-loop-lookup O(ids × rows)


first_row = lambda rows, wanted: next((row for row in rows if row.id == wanted), None)


def first_rows(ids: list[str], rows: list[Row]) -> list[Row | None]:
    return [first_row(rows, wanted) for wanted in ids] #! nested-loop-lookup O(ids × rows)


def outer(names: list[str], taken: list[str]) -> list[str]:
    def is_free(name: str) -> bool:
        return name not in taken

    return [name for name in names if is_free(name)] #? miss: the list belongs to the function around the helper


def through_two(name: str, blocked: list[str]) -> bool:
    return name == "root" or is_blocked(name, blocked)


def twice_removed(rows: list[Row], blocked: list[str]) -> int:
    return sum(1 for row in rows if through_two(row.owner, blocked)) #! nested-loop-lookup O(rows × blocked)


def is_new(row: Row) -> bool:
    return "new" in row.tags


def fresh(rows: list[Row]) -> list[Row]:
    return [row for row in rows if is_new(row)] #= the helper searches the row's own tags: linear in total


def same_question(rows: list[Row], blocked: list[str]) -> list[Row]:
    return [row for row in rows if not is_blocked("root", blocked)] #= one question, which can move out of the loop


def handed_a_set(rows: list[Row], blocked: list[str]) -> list[Row]:
    return [row for row in rows if not in_set(row.owner, set(blocked))] #? miss: the set is built once per row


def in_set(name: str, blocked: set[str]) -> bool:
    return name in blocked #= a set answers at once
