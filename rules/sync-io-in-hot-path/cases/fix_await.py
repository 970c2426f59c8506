import time
from time import sleep


async def twice(n: int) -> None:
    time.sleep(n) #! sync-io-in-hot-path 💡suggestion
    print([time.sleep(each) for each in range(n)]) #! sync-io-in-hot-path 💡suggestion


async def by_name() -> None:
    sleep(1) #! sync-io-in-hot-path 💡suggestion


async def later() -> None:
    print(sum(time.sleep(each) or 0 for each in range(3))) #! sync-io-in-hot-path 💡none
