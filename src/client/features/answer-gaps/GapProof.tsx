import { useTranslation } from 'react-i18next';
import { allHeadIds, entityOf } from '#core/op/scopeState.ts';
import type { Photo } from '#core/visit/photo.ts';
import { PhotoSendState } from '#client/parts/PhotoSendState.tsx';
import { PhotoView } from '#client/parts/PhotoView.tsx';
import { useFormat } from '#client/parts/useFormat.ts';
import { useIsWaiting } from '#client/parts/useIsWaiting.ts';
import { useSealErrorText } from '#client/parts/useSealErrorText.ts';
import { useSealing } from '#client/parts/useSealing.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { showUndoToast } from '#client/ui/parts/showUndoToast.tsx';
import styles from './GapProof.module.css';
import type { AgencyWorld } from './useAgencyWorld.ts';

/** One attached photo; until it is sent, its author may take it away. */
export function GapProof({ world, photo }: { readonly world: AgencyWorld; readonly photo: Photo }) {
  const { t } = useTranslation(['gaps', 'common']);
  const format = useFormat();
  const workspace = useWorkspace();
  const sealErrorText = useSealErrorText();
  const { seal, errorText } = useSealing();
  const entity = entityOf(world.state, 'proofPhoto', photo.id);
  const waiting = useIsWaiting(entity?.ops.map((op) => op.id) ?? []);
  const when = format.dateTime(photo.takenAt, world.card.timeZone);
  const at = { scope: world.scope, entity: 'proofPhoto', entityId: photo.id } as const;
  const undo = async (): Promise<void> => {
    const sealed = await workspace.seal([{ ...at, set: { deleted: false } }]);
    if (!sealed.ok) showUndoToast({ id: photo.id, text: sealErrorText(sealed.error) });
  };
  const remove = async (): Promise<void> => {
    if (!(await seal([{ ...at, set: { deleted: true }, saw: allHeadIds(entity) }]))) return;
    showUndoToast({ id: photo.id, text: t('proofs.removed'), undo: { label: t('common:undo'), onUndo: () => void undo() } });
  };
  return (
    <div className={styles.proof}>
      <PhotoView scope={world.scope} sha256={photo.thumbFile} size="small" alt={t('proofs.alt', { date: when })} />
      <span className={styles.words}>
        {when}
        {waiting ? <span className={styles.second}>{t('proofs.waiting')}</span> : <PhotoSendState scope={world.scope} photo={photo} />}
        {errorText === undefined ? null : <Banner tone="bad" boxed alert>{errorText}</Banner>}
      </span>
      {photo.facts.createdBy === workspace.me.person.id ? (
        <ActionButton kind="quiet" label={t('proofs.removeOne', { date: when })} onPress={() => void remove()}>{t('proofs.remove')}</ActionButton>
      ) : null}
    </div>
  );
}
