import { encodeQR } from 'qr';
import { useMemo } from 'react';
import styles from './carry.module.css';

/** A code that another phone's camera reads as text. Black on white in every appearance: cameras need it. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { path, modules } = useMemo(() => drawn(text), [text]);
  return (
    <svg className={styles.qr} viewBox={`0 0 ${modules} ${modules}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={modules} height={modules} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}

function drawn(text: string): { readonly path: string; readonly modules: number } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { path, modules: rows.length };
}
