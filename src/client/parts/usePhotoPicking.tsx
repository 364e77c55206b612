import { type ReactNode, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { preparePhoto, type PreparedPhoto } from '#client/storage/files/preparePhoto.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { FileInput } from './FileInput.tsx';

export type PhotoPicking = {
  readonly openCamera: () => void;
  readonly openFiles: () => void;
  /** To be rendered somewhere: the browser's own pickers. */
  readonly inputs: ReactNode;
  readonly preparing: boolean;
  /** What could not be used of the last pick, in words. */
  readonly problems: readonly string[];
};

/** Pictures from the camera or from the tablet, made ready to be kept; one call of `onPicked` each, in order. */
export function usePhotoPicking(onPicked: (photo: PreparedPhoto) => void | Promise<void>): PhotoPicking {
  const { t } = useTranslation('capture');
  const workspace = useWorkspace();
  const camera = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const [preparing, setPreparing] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const takeBack = useCallback(() => void workspace.takeBackResumeTicket(), [workspace]);

  const open = (input: HTMLInputElement | null): void => {
    // The ticket is not awaited: a picker opens only within the tap itself, and the camera is slower than one small write.
    void workspace.leaveResumeTicket();
    input?.click();
  };

  const take = async (picked: readonly File[]): Promise<void> => {
    takeBack();
    setPreparing(true);
    const refused: string[] = [];
    try {
      for (const file of picked) {
        const prepared = await preparePhoto(file);
        if (prepared.ok) await onPicked(prepared.value);
        else refused.push(t(`photo.problem.${prepared.error.type}`, { file: file.name }));
      }
    } finally {
      setProblems(refused);
      setPreparing(false);
    }
  };

  return {
    openCamera: () => open(camera.current),
    openFiles: () => open(files.current),
    inputs: (
      <>
        <FileInput inputRef={camera} label={t('photo.take')} camera onFiles={(picked) => void take(picked)} onCancel={takeBack} />
        <FileInput inputRef={files} label={t('photo.choose')} camera={false} onFiles={(picked) => void take(picked)} onCancel={takeBack} />
      </>
    ),
    preparing,
    problems,
  };
}
