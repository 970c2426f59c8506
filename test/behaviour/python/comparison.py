"""
The promise of a safe fix, put to the test: run the program before and after on the same inputs, and look for the first on which results,
changed arguments, exceptions, events or the module's state differ.
"""
import ast
import time

from changes import Reach
from dice import Dice
from drawing import Draw, Unsupported
from log import Log
from observation import observe
from recipes import smaller, told
from snapshot import first_difference, words
from stage import Program, Stage, module_name
from targets import find_targets, public_values

# Seconds for a run: what ended before in a moment must end after, even on a busy machine.
BRIEF = 0.5
LONG = 5.0
# Inputs for which the code never ends tell nothing and take long.
MOST_ENDLESS = 3
# Seconds for making a counter-example smaller.
SHRINKING = 2.0


def compare(before, after, runs, count):
    """`before`, `after`: texts by path. `runs`: calls to make; without any, all public functions and classes of changed files are called."""
    pair = Pair(before, after)
    for name in pair.changed:
        difference = pair.difference(name, [])
        if difference:
            return pair.outcome(1, [], f'loading {name}: {difference}')
    others = [name for name in pair.old.codes if name not in pair.changed]
    if runs:
        return _search(pair, [*pair.changed, *others], runs, count)
    outcome = _search(pair, pair.changed, runs, count)
    # A change in a file with nothing to call shows in the files that use it.
    return outcome if outcome['ran'] else _search(pair, others, runs, count, outcome['skipped'])


def _search(pair, names, runs, count, before=()):
    ran, skipped = 0, list(before)
    for name in names:
        with Stage(pair.old, Log()) as stage:
            try:
                targets = find_targets(stage, name, runs)
            except Exception as error:
                skipped.append(f'{name}: cannot be loaded ({type(error).__name__}: {error})')
                continue
            for target in targets:
                difference, why_not = _counter_example(pair, target, stage, count)
                ran += why_not is None
                if why_not:
                    skipped.append(f'{target.name}: {why_not}')
                if difference:
                    return pair.outcome(ran, skipped, difference)
    return pair.outcome(ran, skipped, None)


class Pair:
    """A program in its two versions."""

    def __init__(self, before, after):
        self.old = Program(before)
        self.new = Program(after)
        self.changed = [module_name(path) for path in before if before[path] != after[path]]
        self.executions = 0
        self._reach = Reach(before, after, {path: self.new.codes[module_name(path)] for path in after})
        self._state = {name: public_values(tree) for name, tree in self.old.trees.items()}

    def before(self, target, calls):
        return observe(self.old, target, calls, self._state, BRIEF)

    def difference(self, target, calls, first=None):
        """In words; None where there is none. `first`: what was seen before, where it is known."""
        first = first or self.before(target, calls)
        if first is None:
            return None
        self.executions += 1
        with self._reach:
            second = observe(self.new, target, calls, self._state, LONG)
        difference = first_difference(first.tree, second.tree) if second else 'it does not end'
        # Sets of objects have another order each time; what differs from itself tells nothing.
        return difference if difference and all(self._agrees(target, calls, first) for _ in range(3)) else None

    def _agrees(self, target, calls, first):
        again = self.before(target, calls)
        return again is not None and again.tree == first.tree

    def outcome(self, ran, skipped, difference):
        # Statements at the top of a module run when it is loaded, which is compared first of all.
        at_top = all(_functions(self.old.trees[name]) == _functions(self.new.trees[name]) for name in self.changed)
        return {
            'ran': ran or int(at_top),
            'executions': self.executions,
            'skipped': skipped,
            'difference': difference,
            'unreached': self._reach.unreached(),
        }


def _functions(tree):
    return [ast.dump(node) for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))]


def _counter_example(pair, target, stage, count):
    """A difference, or why none could be looked for, or neither."""
    endless, telling, last = 0, 0, None
    for run in range(count):
        # Small inputs first.
        draw = Draw(Dice(f'{target.name} {run}'), 1 + run * 8 // count, stage.program.usage(target.module), stage)
        try:
            calls = target.draw(draw)
        except Unsupported as error:
            return None, f'no inputs for {error}'
        first = pair.before(target, calls)
        if first is None:
            endless += 1
            if endless >= MOST_ENDLESS:
                break
            continue
        telling += first.tells
        last = first.tree
        difference = pair.difference(target, calls, first)
        if difference:
            calls, difference = _smallest(pair, target, calls, difference)
            return f'{told(target.name, calls)}\n      {difference}', None
    if telling:
        return None, None
    return None, f'no input leads to an answer: {words(dict(last.steps)[".outcomes"])}' if last else 'it does not end'


def _smallest(pair, target, calls, difference):
    """The same failure with less, as far as one can get in a moment."""
    until = time.monotonic() + SHRINKING
    shrunk = True
    while shrunk:
        shrunk = False
        for less in smaller(calls):
            if time.monotonic() > until:
                break
            found = pair.difference(target, less)
            if found:
                calls, difference, shrunk = less, found, True
                break
    return calls, difference
