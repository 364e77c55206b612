import { newUuid } from '#core/ids.ts';
import type { Change } from '#core/op/change.ts';
import { allHeadIds, entitiesOf, entityOf, headIds } from '#core/op/scopeState.ts';
import { agencyScope, visitScope } from '#core/op/scope.ts';
import { agencyFindingsOf } from '#core/finding/agencyFinding.ts';
import { draftFindingsOf } from '#core/finding/draftFinding.ts';
import { seenByDecision } from '#core/finding/findingState.ts';
import { previewOf, publishChanges } from '#core/finding/publication.ts';
import { ratingKey, teamRatingKey } from '#core/rating/ratingKey.ts';
import { ratingsByStandard } from '#core/rating/rating.ts';
import { headsToSettle } from '#core/rating/teamResult.ts';
import { RESULTS } from '#core/rating/values.ts';
import type { Prng } from './prng.ts';
import type { Who } from './steps.ts';
import type { Tablet } from './tablet.ts';
import { EDITION, type World } from './world.ts';

export const SECRET = 'canario-equipo';
export const SECRET_2 = 'canario-agencia-2';
/** In no catalogue of this build. */
export const NEWER_FIELD = 'loudness';
const STANDARDS = ['s1', 's2', 's3'] as const;

/** One random act of a person, as their screen would write it; nothing where there is nothing to act on. */
export function anAct(world: World, who: Who, tablet: Tablet, random: Prng): readonly Change[] {
  const [agency, visit, secret] = who === 'nora' || who === 'spy' ? [world.agency2, world.visit2, SECRET_2] : [world.agency, world.visit, SECRET];
  const isManager = who === 'lucia' || who === 'spy';
  if (!tablet.replica().scopes().has(isManager ? agencyScope(agency) : visitScope(visit))) return [];
  return isManager ? managersAct(random, tablet, agency) : teamsAct(world, who, tablet, random, agency, visit, secret);
}

function teamsAct({ source }: World, who: Who, tablet: Tablet, random: Prng, agencyId: string, visitId: string, secret: string): readonly Change[] {
  const scope = visitScope(visitId);
  const state = tablet.replica().state(scope);
  const agency = tablet.replica().state(agencyScope(agencyId));
  const isLeader = who === 'marta' || who === 'nora';
  const words = `${secret} ${random.below(10_000)}`;
  const standard = random.pick(STANDARDS);
  const anObservation = (): string | undefined => {
    const all = entitiesOf(state, 'observation');
    return all.length > 0 ? random.pick(all).entityId : undefined;
  };
  const kind = random.pick(['observe', 'observe', 'edit', 'edit', 'tie', 'delete', 'rate', 'rate', 'interview', 'find', 'reword', 'settle', 'publish', 'publish', 'decide', 'newer'] as const);
  switch (kind) {
    case 'observe':
      return [{ scope, entity: 'observation', entityId: newUuid(source), set: { text: words, textLang: 'es', [`standard.${standard}`]: true } }];
    case 'edit': {
      const id = anObservation();
      return id === undefined ? [] : [{ scope, entity: 'observation', entityId: id, set: { text: words } }];
    }
    case 'newer': {
      // As a tablet with a newer build writes: this server keeps it and delivers it to nobody.
      const id = anObservation();
      return id === undefined ? [] : [{ scope, entity: 'observation', entityId: id, set: { [NEWER_FIELD]: random.below(99) } }];
    }
    case 'tie': {
      const id = anObservation();
      return id === undefined ? [] : [{ scope, entity: 'observation', entityId: id, set: { [`standard.${standard}`]: random.chance(0.5) } }];
    }
    case 'delete': {
      const id = anObservation();
      return id === undefined ? [] : [{ scope, entity: 'observation', entityId: id, set: { deleted: true }, saw: allHeadIds(entityOf(state, 'observation', id)) }];
    }
    case 'rate':
      return [{ scope, entity: 'rating', entityId: ratingKey(EDITION, standard, tablet.userId), set: { result: random.pick(RESULTS), reason: words } }];
    case 'interview':
      return [{ scope, entity: 'interview', entityId: `${newUuid(source)}/${tablet.userId}`, set: { text: `entrevista ${words}`, consent: 'tacit' } }];
    case 'find':
      return [{ scope, entity: 'finding', entityId: newUuid(source), set: { edition: EDITION, standard, kind: 'gap', statement: `hallazgo ${random.below(99)}`, harm: 'high', extent: 'pattern' } }];
    case 'reword': {
      const drafts = draftFindingsOf(state);
      return drafts.length === 0 ? [] : [{ scope, entity: 'finding', entityId: random.pick(drafts).id, set: { statement: `hallazgo ${random.below(99)}` } }];
    }
    case 'settle': {
      const ratings = ratingsByStandard(state).get(standard) ?? [];
      if (!isLeader || ratings.length === 0) return [];
      return [{ scope, entity: 'teamRating', entityId: teamRatingKey(EDITION, standard), set: { 'settled.result': random.pick(RESULTS), 'settled.reason': words }, saw: headsToSettle(ratings) }];
    }
    case 'publish': {
      const drafts = draftFindingsOf(state);
      if (!isLeader || drafts.length === 0) return [];
      const draft = random.pick(drafts);
      const preview = previewOf(draft, { visitId, visitScope: scope, revision: 1, priority: 'high', photos: [] });
      return publishChanges(draft, preview, agencyScope(agencyId), agency, scope);
    }
    case 'decide': {
      const findings = agencyFindingsOf(agency);
      if (!isLeader || findings.length === 0) return [];
      const finding = random.pick(findings);
      return [{
        scope: agencyScope(agencyId), entity: 'decision', entityId: null, saw: seenByDecision(finding.submissions, finding.decisions),
        set: { finding: finding.id, value: random.pick(['closed', 'returned', 'reopened']), note: `decisión ${random.below(99)}` },
      }];
    }
  }
}

function managersAct(random: Prng, tablet: Tablet, agencyId: string): readonly Change[] {
  const scope = agencyScope(agencyId);
  const state = tablet.replica().state(scope);
  const findings = agencyFindingsOf(state);
  if (findings.length === 0) return [];
  const finding = random.pick(findings);
  if (random.chance(0.5)) {
    return [{ scope, entity: 'submission', entityId: null, set: { finding: finding.id, note: `envío ${random.below(99)}` } }];
  }
  return [{
    scope, entity: 'finding', entityId: finding.id, set: { 'answer.comment': `respuesta ${random.below(99)}` },
    base: { 'answer.comment': headIds(finding.entity, 'answer.comment') },
  }];
}
