import type { AgencyFinding } from './agencyFinding.ts';
import type { DecisionValue } from './values.ts';

/** Something that the team did about the agency's gaps. */
export type GapNews = {
  readonly what: 'handed_over' | DecisionValue;
  readonly by: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** More than one where a hand-over brought several at once. */
  readonly findings: readonly AgencyFinding[];
};

/** Ops of one hand-over are sealed in one act; their clock differs by moments. */
const ONE_ACT_MS = 60_000;

/** What the team did, newest first. */
export function gapNews(findings: readonly AgencyFinding[]): readonly GapNews[] {
  const decided = findings.flatMap((finding) =>
    finding.decisions.map((decision): GapNews => ({ what: decision.value, by: decision.facts.createdBy, at: decision.facts.recordedAt, findings: [finding] })),
  );
  return [...decided, ...handOversOf(findings)].sort((a, b) => (a.at > b.at ? -1 : 1));
}

function handOversOf(findings: readonly AgencyFinding[]): readonly GapNews[] {
  const single = findings
    .flatMap((finding): readonly GapNews[] => {
      const op = finding.entity.ops.findLast(({ set }) => Object.keys(set).some((field) => !field.startsWith('answer.')));
      return op ? [{ what: 'handed_over', by: op.actor, at: op.at, findings: [finding] }] : [];
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const acts: GapNews[] = [];
  for (const next of single) {
    const last = acts.at(-1);
    const same = last && last.by === next.by && Date.parse(next.at) - Date.parse(last.at) < ONE_ACT_MS;
    if (same) acts[acts.length - 1] = { ...last, at: next.at, findings: [...last.findings, ...next.findings] };
    else acts.push(next);
  }
  return acts;
}
