import { useTranslation } from 'react-i18next';
import { VISIT_KINDS } from '#core/visit/values.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { DateField } from '#client/ui/fields/DateField.tsx';
import { RadioCards } from '#client/ui/fields/RadioCards.tsx';
import { SelectField } from '#client/ui/fields/SelectField.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import styles from './agencies.module.css';
import { choice } from './newAgency.ts';
import type { VisitProblem } from './newVisit.ts';
import type { FormFields, KeptForm } from './useKeptForm.ts';
import type { ListedEdition } from './useNewestEdition.ts';
import { useListedName } from './useListedName.ts';

export type VisitFieldsProps = {
  readonly fields: FormFields;
  readonly set: KeptForm['set'];
  readonly errorOf: (...kinds: readonly VisitProblem[]) => string | undefined;
};

/** Kind, dates, edition. */
export function VisitFields({ fields, set, errorOf, editions, edition }: VisitFieldsProps & { readonly editions: readonly ListedEdition[]; readonly edition: ListedEdition | undefined }) {
  const { t } = useTranslation(['agency', 'vocabulary']);
  const format = useFormat();
  const nameOf = useListedName();
  const kindError = errorOf('kind');
  const startDate = fields['startDate'] ?? '';
  return (
    <>
      <RadioCards
        label={t('newVisit.kind')} value={choice(VISIT_KINDS, fields['kind']) ?? ''} onChange={(kind) => set({ kind })}
        options={VISIT_KINDS.map((value) => ({ value, label: t(`vocabulary:visitKind.${value}`), second: t(`newVisit.kindText.${value}`) }))}
      />
      {kindError === undefined ? null : <Banner tone="bad" boxed alert>{kindError}</Banner>}
      <div className={styles.pair}>
        <DateField
          label={t('newVisit.startDate')} value={startDate} error={errorOf('startDate')}
          onChange={(day) => set({ startDate: day, ...((fields['endDate'] ?? '') < day ? { endDate: day } : {}) })}
        />
        <DateField label={t('newVisit.endDate')} value={fields['endDate'] ?? ''} error={errorOf('endDate', 'endBeforeStart')} onChange={(endDate) => set({ endDate })} {...(startDate ? { min: startDate } : {})} />
      </div>
      {editions.length === 0 ? <Banner tone="warn" boxed>{t('newVisit.noEdition')}</Banner> : (
        <SelectField
          label={t('newVisit.edition')} help={t('newVisit.editionHelp')} value={edition?.id ?? ''} error={errorOf('edition')} onChange={(chosen) => set({ edition: chosen })}
          options={editions.map((one) => ({ value: one.id, label: t('newVisit.editionOption', { name: nameOf(one), revision: one.revision, standards: format.number(one.standards), count: one.standards }) }))}
        />
      )}
    </>
  );
}
