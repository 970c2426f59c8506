export function Legend({ series }: { series: { id: string; value: number }[] }): string {
  //= what one person sees on one screen is not many
  const values = series.reduce<Record<string, number>>((all, { id, value }) => ({ ...all, [id]: value }), {});
  return Object.keys(values).join(', ');
}
