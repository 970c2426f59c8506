/** Annotations of Python 3.8 to 3.14 as the model names types, and what they, initial values and uses tell of the kind of a variable. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { TypeName } from '../../../model/file.ts';
import { binding, fn, lowered } from '../testing/lowered.ts';
import { prepareParser } from '../tree.ts';

beforeAll(() => prepareParser());

const shown = (type: TypeName | null): string =>
  type === null ? '-' : `${type.name}${type.args.length > 0 ? `<${type.args.map(shown).join(', ')}>` : ''}`;

describe('annotations', () => {
  test.each([
    // Lists.
    ['list[str]', '[]<string>'],
    ['List[int]', '[]<number>'],
    ['typing.List[str]', '[]<string>'],
    ['t.List["User"]', '[]<User>'],
    ['list', '[]'],
    ['Sequence[User]', '[]<User>'],
    ['collections.abc.Sequence[int]', '[]<number>'],
    ['MutableSequence[str]', '[]<string>'],
    ['tuple[str, ...]', '[]<string>'],
    ['Tuple[str, ...]', '[]<string>'],
    ['deque[int]', '[]<number>'],
    ['list[list[str]]', '[]<[]<string>>'],
    ['list [ str ]', '[]<string>'],
    ['list[Literal["a", "b"]]', '[]<literals>'],
    // As many as are written.
    ['tuple[str, int]', 'tuple<string, number>'],
    ['Tuple[str]', 'tuple<string>'],
    ['tuple[()]', 'tuple'],
    // Sets and maps.
    ['set[str]', 'Set<string>'],
    ['AbstractSet[str]', 'Set<string>'],
    ['frozenset[int]', 'Set<number>'],
    ['KeysView[str]', 'Set<string>'],
    ['dict[str, int]', 'Map<string, number>'],
    ['Mapping[str, list[int]]', 'Map<string, []<number>>'],
    ['defaultdict[str, list]', 'Map<string, []>'],
    ['Counter[str]', 'Map<string>'],
    // Plain ones.
    ['str', 'string'],
    ['bytes', 'string'],
    ['int', 'number'],
    ['float', 'number'],
    ['bool', 'boolean'],
    ['Literal["a", "b"]', 'literals'],
    ['User', 'User'],
    ['models.User', 'models.User'],
    ['Callable[[int], str]', 'Callable<string>'],
    // None says nothing.
    ['Optional[list[str]]', '[]<string>'],
    ['Optional[str]', 'string'],
    ['list[str] | None', '[]<string>'],
    ['None | list[str]', '[]<string>'],
    ['Union[list[str], None]', '[]<string>'],
    ['list[str | None]', '[]<string>'],
    ['Any', '-'],
    ['object', '-'],
    ['None', '-'],
    // Several.
    ['Union[list[str], set[str]]', 'union<[]<string>, Set<string>>'],
    ['int | str', 'union<number, string>'],
    // What only wraps.
    ['Annotated[list[str], Query()]', '[]<string>'],
    ['Final[list[str]]', '[]<string>'],
    ['ClassVar[list[str]]', '[]<string>'],
    ['Required[list[str]]', '[]<string>'],
    ['Awaitable[list[str]]', '[]<string>'],
    ['ContextManager[Session]', 'Session'],
    // Strings.
    ['"User"', 'User'],
    ["'models.User'", 'models.User'],
    ['"list[str]"', '[]<string>'],
    ['"list[User] | None"', '[]<User>'],
    ['"Optional[list[str]]"', '[]<string>'],
    ['"list[str]" | None', '[]<string>'],
    ['"""list[str]"""', '[]<string>'],
    // What is walked is no list.
    ['Iterator[str]', 'Iterator<string>'],
    ['Iterable[str]', 'Iterable<string>'],
  ])('%s', (written, expected) => expect(shown(binding(lowered(`def f(v: ${written}): pass\n`), 'v').type)).toBe(expected));

  // Text in quotes is read by a small pattern of its own.
  test.fails.each([
    ['"Union[list[str], None]"', '[]<string>'],
    ['"list[str] | set[str]"', 'union<[]<string>, Set<string>>'],
    ['"dict[str, int]"', 'Map<string, number>'],
  ])('%s', (written, expected) => expect(shown(binding(lowered(`def f(v: ${written}): pass\n`), 'v').type)).toBe(expected));

  test('wherever one may stand', () => {
    const typeOf = (text: string): string => shown(binding(lowered(text), 'v').type);
    expect(typeOf('v: list[str]\n')).toBe('[]<string>');
    expect(typeOf('v: list[str] = load()\n')).toBe('[]<string>');
    expect(typeOf('def f():\n    v: list[str] = load()\n')).toBe('[]<string>');
    expect(typeOf('def f(v: list[str] = None): pass\n')).toBe('[]<string>');
    expect(typeOf('def f(*, v: "list[str]"): pass\n')).toBe('[]<string>');
    expect(typeOf('def f(*v: str): pass\n')).toBe('-');
    expect(shown(fn(lowered('def f() -> list[str]: pass\n'), 'f').returnType)).toBe('[]<string>');
    expect(shown(fn(lowered('async def f() -> "User | None": pass\n'), 'f').returnType)).toBe('User');
    expect(shown(fn(lowered('def f[T](a: T) -> list[T]: pass\n'), 'f').returnType)).toBe('[]<T>');
  });

  test('a generator hands out what it is declared to walk', () => {
    expect(shown(fn(lowered('def f() -> Iterator[Session]: yield s\n'), 'f').returnType)).toBe('Session');
    expect(shown(fn(lowered('async def f() -> AsyncGenerator[Session, None]: yield s\n'), 'f').returnType)).toBe('Session');
    expect(shown(fn(lowered('def f() -> collections.abc.Generator[Session, None, None]: yield s\n'), 'f').returnType)).toBe('Session');
  });

  test('names lead to what they mean, wherever that stands', () => {
    const model = lowered('from models import User\ndef f(a: User, b: "Order", c: list["Order"]) -> "Order": pass\nclass Order: pass\n');
    const order = model.bindings.find((b) => b.class !== null);
    const user = binding(model, 'User');
    expect([binding(model, 'a').type?.binding, binding(model, 'b').type?.binding, binding(model, 'c').type?.args[0]?.binding]).toEqual([
      user.id,
      order?.id,
      order?.id,
    ]);
    expect(fn(model, 'f').returnType?.binding).toBe(order?.id);
    expect(fn(model, 'f').params.map((p) => p.type?.binding ?? null)).toEqual([user.id, order?.id, null]);
  });

  test('a class may name itself, and a method the class around', () => {
    const model = lowered('class Node:\n    next: "Node"\n    def follow(self, other: "Node") -> "Node": pass\n');
    const node = binding(model, 'Node').id;
    expect(model.classes[0]?.fields[0]?.type?.binding).toBe(node);
    expect(fn(model, 'Node.follow').params[0]?.type?.binding).toBe(node);
  });

  test('calls in an annotation happen where the function is made', () => {
    const { calls } = lowered('first()\ndef f(v: Annotated[Session, Depends(open_session)]): pass\n');
    expect(calls.map((call) => call.text)).toEqual(['first', 'Depends']);
  });
});

/** The kind of `v` where it is handed to `use`. */
function kindOf(text: string): string {
  const call = lowered(text).calls.find((each) => each.text === 'use');
  const value = call?.args[0]?.value;
  return `${value?.kind} ${value?.sure}`;
}

