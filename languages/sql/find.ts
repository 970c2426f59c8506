/** The files of SQL in a workspace, of whichever tool: migrations, schemas, dumps. They are read together when a query asks for the first time. */
import type { SqlSchema } from '../../model/sql-schema.ts';
import { foldersBelow, type WorkspaceFiles } from '../workspace-files.ts';
import { readSql } from './read.ts';
import { type SqlFile, schemaOf } from './tables.ts';

export interface FoundSql {
  readonly schema: SqlSchema;
  /** The texts of the files that make tables. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface SqlFiles {
  /** Null where there are none, or some that are too many or too long to be read. */
  sql(): FoundSql | null;
  /** Files appeared, changed or went away. */
  update(): void;
}

export const sqlExtension = '.sql';

export function isSql(path: string): boolean {
  return path.endsWith(sqlExtension);
}

/** Folders whose files make no table that the application asks. */
const skipped =
  /^(\.(?!drizzle$|wrangler$).*|node_modules|site-packages|venv|dist|build|out|coverage|vendor|(__)?(tests?|mocks|fixtures)(__)?|examples?|docs?)$/;
const DEEPEST = 8;
const MOST_FOLDERS = 6000;
const MOST_FILES = 800;
const LARGEST = 1024 * 1024;
const MOST_TEXT = 12 * LARGEST;
const MAKES = /\b(create|alter)\s/i;

export function findSql(root: string, disk: Pick<WorkspaceFiles, 'readFile' | 'entries'>): SqlFiles {
  let found: FoundSql | null | undefined;
  return {
    sql() {
      if (found === undefined) found = readAll(root, disk);
      return found;
    },
    update() {
      found = undefined;
    },
  };
}

function readAll(root: string, disk: Pick<WorkspaceFiles, 'readFile' | 'entries'>): FoundSql | null {
  const visited = foldersBelow(root, disk, { depth: DEEPEST, folders: MOST_FOLDERS }, (name) => !skipped.test(name));
  const paths = [...visited].flatMap(({ folder, files }) => files.filter(isSql).map((name) => `${folder}/${name}`)).sort();
  // An index may be made in any of those that were left out.
  if (paths.length === 0 || paths.length > MOST_FILES) return null;
  const texts = new Map<string, string>();
  const files: SqlFile[] = [];
  let left = MOST_TEXT;
  for (const path of paths) {
    const text = disk.readFile(path);
    if (text === null) return null;
    if (text.length > LARGEST) {
      // Rows alone say nothing of indexes.
      if (MAKES.test(text)) return null;
      continue;
    }
    left -= text.length;
    if (left < 0) return null;
    const read = readSql(text);
    if (read.columns.length > 0) texts.set(path, text);
    files.push({ path, ...read });
  }
  return { schema: schemaOf(files), texts };
}
