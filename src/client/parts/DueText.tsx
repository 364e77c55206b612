import { IconAlertTriangle } from '@tabler/icons-react';
import styles from './DueText.module.css';
import { useDueText } from './useDueText.ts';

type DueTextProps = {
  readonly dueDate: string | undefined;
  /** `YYYY-MM-DD` in the agency's time zone. */
  readonly today: string;
  readonly settled: boolean;
};

/** When something is due; a triangle and red only once it is past. */
export function DueText({ dueDate, today, settled }: DueTextProps) {
  const text = useDueText()(dueDate, today, settled);
  const overdue = dueDate !== undefined && dueDate < today && !settled;
  return (
    <span className={overdue ? styles.overdue : styles.due}>
      {overdue ? <IconAlertTriangle size="1.125rem" stroke={2.4} aria-hidden="true" /> : null}
      {text}
    </span>
  );
}
