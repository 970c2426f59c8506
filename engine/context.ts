/**
 * What kind of file this is. Only `source` is judged as production code: a blocking read in a build script or a nested
 * scan over three fixtures is nobody's problem.
 *
 * Judged by names below the project only, so that a checkout in `/home/x/test/shop` is not all tests. Names that say it
 * wherever they stand (`__tests__`, `migrations`, `examples`) count from the outermost root (of the repository or
 * workspace); names that are also good names for a package (`scripts`, `cli`) count inside the nearest package only,
 * and those that are good names for a module too (`tools`, `docs`) only at its top: `tools/reporter/src/index.ts` is source
 * if `tools/reporter` is a package, and so is `src/tools/search.ts`; `tools/report.ts` is a script.
 */
import type { FileContext } from '../model/file.ts';

export interface PlaceOfFile {
  /** Relative to the folder of the package around it, forward slashes. */
  readonly fromPackage: string;
  /** Relative to the root of the repository or workspace. Default: the same. */
  readonly fromRoot?: string;
  /** The package offers a command (`bin` in package.json). */
  readonly hasBin?: boolean;
}

/** Judges a file by its place and, where that leaves two possibilities, by its text. */
export function fileContext(place: PlaceOfFile, text: string): FileContext {
  const inRoot = segments(place.fromRoot ?? place.fromPackage);
  const inPackage = segments(place.fromPackage);
  const name = inRoot.at(-1) ?? '';
  const folders = inRoot.slice(0, -1);
  const near = inPackage.slice(0, -1);
  const own = folders.slice(0, folders.length - near.length).at(-1) ?? '';

  if (/\.d\.(?:\w+\.)?[cm]?ts$|\.pyi$/.test(name)) return 'declaration';
  if (testFile.test(name) || folders.some((folder) => testFolder.test(folder)) || isForPytest(name, text)) return 'test';
  if (benchFile.test(name) || folders.some((folder) => benchFolder.test(folder))) return 'benchmark';
  if (isMigration(name, folders)) return 'migration';
  if (seedFile.test(name) || folders.some((folder) => seedFolder.test(folder))) return 'seed';
  if (name === 'conf.py' && folders.some((folder) => sphinxFolder.test(folder))) return 'config';
  if (folders.some((folder) => exampleFolder.test(folder)) || exampleTop.test(near[0] ?? '') || folders[0] === 'sample') return 'example';
  if (copyTop.test(folders[0] ?? '')) return 'example';
  if (configFile.test(name) || folders.some((folder) => folder.startsWith('.')) || isSettings(name, near)) return 'config';
  if (scriptFile.test(name) || isRunByHand(name, near, text) || near.some((folder) => scriptFolder.test(folder)) || scriptTop.test(near[0] ?? ''))
    return 'script';
  if (isExecutable(name, text) || isCommand(name, near, own, place.hasBin === true) || isCommandOfNest(text)) return 'cli';
  return 'source';
}

// Every pattern is tested against lower-case names.
const extension = String.raw`\.(?:[cm]?[jt]sx?|py|ipynb)$`;
const testFolder =
  /^(?:__tests?__|tests?|testing|specs?|e2e|cypress|jest|test-?containers|fixtures?|__fixtures__|__mocks__|mocks|fakes?|doubles|stubs?|testdata|mock[-_](?:\w+[-_])*(?:apis?|servers?|services?|backends?)|(?:unit|integration|e2e|acceptance|functional|smoke|api|browser|perf)[-_]tests?|tests?[-_](?:utils?|helpers?|fixtures?|data|support|integration|e2e|unit))$/;
