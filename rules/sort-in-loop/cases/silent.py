def own(posts: list[dict]) -> list[str]:
    #= each post has tags of its own
    return [sorted(post["tags"])[0] for post in posts]


def by_distance(numbers: list[int]) -> list[int]:
    found = []
    for number in numbers:
        #= another order for each
        nearest = sorted(numbers, key=lambda each: abs(each - number))
        found.append(nearest[1])
    return found


def best(scores: list[int]) -> list[int]:
    found: list[int] = []
    for score in scores:
        found.append(score)
        #= ten at most
        found.sort()
        if len(found) > 10:
            found.pop()
    return found


def cut(scores: list[int]) -> list[int]:
    found: list[int] = []
    for score in scores:
        found.append(score)
        #= cut to ten
        found.sort()
        del found[10:]
    return found


def groups(posts: list[dict]) -> list[list[str]]:
    found = []
    for post in posts:
        words = []
        for tag in post["tags"]:
            words.append(tag)
        #= a list of its own each time
        words.sort()
        found.append(words)
    return found


def once(scores: list[int]) -> list[int]:
    found = []
    for score in scores:
        found.append(score)
    #= after the loop
    found.sort()
    return found


def walked(users: list[str], names: list[str]) -> list[str]:
    found = []
    for user in users:
        #= whoever walks all of them hardly minds the order
        for name in sorted(names):
            found.append(user + name)
    return found


def per_group(by_tag: dict[str, list[int]]) -> None:
    for scores in by_tag.values():
        #= each group once
        scores.sort()
