import { IconChecks } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { standardItems, walkBullets } from '#core/manual/standardItems.ts';
import { allMetTap, bulletTap, type RatingDesk } from '#core/rating/ratingChanges.ts';
import type { StandardOverview } from '#core/rating/visitOverview.ts';
import { hasEvidence } from '#core/visit/evidence.ts';
import { ManualText } from '#client/parts/ManualText.tsx';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { usePreferences } from '#client/storage/preferences.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { BulletToggle } from '#client/ui/parts/BulletToggle.tsx';
import { captureHref } from './captureHref.ts';
import { useItemName } from './useItemName.ts';
import type { Acts } from './useActs.ts';
import styles from './StandardItemRows.module.css';

/** The item that a tap on *In compliance* leads to; a new object for each tap. */
export type PointedItem = { readonly standard: string; readonly field: string };

type StandardItemRowsProps = {
  readonly desk: RatingDesk;
  readonly row: StandardOverview;
  readonly world: VisitWorld;
  readonly acts: Acts;
  readonly pointed: PointedItem | undefined;
};

/** Each thing that is answered: the statement, the directive, the leaf bullets; parents stand between them to be read. */
export function StandardItemRows({ desk, row, world, acts, pointed }: StandardItemRowsProps) {
  const { t } = useTranslation(['rating', 'vocabulary']);
  const itemName = useItemName();
  const language = usePreferences((preferences) => preferences.manualLanguage);
  const rows = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (pointed?.standard !== desk.standard.id) return;
    const target = [...(rows.current?.querySelectorAll<HTMLElement>('[data-field]') ?? [])].find((one) => one.dataset['field'] === pointed.field);
    target?.scrollIntoView({ block: 'center' });
    target?.querySelector('button')?.focus({ preventScroll: true });
  }, [pointed, desk.standard.id]);
  const own = standardItems(desk.standard).filter((item) => item.kind !== 'bullet');

  return (
    <section aria-label={t('items.title')}>
      <div className={styles.head}>
        <h2 className={styles.heading}>{t('items.title')}</h2>
        {world.mayWrite ? <AllMet desk={desk} row={row} world={world} acts={acts} /> : null}
      </div>
      <div ref={rows}>
        {own.map((item) => (
          <ItemRow key={item.field} field={item.field} name={itemName(item)} words={<span className={styles.ownItem}>{itemName(item)}</span>} depth={0} desk={desk} acts={world.mayWrite ? acts : undefined} pointed={pointed} />
        ))}
        {walkBullets(desk.standard).map(({ bullet, depth, isRated }) => (
          <ItemRow
            key={bullet.id}
            field={isRated ? `bullet.${bullet.id}` : undefined}
            name={t('item.bullet', { label: bullet.label })}
            letter={bullet.label}
            words={<ManualText text={bullet.text} language={language} />}
            depth={depth}
            desk={desk}
            acts={world.mayWrite ? acts : undefined}
            pointed={pointed}
          />
        ))}
      </div>
    </section>
  );
}

type ItemRowProps = {
  /** `undefined`: a parent, which follows its children. */
  readonly field: string | undefined;
  readonly name: string;
  readonly letter?: string;
  readonly words: ReactNode;
  readonly depth: number;
  readonly desk: RatingDesk;
  /** `undefined`: to read only. */
  readonly acts: Acts | undefined;
  readonly pointed: PointedItem | undefined;
};

function ItemRow({ field, name, letter, words, depth, desk, acts, pointed }: ItemRowProps) {
  const { t } = useTranslation('vocabulary');
  const isPointed = field !== undefined && pointed?.standard === desk.standard.id && pointed.field === field;
  return (
    <div className={styles.row} data-field={field} data-pointed={isPointed || undefined} style={{ paddingInlineStart: `${depth * 1.25}rem` }}>
      <div className={styles.words}>
        {letter === undefined ? null : <span className={styles.letter}>{letter}</span>}
        <div className={styles.text}>{words}</div>
      </div>
      {field === undefined || acts === undefined ? null : (
        <BulletToggle
          label={name}
          value={desk.mine?.bullets.get(field) ?? 'not_reviewed'}
          words={{ met: t('bullet.met'), notMet: t('bullet.not_met'), na: t('bullet.na') }}
          onChange={(value) => void acts.act([bulletTap(desk, field, value)])}
        />
      )}
    </div>
  );
}

/** Offered only when evidence is tied to the standard; until then it says what is missing and leads there. */
function AllMet({ desk, row, world, acts }: Omit<StandardItemRowsProps, 'pointed'>) {
  const { t } = useTranslation('rating');
  if (!hasEvidence(row.evidence)) {
    return (
      <div className={styles.noEvidence}>
        <span>{t('items.allMetNeedsEvidence')}</span>
        <ActionButton href={captureHref(world.visitId, 'observation', desk.standard.id)}>{t('items.capture')}</ActionButton>
      </div>
    );
  }
  const change = allMetTap(desk);
  return (
    <ActionButton
      kind="soft"
      icon={<IconChecks stroke={2.2} />}
      disabled={change === undefined}
      onPress={() => void (change && acts.act([change], t('said.allMet', { number: desk.standard.number })))}
    >
      {t('items.allMet')}
    </ActionButton>
  );
}
