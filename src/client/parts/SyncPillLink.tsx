import { useTranslation } from 'react-i18next';
import { type SyncStatus, useSyncStatus } from '#client/sync/syncStatus.ts';
import type { SyncValue } from '#client/ui/marks/SyncIcon.tsx';
import { SyncPill } from '#client/ui/parts/SyncPill.tsx';
import { waitsOverADay } from './hoursWithoutNetwork.ts';
import { useDeviceWord } from './useDeviceWord.ts';
import { useFormat } from './useFormat.ts';
import { useNowMs } from './useNowMs.ts';
import { useServerTrouble } from './useServerTrouble.ts';

/** Saved here · waiting · network, in the top bar; one tap opens "¿Mi trabajo está a salvo?". */
export function SyncPillLink() {
  const { t } = useTranslation('common');
  const format = useFormat();
  const status = useSyncStatus();
  const nowMs = useNowMs();
  const saved = t(`sync.saved.${useDeviceWord()}`);
  const count = thingsWaiting(status);
  const waiting = count === 0 ? t('sync.nothingWaiting') : t('sync.waiting', { count, formatted: format.number(count) });
  const network = networkOf(status, useServerTrouble());
  const state = t(`sync.${network.key}`, { formatted: format.number(status.refused) });
  return (
    <SyncPill
      href="/safe"
      label={t('sync.question', { state: `${saved}, ${waiting}, ${state}` })}
      saved={{ label: saved, shortLabel: t('sync.savedShort') }}
      waiting={{ label: waiting, some: count > 0, attention: waitsOverADay(status, nowMs) }}
      state={{ value: network.value, label: state }}
      announce={state}
    />
  );
}

/** Records and files: a photo that exists only here is not nothing. */
const thingsWaiting = ({ waiting, waitingFiles }: SyncStatus): number => waiting + waitingFiles;

type Network = { readonly key: 'refused' | 'signedOut' | 'noNetwork' | 'serverTrouble' | 'sending' | 'onServer' | 'checking'; readonly value: SyncValue };

function networkOf(status: SyncStatus, serverTrouble: boolean): Network {
  if (status.refused > 0) return { key: 'refused', value: 'refused' };
  if (status.signedOut) return { key: 'signedOut', value: 'offline' };
  if (status.network === 'unreachable') return { key: 'noNetwork', value: 'offline' };
  if (serverTrouble) return { key: 'serverTrouble', value: 'offline' };
  if (status.network === 'unknown') return { key: 'checking', value: 'queued' };
  return thingsWaiting(status) > 0 ? { key: 'sending', value: 'queued' } : { key: 'onServer', value: 'acknowledged' };
}
