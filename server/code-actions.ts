/**
 * What the light bulb offers for the findings at a place, and `source.fixAll.scalelint`. Titles come at once, edits when one is
 * chosen if the client can ask for them. Nothing is offered for a text that has changed since it was checked.
 */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { placeEdit } from '../engine/notebook.ts';
import type { Edit } from '../model/finding.ts';
import { type App, diagnosticContext, editTarget, fixNow, fixOf, settingsNow } from './app.ts';
import type { Shown } from './checks.ts';
import { diagnosticOf, isVisible } from './diagnostics.ts';
import type { OpenFile } from './documents.ts';
import { workspaceEdit } from './edits.ts';
import { fixAllEdits } from './fix-all.ts';
import { offsetIn, type Part, partAt, partOf } from './parts.ts';
import { positionsOfText } from './positions.ts';
import { explainCommand } from './protocol.ts';
import { type ConfigEdit, ruleOff } from './rule-off.ts';
import { uriOf } from './uris.ts';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.scalelint`;

/** What an action stands for: enough to make its edit later, for the same version of the text. */
interface Choice {
  readonly kind: 'fix' | 'fix-rule' | 'fix-all' | 'suppress' | 'rule-off';
  /** Of the document in which it was asked for. */
  readonly uri: string;
  /** Of the file. */
  readonly version: number;
  readonly rule: string | null;
  readonly start: number;
  readonly end: number;
  readonly title: string;
}

/** Stands where the reason goes, for who writes it. */
const placeholder = 'why this is fine';

/** On save nobody likes to wait: what takes longer is left for the next time. */
const patienceForCheck = 250;
const patienceForFixes = 1000;

export async function codeActions(app: App, { textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> {
  const { uri } = textDocument;
  const file = app.documents.get(uri);
  if (file === null || !app.features.literalActions) return [];
  const wants = (kind: string, byDefault: boolean): boolean =>
    context.only?.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`)) ?? byDefault;

  const actions: CodeAction[] = [];
  if (wants(fixAllKind, false)) {
    const choice = { ...choiceOf(uri, file, null, 'fix-all'), title: 'Fix all scalelint problems that have a safe fix' };
    const isAutomatic = context.triggerKind === CodeActionTriggerKind.Automatic;
    const inTime = isAutomatic ? Promise.race([app.checks.fresh(file.uri), after(patienceForCheck)]) : app.checks.fresh(file.uri);
    // Asked for by name: made at once, because an action without edits would be shown for nothing.
    const edit = (await inTime) ? await editFor(app, file, choice, isAutomatic ? patienceForFixes : Number.POSITIVE_INFINITY) : null;
    if (edit !== null) actions.push({ title: choice.title, kind: fixAllKind, edit });
  }
  const part = partOf(file, uri);
  if (!wants(CodeActionKind.QuickFix, true) || part === null) return actions;

  const start = offsetIn(part, range.start);
  const end = offsetIn(part, range.end);
  const here = visible(app, file).filter(({ span }) => span.start <= end && span.end >= start);
  const parts = await Promise.all(here.map((shown) => actionsFor(app, file, part, shown)));
  // Fixes first, whichever finding they are for: the menu is read from its top.
  return [...actions, ...parts.flatMap((part) => part.fixes), ...distinct(parts.flatMap((part) => part.others))];
}

export async function resolveAction(app: App, action: CodeAction): Promise<CodeAction> {
  const choice = action.data as Choice | undefined;
  if (choice === undefined) return action;
  const file = app.documents.get(choice.uri);
  const edit = file?.version === choice.version ? await editFor(app, file, choice) : null;
  if (edit === null) throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since this was offered.');
  return { ...action, edit };
}

async function actionsFor(app: App, file: OpenFile, part: Part, shown: Shown): Promise<{ fixes: CodeAction[]; others: CodeAction[] }> {
  const { finding } = shown;
  const { rule } = finding;
  const { uri } = part;
  const diagnostics = [diagnosticOf(part, shown, diagnosticContext(app, file.path))];
  const fix = await fixNow(app, file, shown);
  const fixes: (CodeAction | null)[] = [];
  const others: (CodeAction | null)[] = [];
  const offer = (choice: Choice, more: Partial<CodeAction> = {}): Promise<CodeAction | null> => actionOf(app, file, choice, diagnostics, more);

  if (fix !== null && 'level' in fix) {
    fixes.push(await offer({ ...choiceOf(uri, file, shown, 'fix'), title: fix.title }, fix.level === 'safe' ? { isPreferred: true } : {}));
    const alike = visible(app, file).filter((other) => other.finding.rule === rule);
    if (fix.level === 'safe' && alike.length > 1)
      others.push(await offer({ ...choiceOf(uri, file, shown, 'fix-rule'), title: `Fix all \`${rule}\` problems in this file` }));
  }
  if (!isAboutComments(rule))
    others.push(await offer({ ...choiceOf(uri, file, shown, 'suppress'), title: `Ignore \`${rule}\` here, with a reason` }));
  others.push(await offer({ ...choiceOf(uri, file, shown, 'rule-off'), title: `Turn \`${rule}\` off in the configuration` }));
  if (app.features.explains) {
    const title = `Explain \`${rule}\``;
    others.push({ title, kind: CodeActionKind.QuickFix, diagnostics, command: { title, command: explainCommand, arguments: [rule] } });
  }
  return { fixes: fixes.filter((one) => one !== null), others: others.filter((one) => one !== null) };
}

