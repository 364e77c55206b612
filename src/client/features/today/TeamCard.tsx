import { useTranslation } from 'react-i18next';
import { isGivenResult, type StandardOverview } from '#core/rating/visitOverview.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { usePeople } from '#client/parts/usePeople.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { Card } from '#client/ui/parts/Card.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import { PersonBadge } from '#client/ui/parts/PersonBadge.tsx';

/** Who is on the visit and how far each one is, as far as this tablet knows. */
export function TeamCard({ world, rows }: { readonly world: VisitWorld; readonly rows: readonly StandardOverview[] }) {
  const { t } = useTranslation(['today', 'vocabulary', 'common']);
  const format = useFormat();
  const people = usePeople();
  const me = useWorkspace().me.person.id;
  return (
    <Card flush label={t('team.title')}>
      {world.card.team.map((user, place) => {
        const name = people.get(user)?.name ?? t('common:unknownPerson');
        const given = rows.flatMap((row) => row.ratings).filter((rating) => rating.user === user && isGivenResult(rating.result));
        const last = given.map((rating) => rating.facts.changedAt).sort().at(-1);
        return (
          <ListRow
            key={user}
            inCard
            strong
            mark={<PersonBadge name={name} place={place} size={34} />}
            title={user === me ? t('team.me', { name }) : name}
            second={t(user === world.card.leader ? 'vocabulary:accountRole.team_leader' : 'vocabulary:accountRole.technical_advisor')}
            side={last === undefined ? t('team.none') : t('team.results', { count: given.length, when: format.dateTime(last, world.agencyCard.timeZone) })}
          />
        );
      })}
    </Card>
  );
}
