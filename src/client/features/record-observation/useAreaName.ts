import { useCallback } from 'react';
import { areaName } from '#core/manual/areaName.ts';
import type { ShownText } from '#core/manual/localText.ts';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import { usePreferences } from '#client/storage/preferences.ts';
import type { OpenManual } from '#client/storage/WorkspaceContext.ts';

/** Areas by their name in the manual's language; in the screen's where both are shown. */
export function useAreaName(manual: OpenManual): (area: string) => ShownText {
  const screen = useInterfaceLanguage();
  const chosen = usePreferences((preferences) => preferences.manualLanguage);
  const language = chosen === 'both' ? screen : chosen;
  const areas = manual.kind === 'ready' ? manual.index.edition.areas : undefined;
  return useCallback((area) => areaName(areas ?? [], area, language), [areas, language]);
}
