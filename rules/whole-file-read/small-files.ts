/** Files and answers that are small by what they are called, that belong to the program, or that are the same each time. */
import type { FileModel, Fn, Value } from '../../model/file.ts';
import type { Program } from '../../model/program.ts';
import { isSettled, OF_REQUEST } from '../../model/settled.ts';
import type { Used } from './rule.ts';

export function isSmallFile(program: Program, { path }: FileModel, fn: Fn, { content: { of, named, text } }: Used): boolean {
  if (SMALL.test(text) || SMALL.test(fn.name) || PLACE.test(path)) return true;
  if (!named) return false;
  const { file, value } = named;
  const words = wordsOf(file, value, 0);
  if (of === 'stream') return words.some((word) => DRAWN.test(word));
  if (words.some((word) => SMALL.test(word) || (of === 'answer' && IMAGE.test(word)))) return true;
  if (words.some((word) => OWN.test(word)) && !words.some((word) => STORED.test(word))) return true;
  // Have: open(self.graph_path): an object was made with it, most likely by the program as it began.
  return isSettled(program, file, value) || !isOfRequest(file, value, 0);
}

/** What configures a program, describes it, or is drawn by it. */
const SMALL =
  /config|settings?|package\.json|(^|\W)\.env\b|env_?(file|path)|readme|licen[cs]e|changelog|\/(proc|sys|etc)\/|locale|i18n|lang(uage)?s?\b|translation|fixture|template|schema|manifest|secret|key_?(file|path)|\.(pem|key|crt|ya?ml|toml|ini|css|html|svg|ico|md|sql|graphql|proto|json)\b|cert|token|version|logo|icon|avatar|thumb|font|tile|w[mt]t?s\b|qr_?code|badge|signature|\bgit(_?(dir|path))?\b/i;

/** Where folders are written down: settings.MEDIA_ROOT, process.env.UPLOADS, config.get('folder'). */
const HOLDER = /\b(\w*config(uration)?(service)?|settings|env|environ)\b(?=$|\.|\[)/gi;

/** Have: for await (const chunk of await renderToStream(<Invoice />)): a page or two. */
const DRAWN = /^doc(ument)?$|pdf|render/i;

/** What another server sends to be looked at. */
const IMAGE = /image|photo|picture|\b(img|png|jpe?g)\b/i;

/** What code is about that reads its own files, or passes on pieces of a map. */
const PLACE = /(migrat|deploy)[\w-]*(\.\w+)?$|(^|\/)(maps?|tiles?|mvt|wm[st]s?)[./][^/]*$/i;

/** What lies beside the code came with it, unless users put it there: join(__dirname, 'uploads', name). */
const OWN = /__dirname|__filename|import\.meta|__file__|BASE_DIR|root_path|\bcwd\(\)/;
const STORED = /upload|storage|media|attachment|backup|export|record|download|archive|documents|(^|\/)(tmp|var|data|files)\b/i;

/** What is large enough to matter though one person alone asks for it. */
const LARGE = /backup|dump|archive|video|recording/i;

export function isLargeByName({ path }: FileModel, fn: Fn, { content: { text } }: Used): boolean {
  return [path.slice(path.lastIndexOf('/')), fn.name, text].some((word) => LARGE.test(word));
}

/** From the name of a file to what describes it; and to the request that asked, by way of a row. */
const NEAR = 3;
const FAR = 8;

/** An expression, and what its variables were made of. */
function wordsOf(file: FileModel, value: Value, depth: number): readonly string[] {
  if (depth > NEAR) return [];
  return [
    value.text.replace(HOLDER, ''),
    ...value.reads.flatMap((id) => {
      const { name, init, param, assigned } = file.bindings[id] ?? {};
      const values = param === null ? [init ?? [], assigned ?? []].flat() : [];
      return [name?.replace(HOLDER, '') ?? '', ...values.flatMap((each) => wordsOf(file, each, depth + 1))];
    }),
  ];
}

/** Which one it is, a parameter says, or an element of a list. Have: find('robots.txt') */
function isOfRequest(file: FileModel, value: Value, depth: number): boolean {
  if (depth > FAR) return false;
  return value.reads.some((id) => {
    const binding = file.bindings[id];
    if (!binding) return false;
    if (binding.param !== null || binding.elementOf !== null || (binding.kind === 'import' && OF_REQUEST.test(binding.name))) return true;
    // Have: let url = null; if (message.media) url = message.media.url;
    if (file.language === 'typescript' && binding.fn !== 0 && binding.uses.some((use) => use.kind === 'assign')) return true;
    return [binding.init ?? [], binding.assigned].flat().some((each) => isOfRequest(file, each, depth + 1));
  });
}
