import type { ReactNode } from 'react';

export type MarkGlyphName = 'tick' | 'cross' | 'bang' | 'lines' | 'question' | 'pencil' | 'arrow-up' | 'return' | 'reload' | 'bar' | 'thumb' | 'bubble-bang';

const strokes: Readonly<Record<MarkGlyphName, ReactNode>> = {
  tick: <path d="M7.2 12.4l3.3 3.3 6.4-6.8" />,
  cross: <path d="M7.6 7.6l8.8 8.8M16.4 7.6l-8.8 8.8" />,
  bang: <path d="M12 9.2v5.2M12 17.7v.1" />,
  lines: <path d="M7.6 9.8h9M7.6 14h5.6" />,
  question: <path d="M9.2 9.6a2.9 2.9 0 1 1 4.2 2.6c-.9.5-1.4 1-1.4 2M12 17.5v.1" />,
  pencil: <path d="M7.8 16.2l.5-2.5 6.4-6.4 2 2-6.4 6.4z" />,
  'arrow-up': <path d="M12 17V7.4M7.9 11.2 12 7.2l4.1 4" />,
  return: <path d="M9.8 7 6.6 10.2l3.2 3.2M7 10.2h6.8a3.4 3.4 0 0 1 0 6.8h-2.6" />,
  reload: <path d="M16.5 9.3A5.3 5.3 0 1 0 17.2 13.4M17 5.8v3.9h-3.9" />,
  bar: <path d="M7.6 12h8.8" />,
  thumb: <path d="M7 11v8.5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V12a1 1 0 0 1 1-1zm0 0a4 4 0 0 0 4-4V5.5a2 2 0 0 1 4 0V10h3.3a2 2 0 0 1 2 2.4l-1.2 6a2.2 2.2 0 0 1-2 2.1H10a3 3 0 0 1-3-3" />,
  'bubble-bang': <path d="M8 9h8M8 13h4.5M13 17.5l-3 3-3-3H5.5A2.5 2.5 0 0 1 3 15V6.5A2.5 2.5 0 0 1 5.5 4h13A2.5 2.5 0 0 1 21 6.5V11M19 15v4M19 22v.1" />,
};

/** Signs that fill the square when no outline holds them. */
const alone: ReadonlySet<MarkGlyphName> = new Set(['tick', 'cross', 'bar']);

/** The sign inside a mark; `bare` draws it in the mark's own colour, for outlines that are not filled. */
export function MarkGlyph({ name, bare }: { readonly name: MarkGlyphName; readonly bare: boolean }) {
  return (
    <g
      fill="none"
      stroke={bare ? 'var(--m)' : 'var(--m-on)'}
      strokeWidth={bare ? 2 : 2.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      transform={bare && alone.has(name) ? 'translate(-4.8 -4.8) scale(1.4)' : undefined}
    >
      {strokes[name]}
    </g>
  );
}
