import { type MarkLook, type MarkProps, MarkSvg } from './MarkSvg.tsx';

export type HealthValue = 'ready' | 'attention' | 'missing';

const looks: Readonly<Record<HealthValue, MarkLook>> = {
  ready: { shape: 'circle', glyph: 'tick', tone: 'ok' },
  attention: { shape: 'triangle', glyph: 'bang', tone: 'warn' },
  missing: { shape: 'square', glyph: 'cross', tone: 'bad' },
};

/** The mark of a health check: go-bag, *a salvo*. */
export function HealthMark({ value, ...rest }: MarkProps & { readonly value: HealthValue }) {
  return <MarkSvg look={looks[value]} {...rest} />;
}
