import { useEffect, type RefObject } from 'react';

type FileInputProps = {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly label: string;
  /** Opens the camera instead of the gallery, where there is one. */
  readonly camera?: boolean;
  /** One file of any kind, without a filter: iOS greys out endings that it does not know. */
  readonly any?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onCancel: () => void;
};

/** The browser's own picker behind a button: several pictures from the gallery, one from the camera, or one file of any kind. */
export function FileInput({ inputRef, label, camera = false, any = false, onFiles, onCancel }: FileInputProps) {
  // React listens to `cancel` on dialogs only.
  useEffect(() => {
    const input = inputRef.current;
    input?.addEventListener('cancel', onCancel);
    return () => input?.removeEventListener('cancel', onCancel);
  }, [inputRef, onCancel]);
  return (
    <input
      ref={inputRef}
      type="file"
      {...(any ? {} : { accept: 'image/*' })}
      hidden
      aria-label={label}
      multiple={!camera && !any}
      {...(camera ? { capture: 'environment' as const } : {})}
      onChange={(event) => {
        const files = [...(event.currentTarget.files ?? [])];
        // The same picture may be chosen again.
        event.currentTarget.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}
