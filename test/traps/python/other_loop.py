import time

import trio


# trap: where trio runs it, asyncio.sleep() finds no loop
async def poll(ready):
    while not ready():
        time.sleep(0.5)  #! sync-io-in-hot-path 💡none


def main(ready):
    trio.run(poll, ready)
