import { IconFolderOpen } from '@tabler/icons-react';
import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FileInput } from '#client/parts/FileInput.tsx';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';

type ChooseFileProps = { readonly kind: 'primary' | 'outline'; readonly words: 'open.choose' | 'open.chooseOther'; readonly onFile: (file: File) => void };

/** The system's picker for a `.cotejo` file. */
export function ChooseFile({ kind, words, onFile }: ChooseFileProps) {
  const { t } = useTranslation('carry');
  const workspace = useWorkspace();
  const input = useRef<HTMLInputElement>(null);
  const takeBack = useCallback(() => void workspace.takeBackResumeTicket(), [workspace]);
  const open = (): void => {
    // Not awaited: a picker opens only within the tap itself.
    void workspace.leaveResumeTicket();
    input.current?.click();
  };
  return (
    <>
      <ActionButton kind={kind} size="lg" onPress={open} icon={<IconFolderOpen size="1.375rem" stroke={2} aria-hidden="true" />}>{t(words)}</ActionButton>
      <FileInput
        inputRef={input} label={t('open.label')} any onCancel={takeBack}
        onFiles={([file]) => {
          takeBack();
          if (file) onFile(file);
        }}
      />
    </>
  );
}