describe('what a variable is', () => {
  test.each([
    ['an annotation', 'def f(v: list[str]): use(v)\n', 'list declared'],
    ['one on a variable', 'v: set[str] = load()\nuse(v)\n', 'set declared'],
    ['alternatives of one kind', 'def f(v: list[str] | tuple[str, ...]): use(v)\n', 'list declared'],
    ['text or bytes', 'def f(v: str | bytes): use(v)\n', 'string declared'],
    ['alternatives of several kinds', 'def f(v: str | list[str]): use(v)\n', 'unknown guessed'],
    ['a first value', 'v = []\nuse(v)\n', 'list proven'],
    ['a first value that is not the last', 'v = []\nv = load()\nuse(v)\n', 'list declared'],
    ['None, and then something', 'v = None\nv = []\nuse(v)\n', 'list declared'],
    ['a default', 'def f(v=()): use(v)\n', 'list declared'],
    ['None as a default', 'def f(v=None): use(v)\n', 'unknown guessed'],
    ['something or None', 'v = [] if a else None\nuse(v)\n', 'list proven'],
    ['None or something', 'v = None if a else {1}\nuse(v)\n', 'set proven'],
    ['one of several in a target', 'v, w = [], {}\nuse(v)\n', 'list proven'],
    ['a part of something', 'v, w = load()\nuse(v)\n', 'unknown guessed'],
    ['several targets', 'w = v = {}\nuse(v)\n', 'map proven'],
    ['walrus', 'if (v := []): use(v)\n', 'list proven'],
    ['another name', 'def f(w: list[str]):\n    v = w\n    use(v)\n', 'list declared'],
    ['a copy', 'def f(w: list[str]):\n    v = w.copy()\n    use(v)\n', 'list declared'],
    ['a part of a list', 'def f(v: list[str]): use(v[1:])\n', 'list declared'],
    ['a part of a text', 'def f(v: str): use(v[1:])\n', 'string declared'],
    ['a part of who knows what', 'def f(v): use(v[1:])\n', 'unknown guessed'],
    ['what only lists can do', 'def f(v):\n    v.append(1)\n    use(v)\n', 'list guessed'],
    ['what only sets can do', 'def f(v):\n    use(v)\n    v.add(1)\n', 'set guessed'],
    ['what only dicts can do', 'def f(v):\n    for a in v.items(): pass\n    use(v)\n', 'map guessed'],
    ['what only texts can do', 'def f(v):\n    v.strip()\n    use(v)\n', 'string guessed'],
    ['what several can do', 'def f(v):\n    v.update(1)\n    v.pop()\n    use(v)\n', 'unknown guessed'],
    ['what an attribute of it can do', 'def f(w):\n    w.v.append(1)\n    use(w.v)\n', 'list guessed'],
    ['what callers hand in', 'def f(v): use(v)\nf([1])\n', 'list guessed'],
    ['what callers hand in by name', 'def f(w, v): use(v)\nf(v={1}, w=1)\n', 'set guessed'],
    ['an element', 'for v in []: use(v)\n', 'unknown guessed'],
    ['a function', 'def v(): pass\nuse(v)\n', 'function proven'],
  ])('%s', (_, text, expected) => expect(kindOf(text)).toBe(expected));

  // What is written elsewhere in the file would tell: a default that is filled in, a return type, another name for a type, a field's annotation.
  test.fails.each([
    ['`if v is None` fills it', 'def f(v=None):\n    if v is None: v = []\n    use(v)\n', 'list declared'],
    ['`or` fills it', 'def f(v=None):\n    v = v or []\n    use(v)\n', 'list guessed'],
    ['what a function of the file is declared to return', 'def g() -> list[str]: pass\nv = g()\nuse(v)\n', 'list declared'],
    ['another name for a type', 'Names = list[str]\ndef f(v: Names): use(v)\n', 'list declared'],
    ['another name for a type, by a statement', 'type Names = list[str]\ndef f(v: Names): use(v)\n', 'list declared'],
    ['a field of a class that an annotation names', 'class A:\n    v: list[str]\ndef f(a: A): use(a.v)\n', 'list declared'],
    ['the sum of two lists', 'def f(v: list[str], w: list[str]): use(v + w)\n', 'list declared'],
    ['the rest of the arguments', 'def f(*v): use(v)\n', 'list proven'],
  ])('%s', (_, text, expected) => expect(kindOf(text)).toBe(expected));
});
