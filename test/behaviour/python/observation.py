"""Plays calls on a fresh start of a program and collects everything that an outsider could notice."""
import asyncio
import contextlib
import inspect
import signal
from dataclasses import dataclass

from libraries import Fake
from log import Endless, Log
from recipes import Kitchen
from snapshot import SPEAKS_OF_CODE, Node, is_raised_on_purpose, snapshot
from stage import Stage
from strange import OneShot

# Generators are compared by what they yield, up to here.
MOST_YIELDED = 1000


class Seen:
    """What is compared of one run. Its parts are snapped together, because an argument may come back as the result."""

    def __init__(self, outcomes, args, state, events):
        self.outcomes = outcomes
        self.args = args
        self.state = state
        self.events = events


@dataclass(frozen=True, slots=True)
class Observation:
    tree: Node
    # Something came of it other than an operation that its inputs do not have.
    tells: bool


def observe(program, target, calls, state, seconds):
    """`state`: names of public values by module. `target`: a name of a module, to load it only. None when it does not end in time."""
    log = Log()
    outcomes, used = [], []
    module = target if isinstance(target, str) else target.module
    try:
        with Stage(program, log) as stage, _output(log), _limit(seconds), contextlib.closing(asyncio.Runner()) as runner:
            loaded = _outcome(runner, lambda: stage.load(module))
            if 'raised' in loaded:
                outcomes.append(loaded)
            elif module is not target:
                _play(stage, runner, target, calls, outcomes, used)
            shown = {f'{name}.{key}': vars(stage.modules[name]).get(key) for name, keys in state.items() if name in stage.modules for key in keys}
            return Observation(snapshot(Seen(outcomes, used, shown, log.events)), any(map(_tells, outcomes)))
    except (Endless, RecursionError, MemoryError):
        return None


def _play(stage, runner, target, calls, outcomes, used):
    kitchen = Kitchen(stage)
    found = _outcome(runner, lambda: stage.lookup((target.module, target.name)))
    if 'raised' in found:
        outcomes.append(found)
        return
    subject = found['returned']
    for at, call in enumerate(calls):
        is_construction = at == 0 and target.kind is not None

        def run():
            values = [kitchen.make(arg) for arg in call.args]
            used.extend(values)
            positional = values[: len(values) - len(call.names)]
            named = dict(zip(call.names, values[len(positional) :]))
            return (getattr(subject, call.method) if call.method else subject)(*positional, **named)

        if not is_construction:
            outcomes.append(_outcome(runner, run, used))
            continue
        try:
            subject = run()
        except (Endless, RecursionError, MemoryError):
            raise
        except BaseException as error:
            outcomes.append({'raised': error})
            return


def _outcome(runner, run, used=()):
    try:
        value = run()
        if inspect.iscoroutine(value):
            value = runner.run(value)
        if inspect.isasyncgen(value):
            return {'yielded': runner.run(_drained_later(value))}
        if hasattr(type(value), '__next__') and not isinstance(value, (Fake, OneShot)) and not any(value is each for each in used):
            return _drained(value)
        return {'returned': value}
    except (Endless, RecursionError, MemoryError):
        raise
    except BaseException as error:
        return {'raised': error}


def _drained(iterator):
    yielded = []
    try:
        for each in iterator:
            yielded.append(each)
            if len(yielded) >= MOST_YIELDED:
                break
    except (Endless, RecursionError, MemoryError):
        raise
    except BaseException as error:
        return {'yielded': yielded, 'raised': error}
    return {'yielded': yielded}


async def _drained_later(iterator):
    yielded = []
    async for each in iterator:
        yielded.append(each)
        if len(yielded) >= MOST_YIELDED:
            break
    return yielded


def _tells(outcome):
    error = outcome.get('raised')
    return 'returned' in outcome or bool(outcome.get('yielded')) or not isinstance(error, SPEAKS_OF_CODE) or is_raised_on_purpose(error)


@contextlib.contextmanager
def _output(log):
    with contextlib.redirect_stdout(log), contextlib.redirect_stderr(log):
        yield


@contextlib.contextmanager
def _limit(seconds):
    """Again and again after that, because code may swallow the first."""
    signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, 0.2)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _stop(*_):
    raise Endless
