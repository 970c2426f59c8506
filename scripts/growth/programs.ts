/**
 * What is measured: of each rule a program that its page calls bad, beside what the page says it becomes, each given n and more n.
 * The code itself stands on the page, where its finding and its fix are tested.
 */

export interface GrowthProgram {
  readonly rule: string;
  readonly language: 'TypeScript' | 'Python';
  /** The page's first bad block that holds this, and the block behind it. */
  readonly declares: string;
  /** `queries` are counted. `time` is what a call takes. `wait` is how long somebody else waits while n callers are served. */
  readonly unit: 'queries' | 'time' | 'wait';
  readonly sizes: readonly number[];
  /** How the table's first column calls n. */
  readonly of: string;
  /** An expression in the program's language that calls it once, from what it declares and `n`; before it, what is made once for an n. */
  readonly given?: string;
  readonly call: string;
  /** Must be installed to be measured. */
  readonly needs?: 'django';
}

const lists = [1000, 2000, 4000, 8000, 16_000];
/** An engine moves some ten thousand pointers at once before it shows. */
const sets = [500, 1_000, 2_000, 4_000];
const queues = [20_000, 40_000, 80_000, 160_000];
const rows = [10, 100, 1000];

export const programs: readonly GrowthProgram[] = [
  {
    rule: 'nested-loop-lookup',
    language: 'TypeScript',
    declares: 'function removeBanned(',
    unit: 'time',
    sizes: lists,
    of: 'users, and as many banned',
    given: 'const users = Array.from({ length: n }, (_, i) => ({ id: "user " + i })); const banned = users.map(({ id }) => "no " + id);',
    call: 'removeBanned(users, banned)',
  },
  {
    rule: 'nested-loop-lookup',
    language: 'Python',
    declares: 'def without_banned(',
    unit: 'time',
    sizes: lists,
    of: 'users, and as many banned',
    given: 'users = [f"user {i}" for i in range(n)]; banned = [f"no {user}" for user in users]',
    call: 'without_banned(users, banned)',
  },
  {
    rule: 'list-as-set',
    language: 'TypeScript',
    declares: 'function unique(',
    unit: 'time',
    sizes: lists,
    of: 'words, all different',
    given: 'const words = Array.from({ length: n }, (_, i) => "word " + i);',
    call: 'unique(words)',
  },
  {
    rule: 'list-as-set',
    language: 'Python',
    declares: 'def tags(',
    unit: 'time',
    sizes: lists,
    of: 'words, all different',
    given: 'posts = [{"tags": [f"word {i}"]} for i in range(n)]',
    call: 'tags(posts)',
  },
  {
    rule: 'sync-io-in-hot-path',
    language: 'TypeScript',
    declares: "app.post('/login'",
    unit: 'wait',
    sizes: [1, 4, 16, 64],
    of: 'requests at once',
    call: "app.send('/login', { body: { password: 'p', salt: 's' } })",
  },
  {
    rule: 'sync-io-in-hot-path',
    language: 'Python',
    declares: 'async def poll(',
    unit: 'wait',
    sizes: [1, 4, 16, 64],
    of: 'requests at once',
    given: 'once = lambda: iter([False, True]).__next__',
    call: 'poll(once())',
  },
  {
    rule: 'n-plus-one-query',
    language: 'TypeScript',
    declares: 'function owners(',
    unit: 'queries',
    sizes: rows,
    of: 'rows',
    given: 'const orders = Array.from({ length: n }, (_, i) => ({ userId: String(i) }));',
    call: 'owners(orders)',
  },
  {
    rule: 'n-plus-one-query',
    language: 'Python',
    declares: 'def contents(',
    unit: 'queries',
    sizes: rows,
    of: 'rows',
    given:
      'Author.objects.bulk_create([Author(name=f"author {i}") for i in range(n)]); Chapter.objects.bulk_create([Chapter(title=f"chapter {i}", author_id=author.pk) for i, author in enumerate(Author.objects.all())])',
    call: 'contents(None)',
    needs: 'django',
  },
  {
    rule: 'lazy-relation-in-loop',
    language: 'TypeScript',
    declares: "router.get('/users'",
    unit: 'queries',
    sizes: rows,
    of: 'rows',
    given: 'users.save(Array.from({ length: n }, (_, i) => ({ name: "user " + i })));',
    call: "exports.router.send('/users', {})",
  },
  {
    rule: 'lazy-relation-in-loop',
    language: 'Python',
    declares: 'def shelf(',
    unit: 'queries',
    sizes: rows,
    of: 'rows',
    given:
      'Author.objects.bulk_create([Author(name=f"author {i}") for i in range(n)]); Book.objects.bulk_create([Book(title=f"book {i}", author=author) for i, author in enumerate(Author.objects.all())])',
    call: 'shelf(None)',
    needs: 'django',
  },
  {
    rule: 'quadratic-accumulation',
    language: 'TypeScript',
    declares: 'function authors(',
    unit: 'time',
    sizes: lists,
    of: 'posts, or lists of tags',
    given: 'const posts = Array.from({ length: n }, (_, i) => ({ author: "author " + i }));',
    call: 'authors(posts)',
  },
  {
    rule: 'quadratic-accumulation',
    language: 'Python',
    declares: 'def tags(',
    unit: 'time',
    sizes: lists,
    of: 'posts, or lists of tags',
    given: 'posts = [[f"tag {i}"] for i in range(n)]',
    call: 'tags(posts)',
  },
  {
    rule: 'list-as-queue',
    language: 'TypeScript',
    declares: 'function reached(',
    unit: 'time',
    sizes: queues,
    of: 'pages, all linked from the first',
    given:
      'const links = new Map(Array.from({ length: n }, (_, i) => ["page " + i, i > 0 ? [] : Array.from({ length: n }, (_, j) => "page " + j)]));',
    call: 'reached("page 0", links)',
  },
  {
    rule: 'list-as-queue',
    language: 'Python',
    declares: 'def reached(',
    unit: 'time',
    sizes: queues,
    of: 'pages, all linked from the first',
    given: 'links = {f"page {i}": [f"page {j}" for j in range(n)] if i == 0 else [] for i in range(n)}',
    call: 'reached("page 0", links)',
  },
  {
    rule: 'invariant-work-in-loop',
    language: 'TypeScript',
    declares: 'function known(',
    unit: 'time',
    sizes: sets,
    of: 'words, and listed words',
    given: 'const words = Array.from({ length: n }, (_, i) => "word " + i); const listed = words.map((word, i) => word + (i % 2));',
    call: 'known(words, listed)',
  },
  {
    rule: 'invariant-work-in-loop',
    language: 'Python',
    declares: 'def known(',
    unit: 'time',
    sizes: sets,
    of: 'words, and listed words',
    given: 'words = [f"word {i}" for i in range(n)]; listed = [f"{word}{i % 2}" for i, word in enumerate(words)]',
    call: 'known(words, listed)',
  },
  {
    rule: 'sort-in-loop',
    language: 'TypeScript',
    declares: 'function largest(',
    unit: 'time',
    sizes: lists,
    of: 'numbers',
    given: 'const numbers = Array.from({ length: n }, (_, i) => (i * 7919) % n);',
    call: 'largest(numbers)',
  },
  {
    rule: 'sort-in-loop',
    language: 'Python',
    declares: 'def ordered(',
    unit: 'time',
    sizes: lists,
    of: 'numbers',
    given: 'names = [str((i * 7919) % n) for i in range(n)]',
    call: 'ordered(names)',
  },
  {
    rule: 'string-building-in-loop',
    language: 'Python',
    declares: 'class Report',
    unit: 'time',
    sizes: [5_000, 10_000, 20_000, 40_000],
    of: 'lines of ten characters',
    given: 'lines = [f"line {i:4}" for i in range(n)]',
    call: 'Report().fill(lines)',
  },
];
