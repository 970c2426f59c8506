import sys
from concurrent.futures import ThreadPoolExecutor


def fibonacci(n: int) -> int:
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def mapped(numbers: list[int]) -> list[int]:
    if sys._is_gil_enabled():
        return [fibonacci(n) for n in numbers]
    with ThreadPoolExecutor() as pool:
        #= here threads compute side by side
        return list(pool.map(fibonacci, numbers))