const testFile = new RegExp(
  `(?:[.](?:tests?|specs?|e2e|e2e-spec|cy|stories|story|mocks?|fixtures?|test-d|spec-d)|^tests?|^test_.*|^(?:fake|mock|stub)[-_.].*|_test|^conftest|^setup-?tests?|^global-?(?:setup|teardown)|^(?:jest|vitest|test|tests)[.-]setup)${extension}`,
);
const benchFolder = /^(?:bench(?:es|marks?|marking)?|(?:bench|benchmarks?)[-_].*|asv_bench)$/;
const benchFile = new RegExp(`(?:[._-](?:bench|benchmark)|^bench(?:mark)?s?|^bench(?:mark)?[-_].*|^locustfile)${extension}`);
const seedFolder = /^(?:seeds?|seeders?|seeding)$/;
const seedFile = new RegExp(`(?:^seed(?:er)?s?(?:[-_.].*)?|.*[-_.]seed(?:er)?s?)${extension}`);
const exampleFolder = /^(?:examples?|demos?|samples)$/;
const exampleTop = /^(?:docs|playgrounds?|sandbox|(?:.+[-_])?poc)$/;
// What was copied before something new was tried, and never deleted: `_shop_backup/apps/api/…`.
const copyTop = /^_+(?:.+[-_])?(?:backups?|bak|old|archived?|deprecated)$|^.+[-_.](?:bak|old)$/;
const sphinxFolder = /^(?:docs?|documentation|sphinx)$/;
const configFile = new RegExp(
  String.raw`(?:[.](?:config|conf)(?:[.][\w-]+)?|^[.].*|^(?:webpack|rollup|vite|babel|karma|tailwind|jest|vitest|eslint|postcss|metro)(?:[.][\w-]+)*|^(?:knexfile|ormconfig|setup(?!\.py)))${extension}`,
);
const settingsOf = /^(?:__init__|base|common|defaults?|local|dev(?:elop(?:ment)?)?|stag(?:e|ing)|prod(?:uction)?|tests?|testing|ci|docker)\.py$/;
const handlerFolder = /^(?:apis?|v\d+|routers?|routes|endpoints|views?|handlers?|controllers?|resources|blueprints|pages|services?)$/;
const scriptFolder = /^scripts?$/;
const scriptTop = /^(?:tools?|hack)$/;
const scriptFile = new RegExp(String.raw`^(?:gulpfile|gruntfile|jakefile|noxfile|fabfile)(?:[.][\w-]+)*${extension}`);

/** Django's and others' settings. `views/settings.py` answers requests, and `settings/views.py` is an application that has settings. */
function isSettings(name: string, near: readonly string[]): boolean {
  if (near.some((folder) => handlerFolder.test(folder))) return false;
  return /^settings(?:_\w+)?\.py$/.test(name) || (near.at(-1) === 'settings' && settingsOf.test(name));
}

/** Fixtures and helpers of tests in a package of their own. */
function isForPytest(name: string, text: string): boolean {
  return /\.py$/.test(name) && /^(?:from|import) pytest\b/m.test(text);
}

/** `tasks.py` of `invoke`, `setup.py` of a build. Else the one is what a queue runs for users, and the other sets something up for them. */
function isRunByHand(name: string, near: readonly string[], text: string): boolean {
  if (name === 'setup.py') return /\b(?:setuptools|distutils|skbuild)\b/.test(text);
  return name === 'tasks.py' && near.length === 0 && /^(?:from|import) invoke\b/m.test(text);
}

/** A `#!` in front. Old Python modules have one without being commands. */
function isExecutable(name: string, text: string): boolean {
  return /^\uFEFF?#!/.test(text) && (!name.endsWith('.py') || text.includes('__main__'));
}

function isMigration(name: string, folders: readonly string[]): boolean {
  if (
    folders.some((folder) => /^(?:migrations|upgrades|backfills?|cutover)$/.test(folder)) ||
    /backfill/.test(name) ||
    /[.-]migration\.[cm]?[jt]s$/.test(name)
  )
    return true;
  if (pairs(folders).some((pair) => pair === 'db/migrate' || pair === 'alembic/versions')) return true;
  if (name === 'env.py' && folders.at(-1) === 'alembic') return true;
  return folders.includes('migration') && /^\d{8,}[-_]/.test(name);
}

/** Somebody types it: no request leads there. */
function isCommandOfNest(text: string): boolean {
  return /\bfrom ['"](?:nestjs-command|nest-commander)['"]/.test(text) && /@(?:Sub)?Command\(/.test(text);
}

function isCommand(name: string, near: readonly string[], own: string, hasBin: boolean): boolean {
  if (near.some((folder) => folder === 'bin' || folder === 'cli') || /^(?:.+\.)?cli\.(?:[cm]?[jt]sx?|py)$/.test(name)) return true;
  if (name === 'manage.py' || name === '__main__.py' || pairs(near).includes('management/commands')) return true;
  return hasBin && (near.includes('commands') || own === 'cli' || own.endsWith('-cli'));
}

function segments(path: string): string[] {
  return path
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '' && part !== '.');
}

function pairs(folders: readonly string[]): string[] {
  return folders.slice(1).map((folder, index) => `${folders[index]}/${folder}`);
}
