def left(names: list[str], gone: list[str]) -> list[str]:
    for name in gone:
        names.remove(name) #! list-as-set O(gone × names)
    return names


def left_if_there(names: list[str], gone: list[str]) -> list[str]:
    for name in gone:
        if name in names:
            names.remove(name) #! list-as-set
    return names


def by_position(names: list[str], gone: list[str]) -> list[str]:
    for name in gone:
        del names[names.index(name)] #? miss: a position that is deleted
    return names


def popped(names: list[str], gone: list[str]) -> list[str]:
    for name in gone:
        names.pop(names.index(name)) #? miss: a position that is popped
    return names


def with_set(names: set[str], gone: list[str]) -> set[str]:
    for name in gone:
        names.remove(name) #= a set deletes in one step
    return names


def first_few(names: list[str]) -> list[str]:
    for name in ("a", "b"):
        names.remove(name) #= two removals
    return names


def own(groups: list[list[str]]) -> None:
    for group in groups:
        group.remove("root") #= each group is another list


def at_once(names: list[str], gone: list[str]) -> None:
    for name in gone:
        names.remove(name) #= the loop ends with the first
        break


def duplicates(words: list[str]) -> list[str]:
    return [word for at, word in enumerate(words) if word not in words[:at]] #? miss: what came before is copied and searched for each word


def counted(words: list[str]) -> dict[str, int]:
    return {word: words.count(word) for word in words} #! nested-loop-lookup


def shown(present: list[str], ended: list[str]) -> list[str]:
    for name in ended:
        present.remove(name) #! list-as-set
    return sorted(present)
