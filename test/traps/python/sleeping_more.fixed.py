"""Sleeping in asynchronous code."""
from __future__ import annotations

import asyncio
import time
from time import sleep


class Meter:
    def __init__(self) -> None:
        self.count = 0

    # trap: read before, written after: others count meanwhile
    async def add(self) -> None:
        count = self.count
        await asyncio.sleep(0.01)
        self.count = count + 1

    # trap: not an async function: a generator
    def __await__(self):
        time.sleep(0.01)
        yield
        return self.count

    async def __aenter__(self):
        await asyncio.sleep(0.01)
        return self

    async def __aexit__(self, *error):
        await asyncio.sleep(0.01)


# trap: the body of the while on its line
async def one_line(ready):
    while not ready(): await asyncio.sleep(0.01)


# trap: with a comment inside, over lines
async def commented(run):
    await asyncio.sleep(
        0.01,  # a moment
    )
    return run()


# trap: in a default of a function inside: the default is made here
async def in_default(run):
    def inner(waited=time.sleep(0.01)):
        return waited

    return run(inner())


# trap: a negative time raises ValueError
async def until(deadline, now, run):
    try:
        time.sleep(deadline - now())
    except ValueError:
        return None
    return run()


# trap: in an asynchronous generator
async def ticks(count: int):
    for tick in range(count):
        yield tick
        await asyncio.sleep(0.01)


# trap: beside operators that bind more than await
async def powered(run):
    return run(-1 if await asyncio.sleep(0.01) else 2 ** (await asyncio.sleep(0.01) or 1))


# trap: in the condition of a comprehension in a generator's first iterable, which is walked here
async def first_iterable(names):
    return list(name for name in [await asyncio.sleep(0.01), *names])


# trap: in a lambda's default
async def lambda_default(run):
    wait = lambda waited=time.sleep(0.01): waited
    return run(wait())


# trap: a sleep in a decorator's argument
def marked(value):
    return lambda function: function


async def decorated(run):
    @marked(time.sleep(0.01))
    def inner():
        return 1

    return run(inner())
