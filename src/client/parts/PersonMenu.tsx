import { Menu, UnstyledButton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { IconCheck, IconLock, IconSettings, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { APPEARANCES, LANGUAGES, usePreferences } from '#client/storage/preferences.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { PersonBadge } from '#client/ui/parts/PersonBadge.tsx';
import styles from './PersonMenu.module.css';
import { useSession } from './SessionContext.ts';

/** Who I am: language, appearance (Sol is one tap under the circle), settings, lock. */
export function PersonMenu({ place = 0 }: { readonly place?: number }) {
  const { t } = useTranslation('common');
  const navigate = useNavigate();
  const { me } = useWorkspace();
  const { lock } = useSession();
  const { language, appearance, setPreference } = usePreferences();
  return (
    <Menu position="bottom-end" width={280} withinPortal={false} withInitialFocusPlaceholder={false} transitionProps={{ transition: 'fade', duration: 120 }}>
      <Menu.Target>
        <UnstyledButton className={styles.circle} aria-label={t('personMenu.label', { name: me.person.name })}>
          <PersonBadge name={me.person.name} place={place} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.person.name}</Menu.Label>
        <Menu.Label>{t('personMenu.language')}</Menu.Label>
        {LANGUAGES.map((value) => (
          <Choice key={value} value={value} lang={value} label={t(`languageName.${value}`)} chosen={value === language} onChoose={() => setPreference('language', value)} />
        ))}
        <Menu.Divider />
        <Menu.Label>{t('personMenu.appearance')}</Menu.Label>
        {APPEARANCES.map((value) => (
          <Choice key={value} value={value} label={t(`appearance.${value}`)} chosen={value === appearance} onChoose={() => setPreference('appearance', value)} />
        ))}
        <Menu.Divider />
        <Menu.Item className={styles.item ?? ''} leftSection={<IconShieldCheck size={22} stroke={1.8} />} onClick={() => void navigate({ to: '/safe' })}>{t('personMenu.safe')}</Menu.Item>
        <Menu.Item className={styles.item ?? ''} leftSection={<IconSettings size={22} stroke={1.8} />} onClick={() => void navigate({ to: '/settings' })}>{t('personMenu.settings')}</Menu.Item>
        <Menu.Item className={styles.item ?? ''} leftSection={<IconLock size={22} stroke={1.8} />} onClick={lock}>{t('personMenu.lock')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

type ChoiceProps = { readonly value: string; readonly label: string; readonly chosen: boolean; readonly onChoose: () => void; readonly lang?: string };

function Choice({ value, label, chosen, onChoose, lang }: ChoiceProps) {
  return (
    <Menu.RadioItem value={value} checked={chosen} closeMenuOnClick className={styles.item ?? ''} lang={lang} checkIcon={<IconCheck size={22} stroke={2.6} />} onChange={onChoose}>
      {label}
    </Menu.RadioItem>
  );
}
