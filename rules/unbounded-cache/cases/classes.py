#- shop/views.py
from typing import ClassVar
from weakref import WeakSet

from flask import Flask

from .words import words

app = Flask(__name__)


class Event:
    instances: ClassVar[list['Event']] = []

    def __init__(self, name):
        self.name = name
        self.instances.append(self)  #! unbounded-cache hint


class Signal:
    alive = WeakSet()

    def __init__(self):
        self.alive.add(self)  #= goes when nobody else has it


class Task:
    running = set()

    def __init__(self):
        self.running.add(self)  #= taken out when it is done

    def done(self):
        self.running.discard(self)


class Page:
    known = []

    def __init__(self, path):
        self.path = path
        self.known.append(self)  #= the module has two of them, and nobody makes more


home = Page('/')
about = Page('/about')


class Node:
    children = []

    def __init__(self):
        self.children = []
        self.children.append(self)  #= a list of its own


class Titles:
    cache = {}
    by_locale = {}

    def of(self, page, locale):
        self.by_locale[locale] = page  #= there are only so many languages
        self.cache[page] = page.title()  #! unbounded-cache hint O(page)
        return self.cache[page]


@app.get('/pages/<page>/<locale>')
def pages(page, locale):
    return [Titles().of(page, locale), words(page)]
#- shop/words.py
class Words:
    seen: list = []

    def add(self, page):
        self.seen.append(page)  #= annotated, as a data class has it: each object may have its own
        return self.seen


def words(page):
    return Words().add(page)
