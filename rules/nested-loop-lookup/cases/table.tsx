//- with: react
import { useState } from 'react';

interface Row {
  id: string;
  title: string;
  labels: string[];
}

export function Table({ rows, starred }: { rows: Row[]; starred: string[] }) {
  const [selected, setSelected] = useState<string[]>([]);
  return (
    <table>
      {rows.map((row) => (
        <tr key={row.id} onClick={() => setSelected([...selected, row.id])}>
          <td>{starred.includes(row.id) ? '★' : ''}</td> {/*! nested-loop-lookup O(rows × starred) */}
          {/*! nested-loop-lookup O(rows × selected) */}
          <td className={selected.includes(row.id) ? 'on' : 'off'}>{row.title}</td>
          <td>{row.labels.includes('new') ? 'new' : ''}</td> {/*= the labels are the row's own */}
        </tr>
      ))}
    </table>
  );
}

export function Toggle({ selected, id }: { selected: string[]; id: string }) {
  return <input type="checkbox" checked={selected.includes(id)} />; //= one scan per render of one row
}
