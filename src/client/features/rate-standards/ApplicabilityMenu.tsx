import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { levelFor } from '#core/manual/standardItems.ts';
import { applicabilitiesFor } from '#core/rating/applicabilityRules.ts';
import { applicabilityTap, type RatingDesk } from '#core/rating/ratingChanges.ts';
import type { Applicability } from '#core/rating/values.ts';
import type { StandardOverview } from '#core/rating/visitOverview.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import { SheetDrawer } from '#client/ui/parts/SheetDrawer.tsx';
import { Press } from '#client/ui/Press.tsx';
import type { Acts } from './useActs.ts';
import styles from './ApplicabilityMenu.module.css';

type ApplicabilityMenuProps = { readonly desk: RatingDesk; readonly row: StandardOverview; readonly world: VisitWorld; readonly acts: Acts };

/** *Aplica ▾*: anyone proposes, the team leader's choice confirms. */
export function ApplicabilityMenu({ desk, row, world, acts }: ApplicabilityMenuProps) {
  const { t } = useTranslation(['rating', 'vocabulary', 'common']);
  const [opened, setOpened] = useState(false);
  const current = row.applicability ?? desk.mine?.applicability ?? 'applicable';
  const choose = (choice: Applicability): void => {
    setOpened(false);
    void acts.act(applicabilityTap(desk, choice, world.isLeader));
  };
  return (
    <>
      <Press className={styles.button} onPress={() => setOpened(true)} expanded={opened}>
        {t(`vocabulary:applicability.${current}`)}
        <IconChevronDown size="1.25rem" stroke={2} aria-hidden="true" />
      </Press>
      <SheetDrawer opened={opened} onClose={() => setOpened(false)} title={t('applicability.title')} closeLabel={t('common:close')}>
        <p className={styles.who}>{t(world.isLeader ? 'applicability.menuLeader' : 'applicability.menuAdvisor')}</p>
        <div>
          {applicabilitiesFor(levelFor(desk.standard, world.agencyCard.sizeBand)).map((choice) => (
            <ListRow
              key={choice}
              inCard
              onPress={() => choose(choice)}
              active={choice === current}
              title={t(`vocabulary:applicability.${choice}`)}
              side={choice === current ? <IconCheck size="1.25rem" stroke={2.4} aria-hidden="true" /> : null}
            />
          ))}
        </div>
      </SheetDrawer>
    </>
  );
}
