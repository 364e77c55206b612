import { useTranslation } from 'react-i18next';
import { publishBlocks } from '#core/finding/draftFinding.ts';
import { priorityOf } from '#core/finding/priority.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import type { DraftEditProps } from './useDraftEdit.ts';
import { useLevelOf } from './useLevelOf.ts';

/** Where a draft stands on its way to the agency: what it still lacks, or that it is complete; and the way on. */
export function StepToHandOver({ world, draft }: DraftEditProps) {
  const { t } = useTranslation('handover');
  const level = useLevelOf(world)(draft.standard);
  const blocks = publishBlocks(draft, priorityOf(draft.harm, draft.extent, draft.kind, level) !== undefined);
  return (
    <Card title={t(blocks.length === 0 ? 'step.complete' : 'step.lacks')}>
      {blocks.length === 0 ? null : <ul>{blocks.map((block) => <li key={block}>{t(`block.${block}`)}</li>)}</ul>}
      <ActionButton href={`/visits/${world.visitId}/hand-over`}>{t('step.review')}</ActionButton>
    </Card>
  );
}
