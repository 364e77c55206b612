import { useTranslation } from 'react-i18next';
import { VisitFrame } from '#client/parts/VisitFrame.tsx';
import { ManualGate } from '#client/parts/ManualGate.tsx';
import { StandardsDesk } from './StandardsDesk.tsx';

/** Reading and rating the standards of a visit; without `standardId` the list. */
export function StandardsScreen({ visitId, standardId }: { readonly visitId: string; readonly standardId?: string }) {
  const { t } = useTranslation('rating');
  return (
    <VisitFrame visitId={visitId} active="standards">
      {(world) => (
        <ManualGate world={world} title={t('title')}>
          {(index) => <StandardsDesk world={world} index={index} standardId={standardId} />}
        </ManualGate>
      )}
    </VisitFrame>
  );
}
