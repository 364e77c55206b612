import { useTranslation } from 'react-i18next';
import type { Json } from '#core/json.ts';
import type { FieldValues } from '#core/op/op.ts';
import type { EntityState } from '#core/op/scopeState.ts';
import type { Observation } from '#core/visit/observation.ts';
import { ConflictChoice } from '#client/parts/ConflictChoice.tsx';
import { useFormat } from '#client/parts/useFormat.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { useAreaName } from './useAreaName.ts';

type ObservationConflictsProps = { readonly world: VisitWorld; readonly observation: Observation; readonly entity: EntityState | undefined; readonly onChoose: (set: FieldValues) => void };

const FIELDS = ['area', 'outcome', 'barrier', 'observedAt', 'textLang'] as const;

/** What two people said differently of one observation (its words apart), and that an edit brought it back from deletion. */
export function ObservationConflicts({ world, observation, entity, onChoose }: ObservationConflictsProps) {
  const { t } = useTranslation(['observation', 'vocabulary']);
  const format = useFormat();
  const areaNameOf = useAreaName(world.manual);
  const timeZone = world.agencyCard.timeZone;
  const wordFor: Readonly<Record<(typeof FIELDS)[number], (value: string) => string>> = {
    area: (value) => areaNameOf(value).text,
    outcome: (value) => t(`vocabulary:light.${value}`),
    barrier: (value) => t(`vocabulary:barrier.${value}`),
    observedAt: (value) => format.dateTime(value, timeZone),
    textLang: (value) => t(`vocabulary:language.${value}`),
  };
  const nameOf = (field: (typeof FIELDS)[number]) => (value: Json): string => (typeof value === 'string' && value !== '' ? wordFor[field](value) : t('conflict.nothing'));
  // Texts in two languages are settled with their language.
  const fields = FIELDS.filter((field) => field !== 'textLang' || !observation.text.conflict);
  return (
    <>
      {observation.facts.deletion === 'brought-back' ? (
        <Banner tone="warn" boxed action={<ActionButton onPress={() => onChoose({ deleted: false })}>{t('broughtBack.keep')}</ActionButton>}>{t('broughtBack.text')}</Banner>
      ) : null}
      {fields.map((field) => (
        <ConflictChoice key={field} entity={entity} field={field} label={t(`conflict.field.${field}`)} timeZone={timeZone} nameOf={nameOf(field)} onChoose={(value) => onChoose({ [field]: value })} />
      ))}
    </>
  );
}
