"""Sleeping in asynchronous code."""
from __future__ import annotations

import asyncio as asyncio2
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio

_lock = threading.Lock()


# trap: asyncio is only imported for the type checker
async def poll(ready) -> None:
    while not ready():
        await asyncio2.sleep(0.01)


# trap: the plain function inside cannot await
async def retry(run):
    def once():
        time.sleep(0.01)
        return run()

    return await asyncio2.to_thread(once)


# trap: a lambda cannot await
async def retry_lambda(run):
    wait = lambda: time.sleep(0.01)
    await asyncio2.to_thread(wait)
    return run()


# trap: a generator expression with an await is an asynchronous one, and list() does not take it
async def waits(delays: list[float]) -> list[None]:
    return list(time.sleep(delay) for delay in delays)


# trap: a list comprehension may await
async def waits_listed(delays: list[float]) -> list[None]:
    return [await asyncio2.sleep(delay) for delay in delays]


# trap: a class inside cannot await in its body
async def configured():
    class Options:
        waited = time.sleep(0.01)

    return Options


# trap: Nobody else may come in while the thread's lock is held: who awaits with it lets them wait for ever
async def locked(run):
    with _lock:
        time.sleep(0.01)
        return run()


# trap: acquire() and release() do the same by hand
async def acquired(run):
    _lock.acquire()
    try:
        time.sleep(0.01)
        return run()
    finally:
        _lock.release()


# trap: sleep by its own name
async def short(run):
    await asyncio2.sleep(0.01)
    return run()


# Handed on as a function, and called by somebody else.
async def handed(run):
    return run(time.sleep, 0.01)


# time is a parameter.
async def with_clock(run, time):
    time.sleep(0.01)
    return run()


# trap: asyncio is a parameter
async def with_loop(run, asyncio):
    await asyncio2.sleep(0.01)
    return run(asyncio)
