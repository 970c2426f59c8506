import json
from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.views import View

PAGES = Path('pages')
SCHEMA = Path('schema.json')
LOADED = {path.stem: path.read_text() for path in PAGES.glob('*.md')}  #= once, when the module loads


class Pages(View):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.pages = {path.stem: path.read_text() for path in PAGES.glob('*.md')}  #! sync-io-in-hot-path hint

    def get(self, request: HttpRequest, name: str) -> HttpResponse:
        return HttpResponse(self.pages[name])

    def post(self, request: HttpRequest, name: str) -> HttpResponse:
        text = (PAGES / name).read_text()  #= the request says which
        return HttpResponse(text)


def schema(request: HttpRequest) -> HttpResponse:
    with open(SCHEMA) as file:  #! sync-io-in-hot-path hint
        return HttpResponse(json.dumps(json.load(file)))


def note(request: HttpRequest) -> HttpResponse:
    with open(SCHEMA, 'a') as file:  #= is written
        file.write('.')
    return HttpResponse(cached())


@cache
def cached() -> str:
    return SCHEMA.read_text()  #= read once, and kept


class Reader:
    def __init__(self) -> None:
        self.text = SCHEMA.read_text()  #= nobody makes one per request
