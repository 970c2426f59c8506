// What somebody types into one field has few lines.
//- with: react
export function Route({ text, other }: { text: string; other: string }) {
  const towns = text.split('\n');
  const visited = other.split('\n');
  return (
    <ul>
      {towns.map((town) => (
        <li key={town}>
          {visited.includes(town) ? 'again' : 'first'} {/*! nested-loop-lookup hint */}
        </li>
      ))}
    </ul>
  );
}
