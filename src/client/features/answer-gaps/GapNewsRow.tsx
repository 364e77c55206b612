import { useTranslation } from 'react-i18next';
import type { GapNews } from '#core/finding/gapNews.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { usePeople } from '#client/parts/usePeople.ts';
import { FindingStateMark } from '#client/ui/marks/FindingStateMark.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import { gapHref } from './gapHref.ts';
import type { AgencyWorld } from './useAgencyWorld.ts';

type GapNewsRowProps = { readonly world: AgencyWorld; readonly news: GapNews; readonly numberOf: ReadonlyMap<string, string> };

const MARK_OF = { handed_over: 'published', closed: 'verified_closed', returned: 'returned', reopened: 'reopened', accepted_risk: 'accepted_risk' } as const;

/** One thing that the team did, and when. */
export function GapNewsRow({ world, news, numberOf }: GapNewsRowProps) {
  const { t } = useTranslation(['gaps', 'common']);
  const format = useFormat();
  const name = usePeople().get(news.by)?.name ?? t('common:unknownPerson');
  const [first] = news.findings;
  const number = numberOf.get(first?.id ?? '') ?? '';
  const text = news.what === 'handed_over' && news.findings.length > 1
    ? t('news.severalHandedOver', { count: news.findings.length })
    : t(`news.${news.what}`, { number });
  return (
    <ListRow
      inCard
      mark={<FindingStateMark value={MARK_OF[news.what]} />}
      title={text}
      second={`${name} · ${format.dateTime(news.at, world.card.timeZone)}`}
      {...(first && news.findings.length === 1 ? { href: gapHref(world.agencyId, first.id), chevron: true } : {})}
    />
  );
}
