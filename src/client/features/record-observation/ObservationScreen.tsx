import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VisitFrame } from '#client/parts/VisitFrame.tsx';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { TwoPane } from '#client/ui/frame/TwoPane.tsx';
import { ObservationForm } from './ObservationForm.tsx';
import { ObservationList } from './ObservationList.tsx';
import { ObservationReading } from './ObservationReading.tsx';

export type ObservationScreenProps = {
  readonly visitId: string;
  /** `new` begins one. */
  readonly observationId: string;
  /** A new one is tied to this standard, seen in this area. */
  readonly standardId?: string | undefined;
  readonly area?: string | undefined;
};

/** One observation beside the list. */
export function ObservationScreen({ visitId, observationId, standardId, area }: ObservationScreenProps) {
  const { t } = useTranslation('observation');
  const id = useRealId(visitId, observationId);
  return (
    <VisitFrame visitId={visitId} active="observations" back={{ label: t('back'), href: `/visits/${visitId}/observations` }}>
      {(world) => (
        <TwoPane
          list={<ObservationList world={world} currentId={id} />}
          listLabel={t('list.title')}
          listWidth={380}
          detailOpen
          detail={world.mayWrite
            ? <ObservationForm key={id} world={world} observationId={id} standardId={standardId} area={area} />
            : <ObservationReading key={id} world={world} observationId={id} />}
        />
      )}
    </VisitFrame>
  );
}

/**
 * `new` gets its id at once, and the address with it: a page that is killed half-way comes back to the same record and
 * its draft, not to another new one.
 */
function useRealId(visitId: string, observationId: string): string {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [freshId, setFreshId] = useState(workspace.newId);
  const isNew = observationId === 'new';
  useEffect(() => {
    if (isNew) void navigate({ to: '/visits/$visitId/observations/$observationId', params: { visitId, observationId: freshId }, search: true, replace: true });
  }, [isNew, freshId, visitId, navigate]);
  useEffect(() => {
    if (!isNew) setFreshId(workspace.newId());
  }, [isNew, workspace]);
  return isNew ? freshId : observationId;
}
