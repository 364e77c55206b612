import { useEffect, type RefObject } from 'react';

type FileInputProps = {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly label: string;
  /** Opens the camera instead of the gallery, where there is one. */
  readonly camera: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onCancel: () => void;
};

/** The browser's own picker behind a button; several files from the gallery, one picture from the camera. */
export function FileInput({ inputRef, label, camera, onFiles, onCancel }: FileInputProps) {
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
      accept="image/*"
      hidden
      aria-label={label}
      multiple={!camera}
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
