import { type MarkLook, type MarkProps, MarkSvg } from './MarkSvg.tsx';

export type ProofValue = 'proposed' | 'accepted' | 'insufficient' | 'outdated' | 'irrelevant' | 'illegible';

const looks: Readonly<Record<ProofValue, MarkLook>> = {
  proposed: { shape: 'half', tone: 'mute' },
  accepted: { shape: 'circle', glyph: 'tick', tone: 'ok' },
  insufficient: { shape: 'triangle', glyph: 'bang', tone: 'warn' },
  outdated: { shape: 'square', glyph: 'cross', tone: 'bad' },
  irrelevant: { shape: 'square', glyph: 'cross', tone: 'bad' },
  illegible: { shape: 'square', glyph: 'cross', tone: 'bad' },
};

/** The mark of a proof's state; the three squares are told apart by their word, which must stand beside. */
export function ProofMark({ value, ...rest }: MarkProps & { readonly value: ProofValue }) {
  return <MarkSvg look={looks[value]} {...rest} />;
}
