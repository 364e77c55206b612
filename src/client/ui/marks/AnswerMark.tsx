import { type MarkLook, type MarkProps, MarkSvg } from './MarkSvg.tsx';

export type AnswerValue = 'none' | 'accepted' | 'declined' | 'disputed';

const looks: Readonly<Record<AnswerValue, MarkLook>> = {
  none: { shape: 'flag', tone: 'mute' },
  accepted: { shape: 'bare', glyph: 'thumb', tone: 'ink' },
  declined: { shape: 'bare', glyph: 'cross', tone: 'ink' },
  disputed: { shape: 'bare', glyph: 'bubble-bang', tone: 'ink' },
};

/** The mark of the agency's answer to a gap. */
export function AnswerMark({ value, ...rest }: MarkProps & { readonly value: AnswerValue }) {
  return <MarkSvg look={looks[value]} {...rest} />;
}
