import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldValues } from '#core/op/op.ts';
import { DraftTextInput } from '#client/parts/DraftTextInput.tsx';
import type { DraftTarget } from '#client/parts/useDraftText.ts';
import type { OpenManual } from '#client/storage/WorkspaceContext.ts';
import { SelectField } from '#client/ui/fields/SelectField.tsx';
import { useAreaName } from './useAreaName.ts';

type AreaFieldProps = {
  readonly manual: OpenManual;
  readonly value: string;
  readonly target: DraftTarget;
  readonly whenNew: () => FieldValues;
  /** An area of the edition, or '' for none. What people call it themselves is typed, and saves itself. */
  readonly onChange: (area: string) => void;
};

/** Not an id of any edition: ids are not blank. */
const OTHER = ' ';

/** Where it was seen: one of the edition's areas, or in own words. Without a manual: in own words. */
export function AreaField({ manual, value, target, whenNew, onChange }: AreaFieldProps) {
  const { t } = useTranslation('observation');
  const areas = manual.kind === 'ready' ? manual.index.edition.areas : [];
  const areaNameOf = useAreaName(manual);
  const isKnown = areas.some((area) => area.id === value);
  const [inOwnWords, setInOwnWords] = useState(false);
  const typed = inOwnWords || (value !== '' && !isKnown);
  const choose = (chosen: string): void => {
    setInOwnWords(chosen === OTHER);
    if (chosen !== OTHER) onChange(chosen);
  };
  if (manual.kind === 'opening') return <SelectField label={t('area.label')} emptyLabel="" value="" options={[]} onChange={onChange} disabled />;
  return (
    <>
      {areas.length === 0 ? null : (
        <SelectField
          label={t('area.label')}
          emptyLabel={t('area.none')}
          value={typed ? OTHER : value}
          options={[...areas.map((area) => ({ value: area.id, label: areaNameOf(area.id).text })), { value: OTHER, label: t('area.other') }]}
          onChange={choose}
        />
      )}
      {typed || areas.length === 0 ? <DraftTextInput target={target} label={areas.length === 0 ? t('area.label') : t('area.ownWords')} whenNew={whenNew} /> : null}
    </>
  );
}
