type Color = 'red' | 'green' | 'blue';

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'TRACE'];
const LEVELS = ['debug', 'info', 'warn', 'error'] as const;

interface Call {
  method: string;
  level: string;
  color: Color;
}

export function safeCalls(calls: Call[]): Call[] {
  return calls.filter((call) => METHODS.includes(call.method)); //= four literals
}

export function loud(calls: Call[]): Call[] {
  return calls.filter((call) => LEVELS.indexOf(call.level as 'warn') > 1); //= a tuple of four
}

export function local(calls: Call[]): number {
  const wanted = ['GET', 'PUT'];
  let count = 0;
  for (const call of calls) if (wanted.includes(call.method)) count++; //= two literals
  return count;
}

export function inline(calls: Call[]): Call[] {
  return calls.filter((call) => ['GET', 'POST'].includes(call.method)); //= two literals, in place
}

export function colored(calls: Call[], colors: Color[]): Call[] {
  return calls.filter((call) => colors.includes(call.color)); //= at most three different colors
}

export function recent(calls: Call[], history: string[]): Call[] {
  const last = history.slice(0, 10);
  return calls.filter((call) => last.includes(call.method)); //= at most ten
}

export function pair(calls: Call[], range: [string, string]): Call[] {
  return calls.filter((call) => range.includes(call.method)); //= a tuple of two
}

export function few(names: string[]): boolean[] {
  return ['a', 'b', 'c'].map((each) => names.includes(each)); //= three scans in all
}

export function weekdays(names: string[]): number {
  let found = 0;
  for (let day = 0; day < 7; day++) if (names.includes(String(day))) found++; //= seven scans in all
  return found;
}
