import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { VisitFrame } from '#client/parts/VisitFrame.tsx';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { LoadingLines } from '#client/ui/parts/LoadingLines.tsx';
import { CheckLine } from './CheckLine.tsx';
import { GoOrStay } from './GoOrStay.tsx';
import styles from './prepare.module.css';
import { byNeed, judge, readinessOf } from './readiness.ts';
import { useRemedy } from './useRemedy.ts';
import { type Look, useSeen } from './useSeen.ts';

/** ¿Todo listo para salir? What the visit needs without a network, each with its remedy, and whether to leave. */
export function PrepareScreen({ visitId }: { readonly visitId: string }) {
  return <VisitFrame visitId={visitId} active="today">{(world) => <Prepare world={world} />}</VisitFrame>;
}

function Prepare({ world }: { readonly world: VisitWorld }) {
  const { t } = useTranslation('prepare');
  const look = useSeen(world);
  const [looking, setLooking] = useState(false);
  const again = async (): Promise<void> => {
    setLooking(true);
    await look?.again();
    setLooking(false);
  };
  return (
    <PageColumn>
      <PageHeader
        title={t('title')} under={t('under')}
        side={<ActionButton size="lg" disabled={looking || !look} onPress={() => void again()} icon={<IconRefresh size="1.375rem" stroke={2} aria-hidden="true" />}>{t('again')}</ActionButton>}
      />
      {look ? <Checks world={world} look={look} /> : <LoadingLines label={t('looking')} />}
    </PageColumn>
  );
}

function Checks({ world, look }: { readonly world: VisitWorld; readonly look: Look }) {
  const { t } = useTranslation('prepare');
  const remedies = useRemedy(world, look.again);
  const readiness = readinessOf(look.seen);
  const order = byNeed(readiness);
  return (
    <div className={styles.panes}>
      <GoOrStay verdict={judge(readiness)} readiness={readiness} order={order} remedies={remedies} />
      <Card flush label={t('list')}>
        <ul className={styles.list}>
          {order.map((check) => <CheckLine key={check} check={check} health={readiness[check]} world={world} look={look} remedies={remedies} />)}
        </ul>
      </Card>
    </div>
  );
}
