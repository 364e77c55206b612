import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ManualIndex } from '#core/manual/manualIndex.ts';
import { hasText, textIn } from '#core/manual/localText.ts';
import { ratingHistory } from '#core/rating/ratingHistory.ts';
import type { StandardOverview } from '#core/rating/visitOverview.ts';
import { ManualText } from '#client/parts/ManualText.tsx';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { usePreferences } from '#client/storage/preferences.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { RatingHistory } from './RatingHistory.tsx';
import styles from './MoreOfStandard.module.css';

type MoreOfStandardProps = { readonly world: VisitWorld; readonly index: ManualIndex; readonly row: StandardOverview };
type Part = { readonly key: string; readonly label: string; readonly content: ReactNode };

/** What is read now and then, one at a time: the manual's commentary, where to look, related standards, the history. */
export function MoreOfStandard({ world, index, row }: MoreOfStandardProps) {
  const { t } = useTranslation(['rating', 'vocabulary']);
  const [open, setOpen] = useState<string>();
  const id = useId();
  const language = usePreferences((preferences) => preferences.manualLanguage);
  const { standard } = row.place;
  const history = ratingHistory(world.visit, world.card.edition, standard.id, row.ratings);
  const where = useWhereToLook(index, row);
  const parts: readonly Part[] = [
    ...(hasText(standard.commentary) ? [{ key: 'commentary', label: t('more.commentary'), content: <ManualText text={standard.commentary} language={language} /> }] : []),
    ...(where.length > 0 ? [{ key: 'where', label: t('more.where'), content: <ul className={styles.list}>{where.map((line) => <li key={line}>{line}</li>)}</ul> }] : []),
    ...(standard.related.length > 0 ? [{ key: 'related', label: t('more.related', { number: standard.related.length }), content: standard.related.join(' · ') }] : []),
    ...(history.length > 0 ? [{ key: 'history', label: t('more.history', { number: history.length }), content: <RatingHistory world={world} standard={standard} acts={history} /> }] : []),
  ];
  const shown = parts.find((part) => part.key === open);
  return (
    <div>
      <div className={styles.tabs}>
        {parts.map((part) => (
          <ActionButton key={part.key} kind="quiet" expanded={part.key === open} onPress={() => setOpen(part.key === open ? undefined : part.key)}>{part.label}</ActionButton>
        ))}
      </div>
      {shown ? <section id={id} aria-label={shown.label} className={styles.part}>{shown.content}</section> : null}
    </div>
  );
}

function useWhereToLook(index: ManualIndex, row: StandardOverview): readonly string[] {
  const { t } = useTranslation(['rating', 'vocabulary']);
  const language = useInterfaceLanguage();
  const { standard } = row.place;
  const areas = standard.areas.map((id) => {
    const area = index.edition.areas.find((one) => one.id === id);
    return area ? (textIn(area.label, language)?.text ?? id) : id;
  });
  const roles = standard.interviewRoles.map((role) => t(`vocabulary:roleCategory.${role}`, { defaultValue: role }));
  return [
    ...(areas.length > 0 ? [t('more.areas', { list: areas.join(', ') })] : []),
    ...(roles.length > 0 ? [t('more.roles', { list: roles.join(', ') })] : []),
  ];
}
