from dataclasses import dataclass


@dataclass
class Post:
    author: str
    tags: list[str]


def authors(posts: list[Post]) -> list[str]:
    found: list[str] = []
    for post in posts:
        if post.author not in found: #! list-as-set hint O(posts²)
            found.append(post.author)
    return found


def continued(posts: list[Post]) -> list[str]:
    found = []
    for post in posts:
        if post.author in found: #! list-as-set O(posts²)
            continue
        found.append(post.author)
    return found


def nested(posts: list[Post]) -> list[str]:
    found = []
    for post in posts:
        for tag in post.tags:
            if tag not in found: #! list-as-set
                found.append(tag)
    return found


def added(posts: list[Post]) -> list[str]:
    found = []
    for post in posts:
        if post.author not in found: #! list-as-set O(posts²)
            found += [post.author]
    return found


def extended(posts: list[Post]) -> list[str]:
    found = []
    for post in posts:
        if post.author not in found: #! list-as-set O(posts²)
            found.extend([post.author])
    return found


def in_front(posts: list[Post]) -> list[str]:
    found = []
    for post in posts:
        if post.author not in found: #! list-as-set O(posts²)
            found.insert(0, post.author)
    return found


def made_anew(posts: list[Post]) -> list[str]:
    found = []
    for post in posts:
        if post.author not in found: #? miss: the list is made anew instead of added to
            found = found + [post.author]
    return found


def in_comprehension(posts: list[Post]) -> list[None]:
    found: list[str] = []
    return [found.append(post.author) for post in posts if post.author not in found] #! list-as-set O(posts²)


def by_index(names: list[str]) -> list[str]:
    found = []
    for at in range(len(names)):
        if names[at] not in found: #! list-as-set O(names²)
            found.append(names[at])
    return found


def by_position(names: list[str]) -> dict[str, int]:
    found: list[str] = []
    for name in names:
        try:
            found.index(name) #! list-as-set O(names²)
        except ValueError:
            found.append(name)
    return {name: at for at, name in enumerate(found)}


def by_any(posts: list[Post]) -> list[Post]:
    found: list[Post] = []
    for post in posts:
        if not any(other.author == post.author for other in found): #? miss: a loop written by hand over a list that grows
            found.append(post)
    return found


def by_next(posts: list[Post]) -> list[Post]:
    found: list[Post] = []
    for post in posts:
        if next((other for other in found if other.author == post.author), None) is None: #? miss: a loop written by hand over a list that grows
            found.append(post)
    return found


def by_while(names: list[str]) -> list[str]:
    found = []
    at = 0
    while at < len(names):
        if names[at] not in found: #! list-as-set
            found.append(names[at])
        at += 1
    return found


def helper(names: list[str]) -> list[str]:
    found: list[str] = []

    def add(name: str) -> None:
        if name not in found: #! list-as-set hint O(found²)
            found.append(name)

    for name in names:
        add(name)
    return found


def walked(todo: list[str], links: dict[str, tuple[str, ...]]) -> list[str]:
    seen = []
    while todo:
        here = todo.pop()
        if here in seen: #! list-as-set hint
            continue
        seen.append(here)
        todo.extend(links[here])
    return seen


def paths(links: dict[str, list[str]], start: str, end: str) -> list[list[str]]:
    path = [start]
    left = [iter(links[start])]
    found = []
    while left:
        here = next(left[-1], None)
        if here is None:
            left.pop()
            path.pop()
        elif here == end:
            found.append([*path, end])
        elif here not in path: #! list-as-set hint
            path.append(here)
            left.append(iter(links[here]))
    return found


def emptied(links: dict[str, list[str]], todo: list[str]) -> list[str]:
    path: list[str] = []
    while todo:
        here = todo.pop()
        if here in path: #= the list begins anew now and then
            path = []
        path.append(here)
    return path


def per_group(groups: dict[str, list[str]]) -> dict[str, list[str]]:
    result = {}
    for name, members in groups.items():
        own: list[str] = []
        for member in members:
            if member not in own: #! list-as-set O(members²)
                own.append(member)
        result[name] = own
    return result


def lines(path: str) -> list[str]:
    found = []
    for line in open(path):
        if line not in found: #! list-as-set hint
            found.append(line)
    return found
