import { IconKey, IconUserPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mayInvite } from '#core/people/mayInvite.ts';
import { PlainFrame } from '#client/parts/PlainFrame.tsx';
import { APPEARANCES, LANGUAGES, LOCK_MINUTES, MANUAL_LANGUAGE_CHOICES, usePreferences } from '#client/storage/preferences.ts';
import { networkKind } from '#client/sync/connection.ts';
import { wantsWifi } from '#client/sync/largeFiles.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { CheckRow } from '#client/ui/fields/CheckRow.tsx';
import { SelectField } from '#client/ui/fields/SelectField.tsx';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import { PersonBadge } from '#client/ui/parts/PersonBadge.tsx';
import { Segmented } from '#client/ui/parts/Segmented.tsx';
import styles from './settings.module.css';
import { PasskeySetting } from './PasskeySetting.tsx';
import { SignOut } from './SignOut.tsx';

/** How this tablet shows things, who is in, and the way out. */
export function SettingsScreen() {
  const { t } = useTranslation(['settings', 'common', 'vocabulary']);
  const { me } = useWorkspace();
  const { language, manualLanguage, appearance, leftHanded, lockAfterMinutes, largeFilesOnWifi, setPreference } = usePreferences();
  const isTeam = me.person.role === 'team_leader' || me.person.role === 'technical_advisor';
  return (
    <PlainFrame active="settings">
      <PageColumn width="narrow">
        <PageHeader title={t('title')} />
        <Card title={t('languages')}>
          <Labelled label={t('common:personMenu.language')}>
            <Segmented full label={t('common:personMenu.language')} value={language} options={LANGUAGES.map((value) => ({ value, label: t(`common:languageName.${value}`), lang: value }))} onChange={(value) => setPreference('language', value)} />
          </Labelled>
          <Labelled label={t('manualLanguage')} help={t('manualLanguageHelp')}>
            <Segmented full label={t('manualLanguage')} value={manualLanguage} options={MANUAL_LANGUAGE_CHOICES.map((value) => ({ value, label: t(`manual.${value}`) }))} onChange={(value) => setPreference('manualLanguage', value)} />
          </Labelled>
        </Card>
        <Card title={t('screen')}>
          <Labelled label={t('common:personMenu.appearance')} help={t('sunHelp')}>
            <Segmented full label={t('common:personMenu.appearance')} value={appearance} options={APPEARANCES.map((value) => ({ value, label: t(`common:appearance.${value}`) }))} onChange={(value) => setPreference('appearance', value)} />
          </Labelled>
          <CheckRow label={t('leftHanded')} second={t('leftHandedHelp')} checked={leftHanded} onChange={(value) => setPreference('leftHanded', value)} />
        </Card>
        <Card title={t('network')}>
          <CheckRow
            label={t('largeFiles')} second={t(networkKind() === 'untold' ? 'largeFilesUntold' : 'largeFilesHelp')}
            checked={wantsWifi(largeFilesOnWifi)} onChange={(value) => setPreference('largeFilesOnWifi', value)}
          />
        </Card>
        <Card title={t('lock')}>
          <SelectField
            label={t('lockAfter')} help={t('lockAfterHelp')} value={String(lockAfterMinutes)}
            options={LOCK_MINUTES.map((minutes) => ({ value: String(minutes), label: t('minutes', { count: minutes }) }))}
            onChange={(value) => setPreference('lockAfterMinutes', Number(value) || 5)}
          />
          <PasskeySetting />
        </Card>
        <Card title={t('who')}>
          <ListRow inCard mark={<PersonBadge name={me.person.name} size={44} />} title={me.person.name} second={`${me.email} · ${t(`vocabulary:accountRole.${me.person.role}`)}`} side={isTeam ? t('code', { code: me.person.code }) : undefined} />
          <ListRow inCard href="/settings/password" mark={<IconKey stroke={1.8} />} title={t('password')} chevron />
          {mayInvite(me.person.role).length > 0 ? <ListRow inCard href="/people/invite" mark={<IconUserPlus stroke={1.8} />} title={t('invite')} second={t('inviteHelp')} chevron /> : null}
          <SignOut />
        </Card>
      </PageColumn>
    </PlainFrame>
  );
}

function Labelled({ label, help, children }: { readonly label: string; readonly help?: string; readonly children: ReactNode }) {
  return (
    <div className={styles.labelled}>
      <span className={styles.label} aria-hidden="true">{label}</span>
      {help === undefined ? null : <span className={styles.help}>{help}</span>}
      {children}
    </div>
  );
}
