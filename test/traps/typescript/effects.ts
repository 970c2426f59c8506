// trap: Object.assign writes elements by their index
export function assigned(names: string[], known: string[]): number {
  let fresh = 0;
  for (const name of names) {
    if (known.includes(name)) continue; //! nested-loop-lookup 💡none
    Object.assign(known, [name]);
    fresh += 1;
  }
  return fresh;
}

// trap: push of the prototype is called with the list
export function byPrototype(names: string[], known: string[]): number {
  let fresh = 0;
  for (const name of names) {
    if (known.includes(name)) continue; //! nested-loop-lookup 💡suggestion
    Array.prototype.push.call(known, name);
    fresh += 1;
  }
  return fresh;
}

// trap: push is applied to several at once
export function applied(names: string[], known: string[]): number {
  let fresh = 0;
  for (const name of names) {
    if (known.includes(name)) continue; //! nested-loop-lookup 💡suggestion
    known.push.apply(known, [name, name]);
    fresh += 1;
  }
  return fresh;
}

// trap: Reflect.set writes an element
export function reflected(names: string[], known: string[]): number {
  let fresh = 0;
  for (const name of names) {
    if (known.includes(name)) continue; //! nested-loop-lookup 💡suggestion
    Reflect.set(known, 0, name);
    fresh += 1;
  }
  return fresh;
}

// trap: the method is called by its name in brackets
export function bracketed(names: string[], known: string[]): number {
  let fresh = 0;
  for (const name of names) {
    if (known.includes(name)) continue; //! nested-loop-lookup 💡suggestion
    known['push'](name);
    fresh += 1;
  }
  return fresh;
}

// trap: + makes a text of an object, by its own method
export function added(names: string[], known: string[]): string {
  const counter = { toString: (): string => String(known.push('seen')) };
  let text = '';
  for (const name of names) if (!known.includes(name)) text += counter; //! nested-loop-lookup 💡suggestion
  return text;
}

// trap: < makes a number of an object, by its own method
export function compared(names: string[], known: string[]): number {
  const counter = { valueOf: (): number => known.push('seen') };
  const most = { valueOf: (): number => names.length };
  let count = 0;
  for (const name of names) if (!known.includes(name) && counter > most) count += 1; //! nested-loop-lookup 💡suggestion
  return count;
}

// trap: an assignment takes a generator apart, which runs it
export function taken(names: string[], known: string[]): number {
  const source: Iterable<string> = {
    *[Symbol.iterator]() {
      known.push('seen');
      yield 'seen';
    },
  };
  let first: string | undefined;
  let count = 0;
  for (const name of names) {
    if (!known.includes(name)) count += 1; //! nested-loop-lookup 💡suggestion
    [first] = source;
  }
  return count + (first ?? '').length;
}

// trap: Object.defineProperty writes an element
export function defined(names: string[], known: string[]): number {
  let fresh = 0;
  for (const name of names) {
    if (known.includes(name)) continue; //! nested-loop-lookup 💡suggestion
    Object.defineProperty(known, 0, { value: name, writable: true, enumerable: true, configurable: true });
    fresh += 1;
  }
  return fresh;
}

// trap: join calls the toString of each element
export function joined(names: string[], known: string[]): string {
  const counter = { toString: (): string => String(known.push('seen')) };
  let text = '';
  for (const name of names) if (!known.includes(name)) text += [counter, counter].join(); //! nested-loop-lookup 💡suggestion
  return text;
}

// trap: JSON.stringify calls toJSON
export function written(names: string[], known: string[]): string {
  const counter = { toJSON: (): number => known.push('seen') };
  let text = '';
  for (const name of names) if (!known.includes(name)) text += JSON.stringify(counter); //! nested-loop-lookup 💡suggestion
  return text;
}

// trap: Array.from walks an iterator of its own
export function copied(names: string[], known: string[]): number {
  const source: Iterable<string> = {
    *[Symbol.iterator]() {
      known.push('seen');
      yield 'seen';
    },
  };
  let count = 0;
  for (const name of names) {
    if (!known.includes(name)) count += Array.from(source).length; //! nested-loop-lookup 💡suggestion
  }
  return count;
}

// trap: copyWithin and fill write over what is there
export function filled(names: string[], known: string[]): number {
  let count = 0;
  for (const name of names) {
    if (known.includes(name)) count += 1; //= the list changes in the loop
    known.fill(name, 0, 1);
  }
  return count;
}

// trap: a swap takes the list apart and writes to it
export function swapped(names: string[], known: string[]): number {
  let count = 0;
  for (const name of names) {
    if (known.includes(name)) count += 1; //! list-as-set 💡none
    [known[0], known[1]] = [name, known[0] ?? name];
  }
  return count;
}

// trap: for … of writes each element into the list
export function loopTarget(names: string[], known: string[]): number {
  let count = 0;
  for (const name of names) {
    if (known.includes(name)) count += 1; //! list-as-set 💡none
    for (known[0] of [name, `${name}!`]) count += 2;
  }
  return count;
}
