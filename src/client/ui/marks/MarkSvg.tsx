import type { ReactNode } from 'react';
import { MarkGlyph, type MarkGlyphName } from './MarkGlyph.tsx';
import styles from './marks.module.css';

/** Circle: settled well. Triangle: attention. Square: settled badly. Diamond, pin: someone must look. Half: under way. Dashed: nothing yet. */
export type MarkShape =
  | 'circle'
  | 'bubble'
  | 'triangle'
  | 'square'
  | 'pin'
  | 'diamond'
  | 'half'
  | 'ring'
  | 'dashed-square'
  | 'flag'
  | 'shield'
  | 'octagon'
  | 'bare';

export type MarkTone = 'ok' | 'warn' | 'bad' | 'look' | 'mute' | 'ink';

/** `label` makes the mark an image with that name; without it the word beside it speaks. */
export type MarkProps = {
  /** Pixels at 100 % text; grows with the text. */
  readonly size?: number;
  readonly label?: string | undefined;
  /** Drawn in the colour of the text on a filled ground; the parent sets `--mark-ground` to that ground. */
  readonly inverted?: boolean;
};

export type MarkLook = { readonly shape: MarkShape; readonly glyph?: MarkGlyphName; readonly tone: MarkTone };

const outlines: Readonly<Record<MarkShape, ReactNode>> = {
  circle: <circle cx="12" cy="12" r="10.2" fill="var(--m)" />,
  bubble: <path fill="var(--m)" d="M12.2 2C6.5 2 2 6.3 2 11.7c0 2 .6 3.9 1.7 5.4L2.4 22l5.2-1.2c1.4.6 3 1 4.6 1 5.7 0 9.8-4.4 9.8-9.8S17.8 2 12.2 2z" />,
  triangle: <path d="M12 3 22.2 21H1.8z" fill="var(--m)" stroke="var(--m-edge)" strokeWidth="1.9" strokeLinejoin="round" />,
  square: <rect x="2.2" y="2.2" width="19.6" height="19.6" rx="2.6" fill="var(--m)" />,
  pin: <path fill="var(--m)" fillRule="evenodd" d="M12 1.5a7.9 7.9 0 0 0-7.9 7.9C4.1 15 12 23 12 23s7.9-8 7.9-13.6A7.9 7.9 0 0 0 12 1.5zm0 10.9a3.1 3.1 0 1 1 0-6.2 3.1 3.1 0 0 1 0 6.2z" />,
  diamond: <path d="M12 1.6 22.4 12 12 22.4 1.6 12z" fill="var(--m)" stroke="var(--m)" strokeLinejoin="round" />,
  half: (
    <>
      <circle cx="12" cy="12" r="9.3" fill="none" stroke="var(--m)" strokeWidth="2" />
      <path d="M12 2.7a9.3 9.3 0 0 1 0 18.6z" fill="var(--m)" />
    </>
  ),
  ring: <circle cx="12" cy="12" r="9.3" fill="none" stroke="var(--m)" strokeWidth="2" strokeDasharray="3.45 2.393" />,
  'dashed-square': <rect x="2.8" y="2.8" width="18.4" height="18.4" rx="2.6" fill="none" stroke="var(--m)" strokeWidth="2" strokeDasharray="3.5 2.6" />,
  flag: <path d="M4.2 22V3.2h15.6L16 9l3.8 5.6H4.2" fill="none" stroke="var(--m)" strokeWidth="2.2" strokeLinejoin="round" strokeLinecap="round" />,
  shield: <path fill="var(--m)" d="M12 1.5 2.8 4.7v6.7c0 5.3 3.7 9.3 9.2 11.3 5.5-2 9.2-6 9.2-11.3V4.7z" />,
  octagon: <path fill="var(--m)" d="M7.3 1.2h9.4l6.1 6.1v9.4l-6.1 6.1H7.3l-6.1-6.1V7.3z" />,
  bare: null,
};

/** One state mark: an outline, a sign inside, a tone. Values and words are the callers'. */
export function MarkSvg({ look, size = 22, label, inverted = false }: MarkProps & { readonly look: MarkLook }) {
  const side = `${size / 16}rem`;
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg
      className={`${styles.mark} ${styles[look.tone]} ${inverted ? styles.inverted : ''}`}
      viewBox="0 0 24 24"
      style={{ width: side, height: side }}
      focusable="false"
      {...named}
    >
      {outlines[look.shape]}
      {look.glyph === undefined ? null : <MarkGlyph name={look.glyph} bare={isOpen(look.shape)} />}
    </svg>
  );
}

function isOpen(shape: MarkShape): boolean {
  return shape === 'dashed-square' || shape === 'bare';
}
