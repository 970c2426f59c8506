/** GitHub shows a related location only when the message links to it: `scans all of [banned](2) once per [user](1)`. */

/**
 * Links each step to the name it is about where the message speaks of it (`loop over users` → `users`), and lists the other steps
 * at the end. Step i has id i + 1.
 */
export function linkMessage(message: string, steps: readonly string[]): string {
  const links: { start: number; end: number; id: number }[] = [];
  const rest: number[] = [];
  // The first expression is what the result itself points to.
  const from = message.startsWith('`') ? message.indexOf('`', 1) + 1 : 0;
  for (const [i, step] of steps.entries()) {
    const place = placeOf(nameIn(step), message, from, links);
    if (place === null) rest.push(i);
    else links.push({ ...place, id: i + 1 });
  }
  links.sort((a, b) => a.start - b.start);
  let text = '';
  let done = 0;
  for (const { start, end, id } of links) {
    text += `${literal(message.slice(done, start))}[${message.slice(start, end).replace(/[[\]\\]/g, '\\$&')}](${id})`;
    done = end;
  }
  text += literal(message.slice(done));
  const path = rest.map((i) => `[${(steps[i] ?? '').replace(/[[\]\\]/g, '\\$&')}](${i + 1})`);
  return path.length === 0 ? text : `${text} Path: ${path.join(' → ')}.`;
}

/** What the step is about, when that is a plain name. */
function nameIn(step: string): string | null {
  const name = /^(?:loop over|calls|scans|walks|copies|sorts|searches|queries|awaits)\s+`?([\p{L}_$][\p{L}\p{N}_$.]*)`?(?:\(…?\))?$/u.exec(step)?.[1];
  return name ?? null;
}

function placeOf(
  name: string | null,
  message: string,
  from: number,
  taken: readonly { start: number; end: number }[],
): { start: number; end: number } | null {
  if (name === null) return null;
  // In back-ticks first: that is prose about the thing itself; then the growth, `O(users × banned)`.
  const places = [message.indexOf(`\`${name}\``, from) + 1, ...wordPlaces(name, message, from)];
  for (const start of places) {
    const end = start + name.length;
    if (start > 0 && !taken.some((link) => start < link.end && link.start < end)) return { start, end };
  }
  return null;
}

function wordPlaces(name: string, message: string, from: number): number[] {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_$.])${name.replace(/[.$]/g, '\\$&')}(?![\\p{L}\\p{N}_$.(])`, 'gu');
  pattern.lastIndex = from;
  return [...message.matchAll(pattern)].map(({ index }) => index);
}

/** Code such as `handlers[key](event)` must not be taken for a link. */
const literal = (text: string) => text.replace(/\[(?=[^\]]*\]\()/g, '\\[');
