import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantOfLocal, localDateTime } from '#core/visit/localDateTime.ts';
import { DateField } from '#client/ui/fields/DateField.tsx';

type ObservedAtFieldProps = {
  /** ISO 8601 UTC. */
  readonly value: string;
  /** The agency's zone: the field shows its clocks. */
  readonly timeZone: string;
  readonly onSave: (instant: string) => void;
};

/** When it was seen or said, by the agency's clocks; saved on leaving the field, and only when it was changed. */
export function ObservedAtField({ value, timeZone, onSave }: ObservedAtFieldProps) {
  const { t } = useTranslation('capture');
  const shown = localDateTime(value, timeZone);
  const [typed, setTyped] = useState(shown);
  useEffect(() => setTyped(shown), [shown]);
  const save = (): void => {
    const instant = instantOfLocal(typed, timeZone);
    if (instant === undefined) setTyped(shown);
    else if (typed !== shown) onSave(instant);
  };
  return <DateField withTime label={t('observedAt.label')} help={t('observedAt.help', { zone: timeZone.replaceAll('_', ' ') })} value={typed} onChange={setTyped} onBlur={save} />;
}
