# trap: reached by a name that shows at run time
_DYNAMIC = [
    'a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'for', 'from', 'has', 'he', 'in', 'is', 'it', 'its',
]


def dynamic(names: list[str], table: str) -> object:
    return globals()[table][0] if all(name in _DYNAMIC for name in names) else None  #! list-as-set 💡none
