import { useTranslation } from 'react-i18next';
import type { DraftFinding } from '#core/finding/draftFinding.ts';
import { useSealing } from '#client/parts/useSealing.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { EmptyState } from '#client/ui/parts/EmptyState.tsx';

/** A deleted draft: nothing of it is gone, and one tap brings it back. */
export function DeletedFinding({ world, draft }: { readonly world: VisitWorld; readonly draft: DraftFinding }) {
  const { t } = useTranslation('finding');
  const { seal, errorText, sealing } = useSealing();
  const restore = () => void seal([{ scope: world.visitScope, entity: 'finding', entityId: draft.id, set: { deleted: false } }]);
  return (
    <PageColumn>
      <PageHeader title={t('title', { code: draft.code })} />
      {errorText === undefined ? null : <Banner tone="bad" boxed alert>{errorText}</Banner>}
      <EmptyState
        title={t('deleted.title')}
        text={t('deleted.text')}
        actions={
          <>
            <ActionButton kind="primary" onPress={restore} disabled={sealing}>{t('deleted.restore')}</ActionButton>
            <ActionButton href={`/visits/${world.visitId}/findings`}>{t('notHere.action')}</ActionButton>
          </>
        }
      />
    </PageColumn>
  );
}
