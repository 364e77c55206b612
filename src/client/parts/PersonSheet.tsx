import { IconLock, IconSettings, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { APPEARANCES, LANGUAGES, usePreferences } from '#client/storage/preferences.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import { Segmented } from '#client/ui/parts/Segmented.tsx';
import { SheetDrawer } from '#client/ui/parts/SheetDrawer.tsx';
import styles from './PersonSheet.module.css';
import { useSession } from './SessionContext.ts';

/** Language, appearance (Sol is one tap from here), whether my work is safe, settings, lock. */
export function PersonSheet({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('common');
  const { me } = useWorkspace();
  const { lock } = useSession();
  const { language, appearance, setPreference } = usePreferences();
  return (
    <SheetDrawer from="right" opened={opened} onClose={onClose} title={me.person.name} closeLabel={t('close')}>
      <div className={styles.group}>
        <span className={styles.label} aria-hidden="true">{t('personMenu.language')}</span>
        <Segmented full label={t('personMenu.language')} value={language} options={LANGUAGES.map((value) => ({ value, label: t(`languageName.${value}`), lang: value }))} onChange={(value) => setPreference('language', value)} />
      </div>
      <div className={styles.group}>
        <span className={styles.label} aria-hidden="true">{t('personMenu.appearance')}</span>
        <Segmented full label={t('personMenu.appearance')} value={appearance} options={APPEARANCES.map((value) => ({ value, label: t(`appearance.${value}`) }))} onChange={(value) => setPreference('appearance', value)} />
      </div>
      <div>
        <ListRow inCard href="/safe" onPress={onClose} mark={<IconShieldCheck stroke={1.8} />} title={t('personMenu.safe')} chevron />
        <ListRow inCard href="/settings" onPress={onClose} mark={<IconSettings stroke={1.8} />} title={t('personMenu.settings')} chevron />
        <ListRow inCard onPress={lock} mark={<IconLock stroke={1.8} />} title={t('personMenu.lock')} />
      </div>
    </SheetDrawer>
  );
}
