import { IconFlag, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { draftFindingsOf } from '#core/finding/draftFinding.ts';
import { likelyReasons } from '#core/rating/likelyReasons.ts';
import { reasonLanguageTap, whyTap, type RatingDesk } from '#core/rating/ratingChanges.ts';
import { ratingKey } from '#core/rating/ratingKey.ts';
import type { RatingResult } from '#core/rating/values.ts';
import type { StandardOverview } from '#core/rating/visitOverview.ts';
import { useDraftNote } from '#client/parts/useDraftNote.ts';
import { useDraftText } from '#client/parts/useDraftText.ts';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { TextField } from '#client/ui/fields/TextField.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { ChipRow } from '#client/ui/parts/ChipRow.tsx';
import { FilterChip } from '#client/ui/parts/FilterChip.tsx';
import { IconButton } from '#client/ui/parts/IconButton.tsx';
import { ReasonPanel } from '#client/ui/parts/ReasonPanel.tsx';
import { SavedNote } from '#client/ui/parts/SavedNote.tsx';
import { Segmented } from '#client/ui/parts/Segmented.tsx';
import { FindingsOfStandard } from './FindingsOfStandard.tsx';
import { useNewFinding } from './useNewFinding.ts';
import type { Acts } from './useActs.ts';
import styles from './ReasonDock.module.css';

type ReasonDockProps = {
  readonly world: VisitWorld;
  readonly row: StandardOverview;
  readonly desk: RatingDesk;
  readonly acts: Acts;
  readonly result: RatingResult;
  readonly onClose: () => void;
};

const SHOWN_FIRST = 3;

/** **¿Por qué?** Asked, never demanded. A comment to a compliance has words only: it has no gap to explain. */
export function ReasonDock({ world, row, desk, acts, result, onClose }: ReasonDockProps) {
  const { t } = useTranslation(['rating', 'vocabulary', 'common']);
  const screenLanguage = useInterfaceLanguage();
  const language = desk.mine?.reasonLanguage ?? screenLanguage;
  const draft = useDraftText(
    { scope: desk.scope, entity: 'rating', entityId: ratingKey(desk.edition, desk.standard.id, desk.me), field: 'reason' },
    { reasonLang: language },
  );
  const note = useDraftNote(draft);
  const { createFinding, error } = useNewFinding(desk);
  const findings = draftFindingsOf(world.visit).filter((finding) => finding.standard === desk.standard.id);
  const isComment = result === 'in_compliance_comment';
  return (
    <ReasonPanel
      title={t(isComment ? 'why.comment' : 'why.title')}
      {...(isComment ? {} : { hint: t('why.hint') })}
      side={
        <span className={styles.side}>
          <FindingsOfStandard world={world} findings={findings} />
          {note.text === undefined ? <span className={styles.later}>{t('why.later')}</span> : <SavedNote text={note.text} saved={note.saved} />}
          <IconButton bare label={t('common:close')} icon={<IconX stroke={2} />} onPress={onClose} />
        </span>
      }
      reasons={isComment ? null : <WhyChips row={row} desk={desk} acts={acts} />}
      line={
        <>
          <TextField
            label={t(isComment ? 'why.comment' : 'why.line')}
            labelHidden
            value={draft.value}
            onChange={draft.change}
            onBlur={() => void draft.save()}
            lang={language}
            error={note.error ?? error}
          />
          <Segmented
            label={t('why.language')}
            value={language}
            onChange={(value) => void acts.act([reasonLanguageTap(desk, value)])}
            options={[{ value: 'es', label: t('vocabulary:languageTag.es') }, { value: 'en', label: t('vocabulary:languageTag.en') }]}
          />
          {isComment ? null : (
            <ActionButton kind="dangerSoft" icon={<IconFlag stroke={2.2} />} onPress={() => void createFinding(draft.value, language)}>
              {t(findings.length === 0 ? 'why.createFinding' : 'why.anotherFinding')}
            </ActionButton>
          )}
        </>
      }
    />
  );
}

/** The three likeliest and those already chosen; *Otros* shows all. The order stays while the panel is open: no chip moves under the finger. */
function WhyChips({ row, desk, acts }: Pick<ReasonDockProps, 'row' | 'desk' | 'acts'>) {
  const { t } = useTranslation(['rating', 'vocabulary']);
  const [all, setAll] = useState(false);
  const [reasons] = useState(() => likelyReasons(desk.standard, desk.mine?.bullets ?? new Map(), row.evidence));
  const chosen = desk.mine?.whys ?? [];
  const shown = reasons.filter((reason, at) => all || at < SHOWN_FIRST || chosen.includes(reason));
  return (
    <ChipRow label={t('why.reasons')}>
      {shown.map((reason) => (
        <FilterChip key={reason} selected={chosen.includes(reason)} onPress={() => void acts.act([whyTap(desk, reason)])}>
          {t(`vocabulary:gapReason.${reason}`)}
        </FilterChip>
      ))}
      {shown.length < reasons.length ? (
        <FilterChip selected={false} onPress={() => setAll(true)}>{t('why.others', { number: reasons.length - shown.length })}</FilterChip>
      ) : null}
    </ChipRow>
  );
}
