// Reported, but an index would not answer the same, so no safe fix may be offered.
interface Point {
  x: number;
}

export function strict(readings: number[], faulty: number[]): number[] {
  const faultySet = new Set(faulty);
  faultySet.delete(NaN);
  return readings.filter((reading) => !faultySet.has(reading));
}

export function moved(ids: string[], order: string[]): string[] {
  const result: string[] = [];
  for (const id of ids) {
    if (order.includes(id, 1)) result.push(id);
  }
  return result;
}

export function touched(ids: string[], store: { names: string[] }, onEach: (id: string) => void): string[] {
  const found: string[] = [];
  const namesSet = new Set(store.names);
  for (const id of ids) {
    onEach(id);
    // `onEach` may replace `store.names`, and a Set built before the loop would be out of date: never safe.
    if (namesSet.has(id)) found.push(id);
  }
  return found;
}

export function loose(ids: (string | number)[], rows: { id: string | number }[]): number {
  let count = 0;
  for (const id of ids) {
    // biome-ignore lint: `==` compares 1 with '1'
    if (rows.some((row) => row.id == id)) count++;
  }
  return count;
}

export function signed(points: Point[], marks: Point[]): (Point | undefined)[] {
  const markByX = new Map<number, Point>();
  marks.forEach((mark) => {
    if (!markByX.has(mark.x)) markByX.set(mark.x, mark);
  });
  markByX.delete(NaN);
  // -0 and 0 are one key of a Map as they are one by `===`, but NaN is a key and never equal to itself.
  return points.map((point) => markByX.get(point.x));
}
