import type { HealthValue } from '#client/ui/marks/HealthMark.tsx';
import type { ShellHealth } from './askServiceWorker.ts';

export const CHECKS = ['app', 'texts', 'manual', 'forms', 'data', 'photos', 'space', 'persisted', 'installed', 'team'] as const;
export type CheckKey = (typeof CHECKS)[number];

/** What was seen on this tablet. */
export type Seen = {
  readonly shell: ShellHealth;
  /** Standards of the manual that opened here, and how many the server says there are; `undefined`: it did not open. */
  readonly manual: { readonly standards: number; readonly expected: number | undefined } | undefined;
  /** Whether the checklists and questionnaires of the installation are here; `none`: nobody has given any to this person. */
  readonly forms: 'here' | 'older' | 'missing' | 'none';
  /** When the server last answered, ms. */
  readonly lastAnswerAtMs: number | undefined;
  readonly waiting: number;
  /** Pictures that would not open without a network, of so many. */
  readonly photosMissing: number;
  readonly photos: number;
  readonly freeBytes: number | undefined;
  readonly hasReserve: boolean;
  readonly persisted: boolean;
  readonly installed: boolean;
  /** People of the team whom this tablet can name, and how many they are. */
  readonly teamKnown: number;
  readonly team: number;
  readonly nowMs: number;
};

const DAY_MS = 86_400_000;
/** A day's photos of two people, generously. */
const ENOUGH_BYTES = 500_000_000;

/** How each check stands. `missing`: do not leave without it. Without a service worker the app does not open without a network. */
export function readinessOf(seen: Seen): Readonly<Record<CheckKey, HealthValue>> {
  const lacks = (part: (file: string) => boolean): boolean => seen.shell.type === 'absent' || seen.shell.missing.some(part);
  return {
    app: lacks((file) => !isText(file)) ? 'missing' : 'ready',
    texts: lacks(isText) ? 'missing' : 'ready',
    manual: !seen.manual ? 'missing' : seen.manual.expected !== undefined && seen.manual.standards < seen.manual.expected ? 'missing' : 'ready',
    forms: seen.forms === 'missing' ? 'missing' : seen.forms === 'older' ? 'attention' : 'ready',
    data: seen.lastAnswerAtMs === undefined || seen.nowMs - seen.lastAnswerAtMs > DAY_MS || seen.waiting > 0 ? 'attention' : 'ready',
    photos: seen.photosMissing > 0 ? 'attention' : 'ready',
    space: !seen.hasReserve || (seen.freeBytes ?? ENOUGH_BYTES) < ENOUGH_BYTES ? 'attention' : 'ready',
    persisted: seen.persisted ? 'ready' : 'attention',
    installed: seen.installed ? 'ready' : 'attention',
    team: seen.teamKnown < seen.team ? 'attention' : 'ready',
  };
}

/** By the names of the chunks that `app/i18n.ts` loads. */
const isText = (file: string): boolean => /\/(spanish|english)(Rest)?-[^/]*\.js$/.test(file);

export type Verdict = { readonly type: 'leave' | 'leave-with-care' | 'stay'; readonly ready: number; readonly of: number; readonly first: CheckKey | undefined };

/** Whether to leave, how many are ready, and what to mend first. */
export function judge(readiness: Readonly<Record<CheckKey, HealthValue>>): Verdict {
  const first = CHECKS.find((key) => readiness[key] === 'missing') ?? CHECKS.find((key) => readiness[key] === 'attention');
  const type = first === undefined ? 'leave' : readiness[first] === 'missing' ? 'stay' : 'leave-with-care';
  return { type, ready: CHECKS.filter((key) => readiness[key] === 'ready').length, of: CHECKS.length, first };
}

const RANK: Readonly<Record<HealthValue, number>> = { missing: 0, attention: 1, ready: 2 };

/** What is missing on top. */
export const byNeed = (readiness: Readonly<Record<CheckKey, HealthValue>>): readonly CheckKey[] =>
  [...CHECKS].sort((a, b) => RANK[readiness[a]] - RANK[readiness[b]]);
