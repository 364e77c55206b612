import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agencyFindingOf, type AgencyFinding } from '#core/finding/agencyFinding.ts';
import { draftFindingOf, type DraftFinding } from '#core/finding/draftFinding.ts';
import { findingHistory } from '#core/finding/findingHistory.ts';
import { findingNumber } from '#core/finding/findingNumber.ts';
import { publicationStatusOf } from '#core/finding/publication.ts';
import { FindingHistory } from '#client/parts/FindingHistory.tsx';
import { standardHref } from '#client/parts/standardHref.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { VisitFrame } from '#client/parts/VisitFrame.tsx';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { EmptyState } from '#client/ui/parts/EmptyState.tsx';
import { DeletedFinding } from './DeletedFinding.tsx';
import { DraftFindingForm } from './DraftFindingForm.tsx';
import { DraftReading } from './DraftReading.tsx';

/** What `#client/features/verify-findings/VerifyFinding.tsx` takes; the router brings both features together. */
export type VerifyProps = { readonly world: VisitWorld; readonly finding: AgencyFinding };

type FindingScreenProps = {
  readonly visitId: string;
  readonly findingId: string;
  /** Shown once the agency has the finding. */
  readonly verify: ComponentType<VerifyProps>;
};

/** `/visits/$visitId/findings/$findingId`: the draft while it is the team's, then what the agency has and answered. */
export function FindingScreen({ visitId, findingId, verify }: FindingScreenProps) {
  const { t } = useTranslation('finding');
  return (
    <VisitFrame visitId={visitId} active="findings" back={{ label: t('list.title'), href: `/visits/${visitId}/findings` }}>
      {(world) => <Finding key={findingId} world={world} findingId={findingId} verify={verify} />}
    </VisitFrame>
  );
}

function Finding({ world, findingId, verify: Verify }: Omit<FindingScreenProps, 'visitId'> & { readonly world: VisitWorld }) {
  const { t } = useTranslation('finding');
  const draft = draftFindingOf(world.visit, findingId);
  const handedOver = agencyFindingOf(world.agency, findingId);
  const known = handedOver ?? draft;
  const list = `/visits/${world.visitId}/findings`;
  if (!known) {
    return (
      <PageColumn>
        <PageHeader title={t('notHere.title')} />
        <EmptyState title={t('notHere.subtitle')} text={t('notHere.text')} actions={<ActionButton href={list}>{t('notHere.action')}</ActionButton>} />
      </PageColumn>
    );
  }
  if (!handedOver && draft?.facts.deletion === 'deleted' && world.mayWrite) return <DeletedFinding world={world} draft={draft} />;
  const index = world.manual.kind === 'ready' ? world.manual.index : undefined;
  const number = findingNumber(index, known.standard, known.bullets);
  return (
    <PageColumn>
      <PageHeader
        number={number}
        title={t('title', { code: known.code })}
        side={<ActionButton href={standardHref(world.visitId, known.standard)}>{t('openStandard')}</ActionButton>}
      />
      {handedOver ? <Verify world={world} finding={handedOver} /> : null}
      {draft && !world.mayWrite && !handedOver ? <DraftReading world={world} draft={draft} /> : null}
      {draft && world.mayWrite ? <Draft world={world} draft={draft} handedOver={handedOver !== undefined} /> : null}
      <Card title={t('history.title')}>
        <FindingHistory events={findingHistory(findingId, world.agency, world.visit)} timeZone={world.agencyCard.timeZone} team={world.card.team} />
      </Card>
    </PageColumn>
  );
}

function Draft({ world, draft, handedOver }: { readonly world: VisitWorld; readonly draft: DraftFinding; readonly handedOver: boolean }) {
  const { t } = useTranslation('finding');
  const [editing, setEditing] = useState(!handedOver);
  if (!handedOver) return <DraftFindingForm world={world} draft={draft} handedOver={false} />;
  const changed = publicationStatusOf(world.visit, draft) === 'changed_since';
  return (
    <>
      {changed ? (
        <Banner tone="warn" boxed action={<ActionButton href={`/visits/${world.visitId}/hand-over`}>{t('changedSince.action')}</ActionButton>}>
          <strong>{t('changedSince.title')}</strong> {t('changedSince.text')}
        </Banner>
      ) : null}
      <div>
        <ActionButton expanded={editing} onPress={() => setEditing(!editing)}>{t(editing ? 'edit.close' : 'edit.open')}</ActionButton>
      </div>
      {editing ? <DraftFindingForm world={world} draft={draft} handedOver /> : null}
    </>
  );
}
