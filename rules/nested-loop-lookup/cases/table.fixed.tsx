import { useState } from 'react';

interface Row {
  id: string;
  title: string;
  labels: string[];
}

export function Table({ rows, starred }: { rows: Row[]; starred: string[] }) {
  const [selected, setSelected] = useState<string[]>([]);
  const starredSet = new Set(starred);
  const selectedSet = new Set(selected);
  return (
    <table>
      {rows.map((row) => (
        <tr key={row.id} onClick={() => setSelected([...selected, row.id])}>
          <td>{starredSet.has(row.id) ? '★' : ''}</td>
          <td className={selectedSet.has(row.id) ? 'on' : 'off'}>{row.title}</td>
          <td>{row.labels.includes('new') ? 'new' : ''}</td>
        </tr>
      ))}
    </table>
  );
}

export function Toggle({ selected, id }: { selected: string[]; id: string }) {
  return <input type="checkbox" checked={selected.includes(id)} />;
}
