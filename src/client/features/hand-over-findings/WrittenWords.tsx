import { useTranslation } from 'react-i18next';
import { DraftTextArea } from '#client/parts/DraftTextArea.tsx';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { Segmented } from '#client/ui/parts/Segmented.tsx';
import { type DraftEditProps, useDraftEdit } from './useDraftEdit.ts';

/** What was found and what proof is wanted, each in a language of its own. */
export function WrittenWords(props: DraftEditProps) {
  const { t } = useTranslation('finding');
  const { draft } = props;
  return (
    <Card>
      <WrittenField {...props} field="statement" languageField="statementLang" language={draft.statementLanguage} label={t('statement')} help={t('statementHelp')} />
      <WrittenField {...props} field="proofWanted" languageField="proofWantedLang" language={draft.proofWantedLanguage} label={t('proofWanted')} help={t('proofWantedHelp')} />
    </Card>
  );
}

type WrittenFieldProps = DraftEditProps & {
  readonly field: string;
  readonly languageField: string;
  readonly language: 'es' | 'en' | undefined;
  readonly label: string;
  readonly help: string;
};

function WrittenField({ world, draft, field, languageField, language, label, help }: WrittenFieldProps) {
  const { t } = useTranslation(['finding', 'common']);
  const screen = useInterfaceLanguage();
  const { set, errorText } = useDraftEdit({ world, draft });
  const written = language ?? screen;
  return (
    <>
      <DraftTextArea
        target={{ scope: world.visitScope, entity: 'finding', entityId: draft.id, field }}
        label={label}
        help={help}
        also={{ [languageField]: written }}
        lang={written}
      />
      {errorText === undefined ? null : <Banner tone="bad" boxed alert>{errorText}</Banner>}
      <Segmented
        label={t('languageOf', { field: label })}
        value={written}
        options={[{ value: 'es', label: t('common:languageName.es'), lang: 'es' }, { value: 'en', label: t('common:languageName.en'), lang: 'en' }]}
        onChange={(chosen) => void set({ [languageField]: chosen })}
      />
    </>
  );
}
