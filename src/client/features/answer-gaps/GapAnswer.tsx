import { useTranslation } from 'react-i18next';
import type { AgencyFinding } from '#core/finding/agencyFinding.ts';
import type { FieldValues } from '#core/op/op.ts';
import { DraftTextArea } from '#client/parts/DraftTextArea.tsx';
import { DraftTextInput } from '#client/parts/DraftTextInput.tsx';
import { SavedDateField } from '#client/parts/SavedDateField.tsx';
import { useFormat } from '#client/parts/useFormat.ts';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import { useIsWaiting } from '#client/parts/useIsWaiting.ts';
import { useSealing } from '#client/parts/useSealing.ts';
import { RadioCards } from '#client/ui/fields/RadioCards.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { GapAnswerRead } from './GapAnswerRead.tsx';
import type { AgencyWorld } from './useAgencyWorld.ts';

type GapAnswerProps = { readonly world: AgencyWorld; readonly finding: AgencyFinding };

const CHOICES = ['accepted', 'declined', 'disputed'] as const;

/** The agency's answer: accepts or not, who, by when, what will be done. Saves itself. */
export function GapAnswer({ world, finding }: GapAnswerProps) {
  const { t } = useTranslation('gaps');
  const format = useFormat();
  const screen = useInterfaceLanguage();
  const { seal, errorText } = useSealing();
  const waiting = useIsWaiting(finding.entity.ops.map((op) => op.id));
  if (!world.canAnswer) return <GapAnswerRead finding={finding} />;
  const { value, dueDate, commentLanguage } = finding.answer;
  const at = { scope: world.scope, entity: 'finding', entityId: finding.id } as const;
  const set = async (fields: FieldValues): Promise<boolean> => (await seal([{ ...at, set: fields }])) !== undefined;
  const written = commentLanguage ?? screen;
  const refuses = value === 'declined' || value === 'disputed';
  return (
    <Card title={t('answer.title')} side={waiting ? t('waiting') : null}>
      {errorText === undefined ? null : <Banner tone="bad" boxed alert>{errorText}</Banner>}
      <RadioCards
        label={t('answer.question')}
        value={value === 'none' ? '' : value}
        options={CHOICES.map((choice) => ({ value: choice, label: t(`answer.${choice}`), second: t(`answer.${choice}Help`) }))}
        onChange={(choice) => void set({ 'answer.value': choice })}
      />
      {refuses ? null : (
        <>
          <DraftTextInput target={{ ...at, field: 'answer.responsible' }} label={t('answer.responsible')} help={t('answer.responsibleHelp')} />
          <SavedDateField
            label={t('answer.date')}
            help={finding.dueDate ? t('answer.dateHelp', { date: format.date(finding.dueDate) }) : undefined}
            value={dueDate ?? ''}
            onSave={(date) => set({ 'answer.dueDate': date })}
          />
        </>
      )}
      <DraftTextArea
        target={{ ...at, field: 'answer.comment' }}
        label={t(refuses ? 'answer.why' : 'answer.what')}
        also={{ 'answer.commentLang': written }}
        lang={written}
        minRows={3}
      />
    </Card>
  );
}
