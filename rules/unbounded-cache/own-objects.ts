/** A collection of a class that each new object is put into, and never taken out of: none of them is ever freed. */
import type { FileModel } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { isOnlyOne, type Kept } from '../../model/long-lived.ts';
import type { Program } from '../../model/program.ts';
import type { Use } from '../../model/use.ts';

/** Have: class Event: instances = [] … def __init__(self): self.instances.append(self) */
export function ownObjects(program: Program, file: FileModel, { name, owner }: Kept, use: Use): Finding | null {
  const added = use.call === null ? undefined : file.calls[use.call]?.args[0]?.value;
  const isItself = added?.root.kind === 'this' && added.path.length === 0;
  // Objects that modules make while they load are as many as the program has of them.
  if (!owner || !isItself || file.language !== 'python' || file.functions[use.fn]?.kind !== 'constructor' || isOnlyOne(program, file, owner))
    return null;
  return {
    rule: 'unbounded-cache',
    file: file.path,
    span: use.span,
    severity: 'info',
    message: `\`${name}\` keeps every \`${owner.name}\` that is ever made, and nothing is ever taken out: none is freed. Keep them in a \`WeakSet\`.`,
    growth: `O(${owner.name} objects)`,
    evidence: [`\`${name}\` belongs to the class`],
    trace: [{ file: file.path, span: use.span, message: `adds to \`${name}\`` }],
    fix: null,
  };
}
