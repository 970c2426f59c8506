import asyncio
import threading
import time

import requests
from dask.distributed import Worker
from distributed import WorkerPlugin
from tornado.ioloop import IOLoop


class Reporter(WorkerPlugin):
    def setup(self, worker: Worker) -> None:
        self.worker = worker
        worker.loop.add_callback(self.report)

    def report(self) -> None:
        while True:
            print(self.worker.address)
            time.sleep(60)  #! sync-io-in-hot-path hint 💡none


def refresh() -> None:
    requests.get("https://prices.example")  #! sync-io-in-hot-path hint 💡none


def poll() -> None:
    fetch()
    IOLoop.current().call_later(10, poll)


def fetch() -> None:
    requests.get("https://news.example")  #! sync-io-in-hot-path hint 💡none


def flush() -> None:
    print("flushed")


def stop() -> None:
    time.sleep(1)  #= runs in a thread of its own


async def start() -> None:
    loop = asyncio.get_running_loop()
    loop.call_soon(refresh)
    loop.call_soon(poll)
    #= waits for nothing
    loop.call_soon(flush)
    threading.Thread(target=stop).start()
    #= a thread of the pool runs it
    await loop.run_in_executor(None, warm_up)


def warm_up() -> None:
    time.sleep(1)  #= a thread of the pool runs it
