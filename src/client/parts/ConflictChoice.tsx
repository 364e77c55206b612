import { useTranslation } from 'react-i18next';
import type { Json } from '#core/json.ts';
import { viewField, type EntityState } from '#core/op/scopeState.ts';
import { canonicalJson } from '#core/json.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Author } from './Author.tsx';
import styles from './ConflictChoice.module.css';

type ConflictChoiceProps = {
  readonly entity: EntityState | undefined;
  readonly field: string;
  readonly label: string;
  readonly timeZone: string;
  readonly nameOf: (value: Json) => string;
  readonly onChoose: (value: Json) => void;
};

/** Two different values of one field, each with who and when; a tap settles it. Nothing where they agree. */
export function ConflictChoice({ entity, field, label, timeZone, nameOf, onChoose }: ConflictChoiceProps) {
  const { t } = useTranslation('capture');
  const view = viewField(entity, field);
  if (view.kind !== 'conflict') return null;
  return (
    <Banner tone="warn" boxed>
      <span>{t('conflict.lead', { field: label })}</span>
      <ul className={styles.values}>
        {view.heads.map(({ value, op }) => (
          <li key={`${op.id}${canonicalJson(value)}`} className={styles.value}>
            <Author userId={op.actor} at={op.at} timeZone={timeZone} />
            <ActionButton onPress={() => onChoose(value)}>{t('conflict.keep', { value: nameOf(value) })}</ActionButton>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
