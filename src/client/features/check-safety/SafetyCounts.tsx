import { useTranslation } from 'react-i18next';
import { useDeviceWord } from '#client/parts/useDeviceWord.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { useNowMs } from '#client/parts/useNowMs.ts';
import type { SafetyReport } from '#client/storage/safety/safetyReport.ts';
import { useSyncStatus } from '#client/sync/syncStatus.ts';
import { CountFlow } from '#client/ui/parts/CountFlow.tsx';
import { waitsOverADay } from '#client/parts/hoursWithoutNetwork.ts';

/** Here = waiting + server, in records; pictures and since when beside them. */
export function SafetyCounts({ report }: { readonly report: SafetyReport }) {
  const { t } = useTranslation('safety');
  const format = useFormat();
  const status = useSyncStatus();
  const device = useDeviceWord();
  const attention = waitsOverADay(status, useNowMs());
  const files = report.waitingFiles === 0 ? undefined : t('counts.files', { count: report.waitingFiles, formatted: format.number(report.waitingFiles), size: format.bytes(report.waitingFileBytes) });
  const since = report.waitingSince === undefined ? undefined : t('counts.since', { when: format.dateTime(report.waitingSince) });
  const held = report.held === 0 ? undefined : t('counts.held', { count: report.held, formatted: format.number(report.held) });
  const lastMs = status.lastAnswerAtMs ?? report.lastSyncAtMs;
  const confirmed = lastMs === undefined ? t('counts.notConfirmed') : t('counts.confirmed', { when: format.dateTime(new Date(lastMs).toISOString()) });
  return (
    <CountFlow
      steps={[
        { key: 'sealed', count: format.number(report.here), label: t(`counts.here.${device}`, { count: report.here }) },
        { key: 'queued', count: format.number(report.waiting), label: t('counts.waiting'), second: [files, since].filter(Boolean).join(' · ') || undefined, attention },
        { key: 'acknowledged', count: format.number(report.onServer), label: t('counts.onServer'), second: [held, confirmed].filter(Boolean).join(' · ') },
      ]}
    />
  );
}
