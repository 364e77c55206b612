import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { hasText } from '#core/manual/localText.ts';
import type { ShownNode } from '#core/form/formView.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { ManualText } from './ManualText.tsx';
import { useInterfaceLanguage } from './useInterfaceLanguage.ts';
import styles from './FormSection.module.css';

type FormSectionProps = {
  readonly node: Exclude<ShownNode, { kind: 'question' }>;
  readonly readOnly: boolean;
  readonly onAdd: () => void;
  readonly onRemove: (id: string) => void;
};

/** The heading of a section; of a repeated one with a way to add, and for each time with a way to take it away. */
export function FormSection({ node, readOnly, onAdd, onRemove }: FormSectionProps) {
  const { t } = useTranslation('forms');
  const language = useInterfaceLanguage();
  const { group } = node;
  const name = hasText(group.label) ? <ManualText text={group.label} language={language} /> : null;
  if (node.kind === 'time') {
    return (
      <div className={styles.time}>
        <h3>{name}<span className={styles.number}>{t('time.number', { number: node.number })}</span></h3>
        {node.fixed || readOnly ? null : (
          <ActionButton kind="quiet" icon={<IconTrash stroke={1.8} aria-hidden="true" />} onPress={() => onRemove(node.id)}>{t('time.remove', { number: node.number })}</ActionButton>
        )}
      </div>
    );
  }
  const adds = group.repeats && group.repeatCount === undefined && !readOnly;
  return (
    <div className={styles.section}>
      {name === null ? null : <h2>{name}</h2>}
      {adds ? <div><ActionButton icon={<IconPlus stroke={2.2} aria-hidden="true" />} onPress={onAdd}>{t('time.add')}</ActionButton></div> : null}
    </div>
  );
}
