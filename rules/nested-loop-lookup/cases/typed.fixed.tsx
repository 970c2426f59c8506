// What somebody types into one field has few lines.
export function Route({ text, other }: { text: string; other: string }) {
  const towns = text.split('\n');
  const visited = other.split('\n');
  const visitedSet = new Set(visited);
  return (
    <ul>
      {towns.map((town) => (
        <li key={town}>
          {visitedSet.has(town) ? 'again' : 'first'}
        </li>
      ))}
    </ul>
  );
}
