import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { textIn } from '#core/manual/localText.ts';
import type { StandardOverview } from '#core/rating/visitOverview.ts';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './NextCard.module.css';

type NextCardProps = { readonly row: StandardOverview | undefined; readonly href: string; readonly hasEvidence: boolean };

/** The next standard, with one way in. */
export function NextCard({ row, href, hasEvidence }: NextCardProps) {
  const { t } = useTranslation('today');
  const language = useInterfaceLanguage();
  const title = row && textIn(row.place.standard.title, language);
  return (
    <Card look="hero" label={t('next.label')}>
      <p className={styles.over}>{t(row ? (hasEvidence ? 'next.withEvidence' : 'next.unreviewed') : 'next.label')}</p>
      <h2 className={styles.title}>
        {row ? `${row.place.standard.number} ` : t('next.done')}
        <span lang={title?.language}>{title?.text}</span>
      </h2>
      <ActionButton kind="mark" size="lg" full iconAfter={<IconArrowRight stroke={2.2} aria-hidden="true" />} href={href}>
        {t(row ? 'next.open' : 'next.list')}
      </ActionButton>
    </Card>
  );
}
