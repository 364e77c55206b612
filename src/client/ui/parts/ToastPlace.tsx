import { useEffect, useState, useSyncExternalStore } from 'react';
import { type Toast, toasts } from './toasts.ts';
import styles from './toasts.module.css';

const SHOWN_MS = 10_000;

/** Where toasts stand. It is always there, so that a screen reader hears what comes into it; what is left goes with it. */
export function ToastPlace() {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.current);
  useEffect(() => toasts.clear, []);
  return (
    <div role="status" className={styles.place}>
      {shown.map((toast) => <ShownToast key={toast.serial} toast={toast} />)}
    </div>
  );
}

function ShownToast({ toast: { id, node } }: { readonly toast: Toast }) {
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const held = hovered || focused;
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => toasts.hide(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, id]);
  return (
    <div
      className={styles.toast}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      {node}
    </div>
  );
}
