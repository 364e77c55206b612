import { foldText } from '#core/manual/foldText.ts';
import type { QuestionType } from './form.ts';

/** What a row's `type` means. */
export type RowKind =
  | { readonly type: 'nothing' }
  | { readonly type: 'begin' | 'end'; readonly repeats: boolean }
  | { readonly type: 'question'; readonly question: QuestionType; readonly list?: string; readonly orOther: boolean }
  /** Kept with every answer by the product itself: when, who, on which device. */
  | { readonly type: 'recorded' }
  | { readonly type: 'unsupported' };

const PLAIN: Readonly<Record<string, QuestionType>> = {
  'text': 'text', 'string': 'text', 'integer': 'integer', 'int': 'integer', 'decimal': 'decimal', 'date': 'date', 'time': 'time', 'datetime': 'dateTime',
  'note': 'note', 'image': 'photo', 'photo': 'photo', 'picture': 'photo', 'audio': 'audio', 'file': 'file', 'video': 'file', 'barcode': 'text',
  'geopoint': 'place', 'location': 'place', 'gps': 'place', 'calculate': 'calculate', 'calculation': 'calculate', 'hidden': 'calculate',
  'acknowledge': 'acknowledge', 'trigger': 'acknowledge', 'range': 'rating', 'yes no': 'yesNo', 'signature': 'signature',
};

const RECORDED = ['start', 'end', 'today', 'deviceid', 'subscriberid', 'simserial', 'phonenumber', 'username', 'email', 'audit', 'start-geopoint', 'device id'];

/** Reads a `type`: `select_one yes_no`, `select multiple list or_other`, `begin group`, `integer`, in any case, with spaces or underscores. */
export function questionKind(type: string, appearance: string): RowKind {
  const trimmed = type.trim().replace(/\s+/g, ' ');
  if (trimmed === '') return { type: 'nothing' };
  const folded = foldText(trimmed).replaceAll('_', ' ');
  const bracket = /^(begin|end) ?(group|repeat)$/.exec(folded);
  if (bracket) return { type: bracket[1] === 'begin' ? 'begin' : 'end', repeats: bracket[2] === 'repeat' };
  const select = /^(select[_ ]one|select1|select[_ ]multiple|select[_ ]all[_ ]that[_ ]apply)(?:[_ ]from)? (\S+)((?: |_)or_other)?$/i.exec(trimmed);
  // Choices that come from a file, or from answers (`${name}`), are not there when the form is read.
  if (select && !/from[_ ]file/i.test(trimmed) && !(select[2] ?? '').startsWith('${')) {
    const question: QuestionType = /^select[_ ]?(?:one|1)/i.test(select[1] ?? '') ? 'oneOf' : 'severalOf';
    return { type: 'question', question, list: select[2] ?? '', orOther: select[3] !== undefined };
  }
  const plain = Object.hasOwn(PLAIN, folded) ? PLAIN[folded] : undefined;
  if (plain === 'photo' && /\bsignature\b/i.test(appearance)) return { type: 'question', question: 'signature', orOther: false };
  if (plain !== undefined) return { type: 'question', question: plain, orOther: false };
  return { type: RECORDED.includes(folded) ? 'recorded' : 'unsupported' };
}
