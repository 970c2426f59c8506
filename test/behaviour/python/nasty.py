"""
Inputs for what has no type. Whatever a caller may hand in is among them: elements that have no hash, that are equal and not identical, that
are identical and not equal (NaN), 1 beside True beside 1.0, strings where a list is expected, iterators that are used up.
"""
from recipes import Recipe

STRINGS = ('a', 'b', 'c', '', 'A', 'ab', '1')
INTEGERS = (0, 1, 2, 3, -1, 5)
NAN = float('nan')
# Two that are not one: a list finds the very object, and not the other.
NUMBERS = (0.0, -0.0, 1.0, 1.5, 2.0, NAN, float('nan'), float('inf'))
SCALARS = (*STRINGS[:4], *INTEGERS[:3], None, True, False, 1.0, -0.0, NAN, (1, 'a'), b'a')

MOST_ELEMENTS = 7
DEEPEST = 3


def value(data):
    return Recipe('value', data)


def many(draw, one, depth):
    """Parts of a collection: few at first, because the size grows from run to run, and fewer further in. Now and then one stands in it twice."""
    parts = [one() for _ in range(draw.dice.below(min(MOST_ELEMENTS, draw.size) // (depth + 1) + 1))]
    if len(parts) > 1 and draw.dice.chance(5):
        parts[-1] = parts[0]
    return tuple(parts)


def anything(draw, role=None, depth=0):
    """`role` is what the code does with it, as far as it shows."""
    make = ROLES.get(role)
    if make is None:
        make = draw.dice.weighted([(9, scalar), (7 if depth < DEEPEST else 0, collection), (4 if depth < DEEPEST else 0, record), (1, callback)])
    return make(draw, depth)


def scalar(draw, depth):
    kind = draw.dice.pick((str, int, None))
    return of_pool(draw, kind, SCALARS if kind is None else STRINGS if kind is str else INTEGERS)


def of_pool(draw, kind, pool):
    """Now and then what the code compares with, so that it goes both ways."""
    asked = sorted(each for each in draw.usage.constants if type(each) is kind)
    return value(draw.dice.pick(asked if asked and draw.dice.chance(4) else pool))


def text(draw, depth):
    return value(draw.dice.pick(('', 'a', 'a b a', 'a\nb\n', 'b,a,,b', ' A ', '1')))


def collection(draw, depth):
    kind = draw.dice.weighted([(60, 'list'), (8, 'tuple'), (6, 'set'), (6, 'dict'), (6, 'iterator'), (5, 'own list'), (5, 'text'), (2, 'deque')])
    if kind == 'text':
        return value(draw.dice.pick(('', 'a', 'abc', 'aba', 'b a')))
    one = elements(draw, depth)
    if kind == 'dict':
        return Recipe('dict', None, tuple(part for each in many(draw, one, depth) for part in (each, scalar(draw, depth))))
    parts = many(draw, one, depth)
    if parts and draw.dice.chance(5):
        at = draw.dice.below(len(parts))
        parts = (*parts[:at], odd(draw, depth), *parts[at + 1 :])
    return Recipe(kind, None, parts)


def odd(draw, depth):
    """One that is unlike the others, and that many a container cannot hold or find."""
    kind = draw.dice.pick(('equal record', 'incomparable record', 'list', 'value'))
    if kind == 'value':
        return value(draw.dice.pick((None, NAN, True)))
    return Recipe('list', None, (value('a'),)) if kind == 'list' else record(draw, depth, kind)


def elements(draw, depth):
    """A way to draw elements; those of one collection are mostly of one kind, as in real ones."""
    usage = draw.usage
    deep = depth < DEEPEST
    return draw.dice.weighted([
        (4, lambda: value(draw.dice.pick(STRINGS))),
        (2, lambda: value(draw.dice.pick(INTEGERS))),
        (3, lambda: value(draw.dice.pick(SCALARS))),
        (1, lambda: value(draw.dice.pick(NUMBERS))),
        (8 if usage.attributes and deep else 1, _records(draw, depth)),
        (8 if usage.keys and deep else 0, lambda: row(draw, depth)),
        (6 if usage.unpacked else 1, lambda: Recipe('fixed tuple', None, (scalar(draw, depth), scalar(draw, depth)))),
        (1, lambda: Recipe('list', None, many(draw, lambda: value(draw.dice.pick(STRINGS)), depth))),
    ])


def _records(draw, depth):
    kind = draw.dice.weighted([(6, 'record'), (2, 'equal record'), (2, 'keyed record')])
    return lambda: record(draw, depth, kind)


def record(draw, depth, kind='record'):
    """An object that has the attributes and methods which the module asks for."""
    usage = draw.usage
    parts = {}
    for name in sorted(usage.attributes) or ['id']:
        parts[name] = collection(draw, depth + 1) if name in usage.walked and depth < DEEPEST else scalar(draw, depth + 1)
    for name in sorted(usage.methods):
        parts[name] = callback(draw, depth + 1)
    return Recipe(kind, tuple(parts), tuple(parts.values()))


def row(draw, depth):
    """A dict that has the keys which the module asks for; one in ten lacks one."""
    keys = sorted(draw.usage.keys)
    if draw.dice.chance(10):
        keys.pop(draw.dice.below(len(keys)))
    return Recipe('row', tuple(keys), tuple(scalar(draw, depth) for _ in keys))


def mapping(draw, depth):
    if draw.usage.keys and draw.dice.below(3):
        return row(draw, depth)
    keys = many(draw, lambda: scalar(draw, depth), depth)
    return Recipe('dict', None, tuple(part for key in keys for part in (key, anything(draw, None, depth + 1))))


def callback(draw, depth, answer=None):
    answer = answer or (lambda: scalar(draw, depth))
    answers = tuple(answer() for _ in range(1 + draw.dice.below(3)))
    raises_at = draw.dice.below(3) if draw.dice.chance(8) else -1
    return Recipe('callback', (raises_at, draw.dice.chance(8)), answers)


ROLES = {'collection': collection, 'mapping': mapping, 'record': record, 'text': text, 'callback': callback}
