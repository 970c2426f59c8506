interface Message {
  id: string;
  from: string;
}

export class Inbox {
  private seen: string[] = [];
  private muted: string[] = [];
  private history: Message[] = [];
  readonly folders: string[] = ['inbox', 'sent'];

  receive(messages: Message[]): Message[] {
    const fresh: Message[] = [];
    for (const message of messages) {
      if (this.seen.includes(message.id)) continue; //! list-as-set
      this.seen.push(message.id);
      fresh.push(message);
    }
    this.history.push(...fresh);
    return fresh;
  }

  mute(from: string): void {
    if (!this.muted.includes(from)) this.muted.push(from); //! list-as-set hint
  }

  wanted(messages: Message[]): Message[] {
    return messages.filter((message) => !this.muted.includes(message.from)); //! list-as-set
  }

  find(id: string): Message | undefined {
    return this.history.find((message) => message.id === id); //= one scan per call, and the list is also a list
  }

  isFolder(name: string): boolean {
    return this.folders.includes(name); //= two names
  }

  latest(count: number): Message[] {
    return this.history.slice(-count);
  }
}
