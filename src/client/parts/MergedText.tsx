import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { entityOf } from '#core/op/scopeState.ts';
import { mergedView, type MergedView } from '#core/text/mergedView.ts';
import { useScopeState } from '#client/storage/WorkspaceContext.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { MarkedText } from '#client/ui/parts/MarkedText.tsx';
import styles from './MergedText.module.css';
import { TextSideView } from './TextSideView.tsx';
import { MergedTextEditor } from './MergedTextEditor.tsx';
import type { DraftTarget } from './useDraftText.ts';
import { usePeople } from './usePeople.ts';
import { useSealing } from './useSealing.ts';

type MergedTextProps = {
  readonly target: DraftTarget;
  readonly label: string;
  readonly timeZone: string;
  /** User ids in the order of the team: gives each author a mark of their own. */
  readonly team: readonly string[];
  /** False: only its author may settle it; the texts are shown. */
  readonly canSettle?: boolean;
};

/** A text that people changed apart: both shown, merged where a machine may, until a person confirms, rewords or takes one. Nothing where there is no difference. */
export function MergedText(props: MergedTextProps) {
  const { scope, entity, entityId, field } = props.target;
  const view = mergedView(entityOf(useScopeState(scope), entity, entityId), field);
  return view ? <Difference {...props} view={view} /> : null;
}

function Difference({ target, label, timeZone, team, canSettle = true, view }: MergedTextProps & { readonly view: MergedView }) {
  const { t } = useTranslation('capture');
  const people = usePeople();
  const { seal, errorText, sealing } = useSealing();
  const [editing, setEditing] = useState(false);
  const nameOf = (id: string): string => people.get(id)?.name ?? t('common:unknownPerson');
  const placeOf = (id: string): number => Math.max(0, team.indexOf(id));
  const language = view.sides[0]?.language;

  const settle = (text: string, lang: 'es' | 'en' | undefined): void => {
    const { scope, entity, entityId, field } = target;
    const set = { [field]: text, ...(lang === undefined ? {} : { [`${field}Lang`]: lang }) };
    // Only the heads on the screen: a text that arrives meanwhile stays a difference.
    void seal([{ scope, entity, entityId, set, base: { [field]: view.heads } }]);
  };
  const whole = view.kind === 'merged' ? view.text : view.sides.map((side) => side.text).join('\n\n');

  return (
    <Card look="warn" title={t('merged.title', { field: label })}>
      <p role="status">{view.kind === 'merged' ? t('merged.isMerged') : t('merged.sideBySide')}</p>
      {editing ? <MergedTextEditor target={target} label={label} startWith={whole} language={language} onUntouched={() => settle(whole, language)} /> : (
        <>
          {view.kind === 'merged' ? (
            <MarkedText
              lang={language}
              segments={view.segments.flatMap(({ text, author }) => {
                if (author === undefined) return [{ text }];
                // The space after a part is nobody's: it keeps the badge away from the next words.
                const words = text.trimEnd();
                return [{ text: words, author: { name: nameOf(author), place: placeOf(author) } }, { text: text.slice(words.length) }];
              })}
            />
          ) : null}
          {canSettle ? (
            <div className={styles.actions}>
              {view.kind === 'merged' ? <ActionButton kind="primary" disabled={sealing} onPress={() => settle(view.text, language)}>{t('merged.confirm')}</ActionButton> : null}
              <ActionButton onPress={() => setEditing(true)}>{view.kind === 'merged' ? t('merged.edit') : t('merged.reword')}</ActionButton>
            </div>
          ) : null}
        </>
      )}
      <div className={styles.sides}>
        {view.sides.map((side) => (
          <TextSideView key={side.opId} side={side} timeZone={timeZone} place={placeOf(side.author)} {...(canSettle ? { onTake: () => settle(side.text, side.language) } : {})} />
        ))}
      </div>
      {errorText === undefined ? null : <Banner tone="bad" boxed alert>{errorText}</Banner>}
    </Card>
  );
}
