/**
 * Redis: all values before the loop.
 *
 *     for key in keys:
 *         value = client.get(key)
 *     =>
 *     value_by_key = dict(zip(keys, client.mget(keys)))
 *     for key in keys:
 *         value = value_by_key[key]
 *
 * Always a suggestion: the values are read at one moment, and keys of a cluster must live on one server.
 */
import type { Fix } from '../../../model/finding.ts';
import { assume, fixOf, newLedger, prove, refuse } from '../../outcome.ts';
import { part } from '../lower/state.ts';
import { isPythonsOwn } from '../proofs/pythons-own.ts';
import { brief, frameOf, replace, textOf, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';
import { freeName } from './free-name.ts';
import { dependsOnLoop, isPlainKey, isVisible, keysOf, lookupLoopAt, othersKeep } from './lookup-loop.ts';
import type { BatchIntent } from './write-loop.ts';

export function mget(view: View, intent: BatchIntent): Fix {
  const at = lookupLoopAt(view, intent);
  const callee = part(at.call, 'function');
  const client = callee?.type === 'attribute' ? part(callee, 'object') : null;
  const [key, more] = part(at.call, 'arguments')?.children ?? [];
  if (!client || !key || more || key.type === 'keyword_argument' || key.type.endsWith('_splat'))
    refuse(`\`${brief(view, at.call)}\` asks for no single key`);
  if (!/^[\w.]+$/.test(textOf(view, client)) || dependsOnLoop(view, at, client) !== null)
    refuse(`\`${brief(view, client)}\` may be another for each element`);
  if (isCluster(view, client)) refuse('the servers of a cluster have some of the keys each');
  for (let node = at.call; node !== at.loop && node.parent; node = node.parent)
    if (node.parent.type === 'try_statement' && node.field === 'body') refuse('an error of each question is handled by itself');
  isPlainKey(view, at, key);
  isVisible(view, at, client);
  const own = `${textOf(view, client)}.`;
  othersKeep(view, at, (call) => textOf(view, call).startsWith(own) && !textOf(view, call).startsWith(`${own}get(`));

  const ledger = newLedger();
  prove(ledger, 'the key is made of the element alone');
  assume(ledger, 'nothing else changes the values while the loop runs');
  assume(ledger, 'all keys live on one server');
  for (const builtin of ['dict', 'zip']) isPythonsOwn(view, ledger, builtin, at.loop);
  const frame = frameOf(at.insertion.anchor);
  const found = keysOf(view, ledger, at, key, '[]');
  const isNamed = /^\w+$/.test(found.text);
  const keys = isNamed ? found.text : freeName(view, 'keys', frame);
  const values = freeName(view, 'value_by_key', frame, [keys]);
  const lines = [
    ...found.lines,
    ...(isNamed ? [] : [`${keys} = ${found.text}`]),
    `${values} = dict(zip(${keys}, ${at.isAwaited ? 'await ' : ''}${own}mget(${keys})))`,
  ];
  return fixOf('Read all values with one command before the loop', ledger, [
    ...found.edits,
    ...at.insertion.edits(lines),
    replace(view, at.asked.start, at.asked.end, `${values}[${textOf(view, key)}]`),
  ]);
}

/** Have: `client = RedisCluster(…)` */
function isCluster(view: View, client: Syntax): boolean {
  const binds = client.type === 'identifier' ? (view.names.of(client)?.mentions.filter((m) => m.binds) ?? []) : [];
  return binds.some(({ node }) => /\b\w*Cluster\b/.test(textOf(view, node.parent ?? node)));
}
