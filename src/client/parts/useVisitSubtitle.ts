import { useTranslation } from 'react-i18next';
import { textIn } from '#core/manual/localText.ts';
import { useEditionName } from './useEditionName.ts';
import { useInterfaceLanguage } from './useInterfaceLanguage.ts';
import type { VisitWorld } from './useVisit.ts';
import { useVisitTime } from './useVisitTime.ts';

/** "Preevaluación completa · día 2 de 3 · Manual de muestra LE". */
export function useVisitSubtitle({ card, agencyCard, manual }: Pick<VisitWorld, 'card' | 'agencyCard' | 'manual'>): string {
  const { t } = useTranslation('vocabulary');
  const when = useVisitTime(card, agencyCard.timeZone);
  const known = useEditionName(card.edition);
  const language = useInterfaceLanguage();
  const name = known ?? (manual.kind === 'ready' ? textIn(manual.index.edition.name, language)?.text : undefined);
  return [card.kind && t(`visitKind.${card.kind}`), when, name].filter(Boolean).join(' · ');
}
