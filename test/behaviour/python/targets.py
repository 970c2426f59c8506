"""What of a module can be called from outside, and how: its public functions, its public classes, and calls that a case asks for."""
import ast
import builtins
import enum
import inspect
import re
import types
import typing
from dataclasses import dataclass

from drawing import draw_call, draw_object
from libraries import Fake
from recipes import Call
from signatures import Missing, Parameter

# Methods that syntax calls.
BY_SYNTAX = frozenset(['__len__', '__contains__', '__iter__', '__getitem__', '__call__', '__bool__'])
METHODS = (types.FunctionType, staticmethod, classmethod)
MOST_STEPS = 8


@dataclass(frozen=True, slots=True)
class Target:
    module: str
    name: str
    parameters: tuple
    # The class, and what can be called on its instances: pairs of a name and parameters. None for functions.
    kind: type | None
    methods: tuple

    def draw(self, draw):
        """Calls to make: of the function, or of the class and then of methods."""
        if self.kind is None:
            return [draw_call(draw, self.parameters)]
        instance = draw_object(self.kind, draw)
        steps = [draw.dice.pick(self.methods) for _ in range(1 + draw.dice.below(MOST_STEPS))]
        return [Call(None, instance.parts, instance.data[1]), *(draw_call(draw, parameters, name) for name, parameters in steps)]


def public_names(tree):
    """Functions and classes at the top that others may use; all of them, where the module has private ones only."""
    stated = _stated(tree)
    names = [node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))]
    public = [name for name in names if (name in stated if stated is not None else not name.startswith('_'))]
    return list(dict.fromkeys(public or names))


def public_values(tree):
    """Names of the module's own state that others may use."""
    stated = _stated(tree)
    found = set()
    for node in tree.body:
        if isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found.update(each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name))
    return sorted(name for name in found if (name in stated if stated is not None else not name.startswith('_')))


def _stated(tree):
    """What `__all__` lists."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(isinstance(each, ast.Name) and each.id == '__all__' for each in node.targets):
            return {each.value for each in ast.walk(node.value) if isinstance(each, ast.Constant)}
    return None


def find_targets(stage, name, runs):
    """Of a module that is loaded. `runs` are calls such as `f(list[str], int)`, for functions whose own types say too little."""
    module = stage.load(name)
    asked = dict(_run(run, module) for run in runs)
    targets = []
    for each in public_names(stage.program.trees[name]) if not runs else asked:
        subject = getattr(module, each, None)
        if subject is None or isinstance(subject, Fake) or not callable(subject):
            continue
        parameters = stage.parameters_of(subject)
        if each in asked:
            parameters = [_typed(parameter, type_) for parameter, type_ in zip(parameters, asked[each])]
        if not isinstance(subject, type):
            targets.append(Target(name, each, tuple(parameters), None, ()))
        elif _is_playable(subject, stage) and _methods(subject, stage):
            methods = tuple((method, tuple(_without_self(subject, method, stage))) for method in _methods(subject, stage))
            targets.append(Target(name, each, tuple(parameters), subject, methods))
    return targets


def _is_playable(kind, stage):
    is_plain = not issubclass(kind, (enum.Enum, BaseException)) and not getattr(kind, '_is_protocol', False)
    return bool(stage.reference(kind)) and is_plain and not inspect.isabstract(kind)


def _methods(kind, stage):
    members = (member for base in kind.__mro__ if stage.reference(base) for member in vars(base).items())
    found = dict.fromkeys(name for name, value in members if isinstance(value, METHODS))
    return [name for name in found if name in BY_SYNTAX or not name.startswith('_')]


def _without_self(kind, name, stage):
    static = inspect.getattr_static(kind, name)
    function = static.__func__ if isinstance(static, (staticmethod, classmethod)) else static
    parameters = stage.parameters_of(function)
    return parameters if isinstance(static, staticmethod) else parameters[1:]


def _run(run, module):
    parts = re.fullmatch(r'(\w+)\((.*)\)', run)
    if not parts:
        raise ValueError(f'`run: {run}`: write `run: f(list[str], int)`')
    names = {**vars(builtins), **vars(typing), **vars(module)}
    return parts[1], eval(f'({parts[2]},)' if parts[2].strip() else '()', names, Missing(names))


def _typed(parameter, type_):
    return Parameter(parameter.name, parameter.kind, type_, False, parameter.role)
