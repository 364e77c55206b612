import { type MarkLook, type MarkProps, MarkSvg } from './MarkSvg.tsx';

export type FindingStateValue =
  | 'draft'
  | 'published'
  | 'in_progress'
  | 'evidence_submitted'
  | 'returned'
  | 'verified_closed'
  | 'reopened'
  | 'accepted_risk';

const looks: Readonly<Record<FindingStateValue, MarkLook>> = {
  draft: { shape: 'dashed-square', glyph: 'pencil', tone: 'mute' },
  published: { shape: 'flag', tone: 'mute' },
  in_progress: { shape: 'half', tone: 'mute' },
  evidence_submitted: { shape: 'diamond', glyph: 'arrow-up', tone: 'look' },
  returned: { shape: 'bubble', glyph: 'return', tone: 'bad' },
  verified_closed: { shape: 'circle', glyph: 'tick', tone: 'ok' },
  reopened: { shape: 'square', glyph: 'reload', tone: 'bad' },
  accepted_risk: { shape: 'shield', glyph: 'bar', tone: 'mute' },
};

/** The mark of a finding's (the agency's gap's) state. */
export function FindingStateMark({ value, ...rest }: MarkProps & { readonly value: FindingStateValue }) {
  return <MarkSvg look={looks[value]} {...rest} />;
}
