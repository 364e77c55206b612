import { useTranslation } from 'react-i18next';
import { observationsOf } from '#core/visit/observation.ts';
import { photosOfVisit } from '#core/visit/photo.ts';
import { PhotoView } from '#client/parts/PhotoView.tsx';
import { useFormat } from '#client/parts/useFormat.ts';
import { CheckRow } from '#client/ui/fields/CheckRow.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { type DraftEditProps, useDraftEdit } from './useDraftEdit.ts';

/** Photos of the observations tied to the standard; only a checked one reaches the agency. */
export function PhotosToShare(props: DraftEditProps) {
  const { t } = useTranslation('finding');
  const { world, draft } = props;
  const format = useFormat();
  const { set, errorText } = useDraftEdit(props);
  const observations = new Map(observationsOf(world.visit).filter((one) => one.standards.includes(draft.standard)).map((one) => [one.id, one]));
  const photos = photosOfVisit(world.visit).filter((photo) => observations.has(photo.subject) || draft.photos.includes(photo.id));
  return (
    <Card title={t('photos.title')}>
      {errorText === undefined ? null : <Banner tone="bad" boxed alert>{errorText}</Banner>}
      <p>{t(photos.length === 0 ? 'photos.none' : 'photos.help')}</p>
      <div>
        {photos.map((photo) => {
          const when = format.dateTime(photo.takenAt, world.agencyCard.timeZone);
          return (
            <CheckRow
              key={photo.id}
              label={photo.caption || t('photos.of', { code: observations.get(photo.subject)?.code ?? '' })}
              second={when}
              side={<PhotoView scope={world.visitScope} sha256={photo.thumbFile} size="small" alt={t('photo.visit', { date: when })} />}
              checked={draft.photos.includes(photo.id)}
              onChange={(checked) => set({ [`photo.${photo.id}`]: checked })}
            />
          );
        })}
      </div>
    </Card>
  );
}
