import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { levelFor } from '#core/manual/standardItems.ts';
import { applicabilitiesFor } from '#core/rating/applicabilityRules.ts';
import { applicabilityTap, type RatingDesk } from '#core/rating/ratingChanges.ts';
import type { StandardOverview } from '#core/rating/visitOverview.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import type { Acts } from './useActs.ts';
import styles from './ApplicabilityMenu.module.css';

type ApplicabilityMenuProps = { readonly desk: RatingDesk; readonly row: StandardOverview; readonly world: VisitWorld; readonly acts: Acts };

/** *Aplica ▾*: anyone proposes, the team leader's choice confirms. */
export function ApplicabilityMenu({ desk, row, world, acts }: ApplicabilityMenuProps) {
  const { t } = useTranslation(['rating', 'vocabulary']);
  const current = row.applicability ?? desk.mine?.applicability ?? 'applicable';
  const choices = applicabilitiesFor(levelFor(desk.standard, world.agencyCard.sizeBand));
  return (
    <Menu
      position="bottom-end"
      width={300}
      shadow="none"
      withinPortal={false}
      floatingStrategy="fixed"
      alignItemsLabels="all"
      withInitialFocusPlaceholder={false}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <UnstyledButton className={styles.button}>
          {t(`vocabulary:applicability.${current}`)}
          <IconChevronDown size="1.25rem" stroke={2} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t(world.isLeader ? 'applicability.menuLeader' : 'applicability.menuAdvisor')}</Menu.Label>
        {choices.map((choice) => (
          <Menu.RadioItem
            key={choice}
            value={choice}
            className={styles.item ?? ''}
            checked={choice === current}
            closeMenuOnClick
            checkIcon={<IconCheck size="1.25rem" stroke={2.4} aria-hidden="true" />}
            onChange={() => void acts.act(applicabilityTap(desk, choice, world.isLeader))}
          >
            {t(`vocabulary:applicability.${choice}`)}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
