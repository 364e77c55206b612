import { type MarkLook, type MarkProps, MarkSvg } from './MarkSvg.tsx';

export type ResultValue =
  | 'in_compliance'
  | 'in_compliance_comment'
  | 'partial'
  | 'not_in_compliance'
  | 'verify_on_site'
  | 'unable_to_verify'
  | 'in_review'
  | 'not_reviewed';

const looks: Readonly<Record<ResultValue, MarkLook>> = {
  in_compliance: { shape: 'circle', glyph: 'tick', tone: 'ok' },
  in_compliance_comment: { shape: 'bubble', glyph: 'lines', tone: 'ok' },
  partial: { shape: 'triangle', glyph: 'bang', tone: 'warn' },
  not_in_compliance: { shape: 'square', glyph: 'cross', tone: 'bad' },
  verify_on_site: { shape: 'pin', tone: 'look' },
  unable_to_verify: { shape: 'diamond', glyph: 'question', tone: 'mute' },
  in_review: { shape: 'half', tone: 'mute' },
  not_reviewed: { shape: 'ring', tone: 'mute' },
};

/** The mark of a standard's result. */
export function ResultMark({ value, ...rest }: MarkProps & { readonly value: ResultValue }) {
  return <MarkSvg look={looks[value]} {...rest} />;
}
