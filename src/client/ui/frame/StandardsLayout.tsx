import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from '#client/ui/parts/IconButton.tsx';
import styles from './StandardsLayout.module.css';

type StandardsLayoutProps = {
  readonly list: ReactNode;
  readonly text: ReactNode;
  /** What the text is about: another one is read from its beginning. */
  readonly textKey: string | undefined;
  readonly evidence: ReactNode;
  /** Above the dock wherever the evidence has no column: one `LightsRow`. */
  readonly lights: ReactNode;
  /** `RatingPad`, with `ReasonPanel` above it when it is open, inside a `Dock`. */
  readonly dock: ReactNode;
  /** Portrait and phone: *Lista*, the place in the list, back and forth. */
  readonly bar: ReactNode;
  readonly listLabel: string;
  readonly evidenceLabel: string;
  readonly closeLabel: string;
  /** Which side sheet is open where it has no column. On a phone `list` is the whole screen. */
  readonly open: 'none' | 'list' | 'evidence';
  readonly onClose: () => void;
};

/** List 272, text at least 480, evidence 292, dock across the last two; fewer columns on narrower screens. */
export function StandardsLayout(props: StandardsLayoutProps) {
  const { list, text, textKey, evidence, lights, dock, bar, listLabel, evidenceLabel, closeLabel, open, onClose } = props;
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    if (open === 'none') return undefined;
    sheet.current?.focus({ preventScroll: true });
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [open, onClose]);
  const reading = useRef<HTMLDivElement>(null);
  const read = useRef(textKey);
  useEffect(() => {
    if (read.current === textKey) return undefined;
    read.current = textKey;
    // In the next frame: the router carries the scroll of an address over to the next one after this effect.
    const frame = requestAnimationFrame(() => {
      if (reading.current) reading.current.scrollTop = 0;
    });
    return () => cancelAnimationFrame(frame);
  }, [textKey]);
  const close = (
    <div className={styles.close}>
      <IconButton label={closeLabel} icon={<IconX />} onPress={onClose} />
    </div>
  );
  const isList = open === 'list';
  const isEvidence = open === 'evidence';
  return (
    <div className={styles.room}>
      <div className={styles.layout} data-list={isList}>
        <div className={styles.bar}>{bar}</div>
        <section className={styles.list} aria-label={listLabel} data-open={isList} tabIndex={-1} ref={isList ? sheet : undefined}>
          {close}
          {list}
        </section>
        <div className={styles.text} ref={reading}>{text}</div>
        <section className={styles.evidence} aria-label={evidenceLabel} data-open={isEvidence} tabIndex={-1} ref={isEvidence ? sheet : undefined}>
          {close}
          {evidence}
        </section>
        <div className={styles.lights}>{lights}</div>
        <div className={styles.dock}>{dock}</div>
        <div className={styles.shade} data-list={isList} data-evidence={isEvidence} onClick={onClose} aria-hidden="true" />
      </div>
    </div>
  );
}
