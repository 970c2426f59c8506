"""
Modules of the standard library as the program sees them. Those that only compute are real; clocks, sleep, files and chance answer the same
each time and write down what they were asked; all others are as unknown as any library.
"""
import asyncio
import builtins
import datetime
import importlib
import io
import os
import time
import types
import uuid

from libraries import Fake
from snapshot import text_of

REAL = frozenset(
    """
    __future__ abc array base64 binascii bisect calendar cmath collections contextlib contextvars copy csv dataclasses decimal difflib enum
    fractions functools graphlib hashlib heapq hmac html inspect io ipaddress itertools json keyword math numbers operator pprint queue random re
    reprlib statistics string struct sys textwrap threading traceback types typing unicodedata warnings weakref zlib zoneinfo
    """.split()
)
NOW = 1_700_000_000.0


def library(name, log, plain, known):
    """The module of a full name. `known` holds those that were imported before; see Fake for `plain`."""
    if name not in known:
        known[name] = _module(name, log, plain, known)
    return known[name]


def _module(name, log, plain, known):
    top = name.partition('.')[0]
    if top in REAL or name == 'urllib.parse':
        return importlib.import_module(name)
    if name in STAND_INS:
        return STAND_INS[name](log)
    if '.' not in name:
        return Fake(name, log, plain)
    parent, _, last = name.rpartition('.')
    return getattr(library(parent, log, plain, known), last)


def _like(module, **changes):
    copy = types.ModuleType(module.__name__)
    copy.__dict__.update(vars(module))
    copy.__dict__.update(changes)
    return copy


def _time(log):
    clock = dict.fromkeys(['time', 'monotonic', 'perf_counter', 'process_time'], lambda: NOW)
    clock |= dict.fromkeys(['time_ns', 'monotonic_ns', 'perf_counter_ns'], lambda: int(NOW) * 10**9)
    return _like(time, sleep=lambda seconds: log.add(f'slept {text_of(seconds)}'), **clock)


def _asyncio(log):
    async def sleep(seconds, result=None):
        log.add(f'slept {text_of(seconds)}')
        await asyncio.sleep(0)
        return result

    async def to_thread(function, /, *args, **kwargs):
        await asyncio.sleep(0)
        return function(*args, **kwargs)

    return _like(asyncio, sleep=sleep, to_thread=to_thread)


def _datetime(log):
    class FixedDatetime(datetime.datetime):
        __module__ = 'datetime'

        @classmethod
        def now(cls, tz=None):
            return datetime.datetime.fromtimestamp(NOW, tz or datetime.timezone.utc).replace(tzinfo=tz)

        @classmethod
        def utcnow(cls):
            return cls.now()

        @classmethod
        def today(cls):
            return cls.now()

    class FixedDate(datetime.date):
        __module__ = 'datetime'

        @classmethod
        def today(cls):
            return FixedDatetime.now().date()

    return _like(datetime, datetime=FixedDatetime, date=FixedDate)


def _uuid(log):
    numbers = iter(range(1, 1_000_000))
    fresh = dict.fromkeys(['uuid1', 'uuid4'], lambda: uuid.UUID(int=next(numbers)))
    return _like(uuid, **fresh)


def _paths(log):
    def asks(word, answer):
        def ask(path):
            log.add(f'{word} {text_of(path)}')
            return answer(path)

        return ask

    exists = asks('exists', lambda path: holds(path) is not None)
    size = asks('size', lambda path: len(holds(path) or ''))
    return _like(os.path, exists=exists, isfile=exists, isdir=asks('is a folder', lambda _: False), getsize=size)


def _os(log):
    fake = Fake('os', log)
    fake.__dict__.update(path=_paths(log), environ={}, sep='/', linesep='\n', fspath=os.fspath, getenv=lambda name, default=None: default)
    return fake


STAND_INS = {'time': _time, 'asyncio': _asyncio, 'datetime': _datetime, 'uuid': _uuid, 'os': _os, 'os.path': _paths}


def holds(path):
    """The text of a file, made from its name; files without a name, and those with an `a` in it, do not exist."""
    name = os.fspath(path)
    return None if name in ('', b'') or 'a' in str(name) else f'{name}\nb\n'


def opener(log):
    """`open`, for files of the kind that `holds` knows. What is written is an event."""

    def open_file(path, mode='r', *args, **kwargs):
        log.add(f'open {text_of(path)} {mode}')
        text = '' if 'w' in mode or 'x' in mode else holds(path)
        if text is None:
            raise FileNotFoundError(2, 'No such file or directory', path)
        return _File(text, 'b' in mode, log)

    return open_file


class _File:
    def __init__(self, text, binary, log):
        self._io = io.BytesIO(text.encode()) if binary else io.StringIO(text)
        self._log = log

    def __getattr__(self, name):
        return getattr(self._io, name)

    def __iter__(self):
        return iter(self._io)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def write(self, text):
        self._log.add(f'wrote {text_of(text)}')
        return len(text)

    def close(self):
        self._log.add('closed a file')
        self._io.close()


def builtin_names(log, import_module):
    """What a module of the program finds without importing anything."""
    return {**vars(builtins), 'open': opener(log), 'input': Fake('input', log), '__import__': import_module}
