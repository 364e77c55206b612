import { useEffect, useState, useSyncExternalStore } from 'react';
import type { AgencyFinding } from '#core/finding/agencyFinding.ts';
import type { Gap } from '#core/finding/gapList.ts';
import { findingNumber } from '#core/finding/findingNumber.ts';
import type { ManualIndex } from '#core/manual/manualIndex.ts';
import { textIn } from '#core/manual/localText.ts';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';

const manualKey = (finding: AgencyFinding): string => `${finding.edition}\n${String(finding.revision)}`;

/** Findings with their place in the manual, as far as its chapters are on this phone. Visits may use different editions. */
export function useGapPlaces(findings: readonly AgencyFinding[]): readonly Gap[] {
  const workspace = useWorkspace();
  const language = useInterfaceLanguage();
  const version = useSyncExternalStore(workspace.subscribe, workspace.manualsVersion);
  const [manuals, setManuals] = useState<ReadonlyMap<string, ManualIndex>>(new Map());
  const wanted = [...new Set(findings.map(manualKey))].sort().join('\n\n');
  useEffect(() => {
    let current = true;
    const open = async (key: string): Promise<readonly (readonly [string, ManualIndex])[]> => {
      const [edition = '', revision = ''] = key.split('\n');
      const index = await workspace.openManual(edition, Number(revision));
      return index ? [[key, index]] : [];
    };
    void Promise.all(wanted.split('\n\n').filter(Boolean).map(open)).then((opened) => {
      if (current) setManuals(new Map(opened.flat()));
    });
    return () => {
      current = false;
    };
  }, [workspace, wanted, version]);

  return findings.map((finding) => {
    const index = manuals.get(manualKey(finding));
    const place = index?.placeById.get(finding.standard);
    const number = findingNumber(index, finding.standard, finding.bullets);
    if (!place || number === undefined) return { finding, place: undefined };
    return { finding, place: { number, chapter: place.chapter.number, chapterTitle: textIn(place.chapter.title, language)?.text ?? '' } };
  });
}
