/** From measurements to the exponent of their growth. */

export interface Measured {
  readonly n: number;
  /** Milliseconds, or how many queries. */
  readonly cost: number;
}

/** The slope of a line through the logarithms, by least squares: 2 for a cost that grows fourfold where n doubles, 0 for one that stays. */
export function exponent(measured: readonly Measured[]): number {
  const points = measured.map(({ n, cost }) => [Math.log(n), Math.log(cost)] as const);
  const mean = (index: 0 | 1) => points.reduce((sum, point) => sum + point[index], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const up = points.reduce((sum, [px, py]) => sum + (px - x) * (py - y), 0);
  return up / points.reduce((sum, [px]) => sum + (px - x) ** 2, 0);
}
