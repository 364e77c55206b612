import { IconCopy } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClonedTablet, QuarantinedRecord } from '#core/admin/adminApi.ts';
import { ok } from '#core/result.ts';
import { useAdmin } from '#client/parts/AdminContext.ts';
import { OnlinePage } from '#client/parts/OnlinePage.tsx';
import { ScrolledRows } from '#client/parts/ScrolledRows.tsx';
import { useFormat } from '#client/parts/useFormat.ts';
import { useOnline, useOnlineAct } from '#client/parts/useOnline.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { EmptyState } from '#client/ui/parts/EmptyState.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import styles from './administer.module.css';

const ROW_PX = 150;
/** What this build can say in words; a record of a later one is just a record. */
const KINDS = ['agency', 'visit', 'finding', 'sharedPhoto', 'proofPhoto', 'submission', 'decision', 'observation', 'photo', 'interview', 'rating', 'teamRating', 'publication'] as const;

type NameOf = (user: string) => string;

/** What the server refused and kept, by kind, author and time. Nobody reads here what was written. */
export function QuarantineScreen() {
  const { t } = useTranslation('admin');
  const { people, quarantine } = useAdmin();
  const ask = useCallback(async () => {
    const [who, kept] = await Promise.all([people(), quarantine()]);
    if (!who.ok) return who;
    return kept.ok ? ok({ ...kept.value, names: new Map(who.value.people.map(({ id, name }) => [id, name])) }) : kept;
  }, [people, quarantine]);
  const online = useOnline(ask);
  return (
    <OnlinePage active="quarantine" online={online} title={t('quarantine.title')} under={t('quarantine.under')}>
      {({ records, count, cloned, names }) => {
        const nameOf: NameOf = (user) => names.get(user) ?? t('common:unknownPerson');
        return (
          <>
            {cloned.length > 0 ? <ClonedTablets cloned={cloned} nameOf={nameOf} /> : null}
            {records.length === 0 ? <EmptyState title={t('quarantine.none')} text={t('quarantine.noneText')} /> : (
              <Card flush title={t('quarantine.records', { count })} side={count > records.length ? t('quarantine.newest', { count: records.length }) : undefined}>
                <div className={styles.list}><ScrolledRows
                  label={t('quarantine.title')} rowPx={ROW_PX}
                  rows={records.map((record) => ({ key: `${record.id} ${record.h} ${record.reason}`, node: <RecordRow record={record} nameOf={nameOf} onChanged={online.reload} /> }))}
                /></div>
              </Card>
            )}
          </>
        );
      }}
    </OnlinePage>
  );
}

function ClonedTablets({ cloned, nameOf }: { readonly cloned: readonly ClonedTablet[]; readonly nameOf: NameOf }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  return (
    <Card flush look="warn" title={t('cloned.title')}>
      <p>{t('cloned.text')}</p>
      {cloned.map(({ device, user, times, lastAt }) => (
        <ListRow key={device} inCard mark={<IconCopy stroke={1.8} />} title={user === undefined ? t('cloned.unknown') : t('cloned.of', { name: nameOf(user) })} second={t('cloned.times', { count: times, date: format.dateTime(lastAt) })} />
      ))}
    </Card>
  );
}

type RecordRowProps = { readonly record: QuarantinedRecord; readonly nameOf: NameOf; readonly onChanged: () => Promise<void> };

function RecordRow({ record, nameOf, onChanged }: RecordRowProps) {
  const { t } = useTranslation(['admin', 'online']);
  const format = useFormat();
  const { release } = useAdmin();
  const { busy, failure, run } = useOnlineAct();
  const kind = KINDS.find((known) => known === record.kind) ?? 'other';
  return (
    <div className={styles.row}>
      <ListRow
        inCard strong title={t(`quarantine.kind.${kind}`)} side={format.bytes(record.sizeBytes)}
        second={
          <>
            {t('quarantine.author', { name: nameOf(record.author), date: format.dateTime(record.writtenAt) })}
            <br />
            {record.receivedFrom === record.author ? t('quarantine.received', { date: format.dateTime(record.receivedAt) }) : t('quarantine.broughtBy', { name: nameOf(record.receivedFrom), date: format.dateTime(record.receivedAt) })}
            <span className={styles.warn}>{t(`quarantine.reason.${record.reason}`)}</span>
          </>
        }
      />
      {failure ? <Banner tone="bad" boxed alert>{t(`online:failure.${failure}`)}</Banner> : null}
      {record.reason === 'author-not-proved' ? null : (
        <div className={styles.actions}><ActionButton disabled={busy} onPress={() => void run(() => release(record)).then((done) => (done ? onChanged() : undefined))}>{t('quarantine.release')}</ActionButton></div>
      )}
    </div>
  );
}
