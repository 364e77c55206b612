import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldValues } from '#core/op/op.ts';
import { entityOf } from '#core/op/scopeState.ts';
import { photosOfVisit } from '#core/visit/photo.ts';
import { photoChange } from '#client/parts/photoChange.ts';
import { PhotoPicker } from '#client/parts/PhotoPicker.tsx';
import { PhotoSendState } from '#client/parts/PhotoSendState.tsx';
import { PhotoView } from '#client/parts/PhotoView.tsx';
import { useFormat } from '#client/parts/useFormat.ts';
import { useSealing } from '#client/parts/useSealing.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import type { PreparedPhoto } from '#client/storage/files/preparePhoto.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { OpenPhoto } from './OpenPhoto.tsx';
import styles from './ObservationPhotos.module.css';

type ObservationPhotosProps = { readonly world: VisitWorld; readonly observationId: string; readonly code: string; readonly whenNew: () => FieldValues };

/** The pictures of an observation. Each is sealed on its own at once: a picture that finds no room takes nothing with it. */
export function ObservationPhotos({ world, observationId, code, whenNew }: ObservationPhotosProps) {
  const { t } = useTranslation(['observation', 'capture']);
  const workspace = useWorkspace();
  const format = useFormat();
  const { seal, errorText } = useSealing();
  const [openId, setOpenId] = useState<string>();
  const scope = world.visitScope;
  const photos = photosOfVisit(world.visit).filter((photo) => photo.subject === observationId);
  const open = photos.find((photo) => photo.id === openId);

  const keep = async (photo: PreparedPhoto): Promise<void> => {
    const isNew = entityOf(workspace.state(scope), 'observation', observationId) === undefined;
    const begin = isNew ? [{ scope, entity: 'observation', entityId: observationId, set: whenNew() }] : [];
    await seal([...begin, photoChange(workspace, scope, observationId, photo)], { photo });
  };

  return (
    <>
      {photos.length === 0 ? null : (
        <ul className={styles.photos}>
          {photos.map((photo, at) => (
            <li key={photo.id}>
              <PhotoView
                scope={scope}
                sha256={photo.thumbFile}
                size="large"
                alt={photo.caption || t('photo.alt', { number: at + 1, code })}
                caption={format.time(photo.takenAt, world.agencyCard.timeZone)}
                onPress={() => setOpenId(photo.id)}
              />
              <PhotoSendState scope={scope} photo={photo} />
            </li>
          ))}
        </ul>
      )}
      {world.mayWrite ? <PhotoPicker label={t('capture:photo.take')} onPicked={keep} /> : null}
      {errorText === undefined ? null : <Banner tone="bad" boxed alert>{t('capture:photo.notKept', { why: errorText })}</Banner>}
      <OpenPhoto world={world} photo={open} onClose={() => setOpenId(undefined)} />
    </>
  );
}
