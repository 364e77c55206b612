import { useTranslation } from 'react-i18next';
import { readText } from '#core/op/readField.ts';
import { entityOf } from '#core/op/scopeState.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { usePeople } from '#client/parts/usePeople.ts';
import type { WaitingItem } from '#client/storage/safety/onlyHere.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { useSyncStatus } from '#client/sync/syncStatus.ts';
import { SyncIcon } from '#client/ui/marks/SyncIcon.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';

/** One record that only this tablet has: what, when, how far it is, and whether a copy holds it. */
export function WaitingRow({ item: { op, broughtBy, copied } }: { readonly item: WaitingItem }) {
  const { t } = useTranslation(['safety', 'copy', 'common']);
  const format = useFormat();
  const people = usePeople();
  const workspace = useWorkspace();
  const noNetwork = useSyncStatus((status) => status.network === 'unreachable');
  const code = readText(entityOf(workspace.state(op.scope), op.entity, op.entityId), 'code').text;
  const nameOf = (id: string): string => people.get(id)?.name ?? t('common:unknownPerson');
  const second = [
    format.dateTime(op.at),
    broughtBy === undefined ? '' : `${nameOf(op.actor)} · ${t('copy:brought.by', { name: nameOf(broughtBy) })}`,
    t(noNetwork ? 'waiting.noNetwork' : 'waiting.queued'),
    copied ? t('waiting.copied') : '',
  ].filter(Boolean).join(' · ');
  return <ListRow inCard mark={<SyncIcon value="queued" size={24} />} title={[t(`entity.${op.entity}`, { defaultValue: t('entity.other') }), code].filter(Boolean).join(' ')} second={second} />;
}
