/** Findings as the client shows them: severity, link, the path as related places, and a hint at the loop that points back. */
import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity, type Range } from 'vscode-languageserver/node';
import { product } from '../engine/product.ts';
import type { Severity, TraceStep } from '../model/finding.ts';
import { isLoopStep } from '../model/wording.ts';
import type { Shown } from './checks.ts';
import type { ClientFeatures } from './client-features.ts';
import { type Part, type Parted, partAt, rangeIn } from './parts.ts';
import type { Settings } from './settings.ts';

/** Where a place of any file is; null when its text is not known. */
export type Locate = (path: string, span: { readonly start: number; readonly end: number }) => { readonly uri: string; readonly range: Range } | null;

export interface DiagnosticContext {
  readonly features: Pick<ClientFeatures, 'relatedInformation' | 'codeDescription'>;
  readonly settings: Pick<Settings, 'hints'>;
  readonly locate: Locate;
}

export const source = 'scalelint';

// A hint is three faint dots: sizes that nobody has shown to grow deserve no more.
const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Hint,
  off: DiagnosticSeverity.Hint,
};

export function isVisible({ finding }: Shown, { hints }: Pick<Settings, 'hints'>): boolean {
  return finding.severity !== 'info' || hints === 'show';
}

/** Those in one of the documents that hold a file's text. */
export function diagnosticsOf(file: Parted, part: Part, shown: readonly Shown[], context: DiagnosticContext): Diagnostic[] {
  const visible = shown.filter((one) => isVisible(one, context.settings));
  const here = visible.filter(({ span }) => partAt(file, span) === part);
  return [...here.map((one) => diagnosticOf(part, one, context)), ...loopHints(file, part, visible, context)];
}

export function diagnosticOf(part: Part, shown: Shown, context: DiagnosticContext): Diagnostic {
  const { finding, span, trace } = shown;
  const related = context.features.relatedInformation
    ? trace.flatMap(({ file: path, span: at, message }): DiagnosticRelatedInformation[] => {
        // What the squiggle is under needs no second link to it.
        if (path === finding.file && at.start === span.start && at.end === span.end) return [];
        const location = context.locate(path, at);
        return location === null ? [] : [{ location, message }];
      })
    : [];
  return {
    range: rangeIn(part, span),
    severity: severities[finding.severity],
    source,
    code: finding.rule,
    ...(context.features.codeDescription ? { codeDescription: { href: product.ruleUrl(finding.rule) } } : {}),
    message: finding.heat === undefined ? finding.message : `${finding.message}\n${finding.heat.text}.`,
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

/** The loop; without one, what begins the path. */
function repeatingStep(trace: readonly TraceStep[]): TraceStep | undefined {
  return trace.find(isLoopStep) ?? trace[0];
}

/** At the loop: what it repeats. One per loop, however much that is; none for what is only a hint itself. */
function loopHints(file: Parted, part: Part, shown: readonly Shown[], context: DiagnosticContext): Diagnostic[] {
  if (!context.features.relatedInformation) return [];
  const loops = new Map<string, Shown[]>();
  for (const one of shown) {
    const step = repeatingStep(one.trace);
    if (step === undefined || step.file !== one.finding.file || one.finding.severity === 'info' || partAt(file, step.span) !== part) continue;
    if (step.span.start <= one.span.start && step.span.end >= one.span.end) continue;
    const key = `${step.span.start} ${step.span.end} ${one.finding.rule}`;
    loops.set(key, [...(loops.get(key) ?? []), one]);
  }
  return [...loops.values()].flatMap((all): Diagnostic[] => {
    const [first] = all;
    const step = first && repeatingStep(first.trace);
    if (first === undefined || step === undefined) return [];
    const { rule, growth, message } = first.finding;
    const what = /^`[^`]+`/.exec(message)?.[0] ?? 'costly code';
    const more = all.length > 1 ? ` and ${all.length - 1} more` : growth === null ? '' : `: ${growth}`;
    return [
      {
        range: rangeIn(part, step.span),
        severity: DiagnosticSeverity.Hint,
        source,
        code: rule,
        message: `${step.message} repeats ${what}${more}`,
        relatedInformation: all.flatMap(({ finding, span }) => {
          const location = context.locate(finding.file, span);
          return location === null ? [] : [{ location, message: finding.message }];
        }),
      },
    ];
  });
}
