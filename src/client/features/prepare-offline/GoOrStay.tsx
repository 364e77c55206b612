import { useTranslation } from 'react-i18next';
import { HealthMark, type HealthValue } from '#client/ui/marks/HealthMark.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { MarkStrip } from '#client/ui/parts/MarkStrip.tsx';
import styles from './prepare.module.css';
import type { CheckKey, Verdict } from './readiness.ts';
import { CURABLE, type Remedies } from './useRemedy.ts';

type GoOrStayProps = {
  readonly verdict: Verdict;
  readonly readiness: Readonly<Record<CheckKey, HealthValue>>;
  readonly order: readonly CheckKey[];
  readonly remedies: Remedies;
};

/** Whether to leave, in a sentence, and the first thing to mend. */
export function GoOrStay({ verdict, readiness, order, remedies }: GoOrStayProps) {
  const { t } = useTranslation('prepare');
  const { first, ready, of } = verdict;
  const count = t('count', { ready, of });
  return (
    <Card label={count}>
      <p className={styles.count}><strong>{ready}</strong>{` ${t('ofReady', { count: of })}`}</p>
      <MarkStrip label={count} marks={order.map((key) => ({ key, mark: <HealthMark value={readiness[key]} size={26} /> }))} />
      <p role="status"><strong>{t(`verdict.${verdict.type}`)}</strong>{` ${first === undefined ? t('verdict.everything') : t(`why.${first}`)}`}</p>
      {first !== undefined && CURABLE.has(first) ? (
        <ActionButton kind="primary" size="lg" full disabled={remedies.running !== undefined} onPress={() => void remedies.apply(first)}>{t(`remedy.${first}`)}</ActionButton>
      ) : null}
    </Card>
  );
}
