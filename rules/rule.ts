/** What a rule is: a name, what it says about itself, and one function from linked models to findings. Rules import the model only. */
import type { FileModel, Language } from '../model/file.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { Program } from '../model/program.ts';

export interface Rule {
  /** kebab-case, names the problem. Also the folder's name. */
  readonly name: string;
  /** One sentence: what it finds. */
  readonly summary: string;
  readonly subject: 'data-structures' | 'algorithms' | 'io' | 'database' | 'concurrency' | 'async' | 'queues' | 'scaling' | 'sharding' | 'caching';
  readonly severity: Severity;
  readonly languages: readonly Language[];
  /** Whether it offers fixes at all. */
  readonly fixes: 'never' | 'sometimes';
  /** Findings that stand in these files; their paths may lead through all others. */
  check(program: Program, files: Iterable<FileModel>): Iterable<Finding>;
}
