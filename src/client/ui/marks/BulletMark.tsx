import { type MarkLook, type MarkProps, MarkSvg } from './MarkSvg.tsx';

export type BulletValue = 'met' | 'not_met' | 'na' | 'not_reviewed';

const looks: Readonly<Record<BulletValue, MarkLook>> = {
  met: { shape: 'bare', glyph: 'tick', tone: 'ok' },
  not_met: { shape: 'bare', glyph: 'cross', tone: 'bad' },
  na: { shape: 'bare', glyph: 'bar', tone: 'mute' },
  not_reviewed: { shape: 'ring', tone: 'mute' },
};

/** The sign of one bullet, where it is shown and not set. */
export function BulletMark({ value, ...rest }: MarkProps & { readonly value: BulletValue }) {
  return <MarkSvg look={looks[value]} {...rest} />;
}
