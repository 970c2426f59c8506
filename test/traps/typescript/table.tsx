//- with: react
interface Row {
  id: string;
  name: string;
}

// trap: an expression between tags has no place for a statement
export function Table({ rows, chosen }: { rows: Row[]; chosen: string[] }) {
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className={chosen.includes(row.id) ? 'on' : 'off'}> {/*! nested-loop-lookup 💡safe */}
          {row.name}
        </li>
      ))}
    </ul>
  );
}

// trap: a component that is an arrow function gives its tags without a return
export const List = ({ rows, chosen }: { rows: Row[]; chosen: string[] }) => (
  <ul>{rows.filter((row) => chosen.includes(row.id)).map((row) => <li key={row.id}>{row.name}</li>)}</ul> //! nested-loop-lookup 💡safe
);

// trap: chosen is there only where the condition between the tags holds
export function Optional({ rows, chosen }: { rows: Row[]; chosen?: string[] }) {
  return <ul>{chosen && rows.map((row) => <li key={row.id}>{chosen.includes(row.id) ? '*' : row.name}</li>)}</ul>; //! nested-loop-lookup 💡safe
}

// trap: an attribute holds the callback, which runs for each click and not for each row
export function Buttons({ rows, chosen }: { rows: Row[]; chosen: string[] }) {
  return <>{rows.map((row) => <button key={row.id} onClick={() => chosen.includes(row.id) && row.name} />)}</>; //= once per click
}

// trap: the generic arrow of a .tsx file is written with a comma
export const pick = <T extends string,>(all: T[], wanted: T[]): T[] => all.filter((each) => wanted.includes(each)); //! nested-loop-lookup 💡safe

// trap: a text between tags looks like code
export function Note({ rows, chosen }: { rows: Row[]; chosen: string[] }) {
  const left = rows.filter((row) => !chosen.includes(row.id)); //! nested-loop-lookup 💡safe
  return <p>chosen.includes(row.id) of {left.length}</p>;
}
