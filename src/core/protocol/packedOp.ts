import { isUuid } from '#core/ids.ts';
import { isJson, type Json } from '#core/json.ts';
import { OP_VERSION } from '#core/op/op.ts';
import { isScopeId, type ScopeId } from '#core/op/scope.ts';

/**
 * An op inside a push: without what the batch says once (device, actor) and without its hashes, which are recomputed. An op of a
 * newer version may have more members than these: they are part of what was hashed, and travel and are stored with it.
 */
export type PushedOp = {
  id: string;
  v: number;
  /** Any text: a scope of a kind that this build does not know is refused, not malformed. */
  scope: string;
  entity: string;
  entityId: string;
  set: Record<string, Json>;
  base: Record<string, string[]>;
  saw?: string[] | undefined;
  n: number;
  lamport: number;
  at: string;
  timeZone: string;
  skewMs?: number | undefined;
  salt: string;
};

/** An op inside a page. Its hashes are recomputed and compared with the page's list. */
export type PulledOp = PushedOp & {
  scope: ScopeId;
  device: string;
  actor: string;
  /** Only where the op was purged (`set` is `{}` and `salt` is ''): `h` can still be checked. */
  d?: string | undefined;
};

type Check = (value: unknown) => boolean;

const isPositive: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 1;
const isId: Check = (value) => typeof value === 'string' && isUuid(value);
const isText = (from: number, to: number): Check => (value) => typeof value === 'string' && value.length >= from && value.length <= to;
const areIds = (value: unknown): boolean => Array.isArray(value) && value.every(isId);
/** Read by every screen that shows the record: what is no time at all must not reach them. */
const isTime: Check = (value) => typeof value === 'string' && value.length <= 40 && !Number.isNaN(Date.parse(value));
const isName = isText(1, 400);
const SALT = /^[0-9a-f]{32}$/;
const DIGEST = /^[0-9a-f]{64}$/;

/** Written by hand: thousands of ops a request, and a schema that rebuilds values loses keys like `__proto__`, and with them the hash. */
const MEMBERS: Readonly<Record<string, Check>> = {
  id: isId, v: isPositive, scope: isText(0, 80), entity: isText(1, 60), entityId: isName,
  set: (value) => isRecord(value) && Object.entries(value).every(([field, member]) => isName(field) && isJson(member)),
  base: (value) => isRecord(value) && Object.values(value).every(areIds),
  n: isPositive, lamport: isPositive, at: isTime, timeZone: isText(0, 60),
  salt: (value) => typeof value === 'string' && SALT.test(value),
};
const OPTIONAL: Readonly<Record<string, Check>> = { saw: areIds, skewMs: (value) => Number.isSafeInteger(value) };
const PULLED: Readonly<Record<string, Check>> = {
  ...MEMBERS, device: isId, actor: isId, scope: (scope) => typeof scope === 'string' && isScopeId(scope),
};
const PURGED: Readonly<Record<string, Check>> = {
  ...PULLED, set: (value) => isRecord(value) && Object.keys(value).length === 0, salt: (value) => value === '',
  d: (value) => typeof value === 'string' && DIGEST.test(value),
};
/** What the batch, the page or the server says of an op; never the op itself. */
const NOT_OF_AN_OP = new Set(['device', 'actor', 'd', 'h', 'seq', 'chain', '__proto__']);

export const isPushedOp = (value: unknown): value is PushedOp => isOp(value, MEMBERS);
export const isPulledOp = (value: unknown): value is PulledOp => isOp(value, isRecord(value) && value['salt'] === '' ? PURGED : PULLED);

function isOp(value: unknown, members: Readonly<Record<string, Check>>): boolean {
  if (!isRecord(value)) return false;
  for (const name of Object.keys(members)) if (!Object.hasOwn(value, name) || !members[name]?.(value[name])) return false;
  for (const [name, member] of Object.entries(value)) {
    if (Object.hasOwn(members, name)) continue;
    const isKnown = Object.hasOwn(OPTIONAL, name);
    if (isKnown ? member !== undefined && !OPTIONAL[name]?.(member) : !mayBeNewer(value, name, member)) return false;
  }
  return true;
}

const mayBeNewer = (op: Readonly<Record<string, unknown>>, name: string, member: unknown): boolean =>
  Number(op['v']) > OP_VERSION && !NOT_OF_AN_OP.has(name) && name.length <= 60 && isJson(member);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
