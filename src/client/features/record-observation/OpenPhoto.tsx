import { useTranslation } from 'react-i18next';
import type { Photo } from '#core/visit/photo.ts';
import { Author } from '#client/parts/Author.tsx';
import { DeleteRecordButton } from '#client/parts/DeleteRecordButton.tsx';
import { DraftTextInput } from '#client/parts/DraftTextInput.tsx';
import { MergedText } from '#client/parts/MergedText.tsx';
import { FullPhoto } from '#client/parts/FullPhoto.tsx';
import { PhotoSendState } from '#client/parts/PhotoSendState.tsx';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { SheetDrawer } from '#client/ui/parts/SheetDrawer.tsx';

/** A picture as large as the screen, with its caption, who took it, and the way to take it out. */
export function OpenPhoto({ world, photo, onClose }: { readonly world: VisitWorld; readonly photo: Photo | undefined; readonly onClose: () => void }) {
  const { t } = useTranslation(['observation', 'common']);
  return (
    <SheetDrawer opened={photo !== undefined} onClose={onClose} title={t('photo.title')} closeLabel={t('common:close')}>
      {photo ? <Details world={world} photo={photo} onClose={onClose} /> : null}
    </SheetDrawer>
  );
}

function Details({ world, photo, onClose }: { readonly world: VisitWorld; readonly photo: Photo; readonly onClose: () => void }) {
  const { t } = useTranslation('observation');
  const scope = world.visitScope;
  const timeZone = world.agencyCard.timeZone;
  const record = { scope, entity: 'photo', entityId: photo.id };
  const caption = { ...record, field: 'caption' };
  return (
    <>
      <FullPhoto scope={scope} photo={photo} alt={photo.caption || t('photo.title')} />
      <PhotoSendState scope={scope} photo={photo} />
      <MergedText target={caption} label={t('photo.caption')} timeZone={timeZone} team={world.card.team} canSettle={world.mayWrite} />
      {world.mayWrite ? <DraftTextInput target={caption} label={t('photo.caption')} /> : <p>{photo.caption}</p>}
      <Author userId={photo.facts.createdBy} at={photo.takenAt} timeZone={timeZone} place={Math.max(0, world.card.team.indexOf(photo.facts.createdBy))} />
      {world.mayWrite ? <DeleteRecordButton target={record} label={t('photo.delete')} doneText={t('photo.deleted')} onDeleted={onClose} /> : null}
    </>
  );
}
