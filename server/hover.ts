/** What a finding says when one points at it: the message, the growth in numbers, why it is held to be large, the path, the fix or why there is none. */
import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver/node';
import { isNotebook } from '../engine/notebook.ts';
import { product } from '../engine/product.ts';
import type { Fix, Refusal, TraceStep } from '../model/finding.ts';
import { type App, diagnosticContext, fixNow, settingsNow } from './app.ts';
import type { Shown } from './checks.ts';
import { isVisible } from './diagnostics.ts';
import type { OpenFile } from './documents.ts';
import { growthTable } from './growth-table.ts';
import { type Markup, markdown, plainText } from './markdown.ts';
import { offsetIn, type Part, partAt, partOf, rangeIn } from './parts.ts';

export async function hoverAt(app: App, { textDocument, position }: HoverParams): Promise<Hover | null> {
  const file = app.documents.get(textDocument.uri);
  const part = file && partOf(file, textDocument.uri);
  const state = file && app.checks.stateOf(file.uri);
  if (!file || !part || !state) return null;
  const offset = offsetIn(part, position);
  const settings = settingsNow(app, file.path);
  const here = state.shown.filter((one) => isVisible(one, settings) && one.span.start <= offset && offset <= one.span.end);
  const [first] = here;
  if (first === undefined) return null;

  const range = rangeIn(part, first.span);
  const isMarkdown = app.features.markdownHover;
  const { locate } = diagnosticContext(app, file.path);
  const placeOf: HoverContext['placeOf'] = (step) => {
    const place = locate(step.file, step.span);
    if (place === null) return null;
    const line = place.range.start.line + 1;
    // A cell has no name, and no lines in its address.
    if (isNotebook(step.file)) return { label: `${cellName(file, step, part)}:${line}`, target: place.uri };
    return { label: `${step.file.slice(step.file.lastIndexOf('/') + 1)}:${line}`, target: `${place.uri}#L${line}` };
  };
  const texts: string[] = [];
  for (const shown of here) {
    const fix = await fixNow(app, file, shown);
    texts.push(hoverText(shown, { markup: isMarkdown ? markdown : plainText, showsMessage: !app.features.explains, fix, placeOf }));
  }
  return {
    range,
    contents: { kind: isMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: texts.join(isMarkdown ? '\n\n---\n\n' : '\n\n') },
  };
}

function cellName(file: OpenFile, step: TraceStep, here: Part): string {
  const part = step.file === file.path ? partAt(file, step.span) : null;
  if (part === null) return step.file.slice(step.file.lastIndexOf('/') + 1);
  return part === here ? 'this cell' : part.start < here.start ? 'a cell above' : 'a cell below';
}

const GAP = '\u00a0'.repeat(4);

export interface HoverContext {
  readonly markup: Markup;
  /** The client does not show the message of a diagnostic that is pointed at. */
  readonly showsMessage: boolean;
  /** Null while it is not known: the text has just changed. */
  readonly fix: Fix | Refusal | null;
  /** A place as a label and a link: `db.ts:12`; null when its file is not known. */
  readonly placeOf: (step: TraceStep) => { readonly label: string; readonly target: string } | null;
}

export function hoverText({ finding, trace }: Shown, { markup: m, showsMessage, fix, placeOf }: HoverContext): string {
  // VS Code shows the diagnostic itself above.
  const parts = showsMessage ? [finding.message, ...(finding.heat ? [`${finding.heat.text}.`] : [])].map(m.message) : [];

  const roundTrips = finding.rule === 'n-plus-one-query';
  const table = finding.growth === null ? null : growthTable(finding.growth, { roundTrips });
  if (table !== null) {
    const withAfter = table.rows.every((row) => row.after !== null);
    const unit = roundTrips ? 'round trips' : 'steps';
    // Columns of a hover have no space between them.
    const head = [table.names.map((name) => m.code(name)).join(', '), `${GAP}${unit} now`, ...(withAfter ? [`${GAP}${unit} after`] : [])];
    parts.push(
      m.table(
        head,
        table.rows.map((row) => [row.n, row.now, ...(row.after === null ? [] : [row.after])]),
      ),
    );
  }

  if (fix !== null && 'level' in fix) {
    const facts = [...fix.proofs.map((proof) => `✓ ${m.message(proof)}`), ...fix.unproven.map((phrase) => `? not proven: ${m.message(phrase)}`)];
    parts.push(
      `${m.bold(fix.level === 'safe' ? 'Safe fix' : 'Suggestion')}: ${m.message(fix.title)}${facts.length > 0 ? `\n\n${m.lines(facts)}` : ''}`,
    );
  } else if (fix !== null && finding.fix !== null) parts.push(`${m.bold('No automatic fix')}: ${m.message(fix.refused)}`);

  const evidence = [...new Set(finding.evidence.map(withoutRepetition))];
  if (evidence.length > 0) parts.push(section(m, 'Why', evidence.map(m.message)));

  // Of a short path in one file, related information says the same above.
  const isShort = trace.length <= 2 && trace.every((step) => step.file === finding.file);
  if (trace.length > 1 && (showsMessage || !isShort)) {
    const steps = trace.map((step) => {
      const place = placeOf(step);
      return place === null ? m.message(step.message) : `${m.link(place.label, place.target)} ${m.message(step.message)}`;
    });
    parts.push(section(m, 'Path', steps));
  }

  parts.push(m.link(finding.rule, product.ruleUrl(finding.rule)));
  return parts.join('\n\n');
}

function section(m: Markup, title: string, lines: readonly string[]): string {
  return lines.length === 1 ? `${m.bold(title)}: ${lines[0]}` : `${m.bold(title)}\n\n${m.list(lines)}`;
}

/** `` `xs`: `xs` is a parameter `` says its name once too often. */
function withoutRepetition(evidence: string): string {
  return evidence.replace(/^(`[^`]+`): (?=\1)/, '');
}
