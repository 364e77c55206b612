import { IconCamera, IconClipboardText, IconMessages, IconNote } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { visitScope } from '#core/op/scope.ts';
import type { PreparedPhoto } from '#client/storage/files/preparePhoto.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { CaptureBar } from '#client/ui/parts/CaptureBar.tsx';
import { SheetDrawer } from '#client/ui/parts/SheetDrawer.tsx';
import { beginRecord } from './beginRecord.ts';
import { photoChange } from './photoChange.ts';
import { PhotoStatus } from './PhotoStatus.tsx';
import { useInterfaceLanguage } from './useInterfaceLanguage.ts';
import { usePhotoPicking } from './usePhotoPicking.tsx';
import { useSealing } from './useSealing.ts';

type CaptureMenuProps = {
  readonly visitId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** The standard that is open: what is captured is tied to it. */
  readonly standardId?: string | undefined;
};

/** *Capturar*: a note, a picture, an interview, a checklist. A picture opens the camera at once and is kept in an observation of its own. */
export function CaptureMenu({ visitId, opened, onClose, standardId }: CaptureMenuProps) {
  const { t } = useTranslation(['capture', 'common']);
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const textLang = useInterfaceLanguage();
  const { seal, errorText } = useSealing();
  const scope = visitScope(visitId);
  const tied = standardId === undefined ? '' : `?standard=${encodeURIComponent(standardId)}`;

  const keep = async (photo: PreparedPhoto): Promise<void> => {
    const observationId = workspace.newId();
    const set = { ...beginRecord(workspace, 'O', textLang), ...(standardId === undefined ? {} : { [`standard.${standardId}`]: true }) };
    const sealed = await seal([{ scope, entity: 'observation', entityId: observationId, set }, photoChange(workspace, scope, observationId, photo)], { photo });
    if (!sealed) return;
    onClose();
    await navigate({ to: '/visits/$visitId/observations/$observationId', params: { visitId, observationId } });
  };
  const picking = usePhotoPicking(keep);

  return (
    <SheetDrawer opened={opened} onClose={onClose} title={t('menu.title')} closeLabel={t('common:close')}>
      <CaptureBar
        label={t('menu.title')}
        keys={[
          { key: 'observation', label: t('menu.observation'), icon: <IconNote stroke={1.8} aria-hidden="true" />, href: `/visits/${visitId}/observations/new${tied}`, onPress: onClose, look: 'main' },
          { key: 'photo', label: t('menu.photo'), icon: <IconCamera stroke={1.8} aria-hidden="true" />, onPress: picking.openCamera, disabled: picking.preparing },
          { key: 'interview', label: t('menu.interview'), icon: <IconMessages stroke={1.8} aria-hidden="true" />, href: `/visits/${visitId}/interviews/new${tied}`, onPress: onClose },
          { key: 'form', label: t('menu.form'), icon: <IconClipboardText stroke={1.8} aria-hidden="true" />, href: `/visits/${visitId}/forms`, onPress: onClose },
        ]}
      />
      <ActionButton kind="quiet" onPress={picking.openFiles} disabled={picking.preparing}>{t('menu.chooseOne')}</ActionButton>
      {picking.inputs}
      <PhotoStatus picking={picking} />
      {errorText === undefined ? null : <Banner tone="bad" boxed alert>{t('photo.notKept', { why: errorText })}</Banner>}
    </SheetDrawer>
  );
}
