import { useTranslation } from 'react-i18next';
import { findingNumber } from '#core/finding/findingNumber.ts';
import type { HandOverItem } from '#core/finding/handOver.ts';
import { headline } from '#core/finding/headline.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { CheckRow } from '#client/ui/fields/CheckRow.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Pill } from '#client/ui/parts/Pill.tsx';
import styles from './HandOverRow.module.css';

type RowProps = { readonly world: VisitWorld; readonly item: HandOverItem };

/** A finding that can go; only the team leader may tick it. */
export function CompleteItem({ world, item, chosen, onChoose }: RowProps & { readonly chosen: boolean; readonly onChoose: ((take: boolean) => void) | undefined }) {
  const { t } = useTranslation('handover');
  return (
    <CheckRow
      label={<RowTitle world={world} item={item} />}
      side={item.status === 'changed_since' ? <Pill tone="warn">{t('again')}</Pill> : null}
      checked={chosen}
      disabled={onChoose === undefined}
      onChange={(take) => onChoose?.(take)}
    />
  );
}

/** A finding that cannot go yet: what it lacks, and the way to mend it. */
export function IncompleteItem({ world, item }: RowProps) {
  const { t } = useTranslation('handover');
  return (
    <div className={styles.incomplete}>
      <div className={styles.words}>
        <RowTitle world={world} item={item} />
        <ul>
          {item.blocks.map((block) => <li key={block}>{t(`block.${block}`)}</li>)}
        </ul>
      </div>
      <ActionButton href={`/visits/${world.visitId}/findings/${item.draft.id}`} label={t('mendOne', { code: item.draft.code })}>{t('mend')}</ActionButton>
    </div>
  );
}

function RowTitle({ world, item: { draft } }: RowProps) {
  const { t } = useTranslation('finding');
  const index = world.manual.kind === 'ready' ? world.manual.index : undefined;
  return (
    <span>
      <strong>{[findingNumber(index, draft.standard, draft.bullets), draft.code].filter(Boolean).join(' · ')}</strong>{' '}
      <span lang={draft.statement.text === '' ? undefined : draft.statementLanguage}>{headline(draft.statement.text) || t('list.noStatement')}</span>
    </span>
  );
}
