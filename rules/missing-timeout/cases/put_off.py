# What is put off keeps nobody waiting.
#- previews.py
import requests
from fastapi import FastAPI

from queues import enqueue, task

app = FastAPI()


@task(retries=2)
def load_preview(url: str) -> bytes:
    return requests.get(url).content  #= a worker runs it


@enqueue.traced
def load_at_once(url: str) -> bytes:
    return requests.get(url).content  #! missing-timeout warning


@app.post('/bookmarks')
def bookmark(url: str):
    load_preview(url)
    return load_at_once(url)
