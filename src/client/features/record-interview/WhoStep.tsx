import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ROLE_CATEGORIES, type RoleCategory } from '#core/visit/values.ts';
import { Dock } from '#client/ui/frame/Dock.tsx';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { RadioCards } from '#client/ui/fields/RadioCards.tsx';
import { TextField } from '#client/ui/fields/TextField.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './NewInterview.module.css';

/** Not kept anywhere until the person has consented. */
export type Interviewee = { readonly role: RoleCategory | ''; readonly unit: string; readonly shift: string };

type WhoStepProps = { readonly who: Interviewee; readonly onChange: (who: Interviewee) => void; readonly onContinue: () => void };

/** Step 1: the category of the post in place of a name; unit and shift only where they are needed. */
export function WhoStep({ who, onChange, onContinue }: WhoStepProps) {
  const { t } = useTranslation(['interview', 'vocabulary']);
  const options = ROLE_CATEGORIES.map((role) => ({ value: role, label: t(`vocabulary:roleCategory.${role}`) }));
  const dock = (
    <Dock main={<ActionButton kind="primary" size="xl" disabled={who.role === ''} iconAfter={<IconArrowRight stroke={2} aria-hidden="true" />} onPress={onContinue}>{t('who.continue')}</ActionButton>} />
  );
  return (
    <PageColumn width="narrow" dock={dock}>
      <PageHeader over={t('step', { step: 1 })} title={t('who.title')} />
      <Card>
        <div className={styles.roles}>
          <RadioCards label={t('who.role')} help={t('who.roleHelp')} value={who.role} options={options} onChange={(role) => onChange({ ...who, role })} />
        </div>
      </Card>
      <Card title={t('who.context')}>
        <Banner tone="warn" boxed>{t('who.warning')}</Banner>
        <div className={styles.pair}>
          <TextField label={t('who.unit')} value={who.unit} onChange={(unit) => onChange({ ...who, unit })} />
          <TextField label={t('who.shift')} value={who.shift} onChange={(shift) => onChange({ ...who, shift })} />
        </div>
      </Card>
    </PageColumn>
  );
}
