import { IconApps, IconBook, IconClipboardText, IconDatabase, IconDeviceTablet, IconLanguage, IconPhoto, IconShieldCheck, IconServer, IconUsersGroup } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HealthRow } from '#client/parts/HealthRow.tsx';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import type { HealthValue } from '#client/ui/marks/HealthMark.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import type { CheckKey } from './readiness.ts';
import { CURABLE, type Remedies } from './useRemedy.ts';
import { useSeenWords } from './useSeenWords.ts';
import type { Look } from './useSeen.ts';

const ICONS: Readonly<Record<CheckKey, ReactNode>> = {
  app: <IconApps stroke={1.8} />, texts: <IconLanguage stroke={1.8} />, manual: <IconBook stroke={1.8} />, forms: <IconClipboardText stroke={1.8} />, data: <IconServer stroke={1.8} />, photos: <IconPhoto stroke={1.8} />, space: <IconDatabase stroke={1.8} />,
  persisted: <IconShieldCheck stroke={1.8} />, installed: <IconDeviceTablet stroke={1.8} />, team: <IconUsersGroup stroke={1.8} />,
};

type CheckLineProps = {
  readonly check: CheckKey;
  readonly health: HealthValue;
  readonly world: VisitWorld;
  readonly look: Look;
  readonly remedies: Remedies;
};

/** One thing that must be on the tablet: how it stands, what was seen, the remedy with its progress. */
export function CheckLine({ check, health, world, look, remedies }: CheckLineProps) {
  const { t } = useTranslation('prepare');
  const words = useSeenWords(world, look)[check];
  const running = remedies.running === check;
  const failure = remedies.failure?.check === check ? remedies.failure.text : undefined;
  const second = running ? (remedies.progress ?? t('progress.working')) : (failure ?? words);
  const curable = health !== 'ready' && CURABLE.has(check);
  return (
    <HealthRow
      health={health}
      icon={ICONS[check]}
      title={t(`check.${check}`)}
      second={<span role="status">{second}</span>}
      action={curable ? <ActionButton kind={health === 'missing' ? 'primary' : 'outline'} disabled={remedies.running !== undefined} onPress={() => void remedies.apply(check)}>{t(`remedy.${check}`)}</ActionButton> : undefined}
    />
  );
}
