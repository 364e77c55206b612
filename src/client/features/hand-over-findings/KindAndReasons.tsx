import { useTranslation } from 'react-i18next';
import { FINDING_KINDS } from '#core/finding/values.ts';
import { GAP_REASONS } from '#core/rating/values.ts';
import { RadioCards } from '#client/ui/fields/RadioCards.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { ChipRow } from '#client/ui/parts/ChipRow.tsx';
import { FilterChip } from '#client/ui/parts/FilterChip.tsx';
import { type DraftEditProps, useDraftEdit } from './useDraftEdit.ts';

/** What sort of finding it is, and why the standard falls short. */
export function KindAndReasons(props: DraftEditProps) {
  const { t } = useTranslation(['finding', 'vocabulary']);
  const { draft } = props;
  const { set, errorText } = useDraftEdit(props);
  const falls = draft.kind === undefined || draft.kind === 'gap' || draft.kind === 'file_issue' || draft.kind === 'concern';
  return (
    <Card>
      {errorText === undefined ? null : <Banner tone="bad" boxed alert>{errorText}</Banner>}
      <RadioCards
        label={t('kind')}
        value={draft.kind ?? ''}
        options={FINDING_KINDS.map((kind) => ({ value: kind, label: t(`vocabulary:findingKind.${kind}`), second: t(`kindHelp.${kind}`) }))}
        onChange={(kind) => set({ kind })}
      />
      {falls ? (
        <>
          <h2>{t('reasons')}</h2>
          <ChipRow label={t('reasons')}>
            {GAP_REASONS.map((reason) => {
              const chosen = draft.reasons.includes(reason);
              return (
                <FilterChip key={reason} selected={chosen} onPress={() => void set({ [`reason.${reason}`]: !chosen })}>
                  {t(`vocabulary:gapReason.${reason}`)}
                </FilterChip>
              );
            })}
          </ChipRow>
        </>
      ) : null}
    </Card>
  );
}
