//- with: bullmq, node
import { Queue } from 'bullmq';

interface Mail {
  to: string;
}

const queue = new Queue<Mail>('mails');

export async function each(mails: Mail[]): Promise<void> {
  for (const mail of mails) await queue.add('mail', mail); //! n-plus-one-query hint
}

export async function allAtOnce(mails: Mail[]): Promise<void> {
  await Promise.all(mails.map((mail) => queue.add('mail', mail))); //! n-plus-one-query hint
}

export async function together(mails: Mail[]): Promise<void> {
  await queue.addBulk(mails.map((data) => ({ name: 'mail', data }))); //= all at once
}

export async function few(): Promise<void> {
  for (const to of ['a', 'b']) await queue.add('mail', { to }); //= two of them
}
