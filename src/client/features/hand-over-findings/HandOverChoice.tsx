import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandOverItem } from '#core/finding/handOver.ts';
import { allHeadIds } from '#core/op/scopeState.ts';
import { NotProvedBanner } from '#client/parts/NotProvedBanner.tsx';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { ConfirmHandOver } from './ConfirmHandOver.tsx';
import type { HandedOver } from './HandOverDone.tsx';
import { CompleteItem, IncompleteItem } from './HandOverRow.tsx';
import { PreviewOfFinding } from './PreviewOfFinding.tsx';

type HandOverChoiceProps = {
  readonly world: VisitWorld;
  readonly items: readonly HandOverItem[];
  readonly onDone: (done: HandedOver) => void;
};

/** Which findings go; by default all that are complete. Below, word for word, what the agency will have. */
export function HandOverChoice({ world, items, onDone }: HandOverChoiceProps) {
  const { t } = useTranslation('handover');
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  // What the person is looking at when they ask to hand over: a change that arrives meanwhile is not slipped in.
  const [confirming, setConfirming] = useState<readonly HandOverItem[]>();
  const workspace = useWorkspace();
  const isProved = (item: HandOverItem): boolean => allHeadIds(item.draft.entity).every((id) => workspace.broughtBy(id)?.proved !== false);
  const complete = items.filter((item) => item.blocks.length === 0 && isProved(item));
  const notProved = items.filter((item) => !isProved(item));
  const incomplete = items.filter((item) => item.blocks.length > 0);
  const chosen = complete.filter((item) => !leftOut.has(item.draft.id));
  const choose = (id: string, take: boolean): void => {
    const next = new Set(leftOut);
    if (take) next.delete(id);
    else next.add(id);
    setLeftOut(next);
  };
  return (
    <>
      {incomplete.length > 0 ? (
        <Card look="warn" title={t('incomplete', { count: incomplete.length })}>
          {incomplete.map((item) => <IncompleteItem key={item.draft.id} world={world} item={item} />)}
        </Card>
      ) : null}
      <NotProvedBanner opIds={notProved.flatMap((item) => allHeadIds(item.draft.entity))} />
      {complete.length > 0 ? (
        <Card title={t('complete', { count: complete.length })} side={t('chosen', { count: chosen.length })}>
          <div>
            {complete.map((item) => (
              <CompleteItem key={item.draft.id} world={world} item={item} chosen={!leftOut.has(item.draft.id)} onChoose={world.isLeader ? (take) => choose(item.draft.id, take) : undefined} />
            ))}
          </div>
        </Card>
      ) : null}
      {chosen.length > 0 ? (
        <section aria-label={t('preview.title')}>
          <h2>{t('preview.title')}</h2>
          <p>{t('preview.help')}</p>
          {chosen.map((item) => <PreviewOfFinding key={item.draft.id} world={world} preview={item.preview} />)}
        </section>
      ) : null}
      {world.isLeader && chosen.length > 0 ? (
        <ActionButton kind="primary" size="xl" full onPress={() => setConfirming(chosen)}>{t('action', { count: chosen.length })}</ActionButton>
      ) : null}
      {confirming ? <ConfirmHandOver world={world} items={confirming} onClose={() => setConfirming(undefined)} onDone={onDone} /> : null}
    </>
  );
}
