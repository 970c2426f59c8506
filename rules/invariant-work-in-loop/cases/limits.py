from collections import Counter


def common(orders: list[set[str]], owners: list[str]) -> int:
    total = 0
    for order in orders:
        total += len(order & set(owners))  #? miss: what an operator makes of two sets is not followed
    return total


def counts(words: list[str], other: list[str]) -> list[int]:
    return [Counter(other)[word] for word in words]  #? miss: that only an entry of it is read is not known
