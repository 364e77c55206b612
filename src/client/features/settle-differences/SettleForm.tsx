import { useNavigate } from '@tanstack/react-router';
import { IconArrowRight } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Standard } from '#core/manual/edition.ts';
import { teamRatingKey } from '#core/rating/ratingKey.ts';
import { undoOf } from '#core/rating/ratingChanges.ts';
import { differingApplicabilities, settlementChange, settlementChoices, sidesOf } from '#core/rating/settlement.ts';
import type { Applicability, RatingResult } from '#core/rating/values.ts';
import type { StandardOverview } from '#core/rating/visitOverview.ts';
import { entityOf } from '#core/op/scopeState.ts';
import { standardHref } from '#client/parts/standardHref.ts';
import { usePeople } from '#client/parts/usePeople.ts';
import { useSealing } from '#client/parts/useSealing.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { RadioCards } from '#client/ui/fields/RadioCards.tsx';
import { TextAreaField } from '#client/ui/fields/TextAreaField.tsx';
import { Dock } from '#client/ui/frame/Dock.tsx';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { showUndoToast } from '#client/ui/parts/showUndoToast.tsx';
import { ResultChoices } from './ResultChoices.tsx';
import { useKeptText } from './useKeptText.ts';

type SettleFormProps = {
  readonly world: VisitWorld;
  readonly row: StandardOverview;
  readonly following: Standard | undefined;
  readonly reading: ReactNode;
  readonly below: ReactNode;
};

/** The team leader's choice and its reason, written together in one act. */
export function SettleForm({ world, row, following, reading, below }: SettleFormProps) {
  const { t } = useTranslation(['settle', 'vocabulary', 'common']);
  const people = usePeople();
  const navigate = useNavigate();
  const { seal, errorText, sealing } = useSealing();
  const [result, setResult] = useState<RatingResult>();
  const [applicability, setApplicability] = useState<Applicability>();
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const { standard } = row.place;
  const edition = world.card.edition;
  const reason = useKeptText({ scope: world.visitScope, entity: 'teamRating', entityId: teamRatingKey(edition, standard.id), field: 'settled.reason' });
  const given = sidesOf(row.ratings);
  const applicabilities = differingApplicabilities(given);
  const lacksApplicability = applicabilities.length > 0 && applicability === undefined;
  const lacks = result === undefined ? 'result' : lacksApplicability ? 'applicability' : reason.text.trim() === '' ? 'reason' : undefined;
  const from = (choice: RatingResult): string => {
    const names = given.filter((rating) => rating.result === choice).map((rating) => people.get(rating.user)?.name ?? t('common:unknownPerson'));
    return names.length > 0 ? t('choice.of', { names: names.join(', ') }) : t(choice === 'verify_on_site' ? 'choice.look' : 'choice.middle');
  };

  const settle = async (): Promise<void> => {
    setAsked(true);
    if (result === undefined || lacks !== undefined) {
      // What is missing may stand below the edge of the screen.
      const missing = form.current?.querySelector<HTMLElement>(lacks === 'reason' ? 'textarea' : lacks === 'applicability' ? 'fieldset input' : 'input');
      missing?.focus({ preventScroll: true });
      missing?.scrollIntoView({ block: 'center' });
      return;
    }
    const change = settlementChange(
      { scope: world.visitScope, visit: world.visit, edition, standard: standard.id, ratings: row.ratings },
      { result, reason: reason.text.trim(), ...(applicability === undefined ? {} : { applicability }) },
    );
    const undo = undoOf(change, entityOf(world.visit, 'teamRating', teamRatingKey(edition, standard.id)));
    if (!(await seal([change], { drafts: [reason.key] }))) return;
    showUndoToast({
      id: 'settled',
      text: t('said', { number: standard.number, result: t(`vocabulary:result.${result}`) }),
      undo: { label: t('common:undo'), onUndo: () => void seal([undo]) },
    });
    await navigate({ to: following ? `${standardHref(world.visitId, following.id)}/settle` : `/visits/${world.visitId}` });
  };

  return (
    <PageColumn
      dock={
        <Dock
          main={
            <ActionButton kind="primary" size="lg" iconAfter={<IconArrowRight stroke={2.2} aria-hidden="true" />} disabled={sealing} onPress={() => void settle()}>
              {t(following ? 'settleAndNext' : 'settle')}
            </ActionButton>
          }
        >
          <ActionButton size="lg" href={following ? `${standardHref(world.visitId, following.id)}/settle` : `/visits/${world.visitId}`}>{t('later')}</ActionButton>
        </Dock>
      }
    >
      {reading}
      <div ref={form}>
        <Card title={t('question')} side={t('kept')}>
          {asked && lacks !== undefined && lacks !== 'reason' ? <Banner tone="warn" boxed alert>{t(`lacks.${lacks}`)}</Banner> : null}
          <ResultChoices
            label={t('question')}
            value={result}
            choices={settlementChoices(given).map((choice) => ({ value: choice, label: t(`vocabulary:result.${choice}`), second: from(choice) }))}
            onChange={setResult}
          />
          {applicabilities.length === 0 ? null : (
            <RadioCards
              label={t('applicability')}
              value={applicability ?? ''}
              options={applicabilities.map((value) => ({ value, label: t(`vocabulary:applicability.${value}`) }))}
              onChange={setApplicability}
            />
          )}
          <TextAreaField label={t('reason')} value={reason.text} onChange={reason.change} rows={2} error={reason.failed ?? (asked && lacks === 'reason' ? t('lacks.reason') : undefined)} />
          {errorText === undefined ? null : <Banner tone="bad" boxed alert>{errorText}</Banner>}
        </Card>
      </div>
      {below}
    </PageColumn>
  );
}
