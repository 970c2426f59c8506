#- shop/app.py
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial

from celery import shared_task
from flask import Flask, request

from .reports import report

app = Flask(__name__)
kept = ProcessPoolExecutor(max_workers=4)  #= made once, when the module loads


def area(width):
    return width * width


@app.get('/areas')
def areas():
    widths = request.json['widths']
    with ProcessPoolExecutor(max_workers=min(len(widths), 8)) as pool:  #! client-per-request warning
        return {'areas': list(pool.map(area, widths))}


@app.get('/sums')
def sums():
    pool = multiprocessing.Pool(os.cpu_count())  #! client-per-request warning
    return {'sum': sum(pool.map(area, request.json['widths']))}


@app.get('/kept')
def areas_kept():
    return {'areas': list(kept.map(area, request.json['widths']))}


@app.get('/threads')
def threads():
    with ThreadPoolExecutor(4) as pool:  #= threads start at once
        return {'areas': list(pool.map(area, request.json['widths']))}


@app.get('/frame')
def frame():
    with multiprocessing.Pool(2, initializer=partial(print, request.json['a'])) as pool:  #= set up for this request
        return {'areas': pool.map(area, request.json['widths'])}


@app.get('/report')
def show_report():
    return {'report': report(request.json['widths'])}


@shared_task
def nightly(widths):
    with multiprocessing.Pool() as pool:  #= runs seldom
        return pool.map(area, widths)


_pool = None


def shared():
    global _pool
    if _pool is None:
        _pool = ProcessPoolExecutor()  #= made once, when it is first needed
    return _pool


@app.get('/shared')
def areas_shared():
    return {'areas': list(shared().map(area, request.json['widths']))}
#- shop/reports.py
from multiprocessing import Pool


def square(width):
    return width * width


def report(widths):
    with Pool(processes=4) as pool:  #! client-per-request warning
        return pool.map(square, widths)
#- shop/manage.py
import sys
from multiprocessing import Pool


def main():
    with Pool() as pool:  #= a command line
        print(pool.map(len, sys.argv))


if __name__ == '__main__':
    main()
