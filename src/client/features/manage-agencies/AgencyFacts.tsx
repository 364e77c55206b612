import { useTranslation } from 'react-i18next';
import type { Agency } from '#core/agency/agency.ts';
import { textIn } from '#core/manual/localText.ts';
import { Author } from '#client/parts/Author.tsx';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import styles from './agencies.module.css';
import { useNewestEdition } from './useNewestEdition.ts';

/** The agency's card as it was written. */
export function AgencyFacts({ agency }: { readonly agency: Agency }) {
  const { t } = useTranslation(['agency', 'vocabulary']);
  const language = useInterfaceLanguage();
  const { head } = useNewestEdition(agency.program);
  const band = head?.sizeBands[agency.sizeBand];
  const functions = agency.functions.map((id) => {
    const term = head?.functions.find((candidate) => candidate.id === id);
    return (term && textIn(term.label, language)?.text) ?? id;
  });
  const rows: readonly (readonly [string, string])[] = [
    [t('field.acronym'), agency.acronym],
    [t('field.program'), agency.program ? t(`vocabulary:program.${agency.program}`) : ''],
    [t('field.orderOfGovernment'), agency.orderOfGovernment ? t(`order.${agency.orderOfGovernment}`) : ''],
    [t('field.state'), agency.state ? t(`state.${agency.state}`) : ''],
    [t('field.timeZone'), t(`timeZone.${agency.timeZone}`, { defaultValue: agency.timeZone })],
    [t('field.sizeBand'), [agency.sizeBand, band && textIn(band, language)?.text].filter(Boolean).join(' · ')],
    [t('field.functions'), functions.join('; ')],
  ];
  return (
    <>
      <dl className={styles.facts}>
        {rows.filter(([, value]) => value !== '').map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Author userId={agency.facts.createdBy} at={agency.facts.recordedAt} timeZone={agency.timeZone} />
    </>
  );
}
