import { IconCamera, IconPhoto } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { preparePhoto, type PreparedPhoto } from '#client/storage/files/preparePhoto.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { FileInput } from './FileInput.tsx';
import styles from './PhotoPicker.module.css';

type PhotoPickerProps = {
  /** Called once per picture, in order. */
  readonly onPicked: (photo: PreparedPhoto) => void;
  /** On the camera's button: "Tomar foto". */
  readonly label: string;
  readonly disabled?: boolean;
};

type PhotoProblem = { readonly type: 'not-a-photo' | 'too-large'; readonly fileName: string };

/** Takes a picture with the camera, or chooses pictures that are on the tablet; what cannot be used is said in words. */
export function PhotoPicker({ onPicked, label, disabled = false }: PhotoPickerProps) {
  const { t } = useTranslation('capture');
  const workspace = useWorkspace();
  const camera = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const [preparing, setPreparing] = useState(false);
  const [problems, setProblems] = useState<readonly PhotoProblem[]>([]);

  const open = (input: HTMLInputElement | null): void => {
    // The ticket is not awaited: a picker opens only within the tap itself, and the camera is slower than one small write.
    void workspace.leaveResumeTicket();
    input?.click();
  };

  const takeBack = (): void => void workspace.takeBackResumeTicket();

  const take = async (picked: readonly File[]): Promise<void> => {
    takeBack();
    setPreparing(true);
    const refused: PhotoProblem[] = [];
    for (const file of picked) {
      const prepared = await preparePhoto(file);
      if (prepared.ok) onPicked(prepared.value);
      else refused.push({ type: prepared.error.type, fileName: file.name });
    }
    setProblems(refused);
    setPreparing(false);
  };

  return (
    <div className={styles.picker}>
      <div className={styles.buttons}>
        <ActionButton kind="soft" icon={<IconCamera stroke={1.8} />} onPress={() => open(camera.current)} disabled={disabled || preparing}>{label}</ActionButton>
        <ActionButton icon={<IconPhoto stroke={1.8} />} onPress={() => open(files.current)} disabled={disabled || preparing}>{t('photo.choose')}</ActionButton>
      </div>
      <FileInput inputRef={camera} label={label} camera onFiles={(picked) => void take(picked)} onCancel={takeBack} />
      <FileInput inputRef={files} label={t('photo.choose')} camera={false} onFiles={(picked) => void take(picked)} onCancel={takeBack} />
      <div role="status" className={styles.status}>{preparing ? t('photo.preparing') : null}</div>
      {problems.map((problem) => (
        <Banner key={problem.fileName} tone="bad" boxed alert>{problemText(t, problem)}</Banner>
      ))}
    </div>
  );
}

function problemText(t: (key: string, values: { readonly file: string }) => string, problem: PhotoProblem): string {
  switch (problem.type) {
    case 'not-a-photo': return t('photo.notAPhoto', { file: problem.fileName });
    case 'too-large': return t('photo.tooLarge', { file: problem.fileName });
  }
}
