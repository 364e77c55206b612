import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { PersonBadge } from '#client/ui/parts/PersonBadge.tsx';

/** Only when it is opened: most taps go elsewhere, and the first load stays small. */
const PersonSheet = lazy(async () => ({ default: (await import('./PersonSheet.tsx')).PersonSheet }));

/** Who I am: opens language, appearance, settings and lock. */
export function PersonMenu({ place = 0 }: { readonly place?: number }) {
  const { t } = useTranslation('common');
  const { me } = useWorkspace();
  const [opened, setOpened] = useState<boolean>();
  return (
    <>
      <PersonBadge name={me.person.name} place={place} label={t('personMenu.label', { name: me.person.name })} onPress={() => setOpened(true)} />
      {opened === undefined ? null : (
        <Suspense fallback={null}>
          <PersonSheet opened={opened} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
