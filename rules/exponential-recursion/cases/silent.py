import functools
import random


@functools.cache
def fib(n: int) -> int:
    if n < 2:
        return n
    #= remembers
    return fib(n - 1) + fib(n - 2)


def depth(node) -> int:
    if node is None:
        return 0
    #= a tree: each part is asked once
    return 1 + max(depth(node.left), depth(node.right))


def grammar(depth: int) -> int:
    if depth == 0:
        return random.randint(0, 9)
    #= another answer each time
    return grammar(depth - 1) + grammar(depth - 1)


def table(n: int, known: dict[int, int]) -> int:
    if n in known:
        return known[n]
    #= writes down what it found
    known[n] = table(n - 1, known) + table(n - 2, known)
    return known[n]


def chosen(items: list[str], picked: list[str]) -> int:
    if not items:
        return len(picked)
    #= what was picked differs: no problem comes twice
    return max(chosen(items[1:], picked), chosen(items[1:], picked + [items[0]]))


def gcd(a: int, b: int) -> int:
    #= one call per run
    if a > b:
        return gcd(a - 1, b)
    if b > a:
        return gcd(a, b - 1)
    return a


def words(n: int) -> list[str]:
    if n == 0:
        return [""]
    #= lists all of them
    return ["a" + word for word in words(n - 1)] + ["b" + word for word in words(n - 1)]
