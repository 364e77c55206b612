import { useTranslation } from 'react-i18next';
import { askToKeep } from '#client/parts/askToKeep.ts';
import { HealthRow } from '#client/parts/HealthRow.tsx';
import { useFormat } from '#client/parts/useFormat.ts';
import type { SafetyReport } from '#client/storage/safety/safetyReport.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './safety.module.css';

/** A photo's working copy is about 0.35 MB; below this a day's tour may not fit. */
const LITTLE_SPACE_BYTES = 300_000_000;

/** What protects the data on this tablet: room, the browser's promise, being installed. */
export function SafetyChecks({ report, onChanged }: { readonly report: SafetyReport; readonly onChanged: () => Promise<void> }) {
  const { t } = useTranslation('safety');
  const format = useFormat();
  const { freeBytes, persisted, installed } = report;
  return (
    <Card flush title={t('checks.title')}>
      <ul className={styles.list}>
        <HealthRow
          health={freeBytes === undefined || freeBytes < LITTLE_SPACE_BYTES ? 'attention' : 'ready'}
          title={t('checks.space')}
          second={freeBytes === undefined ? t('checks.spaceUnknown') : t('checks.spaceFree', { size: format.bytes(freeBytes) })}
        />
        <HealthRow
          health={persisted ? 'ready' : 'attention'}
          title={t('checks.persisted')}
          second={persisted ? t('checks.persistedYes') : t('checks.persistedNo')}
          action={persisted ? undefined : <ActionButton onPress={() => void askToKeep().then(onChanged)}>{t('checks.protect')}</ActionButton>}
        />
        <HealthRow health={installed ? 'ready' : 'attention'} title={t('checks.installed')} second={installed ? t('checks.installedYes') : t('checks.installedNo')} />
      </ul>
    </Card>
  );
}
