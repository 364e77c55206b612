import { useTranslation } from 'react-i18next';
import type { Json } from '#core/json.ts';
import type { Op } from '#core/op/op.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';

/** The fields whose values are words of the vocabulary, and where those stand. */
const VOCABULARY: Readonly<Record<string, string>> = {
  kind: 'findingKind', harm: 'harm', extent: 'extent', statementLang: 'language', proofWantedLang: 'language',
};

/** A field of a draft and its values, in words. */
export function useConflictWords(world: VisitWorld) {
  const { t } = useTranslation(['finding', 'vocabulary']);
  const format = useFormat();
  const fieldName = (field: string): string => {
    const member = /^(bullet|reason|photo)\.(.+)$/s.exec(field);
    if (!member) return t(`conflict.field.${field}`, { defaultValue: t('conflict.field.other') });
    const [, family = '', id = ''] = member;
    if (family === 'reason') return t('conflict.field.reason', { reason: t(`vocabulary:gapReason.${id}`) });
    if (family === 'photo') return t('conflict.field.photo');
    const label = world.manual.kind === 'ready' ? world.manual.index.bulletById.get(id)?.bullet.label : undefined;
    return t('conflict.field.bullet', { label: label ?? '' });
  };
  const valueWords = (field: string, value: Json): string => {
    if (typeof value === 'boolean') return t(value ? 'conflict.yes' : 'conflict.no');
    if (typeof value !== 'string' || value.trim() === '') return t('conflict.empty');
    const vocabulary = VOCABULARY[field];
    if (vocabulary !== undefined) return t(`vocabulary:${vocabulary}.${value}`);
    return field === 'dueDate' ? format.date(value) : value;
  };
  const languageOf = (field: string, op: Op): string | undefined => {
    const language = op.set[`${field}Lang`];
    return typeof language === 'string' ? language : undefined;
  };
  return { fieldName, valueWords, languageOf };
}
