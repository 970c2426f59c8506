const RESERVED = new Set([
  'break', 'case', 'catch', 'class', 'const', 'continue', 'default', 'delete', 'do', 'else', 'export', 'extends',
  'finally', 'for', 'function', 'if', 'import', 'in', 'new', 'return', 'super', 'switch', 'this', 'throw',
]);

const COUNTRIES = new Set<string>([
  'AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT',
]);

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

const SORTED = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r'];

const CODES = [100, 101, 200, 201, 202, 203, 204, 206, 300, 301, 302, 303, 304, 307, 400, 401, 403, 404, 410];

export function identifiers(words: string[]): string[] {
  return words.filter((word) => !RESERVED.has(word));
}

export function european(orders: { country: string }[]): number {
  let count = 0;
  for (const order of orders) if (COUNTRIES.has(order.country)) count++;
  return count;
}

export function workdays(days: string[]): string[] {
  return days.filter((day) => WEEKDAYS.includes(day));
}

export function letters(text: string[]): number[] {
  return text.map((each) => SORTED.indexOf(each));
}

export function standard(answers: { code: number }[]): boolean {
  return answers.every((answer) => CODES.some((code) => code === answer.code));
}
