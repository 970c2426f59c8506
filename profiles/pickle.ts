/**
 * Plain data out of a Python pickle, protocols 2 to 5 (CPython's `Lib/pickletools.py` describes the opcodes). A pickle is a program that may name
 * any function; this reader knows none. A class that the caller allows becomes the state that was stored for it, everything else is refused.
 */
import { byteReader } from './bytes.ts';
import { isDict, type Plain } from './marshal.ts';
import { ProfileError } from './profile.ts';

/** Something of an allowed class. */
interface Instance {
  state: Plain;
}

const ALLOWED = Symbol('an allowed class');
const MARK = Symbol('the beginning of a collection');
type Item = Plain | Instance | typeof ALLOWED | typeof MARK;

export function readPickle(bytes: Uint8Array, isAllowed: (module: string, name: string) => boolean): Plain {
  const from = byteReader(bytes);
  const stack: Item[] = [];
  const memo = new Map<number, Item>();

  const pop = (): Item => {
    const item = stack.pop();
    return item === undefined ? damaged() : item;
  };
  const value = (): Plain => valueOf(pop());
  const top = (): Item => stack.at(-1) ?? damaged();
  const sinceMark = (): Plain[] => {
    const at = stack.lastIndexOf(MARK);
    return at === -1 ? damaged() : stack.splice(at).slice(1).map(valueOf);
  };
  const grow = (items: readonly Plain[]): void => {
    const list = top();
    if (!Array.isArray(list)) damaged();
    else for (const item of items) list.push(item);
  };
  const put = (items: readonly Plain[]): void => {
    const dict = top();
    if (typeof dict !== 'object' || !isDict(dict as Plain) || items.length % 2 !== 0) return damaged();
    const { pairs } = dict as { pairs: [Plain, Plain][] };
    for (let i = 0; i < items.length; i += 2) pairs.push([items[i]!, items[i + 1]!]);
  };
  const name = (module: Plain, member: Plain): void => {
    if (typeof module !== 'string' || typeof member !== 'string') return damaged();
    if (!isAllowed(module, member)) throw new ProfileError(`asks for \`${module}.${member}\`, which a profile has no use for, and is not read`);
    stack.push(ALLOWED);
  };
  const lineOfText = (): string => {
    let text = '';
    for (let byte = from.byte(); byte !== 10; byte = from.byte()) text += String.fromCharCode(byte);
    return text;
  };

  const opcodes = new Map<number, () => void>([
    [0x80, () => void from.byte()], // PROTO
    [0x95, () => void from.uint(8)], // FRAME
    [code('('), () => void stack.push(MARK)],
    [code('N'), () => void stack.push(null)],
    [0x88, () => void stack.push(true)],
    [0x89, () => void stack.push(false)],
    [code('J'), () => void stack.push(from.int32())],
    [code('K'), () => void stack.push(from.byte())],
    [code('M'), () => void stack.push(from.uint(2))],
    [0x8a, () => void stack.push(from.integer(from.byte()))], // LONG1
    [code('G'), () => void stack.push(from.float64('big'))],
    [0x8c, () => void stack.push(from.text(from.byte()))], // SHORT_BINUNICODE
    [code('X'), () => void stack.push(from.text(from.uint(4)))],
    [0x8d, () => void stack.push(from.text(from.uint(8)))], // BINUNICODE8
    [code('U'), () => void stack.push(from.text(from.byte()))], // Python 2's texts
    [code('T'), () => void stack.push(from.text(from.uint(4)))],
    [code('C'), () => void stack.push(from.take(from.byte()))],
    [code('B'), () => void stack.push(from.take(from.uint(4)))],
    [code(']'), () => void stack.push([])],
    [code('}'), () => void stack.push({ pairs: [] })],
    [code(')'), () => void stack.push([])],
    [code('t'), () => void stack.push(sinceMark())],
    [0x85, () => void stack.push([value()])], // TUPLE1 to TUPLE3
    [0x86, () => void stack.push([value(), value()].reverse())],
    [0x87, () => void stack.push([value(), value(), value()].reverse())],
    [code('a'), () => grow([value()])],
    [code('e'), () => grow(sinceMark())],
    [code('s'), () => put([value(), value()].reverse())],
    [code('u'), () => put(sinceMark())],
    [0x94, () => void memo.set(memo.size, top())], // MEMOIZE
    [code('q'), () => void memo.set(from.byte(), top())],
    [code('r'), () => void memo.set(from.uint(4), top())],
    [code('h'), () => void stack.push(known(from.byte()))],
    [code('j'), () => void stack.push(known(from.uint(4)))],
    [code('c'), () => name(lineOfText(), lineOfText())],
    [0x93, () => name(...([value(), value()].reverse() as [Plain, Plain]))], // STACK_GLOBAL
    [
      0x81, // NEWOBJ: the class, and what its constructor is given
      () => {
        pop();
        if (pop() !== ALLOWED) damaged();
        stack.push({ state: null });
      },
    ],
    [
      code('b'), // BUILD
      () => {
        const state = value();
        const instance = top();
        if (!isInstance(instance)) damaged();
        else instance.state = state;
      },
    ],
  ]);

  function known(index: number): Item {
    const item = memo.get(index);
    return item === undefined ? damaged() : item;
  }

  for (let opcode = from.byte(); opcode !== code('.'); opcode = from.byte()) {
    const run = opcodes.get(opcode);
    if (run === undefined) throw new ProfileError('asks for more than plain data, and is not read');
    run();
  }
  return value();
}

function damaged(): never {
  throw new ProfileError('is damaged: it is no whole pickle');
}

function valueOf(item: Item): Plain {
  if (item === MARK || item === ALLOWED) return damaged();
  return isInstance(item) ? item.state : item;
}

function isInstance(item: Item): item is Instance {
  return typeof item === 'object' && item !== null && 'state' in item;
}

function code(character: string): number {
  return character.charCodeAt(0);
}
