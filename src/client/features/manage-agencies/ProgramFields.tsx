import { useTranslation } from 'react-i18next';
import { ORDERS_OF_GOVERNMENT } from '#core/agency/values.ts';
import { PROGRAMS } from '#core/manual/edition.ts';
import { SelectField } from '#client/ui/fields/SelectField.tsx';
import styles from './agencies.module.css';
import { choice, type RequiredField } from './newAgency.ts';
import type { FormFields, KeptForm } from './useKeptForm.ts';

export type AgencyFieldsProps = {
  readonly fields: FormFields;
  readonly set: KeptForm['set'];
  readonly errorOf: (field: RequiredField) => string | undefined;
};

/** Program and order of government. */
export function ProgramFields({ fields, set, errorOf }: AgencyFieldsProps) {
  const { t } = useTranslation(['agency', 'vocabulary']);
  return (
    <div className={styles.pair}>
      <SelectField
        label={t('field.program')} value={choice(PROGRAMS, fields['program']) ?? ''} error={errorOf('program')}
        options={PROGRAMS.map((value) => ({ value, label: t(`vocabulary:program.${value}`) }))} onChange={(program) => set({ program })}
      />
      <SelectField
        label={t('field.orderOfGovernment')} value={choice(ORDERS_OF_GOVERNMENT, fields['orderOfGovernment']) ?? ''} error={errorOf('orderOfGovernment')}
        options={ORDERS_OF_GOVERNMENT.map((value) => ({ value, label: t(`order.${value}`) }))} onChange={(orderOfGovernment) => set({ orderOfGovernment })}
      />
    </div>
  );
}
