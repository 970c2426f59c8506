import asyncio
import time


async def twice(n: int) -> None:
    await asyncio.sleep(n)
    print([await asyncio.sleep(each) for each in range(n)])


async def by_name() -> None:
    await asyncio.sleep(1)


async def later() -> None:
    print(sum(time.sleep(each) or 0 for each in range(3)))
