from queues import take


class Node:
    def __init__(self, name: str, children: list["Node"]):
        self.name = name
        self.children = children


def walk(root: Node) -> list[str]:
    seen = []
    queue = [root]
    while queue:
        node = queue.pop(0)  #! list-as-queue hint O(queue²)
        seen.append(node.name)
        queue.extend(node.children)
    return seen


def drained(jobs: list[str]) -> int:
    done = 0
    while len(jobs) > 0:
        done += len(jobs.pop(0))  #! list-as-queue O(jobs²)
    return done


def forever(jobs: list[str]) -> int:
    done = 0
    while True:
        if not jobs:
            break
        done += len(jobs.pop(0))  #! list-as-queue O(jobs²)
    return done


def backwards(words: list[str]) -> list[str]:
    found: list[str] = []
    for word in words:
        found.insert(0, word)  #! list-as-queue O(words²)
    return found


def lines_backwards(path: str) -> list[str]:
    found: list[str] = []
    for line in open(path):
        found.insert(0, line)  #! list-as-queue warning
    return found


def helped(words: list[str]) -> int:
    total = 0
    while words:
        total += len(take(words))  #! list-as-queue O(words²)
    return total


#- queues.py
def take(words: list[str]) -> str:
    #= a helper that runs once moves them once
    return words.pop(0)


def breadth_first(tree, start):
    waiting = [iter(tree[start])]
    while waiting:
        try:
            child = next(waiting[0])
            waiting.append(iter(tree[child]))
        except StopIteration:
            waiting.pop(0)  #! list-as-queue


def retried(jobs: list[str], run) -> None:
    while jobs:
        try:
            run(jobs[-1])
            jobs.pop()
        except ValueError:
            jobs.pop(0)  #= only after something failed
