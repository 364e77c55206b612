import { useTranslation } from 'react-i18next';
import { SIZE_BANDS } from '#core/manual/edition.ts';
import { textIn } from '#core/manual/localText.ts';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import { CheckRow } from '#client/ui/fields/CheckRow.tsx';
import { SelectField } from '#client/ui/fields/SelectField.tsx';
import styles from './agencies.module.css';
import { FetchManual } from './FetchManual.tsx';
import { choice } from './newAgency.ts';
import type { AgencyFieldsProps } from './ProgramFields.tsx';
import type { NewestEdition } from './useNewestEdition.ts';

/** Size letter and functions, in the edition's own words: what applies to the agency depends on them. */
export function SizeAndFunctions({ fields, set, errorOf, edition }: AgencyFieldsProps & { readonly edition: NewestEdition }) {
  const { t } = useTranslation('agency');
  const language = useInterfaceLanguage();
  const { head, listed } = edition;
  const bandText = (band: (typeof SIZE_BANDS)[number]): string | undefined => {
    const text = head?.sizeBands[band];
    return text && textIn(text, language)?.text;
  };
  const options = SIZE_BANDS.map((value) => ({ value, label: [value, bandText(value)].filter(Boolean).join(' · ') }));
  return (
    <>
      {listed && !head ? <FetchManual edition={listed} /> : null}
      {fields['program'] && !listed ? <p className={styles.none}>{t('field.noEdition')}</p> : null}
      <SelectField label={t('field.sizeBand')} help={t('field.sizeBandHelp')} value={choice(SIZE_BANDS, fields['sizeBand']) ?? ''} options={options} error={errorOf('sizeBand')} onChange={(sizeBand) => set({ sizeBand })} />
      {head && head.functions.length > 0 ? (
        <fieldset className={styles.group}>
          <legend>{t('field.functions')}<span className={styles.help}>{t('field.functionsHelp')}</span></legend>
          {head.functions.map(({ id, label }) => {
            const shown = textIn(label, language);
            return <CheckRow key={id} label={shown?.text ?? id} lang={shown?.language} checked={fields[`function.${id}`] === 'yes'} onChange={(checked) => set({ [`function.${id}`]: checked ? 'yes' : '' })} />;
          })}
        </fieldset>
      ) : null}
    </>
  );
}
