import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import type { NextStep } from './RatingDock.tsx';

/** The way on, where there is nothing to rate. */
export function NextButton({ next }: { readonly next: NextStep }) {
  const { t } = useTranslation('rating');
  return (
    <ActionButton kind="primary" size="xl" iconAfter={<IconArrowRight stroke={2.2} aria-hidden="true" />} href={next.href}>
      {next.number === undefined ? t('dock.toList') : t('dock.nextNumber', { number: next.number })}
    </ActionButton>
  );
}
