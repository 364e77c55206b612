import { useTranslation } from 'react-i18next';
import { findingConflictsOf, keepSide, type ConflictSide, type FindingConflict } from '#core/finding/findingConflicts.ts';
import { Author } from '#client/parts/Author.tsx';
import { useSealing } from '#client/parts/useSealing.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './FindingConflicts.module.css';
import { useConflictWords } from './useConflictWords.ts';
import { type DraftEditProps, useDraftEdit } from './useDraftEdit.ts';

/** Everything that two people wrote differently, side by side; none wins by itself, and neither is mixed with the other. */
export function FindingConflicts({ world, draft }: DraftEditProps) {
  const { t } = useTranslation('finding');
  const { set } = useDraftEdit({ world, draft });
  return (
    <>
      {draft.facts.deletion === 'brought-back' ? (
        <Banner tone="warn" boxed action={<ActionButton onPress={() => void set({ deleted: false })}>{t('broughtBack.keep')}</ActionButton>}>{t('broughtBack.text')}</Banner>
      ) : null}
      {findingConflictsOf(draft).map((conflict) => <OneConflict key={conflict.field} world={world} draft={draft} conflict={conflict} />)}
    </>
  );
}

function OneConflict({ world, draft, conflict }: DraftEditProps & { readonly conflict: FindingConflict }) {
  const { t } = useTranslation('finding');
  const { fieldName } = useConflictWords(world);
  const written = conflict.field === 'statement' || conflict.field === 'proofWanted';
  return (
    <Card look="current" title={t('conflict.title', { field: fieldName(conflict.field) })}>
      <p>{t(written ? 'conflict.textHelp' : 'conflict.help')}</p>
      <div className={styles.sides}>
        {conflict.sides.map((side) => <OneSide key={side.op.id} world={world} draft={draft} conflict={conflict} side={side} />)}
      </div>
    </Card>
  );
}

function OneSide({ world, draft, conflict, side }: DraftEditProps & { readonly conflict: FindingConflict; readonly side: ConflictSide }) {
  const { t } = useTranslation('finding');
  const { valueWords, languageOf } = useConflictWords(world);
  const { seal, errorText, sealing } = useSealing();
  return (
    <article className={styles.side}>
      <p className={styles.words} lang={languageOf(conflict.field, side.op)}>{valueWords(conflict.field, side.value)}</p>
      <Author userId={side.op.actor} at={side.op.at} timeZone={world.agencyCard.timeZone} place={Math.max(0, world.card.team.indexOf(side.op.actor))} />
      {errorText === undefined ? null : <Banner tone="bad" boxed alert>{errorText}</Banner>}
      <ActionButton onPress={() => void seal([keepSide(world.visitScope, draft, conflict, side)])} disabled={sealing}>{t('conflict.keep')}</ActionButton>
    </article>
  );
}
