interface Row {
  id: string;
  name: string;
}

// trap: an expression between tags has no place for a statement
export function Table({ rows, chosen }: { rows: Row[]; chosen: string[] }) {
  const chosenSet = new Set(chosen);
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className={chosenSet.has(row.id) ? 'on' : 'off'}>
          {row.name}
        </li>
      ))}
    </ul>
  );
}

// trap: a component that is an arrow function gives its tags without a return
export const List = ({ rows, chosen }: { rows: Row[]; chosen: string[] }) => {
  const chosenSet = new Set(chosen);
  return (
  <ul>{rows.filter((row) => chosenSet.has(row.id)).map((row) => <li key={row.id}>{row.name}</li>)}</ul>
);
};

// trap: chosen is there only where the condition between the tags holds
export function Optional({ rows, chosen }: { rows: Row[]; chosen?: string[] }) {
  const chosenSet = new Set(chosen);
  return <ul>{chosen && rows.map((row) => <li key={row.id}>{chosenSet.has(row.id) ? '*' : row.name}</li>)}</ul>;
}

// trap: an attribute holds the callback, which runs for each click and not for each row
export function Buttons({ rows, chosen }: { rows: Row[]; chosen: string[] }) {
  return <>{rows.map((row) => <button key={row.id} onClick={() => chosen.includes(row.id) && row.name} />)}</>;
}

// trap: the generic arrow of a .tsx file is written with a comma
export const pick = <T extends string,>(all: T[], wanted: T[]): T[] => {
  const wantedSet = new Set(wanted);
  return all.filter((each) => wantedSet.has(each));
};

// trap: a text between tags looks like code
export function Note({ rows, chosen }: { rows: Row[]; chosen: string[] }) {
  const chosenSet = new Set(chosen);
  const left = rows.filter((row) => !chosenSet.has(row.id));
  return <p>chosen.includes(row.id) of {left.length}</p>;
}
