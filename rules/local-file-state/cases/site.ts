//- with: next, node
//- package.json
{ "name": "site", "dependencies": { "next": "16.0.0" } }
//- app/api/pictures/route.ts
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = join(process.cwd(), 'public', 'pictures');

export async function POST(request: { text(): Promise<string> }): Promise<string> {
  await writeFile(join(FOLDER, `${Date.now()}.svg`), await request.text()); //! local-file-state hint
  return 'kept';
}
//- app/api/drafts/route.ts
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export async function POST(request: { text(): Promise<string> }): Promise<string> {
  await writeFile(join(process.cwd(), 'drafts', 'last.txt'), await request.text()); //= nobody reads it
  return 'kept';
}
