import { IconDownload, IconShieldCheck } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminPerson, ShownAuditEntry } from '#core/admin/adminApi.ts';
import { useAdmin } from '#client/parts/AdminContext.ts';
import { OnlinePage } from '#client/parts/OnlinePage.tsx';
import { onlineFailure, type OnlineFailure } from '#client/parts/onlineFailure.ts';
import { saveFile } from '#client/parts/saveFile.ts';
import { ScrolledRows } from '#client/parts/ScrolledRows.tsx';
import { useOnline } from '#client/parts/useOnline.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { LoadingLines } from '#client/ui/parts/LoadingLines.tsx';
import styles from './administer.module.css';
import { AuditFilters, NO_FILTER, queryOf, type AuditFilter } from './AuditFilters.tsx';
import { AuditRow } from './AuditRow.tsx';

const ROW_PX = 84;

/** Who did what and when, from where: newest first, filtered, checked and taken out as a table. */
export function AuditScreen() {
  const { t } = useTranslation('audit');
  const online = useOnline(useAdmin().people);
  return (
    <OnlinePage active="audit" online={online} title={t('title')} under={t('under')}>
      {({ people }) => <AuditLog people={people} />}
    </OnlinePage>
  );
}

function AuditLog({ people }: { readonly people: readonly AdminPerson[] }) {
  const { t } = useTranslation(['audit', 'online']);
  const { audit } = useAdmin();
  const [filter, setFilter] = useState<AuditFilter>(NO_FILTER);
  const [entries, setEntries] = useState<readonly ShownAuditEntry[]>();
  const [next, setNext] = useState<number>();
  const [failure, setFailure] = useState<OnlineFailure>();
  const read = useCallback(async (before: number | undefined, isStale: () => boolean): Promise<void> => {
    const page = await audit(queryOf(filter), before);
    if (isStale()) return;
    setFailure(page.ok ? undefined : onlineFailure(page.error));
    if (!page.ok) return;
    setEntries((shown) => (before === undefined ? page.value.entries : [...(shown ?? []), ...page.value.entries]));
    setNext(page.value.next);
  }, [audit, filter]);
  useEffect(() => {
    let stale = false;
    void read(undefined, () => stale);
    return () => { stale = true; };
  }, [read]);
  return (
    <>
      <AuditFilters filter={filter} people={people} onChange={setFilter} />
      <AuditActs filter={filter} />
      {failure ? <Banner tone="warn" boxed action={<ActionButton onPress={() => void read(undefined, () => false)}>{t('common:retry')}</ActionButton>}>{t(`online:failure.${failure}`)}</Banner> : null}
      {entries === undefined ? (failure ? null : <LoadingLines label={t('common:loading')} />) : (
        <Card flush>
          {entries.length === 0 ? <p className={styles.none}>{t('none')}</p> : (
            <div className={styles.list}><ScrolledRows label={t('title')} rowPx={ROW_PX} rows={entries.map((entry) => ({ key: String(entry.seq), node: <AuditRow entry={entry} people={people} /> }))} /></div>
          )}
        </Card>
      )}
      {next === undefined ? null : <div className={styles.actions}><ActionButton onPress={() => void read(next, () => false)}>{t('older')}</ActionButton></div>}
    </>
  );
}

/** Checking the chain, and the table. Both are about the whole log, or what the filter leaves of it. */
function AuditActs({ filter }: { readonly filter: AuditFilter }) {
  const { t } = useTranslation(['audit', 'online']);
  const { auditCheck, auditExport } = useAdmin();
  const { nowMs } = useWorkspace();
  const [told, setTold] = useState<{ readonly tone: 'info' | 'bad'; readonly text: string }>();
  const [busy, setBusy] = useState(false);
  const failed = (failure: OnlineFailure): void => setTold({ tone: 'bad', text: t(`online:failure.${failure}`) });
  const check = async (): Promise<void> => {
    setBusy(true);
    const checked = await auditCheck();
    setBusy(false);
    if (!checked.ok) return failed(onlineFailure(checked.error));
    const { entries, broken } = checked.value;
    setTold(broken === undefined ? { tone: 'info', text: t('whole', { count: entries }) } : { tone: 'bad', text: t('broken', { seq: broken }) });
  };
  const take = async (): Promise<void> => {
    setBusy(true);
    const csv = await auditExport(queryOf(filter));
    setBusy(false);
    if (!csv.ok) return failed(onlineFailure(csv.error));
    saveFile(new File([new Uint8Array(csv.value)], t('fileName', { date: new Date(nowMs()).toISOString().slice(0, 10) }), { type: 'text/csv' }));
    setTold({ tone: 'info', text: t('exported') });
  };
  return (
    <>
      <div className={styles.actions}>
        <ActionButton disabled={busy} icon={<IconShieldCheck size="1.25rem" stroke={2} aria-hidden="true" />} onPress={() => void check()}>{t('check')}</ActionButton>
        <ActionButton disabled={busy} icon={<IconDownload size="1.25rem" stroke={2} aria-hidden="true" />} onPress={() => void take()}>{t('export')}</ActionButton>
      </div>
      {told ? <Banner tone={told.tone} boxed alert={told.tone === 'bad'}>{told.text}</Banner> : null}
    </>
  );
}
