/**
 * Lists that are small by nature.
 *
 * `smallTypes` is evidence: the list belongs to one declaration, element or message, whose author wrote it by hand. `smallByName` is not
 * evidence of anything; it only silences a warning whose size would otherwise be a guess. Names that are sometimes large (`items`, `rows`,
 * `ids`, `keys`, `nodes`, `messages`, `tags`) are not in it.
 */
import { words } from '../../words.ts';

const reasons: readonly (readonly [types: string, members: string, why: string])[] = [
  ['typescript#* ts-morph#* @typescript-eslint/types#TSESTree.* @typescript-eslint/utils#TSESTree.*', 'modifiers', 'modifiers of one declaration'],
  [
    'typescript#* @typescript-eslint/types#TSESTree.* @typescript-eslint/utils#TSESTree.* @babel/types#*',
    'decorators',
    'decorators of one declaration',
  ],
  ['typescript#*', 'parameters typeParameters typeArguments heritageClauses', 'written in the head of one declaration'],
  [
    `estree#* @babel/types#* acorn#* @typescript-eslint/types#TSESTree.* @typescript-eslint/utils#TSESTree.*`,
    'params specifiers',
    'written in the head of one declaration',
  ],
  [
    '@babel/types#* @typescript-eslint/types#TSESTree.* @typescript-eslint/utils#TSESTree.*',
    'typeParameters implements extends',
    'written in the head of one declaration',
  ],
  ['estree#* @babel/types#*', 'arguments', 'arguments of one call'],
  ['typescript#CallExpression typescript#NewExpression', 'arguments', 'arguments of one call'],
  ['estree#TemplateLiteral @babel/types#TemplateLiteral', 'quasis expressions', 'parts of one template'],
  ['lib#Element lib#HTMLElement global#Element global#HTMLElement', 'classList attributes', 'of one element'],
  ['lib#TouchEvent global#TouchEvent', 'touches targetTouches changedTouches', 'fingers on a screen'],
  ['lib#Navigator global#Navigator', 'languages plugins', 'of one browser'],
  ['global#process', 'argv execArgv', 'arguments of a command'],
  ['http#IncomingMessage', 'rawHeaders', 'headers of one message, capped by Node'],
  ['express#Request express-serve-static-core#Request', 'ips subdomains', 'of one request'],
  ['fastify#FastifyRequest', 'ips', 'of one request'],
];

const whole: readonly (readonly [types: string, why: string])[] = [
  ['lib#DOMTokenList global#DOMTokenList', 'tokens of one attribute'],
  ['lib#NamedNodeMap global#NamedNodeMap', 'attributes of one element'],
  ['lib#CSSStyleDeclaration global#CSSStyleDeclaration', 'properties of one style'],
  ['lib#TouchList global#TouchList', 'fingers on a screen'],
  ['lib#MimeTypeArray lib#PluginArray global#MimeTypeArray global#PluginArray', 'of one browser'],
  ['lib#TemplateStringsArray global#TemplateStringsArray', 'parts of one template'],
  ['lib#IArguments global#IArguments', 'arguments of one call'],
  ['lib#Headers global#Headers undici#Headers node-fetch#Headers', 'headers of one message'],
  ['typescript#ModifiersArray', 'modifiers of one declaration'],
  ['os#CpuInfo', 'processors of one machine'],
  ['vscode#WorkspaceFolder vscode-languageserver#WorkspaceFolder', 'folders open in one editor'],
];

/** Types, and properties of types, whose lists are small: symbol pattern to why. */
export const smallTypes: ReadonlyMap<string, string> = new Map([
  ...reasons.flatMap(([types, members, why]) => words(types).flatMap((type) => words(members).map((member) => [`${type}.${member}`, why] as const))),
  ...whole.flatMap(([types, why]) => words(types).map((type) => [type, why] as const)),
]);

/**
 * Lists that are seldom more than some dozens, but not by nature: what a person or an organisation sets up one by one. Walking them costs too
 * little for a warning, and is worth a hint.
 */
export const fewByName: ReadonlySet<string> = new Set(
  words(`organizations organisations orgs workspaces tenants memberships seats admins owners
    integrations connections connectors credentials webhooks installations apikeys
    vaults toolsets subscriptions plans policies domains invites invitations
    clinics hospitals branches departments divisions offices facilities campuses depots
    calendars prerequisites dashboards widgets charts categories category types kinds`),
);

const namesByReason: readonly (readonly [names: string, why: string])[] = [
  [
    'args argv arguments execargv argnames params parameters typeparameters typeparams typearguments',
    'a person writes them at one call or declaration',
  ],
  ['modifiers decorators annotations heritageclauses specifiers qualifiers overloads', 'written in the head of one declaration'],
  ['flags switches options opts settings preferences toggles', 'a person sets each of them'],
  ['extensions exts suffixes prefixes filetypes mimetypes encodings charsets', 'kinds of files or names that a program knows'],
  ['locales languages langs timezones currencies countries continents', 'the world has few, and they are known beforehand'],
  ['days weekdays months quarters seasons weekends', 'the calendar'],
  ['directions corners sides axes dimensions quadrants', 'space has few'],
  ['colors colours themes palettes swatches shades fonts fontfamilies sizes breakpoints viewports', 'a designer picks each of them'],
  ['headers cookies', 'of one message'],
  ['columns cols fields', 'a schema lists them'],
  ['methods verbs httpmethods statuses statuscodes protocols schemes', 'a standard lists them'],
  [
    `plugins presets addons middlewares middleware interceptors hooks transformers loaders adapters providers strategies backends
      engines`,
    'each is a dependency somebody installed',
  ],
  ['envs environments stages platforms architectures archs oses browsers runtimes targets', 'a deployment has few'],
  ['roles scopes privileges permissions', 'an administrator names each of them'],
  ['translations', 'one for each language'],
  ['couponcodes coupons', 'a customer types each of them'],
  ['levels loglevels severities priorities tiers', 'a scale has few steps'],
  ['kinds modes formats styles', 'an enumeration in the code'],
  ['tabs steps panes panels breadcrumbs toolbars', 'a screen holds few'],
  ['operators punctuators delimiters separators', 'a grammar lists them'],
  ['cpus cores processors disks gpus', 'hardware of one machine'],
  ['workspacefolders tsconfigs', 'a project has few'],
  ['validators matchers guards', 'each is written by hand'],
  ['aliases shorthands', 'a person writes each of them'],
  ['quantiles percentiles', 'a handful by convention'],
];

/** Lower-cased last segments of paths that a reviewer would call small without asking. The caller also tries the plural of a singular name. */
export const smallByName: ReadonlySet<string> = new Set(namesByReason.flatMap(([names]) => words(names)));

/** Why a name is taken to be small, for messages and for whoever wonders. */
export function whySmall(name: string): string | undefined {
  const lower = name.toLowerCase();
  return namesByReason.find(([names]) => words(names).includes(lower))?.[1];
}
