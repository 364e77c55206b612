import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { entityOf } from '#core/op/scopeState.ts';
import { photosOfVisit } from '#core/visit/photo.ts';
import type { PreparedPhoto } from '#client/storage/files/preparePhoto.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { photoChange } from './photoChange.ts';
import { PhotoPicker } from './PhotoPicker.tsx';
import { PhotoSendState } from './PhotoSendState.tsx';
import { PhotoView } from './PhotoView.tsx';
import { useFormat } from './useFormat.ts';
import type { RecordTarget, RecordWriter } from './useRecordWriter.ts';
import { useSealing } from './useSealing.ts';
import type { VisitWorld } from './useVisit.ts';
import styles from './FormPhotos.module.css';

type FormPhotosProps = { readonly world: VisitWorld; readonly subject: string; readonly label: ReactNode; readonly writer: RecordWriter; readonly target: RecordTarget };

/** The pictures of a form's record. Each is sealed on its own at once, after the record that it belongs to. */
export function FormPhotos({ world, subject, label, writer, target }: FormPhotosProps) {
  const { t } = useTranslation(['forms', 'capture']);
  const workspace = useWorkspace();
  const format = useFormat();
  const { seal, errorText } = useSealing();
  const photos = photosOfVisit(world.visit).filter((photo) => photo.subject === subject);
  const keep = async (photo: PreparedPhoto): Promise<void> => {
    const isNew = entityOf(workspace.state(target.scope), target.entity, target.entityId) === undefined;
    await seal([...(isNew ? [{ ...target, set: writer.whenNew() }] : []), photoChange(workspace, target.scope, subject, photo)], { photo });
  };
  return (
    <div className={styles.field}>
      <div className={styles.label}>{label}</div>
      {photos.length === 0 ? null : (
        <ul className={styles.photos}>
          {photos.map((photo, at) => (
            <li key={photo.id}>
              <PhotoView scope={target.scope} sha256={photo.thumbFile} size="large" alt={photo.caption || t('photo.alt', { number: at + 1 })} caption={format.time(photo.takenAt, world.agencyCard.timeZone)} />
              <PhotoSendState scope={target.scope} photo={photo} />
            </li>
          ))}
        </ul>
      )}
      <PhotoPicker label={t('capture:photo.take')} onPicked={keep} />
      {errorText === undefined ? null : <Banner tone="bad" boxed alert>{t('capture:photo.notKept', { why: errorText })}</Banner>}
    </div>
  );
}
