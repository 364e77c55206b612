import { useTranslation } from 'react-i18next';
import type { FormProblem } from '#core/form/readXlsForm.ts';
import { HealthMark } from '#client/ui/marks/HealthMark.tsx';
import { PaneRows } from '#client/parts/PaneRows.tsx';
import styles from './FormProblems.module.css';

/** What was found in the file: errors first, each with sheet, row and column, in the person's language. */
export function FormProblems({ problems }: { readonly problems: readonly FormProblem[] }) {
  const { t } = useTranslation('forms');
  if (problems.length === 0) return <p className={styles.none}>{t('problems.none')}</p>;
  const sorted = problems.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning') || a.row - b.row);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const rows = sorted.map((problem, at) => ({ key: String(at), node: <ProblemRow problem={problem} /> }));
  return (
    <>
      <p className={styles.none}>{errors > 0 ? t('problems.errors', { count: errors }) : t('problems.warnings', { count: problems.length })}</p>
      <div className={styles.list}><PaneRows rows={rows} label={t('problems.title')} rowPx={64} /></div>
    </>
  );
}

function ProblemRow({ problem }: { readonly problem: FormProblem }) {
  const { t } = useTranslation('forms');
  const { severity, sheet, row, column, code, values } = problem;
  return (
    <div className={styles.row}>
      <HealthMark value={severity === 'error' ? 'missing' : 'attention'} size={20} />
      <div>
        <div className={styles.place}>{row > 0 ? t('problems.place', { sheet, row, column }) : sheet}</div>
        <div>{t(`problem.${code}`, values)}</div>
      </div>
    </div>
  );
}
