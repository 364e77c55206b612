import { textIn } from '#core/manual/localText.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { useInterfaceLanguage } from './useInterfaceLanguage.ts';

/** The name of an edition that this person may use, in the interface language where it has one. */
export function useEditionName(edition: string): string | undefined {
  const language = useInterfaceLanguage();
  const found = useWorkspace().me.editions.find((candidate) => candidate.id === edition);
  const { es, en } = found?.name ?? {};
  return textIn({ ...(es === undefined ? {} : { es }), ...(en === undefined ? {} : { en }) }, language)?.text;
}
