import { useTranslation } from 'react-i18next';
import { BARRIERS, type Barrier, type Outcome } from '#core/visit/values.ts';
import { OutcomePicker } from '#client/parts/OutcomePicker.tsx';
import { BarrierMark } from '#client/ui/marks/BarrierMark.tsx';
import { ChipRow } from '#client/ui/parts/ChipRow.tsx';
import { FilterChip } from '#client/ui/parts/FilterChip.tsx';
import styles from './ObservationSays.module.css';

type ObservationSaysProps = {
  readonly outcome: Outcome | undefined;
  readonly barrier: Barrier | undefined;
  readonly onChange: (set: { readonly outcome: Outcome | ''; readonly barrier: Barrier | '' }) => void;
};

/** What was seen says something, or something kept from seeing it: one takes the other's place. */
export function ObservationSays({ outcome, barrier, onChange }: ObservationSaysProps) {
  const { t } = useTranslation(['observation', 'vocabulary']);
  return (
    <>
      <OutcomePicker lane="observation" value={barrier ? undefined : outcome} onChange={(chosen) => onChange({ outcome: chosen, barrier: '' })} />
      <span className={styles.label}>{t('barrier.label')}</span>
      <ChipRow label={t('barrier.label')}>
        {BARRIERS.map((one) => (
          <FilterChip key={one} selected={one === barrier} onPress={() => onChange({ outcome: '', barrier: one === barrier ? '' : one })}>
            <BarrierMark value={one} size={24} inverted={one === barrier} />
            {t(`vocabulary:barrier.${one}`)}
          </FilterChip>
        ))}
      </ChipRow>
      {barrier ? <p className={styles.help}>{t('barrier.help')}</p> : null}
    </>
  );
}
