"""Sleeping in asynchronous code."""
from __future__ import annotations

import time
from time import sleep


class Meter:
    def __init__(self) -> None:
        self.count = 0

    # trap: read before, written after: others count meanwhile
    async def add(self) -> None:
        count = self.count
        time.sleep(0.01)  #! sync-io-in-hot-path 💡suggestion
        self.count = count + 1

    # trap: not an async function: a generator
    def __await__(self):
        time.sleep(0.01)
        yield
        return self.count

    async def __aenter__(self):
        time.sleep(0.01)  #! sync-io-in-hot-path 💡suggestion
        return self

    async def __aexit__(self, *error):
        time.sleep(0.01)  #! sync-io-in-hot-path 💡suggestion


# trap: the body of the while on its line
async def one_line(ready):
    while not ready(): time.sleep(0.01)  #! sync-io-in-hot-path 💡suggestion


# trap: with a comment inside, over lines
async def commented(run):
    time.sleep(  #! sync-io-in-hot-path 💡suggestion
        0.01,  # a moment
    )
    return run()


# trap: in a default of a function inside: the default is made here
async def in_default(run):
    def inner(waited=time.sleep(0.01)):  #! sync-io-in-hot-path 💡none
        return waited

    return run(inner())


# trap: a negative time raises ValueError
async def until(deadline, now, run):
    try:
        time.sleep(deadline - now())  #! sync-io-in-hot-path 💡none
    except ValueError:
        return None
    return run()


# trap: in an asynchronous generator
async def ticks(count: int):
    for tick in range(count):
        yield tick
        time.sleep(0.01)  #! sync-io-in-hot-path 💡suggestion


# trap: beside operators that bind more than await
async def powered(run):
    return run(-1 if time.sleep(0.01) else 2 ** (time.sleep(0.01) or 1))  #! sync-io-in-hot-path 💡suggestion #! sync-io-in-hot-path 💡suggestion


# trap: in the condition of a comprehension in a generator's first iterable, which is walked here
async def first_iterable(names):
    return list(name for name in [time.sleep(0.01), *names])  #! sync-io-in-hot-path 💡suggestion


# trap: in a lambda's default
async def lambda_default(run):
    wait = lambda waited=time.sleep(0.01): waited  #! sync-io-in-hot-path 💡none
    return run(wait())


# trap: a sleep in a decorator's argument
def marked(value):
    return lambda function: function


async def decorated(run):
    @marked(time.sleep(0.01))  #! sync-io-in-hot-path 💡none
    def inner():
        return 1

    return run(inner())
