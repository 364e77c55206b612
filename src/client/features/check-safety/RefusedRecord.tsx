import { useTranslation } from 'react-i18next';
import { scopeKind } from '#core/op/scope.ts';
import { useDeviceWord } from '#client/parts/useDeviceWord.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import type { RefusedOp } from '#client/storage/safety/safetyReport.ts';
import { SyncIcon } from '#client/ui/marks/SyncIcon.tsx';
import { usePeople } from '#client/parts/usePeople.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { CopyText } from './CopyText.tsx';
import { refusedText } from './refusedText.ts';
import styles from './safety.module.css';

/**
 * One returned record: what, when, why in the person's language, and its text. Of a visit that the person has lost the text is not given
 * out any more; it stays.
 */
export function RefusedRecord({ item }: { readonly item: RefusedOp }) {
  const { t } = useTranslation(['safety', 'common']);
  const format = useFormat();
  const device = useDeviceWord();
  const text = refusedText(item.op);
  const lost = item.scopeLost === true;
  const code = item.op.set['code'];
  const what = t(`entity.${item.op.entity}`, { defaultValue: t('entity.other') });
  const people = usePeople();
  const { me } = useWorkspace();
  return (
    <li className={styles.refused}>
      <SyncIcon value="refused" size={24} />
      <div className={styles.refusedWords}>
        <strong>{typeof code === 'string' ? `${what} ${code}` : what}</strong>
        <span className={styles.second}>{t('refused.when', { made: format.dateTime(item.op.at), returned: format.dateTime(new Date(item.refusedAtMs).toISOString()) })}</span>
        {item.op.actor === me.person.id ? null : <span>{t('refused.of', { name: people.get(item.op.actor)?.name ?? t('common:unknownPerson') })}</span>}
        <span>{t(lost ? `lost.${scopeKind(item.op.scope)}` : `reason.${item.reason}`)}</span>
        {text === '' ? <span className={styles.second}>{t('refused.noText')}</span> : <blockquote className={styles.quote}>{text}</blockquote>}
        {lost ? <span className={styles.second}>{t(`lost.kept.${device}`)}</span> : null}
        {text === '' || lost ? null : <CopyText text={text} words="refused.copy" />}
      </div>
    </li>
  );
}
