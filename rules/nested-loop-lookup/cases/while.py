def drained(names: list[str], banned: list[str]) -> list[str]:
    kept = []
    while names:
        name = names.pop()
        if name not in banned: #! nested-loop-lookup hint
            kept.append(name)
    return kept


def counted(names: list[str], banned: list[str]) -> int:
    at = 0
    found = 0
    while at < len(names):
        if names[at] in banned: #! nested-loop-lookup
            found += 1
        at += 1
    return found


def read(stream, banned: list[str]) -> int:
    found = 0
    while line := stream.readline():
        if line.strip() in banned: #! nested-loop-lookup hint
            found += 1
    return found


def endless(queue, banned: list[str]) -> None:
    while True:
        job = queue.get()
        if job is None:
            break
        if job.name in banned: #! nested-loop-lookup hint
            continue
        job.run()


def visited(start: str, links: dict[str, list[str]]) -> list[str]:
    todo = [start]
    order: list[str] = []
    while todo:
        here = todo.pop()
        order.append(here)
        for link in links.get(here, []):
            if link not in todo: #= `todo` changes in the loop
                todo.append(link)
    return order


def retried(name: str, banned: list[str]) -> int:
    tries = 0
    while name in banned: #= the same name each time
        tries += 1
    return tries


def removed(names: list[str], waiting: list[str]) -> int:
    done = 0
    for name in names:
        if name in waiting: #= the list shrinks in this loop: an index would go stale
            waiting.remove(name)
            done += 1
    return done


def once(names: list[str], banned: list[str]) -> bool:
    for name in names:
        return name in banned #= the loop ends with the first
    return False
