#- app/waits.py
import hashlib
import time
import urllib.request
import zlib
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor


def fibonacci(n: int) -> int:
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def fetch(url: str) -> int:
    total = 0
    for line in urllib.request.urlopen(url).read().split(b'\n'):
        total += len(line)
    return total


def fetched(urls: list[str]) -> list[int]:
    with ThreadPoolExecutor() as pool:
        #= each of them waits for the network
        return list(pool.map(fetch, urls))


def polled(numbers: list[int]) -> list[None]:
    def poll(number: int) -> None:
        while number > 0:
            time.sleep(1)
            number -= 1

    with ThreadPoolExecutor() as pool:
        #= each of them sleeps
        return list(pool.map(poll, numbers))


def pack(texts: list[bytes]) -> int:
    return sum(len(zlib.compress(text)) + len(hashlib.sha256(text).digest()) for text in texts)


def packed(files: list[list[bytes]]) -> list[int]:
    with ThreadPoolExecutor() as pool:
        #= zlib and hashlib let go of the interpreter
        return list(pool.map(pack, files))


def in_processes(numbers: list[int]) -> list[int]:
    with ProcessPoolExecutor() as pool:
        #= processes
        return list(pool.map(fibonacci, numbers))


def in_whatever(pool: Executor, numbers: list[int]) -> list[int]:
    #= who calls this says what they are
    return list(pool.map(fibonacci, numbers))


def chosen(numbers: list[int], large: bool) -> list[int]:
    pool_class = ThreadPoolExecutor if not large else ProcessPoolExecutor
    with pool_class() as pool:
        #= who wrote this knows both
        return list(pool.map(fibonacci, numbers))


def one_worker(numbers: list[int]) -> list[int]:
    pool = ThreadPoolExecutor(max_workers=1)
    #= one at a time is meant
    return list(pool.map(fibonacci, numbers))


def short(pair: tuple[int, int]) -> int:
    return pair[0] + pair[1]


def shortly(pairs: list[tuple[int, int]]) -> list[int]:
    with ThreadPoolExecutor() as pool:
        #= nothing takes long
        return list(pool.map(short, pairs))


def three() -> list[int]:
    with ThreadPoolExecutor() as pool:
        #= three of them
        return list(pool.map(fibonacci, [10, 20, 30]))


#- app/arrays.py
from concurrent.futures import ThreadPoolExecutor

import numpy as np


def multiply(rows: list[np.ndarray]) -> float:
    total = 0.0
    for row in rows:
        total += row @ row
    return total


def multiplied(tables: list[list[np.ndarray]]) -> list[float]:
    with ThreadPoolExecutor() as pool:
        #= numpy lets go of the interpreter
        return list(pool.map(multiply, tables))


#- app/unknown.py
import threading
from concurrent.futures import ThreadPoolExecutor

from engine import convert


def converted(pages: list[str]) -> int:
    total = 0
    for page in pages:
        total += convert(page)
    return total


def all_converted(books: list[list[str]]) -> list[int]:
    with ThreadPoolExecutor() as pool:
        #= nobody knows what `convert` does
        return list(pool.map(converted, books))


def count_up(session, names: list[str]) -> int:
    return sum(session.get(name) for name in names)


def all_counted(session, lists: list[list[str]]) -> list[int]:
    with ThreadPoolExecutor() as pool:
        #= `session.get` may well be a request
        return [pool.submit(count_up, session, names).result() for names in lists]


def background(numbers: list[int]) -> None:
    def work() -> None:
        for number in numbers:
            number.bit_length()

    #= one thread: the caller goes on
    threading.Thread(target=work).start()


#- app/loop.py
import asyncio
from concurrent.futures import ProcessPoolExecutor

processes = ProcessPoolExecutor()


def fibonacci(n: int) -> int:
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


async def answer(n: int) -> int:
    #= keeps the event loop free
    return await asyncio.to_thread(fibonacci, n)


async def answers(numbers: list[int]) -> list[int]:
    loop = asyncio.get_running_loop()
    #= a pool of processes
    return await asyncio.gather(*[loop.run_in_executor(processes, fibonacci, n) for n in numbers])
