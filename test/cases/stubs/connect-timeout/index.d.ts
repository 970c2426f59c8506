export default function timeout(time: string): (req: unknown, res: unknown, next: () => void) => void;
