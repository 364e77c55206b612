import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AgencyStep } from '#core/finding/agencyStep.ts';
import { Banner } from '#client/ui/parts/Banner.tsx';

/** The one thing to do now, for somebody who sees this for the first time. */
export function NextStep({ step, canAnswer }: { readonly step: AgencyStep; readonly canAnswer: boolean }) {
  const { t } = useTranslation('gaps');
  return (
    <Banner tone="info" boxed icon={<IconArrowRight stroke={2} />}>
      {canAnswer ? <><strong>{t('step.lead')}</strong> {t(`step.${step}`)}</> : t('step.readOnly')}
    </Banner>
  );
}
