import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { needsNoResult } from '#core/rating/applicabilityRules.ts';
import { complianceBlock, type ComplianceBlock } from '#core/rating/complianceCheck.ts';
import { resultTap } from '#core/rating/ratingChanges.ts';
import { RESULTS, RESULTS_WITH_REASON, type RatingResult } from '#core/rating/values.ts';
import { isGivenResult, type StandardOverview } from '#core/rating/visitOverview.ts';
import { standardHref } from '#client/parts/standardHref.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { useDeviceWord } from '#client/parts/useDeviceWord.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { Dock } from '#client/ui/frame/Dock.tsx';
import { RatingPad, type RatingOption } from '#client/ui/parts/RatingPad.tsx';
import { deskOf } from './deskOf.ts';
import { nextStandard } from './listItems.ts';
import { useListView } from './listView.ts';
import { NextButton } from './NextButton.tsx';
import { NotRatedDock } from './NotRatedDock.tsx';
import { ReasonAgain } from './ReasonAgain.tsx';
import { ReasonDock } from './ReasonDock.tsx';
import type { PointedItem } from './StandardItemRows.tsx';
import type { Acts } from './useActs.ts';

type RatingDockProps = {
  readonly world: VisitWorld;
  readonly rows: readonly StandardOverview[];
  readonly row: StandardOverview;
  readonly acts: Acts;
  readonly onPoint: (item: PointedItem) => void;
};

export type NextStep = { readonly href: string; readonly number: string | undefined };

const FIRST: readonly RatingResult[] = ['in_compliance', 'partial', 'not_in_compliance'];
const SECOND: readonly RatingResult[] = ['in_compliance_comment', 'verify_on_site', 'unable_to_verify', 'in_review', 'not_reviewed'];

/** The results at the bottom edge: set at once, tapped again cleared; and the way to the next standard, never blocked. */
export function RatingDock({ world, rows, row, acts, onPoint }: RatingDockProps) {
  const { t } = useTranslation(['rating', 'vocabulary']);
  const blockText = useBlockText();
  const me = useWorkspace().me.person.id;
  const filter = useListView((view) => view.filter);
  const { standard } = row.place;
  const desk = deskOf(world, row, me);
  const following = nextStandard(rows, standard.id, filter);
  const next: NextStep = { href: following ? standardHref(world.visitId, following.id) : `/visits/${world.visitId}/standards`, number: following?.number };
  // The result whose reason panel the person put away; another result opens it again, and so does the button in its place.
  // On a phone the open panel would leave nothing of the standard to read: there it opens with a tap only.
  const isPhone = useDeviceWord() === 'phone';
  const [putAway, setPutAway] = useState<RatingResult | undefined>(() => (isPhone ? row.mine?.result : undefined));
  if (!world.mayWrite) return <Dock main={<NextButton next={next} />} />;
  if (row.items.length === 0 || needsNoResult(row.applicability ?? row.mine?.applicability)) {
    return <NotRatedDock world={world} row={row} desk={desk} next={next} />;
  }
  const result = row.mine?.result ?? 'not_reviewed';
  const block = complianceBlock(standard, row.mine?.bullets ?? new Map());

  const select = (value: RatingResult): void => {
    if (value === 'in_compliance' && result !== 'in_compliance' && block) {
      onPoint({ standard: standard.id, field: block.item.field });
      return;
    }
    const change = resultTap(desk, value);
    const now = RESULTS.find((one) => one === change?.set['result']) ?? value;
    if (change) void acts.act([change], t('said.result', { number: standard.number, result: t(`vocabulary:result.${now}`) }));
  };
  const option = (value: RatingResult): RatingOption => ({
    value,
    label: value === 'in_compliance_comment' ? t('vocabulary:resultShort.in_compliance_comment') : t(`vocabulary:result.${value}`),
    sub: value === 'in_compliance' && block && result !== 'not_reviewed' ? blockText(block) : undefined,
    selected: result === value,
    onSelect: () => select(value),
  });

  return (
    <Dock>
      {RESULTS_WITH_REASON.includes(result) && putAway !== result
        ? <ReasonDock world={world} row={row} desk={desk} acts={acts} result={result} onClose={() => setPutAway(result)} />
        : null}
      {putAway === result ? <ReasonAgain result={result} onOpen={() => setPutAway(undefined)} /> : null}
      <RatingPad
        label={t('dock.label', { number: standard.number })}
        first={FIRST.map(option)}
        second={SECOND.map(option)}
        next={{ label: t('dock.next'), sub: next.number ?? t('dock.toList'), filled: isGivenResult(result), href: next.href }}
      />
    </Dock>
  );
}

/** "El inciso d no cumple", "Falta revisar la directiva escrita". */
function useBlockText(): (block: ComplianceBlock) => string {
  const { t } = useTranslation('rating');
  return ({ type, item }) => t(`block.${type}.${item.kind}`, { label: item.kind === 'bullet' ? item.bullet.label : '' });
}
