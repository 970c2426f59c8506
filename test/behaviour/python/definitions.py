"""
Whether a module only defines things: then one load serves all runs, because loading it again gives the same, and no run changes anything
in it. Making dataclasses takes longer than most runs.
"""
import ast

from stand_ins import REAL

DESCRIBE_METHODS = frozenset(['property', 'staticmethod', 'classmethod', 'abstractmethod', 'override'])
MAKE_TYPES = frozenset(['TypeVar', 'NewType', 'field'])
# By these a run reaches what is not handed to it.
REACHING = frozenset(['open', 'input', 'setattr', 'delattr', 'globals', 'vars', 'exec', 'eval'])


def only_defines(tree):
    names = {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))} | {'cls'}
    inner = (node for statement in tree.body if not isinstance(statement, (ast.Import, ast.ImportFrom)) for node in ast.walk(statement))
    return all(map(_defines, tree.body)) and not any(_reaches(node, names) for node in inner)


def _defines(node):
    if isinstance(node, ast.Import):
        return all(alias.name in REAL for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        return node.level == 0 and node.module in REAL | {'collections.abc'}
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return not node.decorator_list and _has_constant_defaults(node)
    if isinstance(node, ast.ClassDef):
        return all(_name(each) == 'dataclass' for each in node.decorator_list) and all(map(_defines_member, node.body))
    return _is_constant_statement(node)


def _defines_member(node):
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return all(_name(each) in DESCRIBE_METHODS for each in node.decorator_list) and _has_constant_defaults(node)
    return isinstance(node, ast.Pass) or _is_constant_statement(node)


def _has_constant_defaults(function):
    return all(each is None or _is_constant(each) for each in [*function.args.defaults, *function.args.kw_defaults])


def _is_constant_statement(node):
    if isinstance(node, (ast.Expr, ast.Assign)):
        return _is_constant(node.value)
    return isinstance(node, ast.AnnAssign) and (node.value is None or _is_constant(node.value))


def _is_constant(node):
    if isinstance(node, ast.Tuple):
        return all(map(_is_constant, node.elts))
    return isinstance(node, ast.Constant) or isinstance(node, ast.Call) and _name(node) in MAKE_TYPES


def _name(node):
    node = node.func if isinstance(node, ast.Call) else node
    return node.id if isinstance(node, ast.Name) else None


def _reaches(node, names):
    """Changes what others see too: a name of the module, or an attribute of something that it defines."""
    if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
        return not isinstance(node.value, ast.Name) or node.value.id in names
    return isinstance(node, (ast.Global, ast.Import, ast.ImportFrom)) or isinstance(node, ast.Name) and node.id in REACHING
