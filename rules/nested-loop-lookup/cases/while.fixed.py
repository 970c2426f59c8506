def drained(names: list[str], banned: list[str]) -> list[str]:
    kept = []
    banned_set = set(banned)
    while names:
        name = names.pop()
        if name not in banned_set:
            kept.append(name)
    return kept


def counted(names: list[str], banned: list[str]) -> int:
    at = 0
    found = 0
    banned_set = set(banned)
    while at < len(names):
        if names[at] in banned_set:
            found += 1
        at += 1
    return found


def read(stream, banned: list[str]) -> int:
    found = 0
    banned_set = set(banned)
    while line := stream.readline():
        if line.strip() in banned_set:
            found += 1
    return found


def endless(queue, banned: list[str]) -> None:
    banned_set = set(banned)
    while True:
        job = queue.get()
        if job is None:
            break
        if job.name in banned_set:
            continue
        job.run()


def visited(start: str, links: dict[str, list[str]]) -> list[str]:
    todo = [start]
    order: list[str] = []
    while todo:
        here = todo.pop()
        order.append(here)
        for link in links.get(here, []):
            if link not in todo:
                todo.append(link)
    return order


def retried(name: str, banned: list[str]) -> int:
    tries = 0
    while name in banned:
        tries += 1
    return tries


def removed(names: list[str], waiting: list[str]) -> int:
    done = 0
    for name in names:
        if name in waiting:
            waiting.remove(name)
            done += 1
    return done


def once(names: list[str], banned: list[str]) -> bool:
    for name in names:
        return name in banned
    return False
