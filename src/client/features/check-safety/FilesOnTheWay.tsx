import { useTranslation } from 'react-i18next';
import { PhotoSendState } from '#client/parts/PhotoSendState.tsx';
import { PhotoView } from '#client/parts/PhotoView.tsx';
import { useFormat } from '#client/parts/useFormat.ts';
import { useFileProgress } from '#client/sync/fileProgress.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import { useWaitingPhotos } from './useWaitingPhotos.ts';

/** More than these are counted: a tour's hundred photos would push everything else off the screen. */
const SHOWN = 12;

/** Every picture that is not on the server yet, with how far it is, the ones under way first; and what waits for Wi-Fi, in words. */
export function FilesOnTheWay() {
  const { t } = useTranslation('safety');
  const format = useFormat();
  const photos = useWaitingPhotos();
  const waitForWifi = useFileProgress(({ states }) => [...states.values()].some(({ kind }) => kind === 'waiting-for-wifi'));
  if (photos.length === 0) return null;
  const more = photos.length - SHOWN;
  return (
    <Card title={t('files.title')} side={format.number(photos.length)}>
      {waitForWifi ? <p>{t('files.wifi')} <ActionButton kind="quiet" href="/settings">{t('files.wifiChange')}</ActionButton></p> : null}
      <div>
        {photos.slice(0, SHOWN).map(({ scope, photo, code, sizeBytes }) => (
          <ListRow
            key={photo.id} inCard
            mark={<PhotoView scope={scope} sha256={photo.thumbFile} size="small" alt={photo.caption || t('files.alt', { code })} />}
            title={photo.caption || (code === '' ? t('files.photo') : t('files.alt', { code }))}
            second={`${format.dateTime(photo.takenAt)} · ${format.bytes(sizeBytes)}`}
            side={<PhotoSendState scope={scope} photo={photo} />}
          />
        ))}
      </div>
      {more > 0 ? <p>{t('files.more', { count: more, formatted: format.number(more) })}</p> : null}
    </Card>
  );
}
