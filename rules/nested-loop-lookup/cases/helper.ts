interface Row {
  id: string;
  owner: string;
}

function isBlocked(id: string, blocked: string[]): boolean {
  return blocked.includes(id); //= one scan per call; the loops are elsewhere
}

export function visible(rows: Row[], blocked: string[]): Row[] {
  const shown: Row[] = [];
  for (const row of rows) {
    if (!isBlocked(row.owner, blocked)) shown.push(row); //! nested-loop-lookup O(rows × blocked)
  }
  return shown;
}

const findRow = (rows: Row[], id: string): Row | undefined => rows.find((row) => row.id === id);

export function resolve(ids: string[], rows: Row[]): (Row | undefined)[] {
  return ids.map((id) => findRow(rows, id)); //! nested-loop-lookup O(ids × rows)
}

export class Directory {
  private readonly rows: Row[];

  constructor(rows: Row[]) {
    this.rows = rows;
  }

  ownerOf(id: string): string | undefined {
    return this.rows.find((row) => row.id === id)?.owner; //= one scan per call
  }

  owners(ids: string[]): string[] {
    const owners: string[] = [];
    for (const id of ids) {
      const owner = this.ownerOf(id); //! nested-loop-lookup
      if (owner !== undefined) owners.push(owner);
    }
    return owners;
  }
}

function ownTags(row: { tags: string[] }): boolean {
  return row.tags.includes('new');
}

export function fresh(rows: { tags: string[] }[]): number {
  return rows.filter((row) => ownTags(row)).length; //= the helper scans the row's own tags: linear in total
}
