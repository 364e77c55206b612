import { useTranslation } from 'react-i18next';
import { usePeople } from '#client/parts/usePeople.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { CheckRow } from '#client/ui/fields/CheckRow.tsx';
import { SelectField } from '#client/ui/fields/SelectField.tsx';
import styles from './agencies.module.css';
import type { VisitFieldsProps } from './VisitFields.tsx';

/** Who leads (the person who plans, unless said otherwise) and who comes along. */
export function TeamFields({ fields, set, errorOf, leader }: VisitFieldsProps & { readonly leader: string }) {
  const { t } = useTranslation(['agency', 'common', 'vocabulary']);
  const { me } = useWorkspace();
  const people = [...usePeople().values()].sort((a, b) => a.name.localeCompare(b.name));
  const leaders = people.filter(({ role }) => role === 'team_leader');
  const others = people.filter(({ id, role }) => role !== 'accreditation_manager' && id !== leader);
  return (
    <>
      <SelectField
        label={t('vocabulary:accountRole.team_leader')} value={leader} error={errorOf('leader')} onChange={(chosen) => set({ leader: chosen })}
        options={leaders.map(({ id, name }) => ({ value: id, label: id === me.person.id ? t('newVisit.me', { name }) : name }))}
      />
      <fieldset className={styles.group}>
        <legend>{t('newVisit.advisors')}<span className={styles.help}>{t('newVisit.advisorsHelp')}</span></legend>
        {others.map(({ id, name, role }) => (
          <CheckRow key={id} label={name} second={t(`vocabulary:accountRole.${role}`)} checked={fields[`advisor.${id}`] === 'yes'} onChange={(checked) => set({ [`advisor.${id}`]: checked ? 'yes' : '' })} />
        ))}
        {others.length === 0 ? <p className={styles.none}>{t('newVisit.nobody')}</p> : null}
      </fieldset>
    </>
  );
}
