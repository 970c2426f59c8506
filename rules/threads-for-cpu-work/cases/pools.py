#- texts/distance.py
def distance(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a):
        before, row[0] = row[0], i + 1
        for j, y in enumerate(b):
            before, row[j + 1] = row[j + 1], before if x == y else 1 + min(before, row[j], row[j + 1])
    return row[-1]


def nearest(word: str, words: list[str]) -> str:
    return min(words, key=lambda other: distance(word, other))


#- texts/pools.py
import asyncio
import logging
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial
from multiprocessing.dummy import Pool
from multiprocessing.pool import ThreadPool

from .distance import distance, nearest


logger = logging.getLogger(__name__)


def fibonacci(n: int) -> int:
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def mapped(numbers: list[int]) -> list[int]:
    with ThreadPoolExecutor(max_workers=8) as pool:
        return list(pool.map(fibonacci, numbers))  #! threads-for-cpu-work hint


def submitted(words: list[str], known: list[str]) -> list[str]:
    found = []
    with ThreadPoolExecutor() as pool:
        futures = [pool.submit(nearest, word, known) for word in words]  #! threads-for-cpu-work hint
        for future in as_completed(futures):
            found.append(future.result())
    return found


def by_lambda(words: list[str], other: str) -> list[int]:
    with ThreadPoolExecutor() as pool:
        return list(pool.map(lambda word: distance(word, other), words))  #! threads-for-cpu-work hint


def partly(words: list[str], other: str) -> list[int]:
    pool = ThreadPool(4)
    return pool.map(partial(distance, other), words)  #! threads-for-cpu-work hint


def dummies(numbers: list[int]) -> list[int]:
    with Pool(4) as pool:
        return pool.map(fibonacci, numbers)  #! threads-for-cpu-work hint


def one_each(numbers: list[int]) -> None:
    threads = []
    for number in numbers:
        thread = threading.Thread(target=fibonacci, args=(number,))  #! threads-for-cpu-work hint
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()


async def gathered(numbers: list[int]) -> list[int]:
    return await asyncio.gather(*(asyncio.to_thread(fibonacci, number) for number in numbers))  #! threads-for-cpu-work hint


async def in_default_pool(numbers: list[int]) -> list[int]:
    loop = asyncio.get_running_loop()
    return await asyncio.gather(*[loop.run_in_executor(None, fibonacci, number) for number in numbers])  #! threads-for-cpu-work hint


class Index:
    def __init__(self) -> None:
        self.pool = ThreadPoolExecutor()

    def squares(self, row: list[int]) -> int:
        return sum(cell * cell for cell in row)

    def totals(self, rows: list[list[int]]) -> list[int]:
        return list(self.pool.map(self.squares, rows))  #! threads-for-cpu-work hint


def heavy(number: int) -> int:
    logger.info('%d begins', number)
    total = 1
    for i in range(number):
        for j in range(number):
            total += i * j
    print(number, 'is done')
    return total


def told(numbers: list[int]) -> list[int]:
    with ThreadPoolExecutor() as pool:
        return list(pool.map(heavy, numbers))  #! threads-for-cpu-work hint
