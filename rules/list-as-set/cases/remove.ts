type Listener = (value: number) => void;

export class Store {
  private listeners: Listener[] = [];

  subscribe(listener: Listener): () => void {
    this.listeners.push(listener);
    return () => {
      const index = this.listeners.indexOf(listener); //! list-as-set hint
      if (index !== -1) this.listeners.splice(index, 1);
    };
  }

  dropAll(old: Listener[]): void {
    for (const listener of old) {
      const index = this.listeners.indexOf(listener); //! list-as-set
      if (index !== -1) this.listeners.splice(index, 1);
    }
  }

  set(value: number): void {
    for (const listener of this.listeners) listener(value);
  }
}

export function close(open: string[], finished: string[]): string[] {
  for (const id of finished) {
    const at = open.indexOf(id); //! list-as-set O(finished × open)
    if (at >= 0) open.splice(at, 1);
  }
  return open;
}

export function without(all: string[], gone: string[]): string[] {
  const rest = [...all];
  gone.forEach((each) => {
    const at = rest.indexOf(each); //! list-as-set
    if (at !== -1) rest.splice(at, 1);
  });
  return rest;
}

export function takeTurns(players: string[], rounds: number): string[] {
  const order: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const next = players.shift(); //= takes from the front: a queue, no membership
    if (next !== undefined) order.push(next);
  }
  return order;
}
