import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findInterview } from '#core/visit/findInterview.ts';
import { VisitFrame } from '#client/parts/VisitFrame.tsx';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { TwoPane } from '#client/ui/frame/TwoPane.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { EmptyState } from '#client/ui/parts/EmptyState.tsx';
import { InterviewList } from './InterviewList.tsx';
import { InterviewPage } from './InterviewPage.tsx';
import { NewInterview } from './NewInterview.tsx';

export type InterviewScreenProps = {
  readonly visitId: string;
  /** The first half of the interview's key; `new` begins one. */
  readonly interviewId: string;
  /** A new one is tied to this standard. */
  readonly standardId?: string | undefined;
};

/** A new interview (post, notice, consent), or one that has been begun. */
export function InterviewScreen({ visitId, interviewId, standardId }: InterviewScreenProps) {
  const { t } = useTranslation('interview');
  const navigate = useNavigate();
  const [begunId, setBegunId] = useState<string>();
  const isNew = interviewId === 'new';
  useEffect(() => {
    if (!isNew) setBegunId(undefined);
  }, [isNew]);
  const begin = (id: string): void => {
    setBegunId(id);
    void navigate({ to: '/visits/$visitId/interviews/$interviewId', params: { visitId, interviewId: id }, replace: true });
  };
  const back = { label: t('back'), href: `/visits/${visitId}/interviews` };
  return (
    <VisitFrame visitId={visitId} active="interviews" back={back}>
      {(world) => (isNew && begunId === undefined && world.mayWrite
        ? <NewInterview world={world} standardId={standardId} onBegun={begin} />
        : <Begun world={world} uuid={isNew ? (begunId ?? '') : interviewId} />)}
    </VisitFrame>
  );
}

function Begun({ world, uuid }: { readonly world: VisitWorld; readonly uuid: string }) {
  const { t } = useTranslation('interview');
  const entity = findInterview(world.visit, uuid);
  return (
    <TwoPane
      list={<InterviewList world={world} currentId={entity?.entityId ?? uuid} />}
      listLabel={t('list.title')}
      listWidth={380}
      detailOpen
      detail={entity
        ? <InterviewPage key={entity.entityId} world={world} entity={entity} />
        : <EmptyState title={t('notHere.title')} text={t('notHere.text')} actions={<ActionButton kind="primary" href={`/visits/${world.visitId}/interviews`}>{t('notHere.action')}</ActionButton>} />}
    />
  );
}
