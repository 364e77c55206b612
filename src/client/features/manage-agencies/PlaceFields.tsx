import { useTranslation } from 'react-i18next';
import { MEXICAN_STATES, MEXICAN_TIME_ZONES } from '#core/agency/values.ts';
import { SelectField } from '#client/ui/fields/SelectField.tsx';
import styles from './agencies.module.css';
import { choice, zoneOf } from './newAgency.ts';
import type { AgencyFieldsProps } from './ProgramFields.tsx';

/** State and time zone: the zone is proposed from the state and can be changed. */
export function PlaceFields({ fields, set, errorOf }: AgencyFieldsProps) {
  const { t, i18n } = useTranslation('agency');
  const states = MEXICAN_STATES.map((value) => ({ value, label: t(`state.${value}`) })).sort((a, b) => a.label.localeCompare(b.label, i18n.language));
  return (
    <div className={styles.pair}>
      <SelectField label={t('field.state')} value={choice(MEXICAN_STATES, fields['state']) ?? ''} options={states} error={errorOf('state')} onChange={(state) => set({ state, timeZone: '' })} />
      <SelectField
        label={t('field.timeZone')} help={t('field.timeZoneHelp')} value={zoneOf(fields)}
        options={MEXICAN_TIME_ZONES.map((value) => ({ value, label: t(`timeZone.${value}`) }))} onChange={(timeZone) => set({ timeZone })}
      />
    </div>
  );
}
