import { lazy, Suspense, useState } from 'react';
import type { SheetProps } from './OpenSheet.tsx';

const OpenSheet = lazy(async () => ({ default: (await import('./OpenSheet.tsx')).OpenSheet }));

/** A sheet over the page: holds the focus, closes with Escape, gives the focus back. Brought at the first opening; until it is there the page stays as it is. */
export function SheetDrawer(props: SheetProps) {
  const [wasOpened, setWasOpened] = useState(props.opened);
  if (props.opened && !wasOpened) setWasOpened(true);
  if (!props.opened && !wasOpened) return null;
  return (
    <Suspense fallback={null}>
      <OpenSheet {...props} />
    </Suspense>
  );
}
