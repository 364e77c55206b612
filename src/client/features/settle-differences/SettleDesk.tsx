import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { textIn } from '#core/manual/localText.ts';
import { allHeadIds } from '#core/op/scopeState.ts';
import { comparedItems, sidesOf } from '#core/rating/settlement.ts';
import type { StandardOverview } from '#core/rating/visitOverview.ts';
import { NotProvedBanner } from '#client/parts/NotProvedBanner.tsx';
import { EvidenceItem } from '#client/parts/EvidenceItem.tsx';
import { standardHref } from '#client/parts/standardHref.ts';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { ConflictPair } from '#client/ui/parts/ConflictPair.tsx';
import { EarlierSettlements } from './EarlierSettlements.tsx';
import { SettleForm } from './SettleForm.tsx';
import { useConflictSides } from './useConflictSides.tsx';
import styles from './SettleDesk.module.css';

type SettleDeskProps = { readonly world: VisitWorld; readonly row: StandardOverview; readonly differences: readonly StandardOverview[] };

/** One difference: what each one says, on what evidence, and what stands as the team's result. */
export function SettleDesk({ world, row, differences }: SettleDeskProps) {
  const { t } = useTranslation('settle');
  const language = useInterfaceLanguage();
  const { standard } = row.place;
  const given = sidesOf(row.ratings);
  const compared = comparedItems(standard, given);
  const letters = (differs: boolean): string =>
    compared.filter((one) => one.differs === differs).map(({ item }) => (item.kind === 'bullet' ? item.bullet.label : t(`item.${item.kind}`))).join(', ');
  const sides = useConflictSides(world, row, given, compared);
  const at = differences.findIndex((one) => one.place.standard.id === standard.id);
  const title = textIn(standard.title, language);
  const evidence = [...row.evidence.observations, ...row.evidence.interviews];
  const over = [
    at >= 0 ? t('over.place', { number: at + 1, total: differences.length }) : '',
    letters(false) ? t('over.agree', { items: letters(false) }) : '',
    letters(true) ? t('over.differ', { items: letters(true) }) : '',
  ].filter((words) => words !== '').join(' · ');
  const following = differences.find((one, place) => place > at && one.place.standard.id !== standard.id) ?? differences.find((one) => one.place.standard.id !== standard.id);

  const reading = (
    <>
      <PageHeader
        number={standard.number}
        title={title?.text ?? ''}
        lang={title?.language}
        over={over}
        side={<ActionButton iconAfter={<IconChevronRight stroke={2} />} href={standardHref(world.visitId, standard.id)}>{t('read')}</ActionButton>}
      />
      <NotProvedBanner opIds={row.ratings.flatMap((rating) => allHeadIds(rating.entity))} />
      <EarlierSettlements world={world} row={row} />
      <ConflictPair sides={sides} />
    </>
  );
  const below = evidence.length === 0 ? null : (
    <Card title={t('evidence')}>
      <div className={styles.evidence}>{evidence.map((record) => <EvidenceItem key={record.id} world={world} record={record} />)}</div>
    </Card>
  );
  if (world.isLeader) return <SettleForm world={world} row={row} following={following?.place.standard} reading={reading} below={below} />;
  return (
    <PageColumn>
      {reading}
      <Banner tone="info" boxed>{t('leaderSettles')}</Banner>
      {below}
    </PageColumn>
  );
}
