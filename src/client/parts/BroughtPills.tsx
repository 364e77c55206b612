import { IconAlertTriangle, IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Pill } from '#client/ui/parts/Pill.tsx';
import styles from './BroughtPills.module.css';
import { useBrought } from './useBrought.ts';
import { usePeople } from './usePeople.ts';

/** Of a record that came by file and that the server has not confirmed: who brought it, and whether its author is proved. The author stays the author. */
export function BroughtPills({ opIds }: { readonly opIds: readonly string[] }) {
  const { t } = useTranslation(['copy', 'common']);
  const people = usePeople();
  const brought = useBrought(opIds);
  if (!brought) return null;
  return (
    <span className={styles.pills}>
      {brought.proved ? null : <Pill tone="warn" icon={<IconAlertTriangle size="1.125rem" stroke={2} aria-hidden="true" />}>{t('brought.notProved')}</Pill>}
      <Pill icon={<IconFileImport size="1.125rem" stroke={2} aria-hidden="true" />}>{t('brought.by', { name: people.get(brought.userId)?.name ?? t('common:unknownPerson') })}</Pill>
    </span>
  );
}
