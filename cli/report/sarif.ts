/**
 * SARIF 2.1.0, made for code scanning: paths relative to the repository, fingerprints that survive moved lines, the path of a finding as
 * linked related locations and as a code flow, fixes, findings suppressed in the source, and the rule's page as help.
 */
import type {
  ArtifactLocation,
  CodeFlow,
  Location,
  Log,
  Notification,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
  Run,
  ArtifactChange as SarifChange,
  Fix as SarifFix,
} from 'sarif';
import { editsOfFile } from '../../engine/notebook.ts';
import { product } from '../../engine/product.ts';
import type { Problem } from '../../engine/result.ts';
import type { Span } from '../../model/file.ts';
import type { Finding, Fix, Refusal, Severity } from '../../model/finding.ts';
import { fileText } from '../file-text.ts';
import { fixOf } from '../fix-of.ts';
import { count, grouped } from '../text/wrap.ts';
import { lineHashes, stableFingerprints } from './fingerprint.ts';
import { messageOf } from './heat-text.ts';
import { rangeIn } from './open-report.ts';
import { fixFirst } from './rank.ts';
import type { Range, Report, Reporter, RuleInfo } from './report.ts';
import { linkMessage } from './sarif-message.ts';

/** GitHub rejects a whole file that exceeds these. */
const maxResults = 25_000;
const maxLocations = 1_000;

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const root = '%SRCROOT%';
const level: Record<Severity, 'error' | 'warning' | 'note' | 'none'> = { error: 'error', warning: 'warning', info: 'note', off: 'none' };

export const sarif: Reporter = async (report, out) => {
  out.write(`${JSON.stringify(await sarifLog(report), null, 2)}\n`);
};

export async function sarifLog(report: Report): Promise<Log> {
  const { result } = report;
  const all = [
    ...report.findings.map((finding) => ({ finding, reason: null })),
    ...result.suppressed.map(({ finding, reason }) => ({ finding, reason })),
  ];
  const kept = all.length <= maxResults ? all : worst(all, report.rules);
  const prints = stableFingerprints(
    all.map(({ finding }) => finding),
    report,
  );
  const hashes = new Map<string, string[]>();
  const rules = report.rules.map((rule) => descriptor(rule, report.ruleDoc(rule.name)));
  const ruleIndex = new Map(rules.map(({ id }, i) => [id, i]));

  const results: Result[] = [];
  for (const { finding, reason } of kept) {
    const { file, span, trace } = finding;
    let fileHashes = hashes.get(file);
    if (fileHashes === undefined) hashes.set(file, (fileHashes = lineHashes(fileText(result, file) ?? '')));
    const lineHash = fileHashes[report.range(file, span).start.line - 1];
    const { cell } = report.placeOf(file, span);
    const steps = trace.slice(0, maxLocations);
    const fix = await fixOf(result, finding);
    const index = ruleIndex.get(finding.rule);
    results.push({
      ruleId: finding.rule,
      ...(index === undefined ? {} : { ruleIndex: index }),
      level: level[finding.severity],
      message: {
        text: linkMessage(
          messageOf(finding),
          steps.map(({ message }) => message),
        ),
      },
      locations: [{ physicalLocation: physical(report, file, span) }],
      ...(steps.length === 0
        ? {}
        : {
            relatedLocations: steps.map((step, i) => ({
              id: i + 1,
              message: { text: step.message },
              physicalLocation: physical(report, step.file, step.span),
            })),
          }),
      ...(finding.heat === undefined ? {} : { rank: Math.round(finding.heat.share * 100) }),
      ...(steps.length < 2 ? {} : { codeFlows: [codeFlow(report, finding)] }),
      partialFingerprints: { ...(lineHash === undefined ? {} : { primaryLocationLineHash: lineHash }), 'scalelint/v1': prints.get(finding) ?? '' },
      ...(fix !== null && 'level' in fix ? { fixes: [sarifFix(report, fix)] } : {}),
      ...(reason === null ? {} : { suppressions: [{ kind: 'inSource', ...(reason === '' ? {} : { justification: reason }) }] }),
      properties: {
        growth: finding.growth,
        evidence: finding.evidence,
        ...(finding.heat === undefined ? {} : { heat: finding.heat }),
        ...(cell === null ? {} : { cell }),
        ...(fix === null ? {} : ground(fix)),
      },
    });
  }

  const dropped: Problem[] =
    kept.length === all.length
      ? []
      : [
          {
            file: null,
            span: null,
            level: 'note',
            message: `${count(all.length - kept.length, 'finding')} left out: a run holds at most ${grouped(maxResults)}, and the worst were kept.`,
          },
        ];
  const run: Run = {
    tool: {
      driver: {
        name: product.name,
        version: product.version,
        semanticVersion: product.version,
        informationUri: product.homepage,
        rules,
      },
    },
    // Two runs in different folders of a repository must not replace each other's alerts.
    automationDetails: { id: `scalelint/${report.subfolder === '' ? '' : `${report.subfolder}/`}` },
    invocations: [
      {
        executionSuccessful: report.problems.every(({ level }) => level === 'note'),
        toolExecutionNotifications: [
          ...[...report.problems, ...dropped].map((problem) => notification(report, problem)),
          ...report.skipped.map(({ file, reason }) => notification(report, { file, span: null, level: 'note', message: `Not checked: ${reason}.` })),
        ],
      },
    ],
    originalUriBaseIds: { [root]: { description: { text: 'The root of the repository.' } } },
    columnKind: 'utf16CodeUnits',
    results,
  };
  return { $schema: schema, version: '2.1.0', runs: [run] };
}

