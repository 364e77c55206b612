import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import type { ListedEdition } from './useNewestEdition.ts';

/** Names editions in the interface language, else in the other, else by id. */
export function useListedName(): (edition: ListedEdition) => string {
  const language = useInterfaceLanguage();
  return ({ id, name }) => name[language] ?? name.es ?? name.en ?? id;
}
