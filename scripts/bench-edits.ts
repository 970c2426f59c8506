/**
 * Measures what an edit costs: the language server over its protocol, and the semantic diagnostics of TypeScript's own language service
 * for the same edits, where the file is in its language. `node scripts/bench-edits.ts ROOT FILE [EDITS]`, after a build. CPU time of the whole process, from the kernel.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { startClient } from '../server/testing/client.ts';

const [root = '.', name = '', edits = '200'] = process.argv.slice(2);
const file = resolve(name);
const text = readFileSync(file, 'utf8');
const count = Number(edits);
const isPython = name.endsWith('.py');
/** Kernel ticks are 10 ms: what one edit costs is known from many. */
const TICK = 10;

interface Figures {
  readonly p50: number;
  readonly p95: number;
  readonly mean: number;
}

function figures(values: readonly number[]): Figures {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), mean: values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length) };
}

const said = ({ p50, p95, mean }: Figures): string => `p50 ${p50.toFixed(1)}  p95 ${p95.toFixed(1)}  mean ${mean.toFixed(1)} ms`;

function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK;
}

function memoryOf(pid: number): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
}

async function quiet(pid: number, milliseconds: number): Promise<void> {
  let last = cpuOf(pid);
  let since = performance.now();
  while (performance.now() - since < milliseconds) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const now = cpuOf(pid);
    if (now - last > TICK) since = performance.now();
    last = now;
  }
}

/** A comment in the middle of the file that counts the edits. */
const mark = (i: number): string => (isPython ? `# edit ${i}.` : `/* edit ${i} */`);

function edited(i: number): string {
  const middle = text.indexOf('\n', text.length >> 1) + 1;
  return `${text.slice(0, middle)}${mark(i)}\n${text.slice(middle)}`;
}

async function ofServer(): Promise<void> {
  const client = await startClient(resolve(root), { command: [process.execPath, '--expose-gc', resolve('dist/server.js'), '--stdio'] });
  const pid = client.process.pid ?? 0;
  const path = relative(resolve(root), file);
  const opened = performance.now();
  client.open(path, edited(0));
  await client.pull(path);
  console.log(`first answer after ${(performance.now() - opened).toFixed(0)} ms`);
  await quiet(pid, 3000);
  console.log(`project read after ${(performance.now() - opened).toFixed(0)} ms, ${cpuOf(pid)} ms of CPU, ${memoryOf(pid)} MB`);
  const start = memoryOf(pid);
  const wall: number[] = [];
  const syntax: number[] = [];
  const confirmed: number[] = [];
  for (let i = 1; i <= count; i++) {
    const before = cpuOf(pid);
    const at = performance.now();
    client.replace(path, mark(i - 1), mark(i));
    await client.pull(path);
    wall.push(performance.now() - at);
    syntax.push(cpuOf(pid) - before);
    if (i > 200) continue;
    const confirming = cpuOf(pid);
    await quiet(pid, 300);
    confirmed.push(cpuOf(pid) - confirming);
  }
  console.log(`edit to diagnostics   ${said(figures(wall))} (wall)`);
  console.log(`syntax tier           ${said(figures(syntax))} (CPU)`);
  console.log(`confirmed by types    ${said(figures(confirmed))} (CPU)`);
  const typed = memoryOf(pid);
  await quiet(pid, 20_000);
  console.log(`memory                ${start} MB before, ${typed} MB after ${count} edits, ${memoryOf(pid)} MB when it is quiet`);
  await client.stop();
}

function ofTypeScript(): void {
  const found = ts.findConfigFile(dirname(file), ts.sys.fileExists);
  const config = found ? ts.parseJsonConfigFileContent(ts.readConfigFile(found, ts.sys.readFile).config, ts.sys, dirname(found)) : null;
  const options = { ...config?.options, noEmit: true, skipLibCheck: true };
  let now = text;
  let version = 0;
  const host: ts.LanguageServiceHost = {
    getScriptFileNames: () => [file],
    getScriptVersion: (path) => (path === file ? String(version) : '0'),
    getScriptSnapshot: (path) => {
      const content = path === file ? now : ts.sys.readFile(path);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => dirname(found ?? join(root, 'tsconfig.json')),
    getCompilationSettings: () => options,
    getDefaultLibFileName: (of) => ts.getDefaultLibFilePath(of),
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  };
  const service = ts.createLanguageService(host);
  service.getSemanticDiagnostics(file);
  const costs: number[] = [];
  for (let i = 1; i <= Math.min(count, 200); i++) {
    now = edited(i);
    version++;
    const before = process.cpuUsage();
    service.getSemanticDiagnostics(file);
    const { user, system } = process.cpuUsage(before);
    costs.push((user + system) / 1000);
  }
  console.log(`TypeScript's own      ${said(figures(costs))} (CPU)`);
}

console.log(`${file}: ${text.split('\n').length} lines, ${count} edits`);
await ofServer();
if (!isPython) ofTypeScript();
