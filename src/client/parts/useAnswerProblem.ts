import { useTranslation } from 'react-i18next';
import type { AnswerProblem } from '#core/form/formView.ts';
import { textIn } from '#core/manual/localText.ts';
import { useInterfaceLanguage } from './useInterfaceLanguage.ts';

/** Why an answer does not fit, in the form's own words where it has some. What is missing is told at the end, not while one fills in. */
export function useAnswerProblem(problem: AnswerProblem | undefined): string | undefined {
  const { t } = useTranslation('forms');
  const language = useInterfaceLanguage();
  switch (problem?.type) {
    case undefined:
    case 'required': return undefined;
    case 'not-a-number': return t('problem.notANumber');
    case 'constraint': return textIn(problem.message, language)?.text ?? t('problem.constraint');
  }
}
