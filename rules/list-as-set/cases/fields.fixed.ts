interface Message {
  id: string;
  from: string;
}

export class Inbox {
  private seen = new Set<string>();
  private muted = new Set<string>();
  private history: Message[] = [];
  readonly folders: string[] = ['inbox', 'sent'];

  receive(messages: Message[]): Message[] {
    const fresh: Message[] = [];
    for (const message of messages) {
      if (this.seen.has(message.id)) continue;
      this.seen.add(message.id);
      fresh.push(message);
    }
    this.history.push(...fresh);
    return fresh;
  }

  mute(from: string): void {
    if (!this.muted.has(from)) this.muted.add(from);
  }

  wanted(messages: Message[]): Message[] {
    return messages.filter((message) => !this.muted.has(message.from));
  }

  find(id: string): Message | undefined {
    return this.history.find((message) => message.id === id);
  }

  isFolder(name: string): boolean {
    return this.folders.includes(name);
  }

  latest(count: number): Message[] {
    return this.history.slice(-count);
  }
}
