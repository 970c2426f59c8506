/** Whether a promise is let go: whoever started it goes on, and does not wait for its end. */
import { infoOf } from './calls.ts';
import { earlierLinks, laterLinks } from './chains.ts';
import type { Call, FileModel, Value } from './file.ts';
import { isInside, type Program } from './program.ts';

/** Have: void send(order), send(order).catch(log), axios.post(url).then((sent) => log(sent)) */
export function isLeftRunning(program: Program, file: FileModel, call: Call): boolean {
  if (file.language !== 'typescript') return false;
  return isLetGo(program, file, call) || isAfterLetGo(program, file, call) || isOfEachLetGo(program, file, call);
}

/** Have: prices.forEach(async (price) => { await axios.get(price.url); }): nobody has the promise of what runs for each. */
function isOfEachLetGo(program: Program, file: FileModel, call: Call): boolean {
  const closure = file.functions[call.fn];
  const each = closure?.async && closure.passedTo ? file.calls[closure.passedTo.call] : undefined;
  if (!each || !/^(forEach|map)$/.test(each.member ?? '') || each.result !== 'discarded' || each.awaited || each.handedBack) return false;
  const { row, target } = infoOf(program, file, each);
  return row === null && target === null;
}

/** Have: void load(id).then((order) => { send(order); }): it runs when nobody waits any more. */
function isAfterLetGo(program: Program, file: FileModel, call: Call): boolean {
  const { passedTo } = file.functions[call.fn] ?? {};
  const link = passedTo ? file.calls[passedTo.call] : undefined;
  const [begun] = link && /^(then|catch|finally)$/.test(link.member ?? '') ? earlierLinks(file, link) : [];
  return begun !== undefined && isLeftRunning(program, file, begun);
}

function isLetGo(program: Program, file: FileModel, call: Call): boolean {
  const later = laterLinks(program, file, call);
  const last = later.at(-1) ?? call;
  if (last.result !== 'discarded' || last.awaited || last.handedBack) return false;
  // `load((error, rows) => response.json(rows))` and `load().then((rows) => response.json(rows))` answer later: only what is done with the result tells.
  if (later.length === 0) {
    const { target, row } = infoOf(program, file, call);
    // Have: users.map(async (user) => { axios.post(url, user); }): nobody is handed the promise.
    return target ? target.fn.async : row?.untimed !== undefined;
  }
  return later.every((link) => link.member === 'catch' || (link.member === 'then' && link.args.every(({ value }) => answersNobody(file, value))));
}

/** Have: (sent) => log(sent.status): it has nothing of what a function around it was handed to answer with. */
function answersNobody(file: FileModel, { root, reads }: Value): boolean {
  if (root.kind !== 'function') return false;
  return !reads.some((id) => {
    const binding = file.bindings[id];
    if (!binding || binding.param === null || isInside(file, binding.fn, root.fn)) return false;
    return ANSWERS.test(binding.name) || binding.uses.some((use) => use.kind === 'call' && use.path.length === 0 && isInside(file, use.fn, root.fn));
  });
}

/** What handlers, and those who hand on a promise, call what they answer with. */
const ANSWERS =
  /^_?(res|resp|response|reply|ctx|context|h|next|cb|callback|done|resolve|reject|socket|ws|conn|connection|client|interaction|message|msg|bot|event|e)$/;
