import { useTranslation } from 'react-i18next';
import type { Json } from '#core/json.ts';
import type { FieldValues } from '#core/op/op.ts';
import { deletionOf, type EntityState } from '#core/op/scopeState.ts';
import { ConflictChoice } from '#client/parts/ConflictChoice.tsx';
import { useFormat } from '#client/parts/useFormat.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';

type InterviewConflictsProps = { readonly entity: EntityState; readonly timeZone: string; readonly onChoose: (set: FieldValues) => void };

/** What its author said differently on two tablets, and that an edit brought the interview back from deletion. */
export function InterviewConflicts({ entity, timeZone, onChoose }: InterviewConflictsProps) {
  const { t } = useTranslation(['interview', 'vocabulary']);
  const format = useFormat();
  const written = (word: (value: string) => string) => (value: Json): string => (typeof value === 'string' && value !== '' ? word(value) : t('conflictField.nothing'));
  return (
    <>
      {deletionOf(entity) === 'brought-back' ? (
        <Banner tone="warn" boxed action={<ActionButton onPress={() => onChoose({ deleted: false })}>{t('broughtBack.keep')}</ActionButton>}>{t('broughtBack.text')}</Banner>
      ) : null}
      <ConflictChoice entity={entity} field="outcome" label={t('conflictField.outcome')} timeZone={timeZone} nameOf={written((value) => t(`vocabulary:light.${value}`))} onChoose={(outcome) => onChoose({ outcome })} />
      <ConflictChoice entity={entity} field="observedAt" label={t('conflictField.observedAt')} timeZone={timeZone} nameOf={written((value) => format.dateTime(value, timeZone))} onChoose={(observedAt) => onChoose({ observedAt })} />
    </>
  );
}
