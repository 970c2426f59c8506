def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)  #! exponential-recursion hint O(2ⁿ)


def lucas(n: int) -> int:
    if not isinstance(n, int):
        raise TypeError("whole numbers only")
    if n == 0:
        return 2
    return 1 if n == 1 else lucas(n - 1) + lucas(n - 2)  #! exponential-recursion hint O(2ⁿ)


def common(a: str, b: str) -> int:
    if not a or not b:
        return 0
    if a[0] == b[0]:
        return 1 + common(a[1:], b[1:])
    return max(common(a[1:], b), common(a, b[1:]))  #! exponential-recursion hint O(2ⁿ)


def cheapest(costs: list[int], at: int) -> int:
    if at >= len(costs):
        return 0
    one = cheapest(costs, at + 1)  #! exponential-recursion hint O(2ⁿ)
    two = cheapest(costs, at + 2)
    return costs[at] + min(one, two)


class Glob:
    def matches(self, pattern: str, text: str) -> bool:
        if not pattern:
            return not text
        if pattern[0] == "*":
            return self.matches(pattern[1:], text) or (bool(text) and self.matches(pattern, text[1:]))  #! exponential-recursion hint O(2ⁿ)
        return bool(text) and pattern[0] in (text[0], "?") and self.matches(pattern[1:], text[1:])
