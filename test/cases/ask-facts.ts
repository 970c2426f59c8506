/** Asks the engine's linked model about the function that begins on a line. */
import { createConfigResolver } from '../../engine/config.ts';
import { ruleNames } from '../../engine/judge.ts';
import { createLoader } from '../../engine/load.ts';
import { boundOf, boundText } from '../../model/bounds.ts';
import { summaryOf } from '../../model/summaries.ts';
import type { FunctionFacts } from './function-facts.ts';
import { lineOf } from './linter.ts';

export async function askFacts(folder: string, files: readonly string[], name: string, line: number): Promise<FunctionFacts | null> {
  const loader = createLoader({
    folders: [folder],
    config: createConfigResolver({ root: folder, ruleNames }),
    overlay: new Map(),
    onProgress: undefined,
  });
  await loader.load(files.map((file) => `${folder}/${file}`));
  await loader.completeTypes();
  const path = `${folder}/${name}`;
  const text = loader.sources.get(path) ?? '';
  const model = loader.program.files.get(path);
  const fn = model?.functions.find((each) => each.kind !== 'module' && lineOf(text, each.nameSpan.start) === line);
  if (!model || !fn) return null;
  return {
    effects: summaryOf(loader.program, { file: model, fn }).effects.map((effect) => effect.kind),
    bound: boundText(boundOf(loader.program, model, fn)),
  };
}
