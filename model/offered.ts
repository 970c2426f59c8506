/** Which names a class and those that it extends declare: of most that are asked for, none does, and climbing to find that out costs most. */
import type { Class, FileModel } from './file.ts';
import { memo, type Program } from './program.ts';
import { knowledgeSymbol, thingOf } from './things.ts';

interface Offered {
  readonly names: ReadonlySet<string>;
  /** A base is not of the project, so that any other name may be its. */
  readonly open: boolean;
}

const NOTHING: Offered = { names: new Set(), open: false };

/** May a member of this name be one of the project's? */
export function mayOffer(program: Program, file: FileModel, owner: Class, name: string): boolean {
  const { names, open } = offeredBy(program, file, owner);
  // What an abstract class leaves open the one class that extends it may have.
  return names.has(name) || !open;
}

function offeredBy(program: Program, file: FileModel, owner: Class): Offered {
  return memo<Class, Offered>(program, 'offered', owner, NOTHING, () => {
    const names = new Set([...owner.methods, ...owner.fields].map((member) => member.name));
    let open = false;
    for (const each of owner.extends) {
      const base = thingOf(program, file, each);
      const inherited = base?.kind === 'class' ? offeredBy(program, base.file, base.class) : null;
      for (const name of inherited?.names ?? []) names.add(name);
      const type = base && base.kind !== 'literal' && knowledgeSymbol(base);
      open ||= inherited?.open ?? (Boolean(type) && type !== 'py:builtins#object');
    }
    return { names, open };
  });
}
