"""Runs a program of Python at growing n: the request comes as JSON on standard input, [n, cost] per size goes to standard output.

Django runs on SQLite in memory, in a module of its own that stands for an application, and its queries are counted.
"""
import asyncio
import json
import sys
import time
import types

LEAST_SECONDS = 0.1
# What a timer is late by anyway, on a machine that does something else as well.
RESOLUTION_MILLISECONDS = 5


def fastest(call):
    best = None
    begun = time.perf_counter()
    while best is None or time.perf_counter() - begun < LEAST_SECONDS:
        before = time.thread_time()
        call()
        took = time.thread_time() - before
        best = took if best is None else min(best, took)
    return best * 1000


def longest_wait(call, n):
    async def main():
        longest = 0.0

        async def look():
            nonlocal longest
            last = time.perf_counter()
            while True:
                await asyncio.sleep(0.001)
                now = time.perf_counter()
                longest = max(longest, now - last)
                last = now

        looking = asyncio.create_task(look())
        await asyncio.sleep(0.02)
        longest = 0.0
        await asyncio.gather(*(call() for _ in range(n)))
        await asyncio.sleep(0.005)
        looking.cancel()
        return max(longest * 1000, RESOLUTION_MILLISECONDS)

    return asyncio.run(main())


def begin_django(module):
    import django
    from django.conf import settings

    sys.modules[module.__name__] = module
    module.__path__ = []
    module.__file__ = __file__
    settings.configure(
        INSTALLED_APPS=[module.__name__],
        DATABASES={'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': ':memory:'}},
        DEFAULT_AUTO_FIELD='django.db.models.AutoField',
    )
    django.setup()


def with_tables(given):
    from django.apps import apps
    from django.db import connection

    models = list(apps.get_models())
    with connection.schema_editor() as editor:
        for model in models:
            editor.create_model(model)
    given()

    def close():
        with connection.schema_editor() as editor:
            for model in models:
                editor.delete_model(model)

    return close


def queries(call):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as seen:
        call()
    return len(seen)


def main():
    asked = json.load(sys.stdin)
    module = types.ModuleType('shop')
    if asked['unit'] == 'queries':
        begin_django(module)
    space = module.__dict__
    exec(compile(asked['text'], 'page', 'exec'), space)
    measured = []
    for n in asked['sizes']:
        space['n'] = n

        def prepare():
            exec(asked['given'], space)

        close = with_tables(prepare) if asked['unit'] == 'queries' else prepare()
        call = eval(f"lambda: {asked['call']}", space)
        if asked['unit'] == 'time':
            cost = fastest(call)
        elif asked['unit'] == 'wait':
            cost = longest_wait(call, n)
        else:
            cost = queries(call)
            close()
        measured.append({'n': n, 'cost': cost})
    json.dump(measured, sys.stdout)


main()
