import asyncio
import threading

_lock = threading.Lock()


# trap: other tasks may add while this one waits
async def pending(names: list[str], done: list[str], run) -> list[str]:
    out = []
    done_set = set(done)
    for name in names:
        if name not in done_set:
            await run(name)
            out.append(name)
    return out


# trap: an asynchronous generator: others run between two names
async def fresh(names: list[str], known: list[str]):
    known_set = set(known)
    for name in names:
        if name not in known_set:
            yield name


# trap: async for waits before each name
async def read(stream, known: list[str]) -> list[str]:
    out = []
    known_set = set(known)
    async for name in stream:
        if name in known_set:
            out.append(name)
    return out


# trap: async with waits as well
async def locked(names: list[str], known: list[str], lock: asyncio.Lock) -> int:
    found = 0
    known_set = set(known)
    for name in names:
        async with lock:
            if name in known_set:
                found += 1
    return found


# trap: another thread adds while the lock is free
def watched(names: list[str], known: list[str]) -> int:
    found = 0
    known_set = set(known)
    for name in names:
        with _lock:
            if name in known_set:
                found += 1
    return found
