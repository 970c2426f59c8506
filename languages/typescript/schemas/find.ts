/**
 * Which schema of Prisma declares the table that code asks. A workspace may have several, each of one file or of many: the one whose package the
 * code lies in goes first, and where two may be meant, none is.
 */
import type { DeclaredTable } from '../../../model/declared-table.ts';
import { foldersBelow, parentOf, type WorkspaceFiles } from '../../workspace-files.ts';
import { readSchema } from './read.ts';
import { type SchemaFile, tablesOf } from './tables.ts';

export interface FoundTable {
  readonly table: DeclaredTable;
  /** The texts of the files that its columns are declared in. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface Schemas {
  /** `name`: as the client calls it, `orderLine`. */
  table(file: string, name: string): FoundTable | null;
  /** Schemas appeared, changed or went away. */
  update(): void;
}

/** What finding them asks of the workspace. */
type SchemaDisk = Pick<WorkspaceFiles, 'isFile' | 'readFile' | 'entries'>;

export const prismaExtension = '.prisma';

export function isPrisma(path: string): boolean {
  return path.endsWith(prismaExtension);
}

/** Folders whose schemas no application uses; a client that was generated has a copy of its own beside it. */
const skipped =
  /^(\..*|node_modules|dist|build|out|coverage|vendor|generated|migrations|(__)?(tests?|mocks|fixtures)(__)?|examples?|templates?|docs?)$/;
const DEEPEST = 8;
const MOST_FOLDERS = 6000;
const MOST_FILES = 400;
const LARGEST = 1024 * 1024;

interface Schema {
  /** The package that it belongs to. */
  readonly home: string;
  readonly tables: ReadonlyMap<string, DeclaredTable>;
}

export function findSchemas(root: string, disk: SchemaDisk): Schemas {
  const texts = new Map<string, string>();
  let schemas: readonly Schema[] | null = null;
  return {
    table(file, name) {
      schemas ??= readAll(root, disk, texts);
      const table = choose(schemas, file, name);
      return table && { table, texts };
    },
    update() {
      schemas = null;
      texts.clear();
    },
  };
}

function choose(schemas: readonly Schema[], file: string, name: string): DeclaredTable | null {
  const all = schemas.filter(({ tables }) => tables.has(name));
  const around = all.filter(({ home }) => file.startsWith(`${home}/`));
  const deepest = Math.max(...around.map(({ home }) => home.length));
  const [only, ...others] = around.length > 0 ? around.filter(({ home }) => home.length === deepest) : all;
  return only && others.length === 0 ? (only.tables.get(name) ?? null) : null;
}

function readAll(root: string, disk: SchemaDisk, texts: Map<string, string>): Schema[] {
  const files = schemaFiles(root, disk).flatMap((path): SchemaFile[] => {
    const text = disk.readFile(path);
    if (text === null || text.length > LARGEST) return [];
    texts.set(path, text);
    return [{ path, ...readSchema(text) }];
  });
  const main = files.filter(({ datasource }) => datasource !== null);
  return main.flatMap((file): Schema[] => {
    if (!file.datasource) return [];
    const parts = files.filter((each) => each === file || (!each.datasource && mainOf(main, each.path) === file));
    return [{ home: homeOf(root, disk, file.path), tables: tablesOf(parts, file.datasource) }];
  });
}

/** Files without a data source belong to the one that has it: beside them, or in a folder around them. */
function mainOf(main: readonly SchemaFile[], path: string): SchemaFile | null {
  const around = main.filter((each) => path.startsWith(`${parentOf(each.path)}/`));
  const deepest = Math.max(...around.map((each) => parentOf(each.path).length));
  const [only, ...others] = around.filter((each) => parentOf(each.path).length === deepest);
  return only && others.length === 0 ? only : null;
}

function homeOf(root: string, disk: SchemaDisk, path: string): string {
  let folder = parentOf(path);
  while (folder.length > root.length && !disk.isFile(`${folder}/package.json`)) folder = parentOf(folder);
  return folder;
}

function schemaFiles(root: string, disk: SchemaDisk): string[] {
  const visited = foldersBelow(root, disk, { depth: DEEPEST, folders: MOST_FOLDERS }, (name) => !skipped.test(name));
  const found = [...visited].flatMap(({ folder, files }) => files.filter(isPrisma).map((name) => `${folder}/${name}`));
  return found.slice(0, MOST_FILES);
}
