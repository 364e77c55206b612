import type { Edition, Standard } from '#core/manual/edition.ts';
import { standardItems } from '#core/manual/standardItems.ts';
import type { Change } from '#core/op/change.ts';
import type { Op } from '#core/op/op.ts';
import { agencyScope, visitScope, type ScopeId } from '#core/op/scope.ts';
import { addOps, emptyScopeState, type ScopeState } from '#core/op/scopeState.ts';
import { newUuid, type IdSource } from '#core/ids.ts';
import { ratingKey } from '#core/rating/ratingKey.ts';
import { makeOps, type Author } from '#client/storage/log/makeOps.ts';
import type { Counter } from '#client/storage/log/logStore.ts';
import { prng, type Prng } from '#test/simulation/prng.ts';
import { ADVISOR, AGENCY, LEADER, VISIT } from './benchPeople.ts';
import { prose } from './prose.ts';

export const OPS = 2_000;
const SCOPE = visitScope(VISIT);
const START_MS = Date.UTC(2026, 10, 20, 15);

type Authored = { readonly by: string; readonly change: Change };

/**
 * The log of one visit by two people, the same for the same seed: the cards, then in the mixture of a working day two ops a
 * rating (all bullets, then the result; one in ten corrected later), observations with notes of 300 characters and their
 * edits, interviews, findings. Exactly `OPS` ops, in the order in which the server got them.
 */
export function benchOps(edition: Edition, seed: number): readonly Op[] {
  const random = prng(seed);
  const writer = logWriter(random);
  for (const authored of cards(edition)) writer.write(authored);
  const standards = edition.chapters.flatMap((chapter) => chapter.topics.flatMap((topic) => topic.standards));
  const acts = dayOfWork(random, edition.id, standards, writer.newId);
  for (const act of acts) writer.write(act);
  const ops = writer.ops();
  if (ops.length < OPS) throw new Error(`the day of work gave ${ops.length} ops, ${OPS} are wanted`);
  return ops.slice(0, OPS);
}

function cards(edition: Edition): readonly Authored[] {
  const scope = agencyScope(AGENCY);
  return [
    { by: LEADER, change: { scope, entity: 'agency', entityId: AGENCY, set: { name: 'Policía de Valle Sereno', sizeBand: 'C', timeZone: 'America/Hermosillo' } } },
    {
      by: LEADER,
      change: {
        scope, entity: 'visit', entityId: VISIT,
        set: { kind: 'mock_dress_rehearsal', startDate: '2026-11-20', endDate: '2026-11-23', edition: edition.id, revision: edition.revision, leader: LEADER, [`member.${ADVISOR}`]: true },
      },
    },
  ];
}

function dayOfWork(random: Prng, edition: string, standards: readonly Standard[], newId: () => string): readonly Authored[] {
  return standards.flatMap((standard, at) => {
    const by = at % 2 === 0 ? LEADER : ADVISOR;
    const second = random.chance(0.15) ? [...rate(random, edition, standard, by === LEADER ? ADVISOR : LEADER)] : [];
    return [
      ...(random.chance(0.45) ? observe(random, standard, by, newId(), at) : []),
      ...(random.chance(0.05) ? interview(random, standard, by, `${newId()}/${by}`, at) : []),
      ...rate(random, edition, standard, by),
      ...second,
      ...(random.chance(0.12) ? find(random, edition, standard, by, newId(), at) : []),
    ];
  });
}

function rate(random: Prng, edition: string, standard: Standard, by: string): readonly Authored[] {
  const at = (set: Change['set']): Authored => ({ by, change: { scope: SCOPE, entity: 'rating', entityId: ratingKey(edition, standard.id, by), set } });
  const isGood = random.chance(0.75);
  const bullets = standardItems(standard).map(({ field }) => [field, isGood || random.chance(0.5) ? 'met' : 'not_met']);
  const reason = { result: 'partial', reason: prose(random, 'es', 90), reasonLang: 'es', 'why.insufficient_proof': true };
  return [at(Object.fromEntries(bullets)), at(isGood ? { result: 'in_compliance' } : reason), ...(random.chance(0.1) ? [at({ result: 'in_compliance_comment' })] : [])];
}

function observe(random: Prng, standard: Standard, by: string, id: string, number: number): readonly Authored[] {
  const at = (set: Change['set']): Authored => ({ by, change: { scope: SCOPE, entity: 'observation', entityId: id, set } });
  const text = prose(random, 'es', 300);
  return [
    at({ code: `O-${number}`, area: 'bodega', text, textLang: 'es', outcome: random.pick(['supports', 'contradicts', 'inconclusive']), [`standard.${standard.id}`]: true }),
    ...(random.chance(0.4) ? [at({ text: `${text} ${prose(random, 'es', 60)}` })] : []),
  ];
}

function interview(random: Prng, standard: Standard, by: string, id: string, number: number): readonly Authored[] {
  const at = (set: Change['set']): Authored => ({ by, change: { scope: SCOPE, entity: 'interview', entityId: id, set } });
  return [
    at({ code: `E-${number}`, roleCategory: 'officer', noticeVersion: '1', noticeLang: 'es', consent: 'tacit', attributable: false }),
    at({ text: prose(random, 'es', 600), textLang: 'es' }),
    at({ outcome: 'supports', [`standard.${standard.id}`]: true }),
  ];
}

function find(random: Prng, edition: string, standard: Standard, by: string, id: string, number: number): readonly Authored[] {
  const at = (set: Change['set']): Authored => ({ by, change: { scope: SCOPE, entity: 'finding', entityId: id, set } });
  return [
    at({ code: `H-${number}`, edition, standard: standard.id, kind: 'gap', 'reason.insufficient_proof': true, statement: prose(random, 'es', 200), statementLang: 'es' }),
    at({ proofWanted: prose(random, 'es', 120), proofWantedLang: 'es', harm: 'moderate', extent: 'pattern' }),
  ];
}

type LogWriter = { readonly write: (authored: Authored) => void; readonly newId: () => string; readonly ops: () => readonly Op[] };

/** Two tablets that see each other's ops at once, by the product's own maker of ops. */
function logWriter(random: Prng): LogWriter {
  const ops: Op[] = [];
  const states = new Map<ScopeId, ScopeState>();
  const counters = new Map<string, Counter>();
  const source: IdSource = {
    nowMs: () => START_MS + ops.length * 7_000,
    randomBytes: (count) => Uint8Array.from({ length: count }, () => random.below(256)),
  };
  const stateOf = (scope: ScopeId): ScopeState => states.get(scope) ?? emptyScopeState;
  return {
    ops: () => ops,
    newId: () => newUuid(source),
    write: ({ by, change }) => {
      const author: Author = { actor: by, device: by.replace('b00', 'd00'), timeZone: 'America/Hermosillo', skewMs: undefined };
      const made = makeOps([change], author, counters.get(by) ?? { n: 0, lamport: 0 }, stateOf, source);
      counters.set(by, made.counter);
      states.set(change.scope, addOps(stateOf(change.scope), made.ops));
      ops.push(...made.ops);
    },
  };
}
