import { useTranslation } from 'react-i18next';
import type { ManualLanguage } from '#core/manual/edition.ts';
import { textIn } from '#core/manual/localText.ts';
import { ownOrSettledResult, type StandardOverview } from '#core/rating/visitOverview.ts';
import { needsNoResult } from '#core/rating/applicabilityRules.ts';
import { standardHref } from '#client/parts/standardHref.ts';
import { usePreferences } from '#client/storage/preferences.ts';
import { LightMark } from '#client/ui/marks/LightMark.tsx';
import { ResultMark } from '#client/ui/marks/ResultMark.tsx';
import { GroupHeading } from '#client/ui/parts/GroupHeading.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import { Pill } from '#client/ui/parts/Pill.tsx';
import type { ListItem } from './listItems.ts';

/** A chapter's heading or a standard's row. */
export function ListItemView({ item, visitId, active }: { readonly item: ListItem; readonly visitId: string; readonly active: boolean }) {
  const { t } = useTranslation('rating');
  const language = useTitleLanguage();
  if (item.kind === 'row') return <StandardRow row={item.row} visitId={visitId} active={active} />;
  const title = textIn(item.title, language);
  return (
    <GroupHeading
      title={<span lang={title?.language}>{t('list.chapter', { number: item.number, title: title?.text ?? '' })}</span>}
      count={t('list.progress', { done: item.done, total: item.total })}
    />
  );
}

function StandardRow({ row, visitId, active }: { readonly row: StandardOverview; readonly visitId: string; readonly active: boolean }) {
  const { t } = useTranslation(['rating', 'vocabulary']);
  const language = useTitleLanguage();
  const { standard } = row.place;
  const title = textIn(standard.title, language);
  const result = ownOrSettledResult(row);
  const applicability = row.applicability ?? row.mine?.applicability ?? 'applicable';
  const rated = row.items.length > 0;
  const out = needsNoResult(applicability);
  return (
    <ListRow
      href={standardHref(visitId, standard.id)}
      active={active}
      dim={!rated || out}
      mark={rated && !out ? <ResultMark value={result} size={22} label={t(`vocabulary:result.${result}`)} /> : <span style={{ width: '1.375rem' }} />}
      number={standard.number}
      title={title?.text ?? ''}
      lang={title?.language}
      second={<RowPill row={row} />}
      corner={rated ? <Lights row={row} /> : null}
    />
  );
}

function RowPill({ row }: { readonly row: StandardOverview }) {
  const { t } = useTranslation(['rating', 'vocabulary']);
  const applicability = row.applicability ?? row.mine?.applicability ?? 'applicable';
  if (row.items.length === 0) return <Pill>{t(row.place.standard.reserved ? 'list.reserved' : 'list.nothingToRate')}</Pill>;
  if (row.team.kind === 'differs') return <Pill tone="warn">{t('list.different')}</Pill>;
  if (row.team.kind === 'to_settle_again') return <Pill tone="warn">{t('list.differentAgain')}</Pill>;
  return applicability === 'applicable' ? null : <Pill>{t(`vocabulary:applicability.${applicability}`)}</Pill>;
}

function Lights({ row }: { readonly row: StandardOverview }) {
  const { t } = useTranslation('vocabulary');
  return (['document', 'interview', 'observation'] as const).map((lane) => (
    <LightMark key={lane} letter={t(`laneLetter.${lane}`)} value={row.evidence[lane]} label={`${t(`lane.${lane}`)}: ${t(`light.${row.evidence[lane]}`)}`} />
  ));
}

/** In *both*, the list keeps the interface's language: two titles a row would halve it. */
function useTitleLanguage(): ManualLanguage {
  return usePreferences((preferences) => (preferences.manualLanguage === 'both' ? preferences.language : preferences.manualLanguage));
}
