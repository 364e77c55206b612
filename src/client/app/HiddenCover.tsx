import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { CoveredScreen } from '#client/ui/parts/CoveredScreen.tsx';

/** Covers the content while the app is hidden, before the system takes its picture for the list of open apps. */
export function HiddenCover() {
  const [hidden, setHidden] = useState(document.visibilityState === 'hidden');
  useEffect(() => {
    const look = (): void => flushSync(() => setHidden(document.visibilityState === 'hidden'));
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return hidden ? <CoveredScreen /> : null;
}
