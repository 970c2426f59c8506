/** docs/fixes.md: what the proofs on real projects came to, as tables. */
import type { Project } from './project.ts';
import type { Proof, Stage } from './prove.ts';
import type { RuleShare, Shares } from './shares.ts';

/** What was measured last, kept so that the page can be written without measuring anew. */
export interface Figures {
  readonly proofs: readonly Proof[];
  readonly shares: Shares | null;
}

/** So many changed tests of one project are named; the others are counted. */
const NAMED = 5;

export function fixesPage(projects: readonly Project[], { proofs, shares }: Figures): string {
  const pairs = projects.flatMap((project) => {
    const proof = proofs.find(({ name, commit }) => name === project.name && commit === project.commit);
    return proof ? [{ project, proof }] : [];
  });
  const sections = [
    '# What fixes did to real projects',
    'Written by `npm run world`; do not edit.',
    'Each project is built and tested twice as it is, then with all safe fixes, hints included, then with the suggestions too. A test counts as changed if it says something else than in both first runs, also when it is run again.',
    totals(pairs),
    table(
      ['project', 'commit', 'language', 'findings', 'safe fixes', 'tests before', 'after safe fixes', 'suggestions', 'after suggestions'],
      pairs.map(({ project, proof }) => row(project, proof)),
    ),
    ...pairs.flatMap(({ project, proof }) => details(project, proof)),
  ];
  if (shares) sections.push(...sharesSection(shares));
  return `${sections.join('\n\n')}\n`;
}

/** One line for each half of the projects, because Python's types prove less. */
function totals(pairs: readonly { readonly project: Project; readonly proof: Proof }[]): string {
  const isPython = ({ project }: { readonly project: Project }): boolean => project.language === 'python';
  return [
    total(
      'TypeScript and JavaScript',
      pairs.filter((pair) => !isPython(pair)),
    ),
    total('Python', pairs.filter(isPython)),
  ].join('\n');
}

function total(what: string, pairs: readonly { readonly proof: Proof }[]): string {
  const sum = (of: (proof: Proof) => number): number => pairs.reduce((all, { proof }) => all + of(proof), 0);
  const changed = (stage: 'safe' | 'suggestions'): string =>
    `${sum((proof) => proof[stage].changes.length)} tests and ${sum((proof) => proof[stage].unbuilt.length)} builds`;
  const tests = sum(({ passed }) => passed);
  return `- ${what}: ${pairs.length} projects, ${tests} passing tests. ${sum(({ safe }) => fixes(safe, 'safe'))} safe fixes changed ${changed('safe')}; ${sum(({ suggestions }) => fixes(suggestions, 'suggestion'))} suggestions on top of them changed ${changed('suggestions')}.`;
}

function row({ name, version, repository, commit, language }: Project, proof: Proof): string[] {
  const before = [`${proof.passed} passed`, ...[`${proof.failed} failed`, `${proof.flaky.length} flaky`].filter((count) => !count.startsWith('0 '))];
  return [
    `[${name}](${repository}) ${version}`,
    `\`${commit.slice(0, 10)}\``,
    language,
    String(proof.findings),
    byRule(proof.safe, 'safe'),
    before.join(', '),
    outcome(proof.safe),
    byRule(proof.suggestions, 'suggestion'),
    outcome(proof.suggestions),
  ];
}

function outcome({ unbuilt, changes }: Stage): string {
  const parts = [unbuilt.length > 0 ? 'does not build' : '', changes.length > 0 ? `**${changes.length} changed**` : ''].filter((part) => part !== '');
  return parts.length === 0 ? 'the same' : parts.join(', ');
}

function fixes({ applied }: Stage, level: string): number {
  return Object.entries(applied).reduce((n, [key, times]) => (key.startsWith(`${level} `) ? n + times : n), 0);
}

function byRule({ applied }: Stage, level: string): string {
  const own = Object.entries(applied).filter(([key]) => key.startsWith(`${level} `));
  return own.map(([key, times]) => `${times} ${key.slice(level.length + 1)}`).join(', ') || '0';
}

/** What the table has no room for. */
function details({ name, debian, left, reason }: Project, { safe, suggestions }: Proof): string[] {
  const lines = [
    ...(debian ? [`- Needs Debian's ${debian.map((each) => `\`${each}\``).join(', ')}.`] : []),
    ...(left === undefined ? [] : [`- ${left}`]),
    ...changed('Safe fixes', safe),
    ...changed('Suggestions', suggestions),
    ...(reason === undefined ? [] : [`- ${reason}`]),
  ];
  return lines.length === 0 ? [] : [`**${name}**`, lines.join('\n')];
}

function changed(what: string, { unbuilt, changes }: Stage): string[] {
  const named = changes.slice(0, NAMED).map(({ test, before, after }) => `  - ${test}: ${before}, then ${after}`);
  const rest = changes.length > NAMED ? [`  - and ${changes.length - NAMED} more`] : [];
  return [...unbuilt.map((command) => `- ${what} break \`${command}\`.`), ...(changes.length === 0 ? [] : [`- ${what} changed:`, ...named, ...rest])];
}

function sharesSection({ projects, rules, refusals }: Shares): string[] {
  const share = (part: number, whole: number): string => `${part} (${whole === 0 ? 0 : Math.round((part / whole) * 100)} %)`;
  return [
    '## How many findings have a fix',
    `Over ${projects} projects, by \`npm run world -- --shares DIR…\`.`,
    table(
      ['language', 'rule', 'findings', 'safe fix', 'any fix', 'refused'],
      withSums(rules).map((r) => [
        r.language,
        r.rule,
        String(r.findings),
        share(r.safe, r.findings),
        share(r.safe + r.suggestion, r.findings),
        String(r.refused),
      ]),
    ),
    'The commonest reasons for which a fix was refused:',
    table(
      ['language', 'times', 'reason'],
      refusals.map(({ language, times, why }) => [language, String(times), why]),
    ),
  ];
}

/** Each language's rules, and then all of them together. */
function withSums(rules: readonly RuleShare[]): RuleShare[] {
  return [...new Set(rules.map(({ language }) => language))].flatMap((language) => {
    const own = rules.filter((rule) => rule.language === language);
    const sum = (of: (rule: RuleShare) => number): number => own.reduce((all, rule) => all + of(rule), 0);
    const all = { findings: sum((r) => r.findings), safe: sum((r) => r.safe), suggestion: sum((r) => r.suggestion), refused: sum((r) => r.refused) };
    return [...own, { language, rule: '**all**', ...all }];
  });
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
