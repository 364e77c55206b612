import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '#client/ui/fields/DateField.tsx';
import { SavedNote } from '#client/ui/parts/SavedNote.tsx';

type SavedDateFieldProps = {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  /** `YYYY-MM-DD`, or '' for none. */
  readonly value: string;
  /** Resolves to whether it was saved. */
  readonly onSave: (date: string) => Promise<boolean>;
  readonly error?: ReactNode;
};

/** Earlier years pass by while somebody types 2026 digit by digit. */
const FIRST_YEAR = '2020';

/** A date that saves itself as soon as it is whole. */
export function SavedDateField({ label, help, value, onSave, error }: SavedDateFieldProps) {
  const { t } = useTranslation('finding');
  const [typed, setTyped] = useState(value);
  const [saved, setSaved] = useState(false);
  useEffect(() => setTyped(value), [value]);

  const save = async (date: string): Promise<void> => {
    if (date === value) return;
    setSaved(await onSave(date));
  };

  return (
    <DateField
      label={label}
      help={help}
      value={typed}
      onChange={(date) => {
        setTyped(date);
        setSaved(false);
        if (date >= FIRST_YEAR) void save(date);
      }}
      onBlur={() => void save(typed >= FIRST_YEAR ? typed : '')}
      error={error}
      note={<SavedNote text={saved ? t('saved') : undefined} saved={saved} />}
    />
  );
}
