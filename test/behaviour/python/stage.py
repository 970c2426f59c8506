"""
The modules of a program as of one start: none is loaded until it is asked for, and all share one log. They see each other, the parts of the
standard library that only compute, and stand-ins for all else.
"""
import ast
import random
import sys
import types

from definitions import only_defines
from signatures import parameters_of
from stand_ins import builtin_names, library
from usage import Usage, usage_of


class Program:
    """The files of a case, compiled. Modules are known by their dotted names, with and without a leading `src`."""

    def __init__(self, files):
        self.codes = {}
        self.usages = {}
        self.trees = {}
        self.packages = set()
        # Modules that are the same in all starts.
        self.shared = {}
        for path, text in files.items():
            name = module_name(path)
            self.trees[name] = ast.parse(text, path)
            self.codes[name] = compile(self.trees[name], path, 'exec', dont_inherit=True)
            self.usages[name] = usage_of(self.trees[name])
            if path.endswith('__init__.py'):
                self.packages.add(name)
        self.plain = frozenset(name for usage in self.usages.values() for name in usage.plain)
        for name in list(self.codes):
            while '.' in name:
                name = name.rpartition('.')[0]
                if name not in self.codes:
                    self.packages.add(name)

    def usage(self, name):
        return self.usages.get(name) or Usage()


def module_name(path):
    name = path.removesuffix('.py').removesuffix('/__init__').replace('/', '.')
    return name.removeprefix('src.')


class Stage:
    """One start of a program."""

    def __init__(self, program, log):
        self.program = program
        self.log = log
        self.modules = {}
        self._libraries = {}
        self._builtins = builtin_names(log, self._import)
        self._shown = []
        self._parameters = {}

    def __enter__(self):
        random.seed(20)
        return self

    def __exit__(self, *_):
        for name in self._shown:
            sys.modules.pop(name, None)

    def load(self, name):
        """Runs the module on first use."""
        if name in self.modules:
            return self.modules[name]
        shared = self.program.shared.get(name)
        module = shared or types.ModuleType(name)
        self.modules[name] = module
        if name not in sys.modules:
            # Dataclasses and annotations look their module up there.
            sys.modules[name] = module
            self._shown.append(name)
        if not shared:
            self._run(name, module)
        return module

    def _run(self, name, module):
        is_package = name in self.program.packages
        module.__dict__.update(__builtins__=self._builtins, __package__=name if is_package else name.rpartition('.')[0], __file__=name)
        if is_package:
            module.__path__ = []
        if name in self.program.codes:
            exec(self.program.codes[name], module.__dict__)
            if only_defines(self.program.trees[name]):
                self.program.shared[name] = module

    def _has(self, name):
        return name in self.program.codes or name in self.program.packages

    def _import(self, name, globals=None, locals=None, fromlist=(), level=0):
        if level > 0:
            base = (globals or {}).get('__package__', '').split('.')
            base = '.'.join(base[: len(base) - level + 1])
            name = f'{base}.{name}'.strip('.') if name else base
        name = name.removeprefix('src.') if self._has(name.removeprefix('src.')) else name
        top = name.partition('.')[0]
        if not self._has(name):
            if self._has(top):
                raise ModuleNotFoundError(f'No module named {name!r}')
            return self.library(name) if fromlist else self._library_top(name)
        parts = name.split('.')
        loaded = [self.load('.'.join(parts[: at + 1])) for at in range(len(parts))]
        for parent, child, last in zip(loaded, loaded[1:], parts[1:]):
            setattr(parent, last, child)
        for wanted in fromlist or ():
            if self._has(f'{name}.{wanted}') and not hasattr(loaded[-1], wanted):
                setattr(loaded[-1], wanted, self.load(f'{name}.{wanted}'))
        return loaded[-1] if fromlist else loaded[0]

    def _library_top(self, name):
        self.library(name)
        return self.library(name.partition('.')[0])

    def library(self, name):
        return library(name, self.log, self.program.plain, self._libraries)

    def lookup(self, reference):
        """The class, or member of an enum, that `reference` of another start of the program, or of its other version, meant."""
        module, name = reference
        found = self.load(module)
        for part in name.split('.'):
            found = getattr(found, part)
        return found

    def reference(self, kind):
        """How another start finds this class; None where it is not the program's."""
        if not isinstance(kind, type) or kind.__module__ not in self.program.codes or '<locals>' in kind.__qualname__:
            return None
        return kind.__module__, kind.__qualname__

    def namespace(self, kind):
        module = self.modules.get(kind.__module__)
        return vars(module) if module else {}

    def parameters_of(self, subject):
        if subject not in self._parameters:
            self._parameters[subject] = parameters_of(subject, self.namespace(subject), self.program.usage(subject.__module__))
        return self._parameters[subject]

    def subclasses(self, kind):
        """Those that the loaded modules define at their top."""
        values = [value for module in self.modules.values() for value in vars(module).values()]
        classes = {self.reference(value): value for value in values if self.reference(value)}
        return [each for each in classes.values() if each is not kind and kind in each.__mro__]
