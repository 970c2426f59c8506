"""
What code does with things whose type it does not say: which parameters it walks, searches, calls or reads attributes of. Inputs for them
are drawn accordingly, because an input that ends at once in a TypeError shows nothing.
"""
import ast
from dataclasses import dataclass, field

OWN_METHODS = frozenset(name for kind in (list, dict, set, str, tuple, bytes, int) for name in dir(kind))
OF_MAPPINGS = frozenset(['items', 'keys', 'values', 'setdefault', 'get'])
OF_COLLECTIONS = frozenset(['append', 'extend', 'insert', 'remove', 'sort', 'reverse', 'add', 'discard', 'count', 'pop'])
OF_TEXTS = frozenset(['split', 'splitlines', 'strip', 'lower', 'upper', 'startswith', 'endswith', 'replace', 'encode'])
WALKING = frozenset('len list set tuple sorted sum any all min max enumerate zip map filter reversed frozenset iter'.split())

# Larger numbers make for long loops.
MOST = 10_000


@dataclass(slots=True)
class Usage:
    """Of one module."""

    # Attributes that are read, called, or walked; of whatever object.
    attributes: set = field(default_factory=set)
    methods: set = field(default_factory=set)
    walked: set = field(default_factory=set)
    # Words by which entries are looked up.
    keys: set = field(default_factory=set)
    # What values are compared with.
    constants: set = field(default_factory=set)
    # Attributes and keys of which nothing further is asked: they hold plain values.
    plain: set = field(default_factory=set)
    unpacked: bool = False
    # What each function, by its first line, does with each of its parameters.
    roles: dict = field(default_factory=dict)


def usage_of(tree):
    usage = Usage()
    imports = [alias for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom)) for alias in node.names]
    modules = {alias.asname or alias.name.partition('.')[0] for alias in imports}
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    deep = called | {id(node.value) for node in ast.walk(tree) if isinstance(node, (ast.Attribute, ast.Subscript, ast.Await))}
    deep |= {id(walked) for node in ast.walk(tree) for walked in _walked(node)}
    holders = set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.Attribute, ast.Subscript)):
            name = [node.attr] if isinstance(node, ast.Attribute) else _key(node)
            (holders if id(node) in deep else usage.plain).update(name)
        if isinstance(node, ast.Attribute) and not (isinstance(node.value, ast.Name) and node.value.id in modules | {'self', 'cls'}):
            if id(node) not in called:
                usage.attributes.add(node.attr)
            elif node.attr not in OWN_METHODS:
                usage.methods.add(node.attr)
        usage.keys.update(_key(node))
        usage.constants.update(_compared(node))
        for walked in _walked(node):
            if isinstance(walked, ast.Attribute):
                usage.walked.add(walked.attr)
        if isinstance(node, (ast.For, ast.comprehension)) and isinstance(node.target, ast.Tuple):
            usage.unpacked = True
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
            usage.roles[(node.name, first)] = _roles(node)
    usage.plain -= holders
    usage.attributes -= {name for name in usage.attributes if name.startswith('__')} | usage.methods
    return usage


def _key(node):
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
        yield node.slice.value
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == 'get' and node.args:
        if isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
            yield node.args[0].value


def _compared(node):
    sides = [node.left, *node.comparators] if isinstance(node, ast.Compare) else [node.value] if isinstance(node, ast.MatchValue) else []
    for side in sides:
        if isinstance(side, ast.Constant) and isinstance(side.value, str):
            yield side.value
        elif isinstance(side, ast.Constant) and isinstance(side.value, int) and abs(side.value) <= MOST:
            yield from (side.value - 1, side.value, side.value + 1)


def _walked(node):
    """What this node walks or searches."""
    if isinstance(node, (ast.For, ast.AsyncFor, ast.comprehension)):
        yield node.iter
    if isinstance(node, ast.Compare):
        yield from (right for op, right in zip(node.ops, node.comparators) if isinstance(op, (ast.In, ast.NotIn)))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in WALKING:
        yield from node.args
    if isinstance(node, (ast.Starred, ast.YieldFrom)):
        yield node.value


def _roles(function):
    roles = {}

    def note(node, role):
        if isinstance(node, ast.Name):
            roles.setdefault(node.id, role)

    for node in ast.walk(function):
        for walked in _walked(node):
            note(walked, 'collection')
        if isinstance(node, ast.Call):
            note(node.func, 'callback')
        if isinstance(node, ast.Attribute):
            note(node.value, _role_of_attribute(node.attr))
        if isinstance(node, ast.Subscript):
            note(node.value, 'mapping' if list(_key(node)) else 'collection')
    return roles


def _role_of_attribute(name):
    if name in OF_COLLECTIONS:
        return 'collection'
    if name in OF_MAPPINGS:
        return 'mapping'
    return 'text' if name in OF_TEXTS else 'record'
