export function hashSync(password: string, rounds: number): string;
export function compareSync(password: string, hash: string): boolean;
export function hash(password: string, rounds: number): Promise<string>;
export function compare(password: string, hash: string): Promise<boolean>;
declare const bcrypt: { hashSync: typeof hashSync; compareSync: typeof compareSync; hash: typeof hash; compare: typeof compare };
export default bcrypt;