/** With its edit or, if the client will ask for that, with what it is made from. */
async function actionOf(app: App, file: OpenFile, choice: Choice, diagnostics: Diagnostic[], more: Partial<CodeAction>): Promise<CodeAction | null> {
  const action = { title: choice.title, kind: CodeActionKind.QuickFix, diagnostics, ...more };
  if (app.features.resolvesEdits) return { ...action, data: choice };
  const edit = await editFor(app, file, choice);
  return edit && { ...action, edit };
}

async function editFor(app: App, file: OpenFile, choice: Choice, patience = Number.POSITIVE_INFINITY): Promise<WorkspaceEdit | null> {
  const session = sessionOf(app, file);
  const context = { features: app.features, targetOf: (path: string) => editTarget(app, session, path) };
  if (choice.kind === 'fix-all' || choice.kind === 'fix-rule') {
    const { version, text, path } = file;
    if (!(await app.checks.fresh(file.uri))) return null;
    const until = performance.now() + patience;
    const part = partOf(file, choice.uri);
    // Each cell is saved by itself, and its turn will come.
    const mayEdit = (edit: Edit): boolean => choice.kind === 'fix-rule' || partAt(file, edit.span) === part;
    const findings = visible(app, file).map(({ finding }) => finding);
    const edits = await fixAllEdits({
      path,
      text,
      findings: choice.rule === null ? findings : findings.filter(({ rule }) => rule === choice.rule),
      fix: (finding) => fixOf(app, session, finding),
      mayEdit,
      goOn: () => performance.now() < until,
    });
    return file.version === version ? workspaceEdit(edits, choice.title, context) : null;
  }
  const shown = visible(app, file).find(
    ({ finding, span }) => finding.rule === choice.rule && span.start === choice.start && span.end === choice.end,
  );
  if (shown === undefined) return null;
  switch (choice.kind) {
    case 'fix': {
      const fix = await fixNow(app, file, shown);
      return fix !== null && 'level' in fix ? workspaceEdit(fix.edits, fix.title, context) : null;
    }
    case 'suppress':
      return suppressionEdit(app, file, shown);
    case 'rule-off': {
      const edit = ruleOff(shown.finding.rule, file.path, app.sessions.rootOf(file.path));
      return edit && configurationEdit(app, edit);
    }
  }
}

async function suppressionEdit(app: App, file: OpenFile, { finding }: Shown): Promise<WorkspaceEdit | null> {
  const edit = await sessionOf(app, file).suppression(finding, placeholder);
  if (edit === null) return null;
  const placed = placeEdit({ text: file.text, cells: file.parts }, edit);
  if (typeof placed === 'string') return null;
  const { uri, version, positions } = placed.cell;
  const range = positions.rangeOf(placed.span);
  const textDocument = { uri, version };
  if (app.features.snippetEdits) {
    const value = placed.text.replace(/[\\$}]/g, '\\$&').replace(placeholder, `\${1:${placeholder}}`);
    return { documentChanges: [{ textDocument, edits: [{ range, snippet: { kind: 'snippet', value } }] }] };
  }
  const edits = [{ range, newText: placed.text }];
  return app.features.documentChanges ? { documentChanges: [{ textDocument, edits }] } : { changes: { [uri]: edits } };
}

function configurationEdit({ features }: App, { path, before, start, end, text }: ConfigEdit): WorkspaceEdit | null {
  const uri = uriOf(path);
  if (before === null && !features.createsFiles) return null;
  const edits = [{ range: positionsOfText(before ?? '', features.encoding).rangeOf({ start, end }), newText: text }];
  if (!features.documentChanges) return { changes: { [uri]: edits } };
  const change = { textDocument: { uri, version: null }, edits };
  return { documentChanges: before === null ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] : [change] };
}

function after(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), milliseconds));
}

function choiceOf(uri: string, { version }: OpenFile, shown: Shown | null, kind: Choice['kind']): Omit<Choice, 'title'> {
  return { kind, uri, version, rule: shown?.finding.rule ?? null, start: shown?.span.start ?? 0, end: shown?.span.end ?? 0 };
}

function visible(app: App, file: OpenFile): readonly Shown[] {
  const settings = settingsNow(app, file.path);
  return app.checks.stateOf(file.uri)?.shown.filter((one) => isVisible(one, settings)) ?? [];
}

function sessionOf(app: App, file: OpenFile) {
  return app.sessions.of(file.path).session;
}

/** Findings about suppression comments cannot be suppressed. */
function isAboutComments(rule: string): boolean {
  return /suppression/.test(rule);
}

/** Two findings of one rule offer the same things: once is enough. */
function distinct(actions: readonly CodeAction[]): CodeAction[] {
  return [...new Map(actions.toReversed().map((action) => [action.title, action])).values()].reverse();
}
