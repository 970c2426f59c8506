"""What a checker says of a text before it runs: that it is no Python, that a name is nowhere defined, that a name is never used."""
import ast
import builtins
import symtable
import warnings

def complaints(path, text):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')
            tree = ast.parse(text, path)
            compile(tree, path, 'exec', dont_inherit=True)
    except SyntaxError as error:
        return [_complaint(path, error.lineno or 1, 'syntax', error.msg)]
    except ValueError as error:
        return [_complaint(path, 1, 'syntax', str(error))]
    top = symtable.symtable(text, path, 'exec')
    tables = list(_tables(top))
    defined = {symbol.get_name() for symbol in top.get_symbols() if symbol.is_assigned() or symbol.is_imported()}
    defined |= {symbol.get_name() for table in tables for symbol in table.get_symbols() if symbol.is_declared_global() and symbol.is_assigned()}
    is_open = '*' in _imported(tree)
    said = _texts(tree)
    found = []
    for table in tables:
        for symbol in table.get_symbols():
            name = symbol.get_name()
            is_outer = symbol.is_global() or table is top
            if is_outer and symbol.is_referenced() and not is_open and name not in defined and not _is_known(name):
                found.append(_complaint(path, _line(tree, name), 'undefined', f'`{name}` is not defined'))
            elif _is_unused(table, symbol, tables) and name not in said:
                found.append(_complaint(path, _line(tree, name), 'unused', f'`{name}` is never used'))
    return found


def _is_known(name):
    return hasattr(builtins, name) or name.startswith('__')


def _complaint(path, line, code, message):
    return {'file': path, 'line': line - 1, 'code': code, 'message': message, 'syntax': code == 'syntax'}


def _tables(table):
    yield table
    for child in table.get_children():
        yield from _tables(child)


def _is_unused(table, symbol, tables):
    """Local variables and imports that nobody reads."""
    if symbol.is_referenced() or symbol.is_parameter() or symbol.get_name().startswith('_'):
        return False
    if table.get_type() == 'module':
        return symbol.is_imported() and not any(_reads(each, symbol.get_name()) for each in tables)
    is_variable = table.get_type() == 'function' and symbol.is_local() and symbol.is_assigned() and not symbol.is_namespace()
    return is_variable and not any(_reads(each, symbol.get_name()) for each in _tables(table))


def _reads(table, name):
    return name in table.get_identifiers() and table.lookup(name).is_referenced()


def _imported(tree):
    return {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}


def _texts(tree):
    """Words in texts, which may be names that `__all__` or an annotation speaks of."""
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def _line(tree, name):
    lines = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == name]
    return min(lines, default=1)
