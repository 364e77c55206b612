import { IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { timesDiffer } from '#core/op/readField.ts';
import { Pill } from '#client/ui/parts/Pill.tsx';
import { useFormat } from './useFormat.ts';

type RecordTimesProps = { readonly observedAt: string; readonly recordedAt: string; readonly timeZone: string };

/** Both times, where the act and its recording lie over 15 minutes apart: tablets are often left at the door. */
export function RecordTimes({ observedAt, recordedAt, timeZone }: RecordTimesProps) {
  const { t } = useTranslation('capture');
  const format = useFormat();
  if (!timesDiffer(observedAt, recordedAt)) return null;
  return (
    <div>
      <Pill icon={<IconClock size="1.125rem" stroke={2} aria-hidden="true" />}>
        {t('timesApart', { seen: format.dateTime(observedAt, timeZone), recorded: format.dateTime(recordedAt, timeZone) })}
      </Pill>
    </div>
  );
}