function descriptor({ name, summary, severity, subject, fixes }: RuleInfo, markdown: string | null): ReportingDescriptor {
  return {
    id: name,
    name: name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: { text: `${summary} Run \`scalelint explain ${name}\` for the whole story.`, ...(markdown === null ? {} : { markdown }) },
    helpUri: product.ruleUrl(name),
    defaultConfiguration: { enabled: severity !== 'off', level: level[severity] },
    properties: {
      tags: ['performance', 'scalability', subject],
      precision: 'high',
      'problem.severity': severity === 'error' ? 'error' : severity === 'warning' ? 'warning' : 'recommendation',
      fixes,
    },
  };
}

function codeFlow(report: Report, { trace }: Finding): CodeFlow {
  return {
    threadFlows: [
      {
        locations: trace.slice(0, maxLocations).map((step, i): { location: Location; executionOrder: number; importance: 'essential' } => ({
          location: { physicalLocation: physical(report, step.file, step.span), message: { text: step.message } },
          executionOrder: i + 1,
          importance: 'essential',
        })),
      },
    ],
  };
}

function sarifFix(report: Report, fix: Fix): SarifFix {
  const changes = [...new Set(fix.edits.map(({ file }) => file))].map((file): SarifChange => {
    const own = fix.edits.filter((edit) => edit.file === file);
    const notebook = report.result.notebooks.get(file);
    const replacements = (notebook ? editsOfFile(notebook, own) : own).map(({ span, text }) => ({
      deletedRegion: region(rangeIn(report.lines(file), span)),
      ...(text === '' ? {} : { insertedContent: { text } }),
    }));
    return { artifactLocation: artifact(report, file), replacements };
  });
  const text =
    fix.level === 'safe' ? fix.title : `${fix.title} (needs review${fix.unproven.length > 0 ? `; unproven: ${fix.unproven.join(', ')}` : ''})`;
  return { description: { text }, artifactChanges: changes };
}

/** What the fix rests on, or why there is none. */
function ground(fix: Fix | Refusal): Readonly<Record<string, string | readonly string[]>> {
  return 'refused' in fix ? { refused: fix.refused } : { proofs: fix.proofs, unproven: fix.unproven };
}

function notification(report: Report, { file, span, message, level }: Problem): Notification {
  const location =
    file === null
      ? null
      : {
          physicalLocation:
            span === null || report.lines(file) === null ? { artifactLocation: artifact(report, file) } : physical(report, file, span),
        };
  return { level: level === 'note' ? 'note' : 'error', message: { text: message }, ...(location === null ? {} : { locations: [location] }) };
}

function physical(report: Report, file: string, span: Span): PhysicalLocation {
  return { artifactLocation: artifact(report, file), region: region(report.range(file, span)) };
}

function region({ start, end }: Range): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function artifact(report: Report, file: string): ArtifactLocation {
  const inside = report.inRepository(file);
  if (inside !== null) return { uri: encodePath(inside), uriBaseId: root };
  return { uri: `file://${file.startsWith('/') ? '' : '/'}${encodePath(file)}` };
}

/** Everything but slashes, and what a path may hold as it is. */
function encodePath(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/%(40|2B|2C|3D|24|26)/g, (code) => decodeURIComponent(code)))
    .join('/');
}

function worst<T extends { finding: Finding; reason: string | null }>(all: readonly T[], rules: readonly RuleInfo[]): T[] {
  const impact = new Map(
    fixFirst(
      all.map(({ finding }) => finding),
      rules,
      all.length,
    ).map(({ finding }, i) => [finding, i]),
  );
  const order: Record<Severity, number> = { error: 0, warning: 1, info: 2, off: 3 };
  const key = ({ finding, reason }: T) => (reason === null ? 0 : 10) + order[finding.severity];
  return [...all]
    .sort((a, b) => key(a) - key(b) || (impact.get(a.finding) ?? all.length) - (impact.get(b.finding) ?? all.length))
    .slice(0, maxResults);
}
