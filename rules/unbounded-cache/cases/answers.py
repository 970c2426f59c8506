#- shop/views.py
from functools import cache, cached_property, lru_cache

from flask import Flask, request

from .titles import title_of

app = Flask(__name__)


@cache
def slug_of(page):  #! unbounded-cache hint O(page)
    return page.lower()


@lru_cache(maxsize=1000)
def text_of(page):  #= a thousand at most
    return page.upper()


@lru_cache
def words_of(page):  #= Python says 128
    return page.split()


@lru_cache()
def lines_of(page):  #= as above
    return page.splitlines()


@cache
def rules_of(locale):  #= there are only so many languages
    return locale


@cache
def settings():  #= one answer
    return {}


@cache
def unasked(page):  #= no request is known to lead here
    return page


class Report:
    def __init__(self, orders):
        self.orders = orders

    @cache
    def total(self):  #! unbounded-cache hint O(objects)
        return sum(self.orders)

    @cached_property
    def count(self):  #= goes with the object
        return len(self.orders)


class Prices:
    @cache
    def of(self, kind):  #= there is one object, and few kinds
        return kind


prices = Prices()


@app.get('/pages/<page>')
def pages(page):
    return [slug_of(page), text_of(page), words_of(page), lines_of(page), title_of(page), settings()]


@app.get('/rules/<locale>')
def rules(locale):
    return [rules_of(locale), prices.of(locale)]


@app.post('/report')
def report():
    made = Report(request.json['orders'])
    return [made.total(), made.count]
#- shop/titles.py
import functools


@functools.lru_cache(maxsize=None)
def title_of(page):  #! unbounded-cache hint O(page)
    return page.title()
#- shop/pages.py
from .titles import title_of


def page_of(path):
    return title_of(path)
