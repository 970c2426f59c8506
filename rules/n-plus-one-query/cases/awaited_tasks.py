import asyncio

from prefect import flow, task

from shop.bucket import put


@task
async def upload_file(path):
    return await put(path)


@flow
async def stored(paths):
    for path in paths:
        await upload_file.fn(path)  #! n-plus-one-query hint


@flow
async def together(paths):
    return await asyncio.gather(*(upload_file.fn(path) for path in paths))  #= all at the same time


@flow
async def noted(paths, sink):
    for path in paths:
        await sink.fn(path)  #= whatever that is


@flow
async def two():
    for path in ('a', 'b'):
        await upload_file.fn(path)  #= two of them, and never more
