from collections import deque


def by_set(names: list[str]) -> list[str]:
    seen: set[str] = set()
    kept = []
    for name in names:
        if name not in seen: #= a set
            seen.add(name)
            kept.append(name)
    return kept


def by_dict(names: list[str]) -> list[str]:
    seen: dict[str, None] = {}
    for name in names:
        if name not in seen: #= a dict keeps the order, and answers at once
            seen[name] = None
    return list(seen)


def by_default_dict(names: list[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for name in names:
        if name in counts: #= a dict
            counts[name] += 1
        else:
            counts[name] = 1
    return counts


def first_five(names: list[str]) -> list[str]:
    found: list[str] = []
    for name in names:
        if name not in found: #= never more than five
            found.append(name)
        if len(found) >= 5:
            break
    return found


def last_ten(names: list[str]) -> int:
    recent: deque[str] = deque(maxlen=10)
    repeated = 0
    for name in names:
        if name in recent: #? false: never more than ten
            repeated += 1
        recent.append(name)
    return repeated


def of_each(groups: list[list[str]], name: str) -> None:
    for group in groups:
        if name not in group: #= each group is another list, searched once
            group.append(name)


def made_in_loop(groups: list[str]) -> list[list[str]]:
    result = []
    for group in groups:
        parts: list[str] = []
        if group not in parts: #= made anew for each group
            parts.append(group)
        result.append(parts)
    return result


def same_key(names: list[str], found: list[str]) -> list[str]:
    for name in names:
        if "root" not in found: #= the same question each time
            found.append(name)
    return found


def few(found: list[str]) -> list[str]:
    for name in ("a", "b", "c"):
        if name not in found: #= three questions
            found.append(name)
    return found


def close(points: list[float]) -> list[float]:
    kept: list[float] = []
    for point in points:
        if all(abs(point - other) > 0.1 for other in kept): #= a distance, which no set can answer
            kept.append(point)
    return kept


def prefixes(names: list[str]) -> list[str]:
    kept: list[str] = []
    for name in names:
        if not any(name.startswith(other) for other in kept): #= a part of a text, which no set can answer
            kept.append(name)
    return kept


def text(names: list[str]) -> str:
    seen = ""
    for name in names:
        if name not in seen: #= a text
            seen += name
    return seen


def unknown(names, seen) -> None:
    for name in names:
        if name not in seen: #= nobody says what it is
            seen[name] = True


def rows(table: list[list[str]]) -> list[str]:
    columns: list[str] = []
    for row in table:
        for column in row:
            if column not in columns: #= columns are few by nature
                columns.append(column)
    return columns
#- tests/test_growing.py
def test_unique() -> None:
    found = []
    for line in open("words.txt"):
        if line not in found: #= a test
            found.append(line)
    assert found


NEEDED = "heartbeat"


def with_heartbeat(tools: list[dict]) -> list[dict]:
    for tool in tools:
        if NEEDED not in tool["required"]: #= each has a list of its own, and gets one more at most
            tool["required"].append(NEEDED)
    return tools


def last_sentence(lines: list[str]) -> list[dict[str, list[str]]]:
    sentences = [{}]
    for line in lines:
        if line == "":
            sentences.append({})
            continue
        if line not in sentences[-1]: #= each of them is a dict
            sentences[-1][line] = []
    return sentences


def groups_of(names: list[str]) -> list[set[str]]:
    groups = []
    groups.append(set())
    for name in names:
        if name not in groups[-1]: #= a set
            groups[-1].add(name)
    return groups
