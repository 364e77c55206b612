import { useTranslation } from 'react-i18next';
import { useEditionName } from '#client/parts/useEditionName.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { usePeople } from '#client/parts/usePeople.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import type { CheckKey } from './readiness.ts';
import type { Look } from './useSeen.ts';

/** What was seen of each check, in words. */
export function useSeenWords(world: VisitWorld, { seen, report }: Look): Readonly<Record<CheckKey, string>> {
  const { t } = useTranslation('prepare');
  const format = useFormat();
  const people = usePeople();
  const edition = useEditionName(world.card.edition) ?? world.card.edition;
  const languages = world.manual.kind === 'ready' ? world.manual.index.edition.languages.map((language) => t(`language.${language}`)) : [];
  const shellWords = (key: 'app' | 'texts'): string => t(seen.shell.type === 'absent' ? 'seen.noServiceWorker' : `seen.${key}`);
  const names = world.card.team.map((id) => people.get(id)?.name ?? t('seen.unknownPerson'));
  return {
    app: shellWords('app'),
    texts: shellWords('texts'),
    manual: seen.manual
      ? [edition, t('seen.standards', { count: seen.manual.standards, formatted: format.number(seen.manual.standards) }), languages.join(', '), t('seen.opened')].filter(Boolean).join(' · ')
      : t('seen.manualMissing', { name: edition }),
    forms: t(`seen.forms.${seen.forms}`),
    data: seen.lastAnswerAtMs === undefined
      ? t('seen.neverReached')
      : [t('seen.reachedAt', { when: format.dateTime(new Date(seen.lastAnswerAtMs).toISOString()) }), seen.waiting > 0 ? t('seen.waiting', { count: seen.waiting, formatted: format.number(seen.waiting) }) : ''].filter(Boolean).join(' · '),
    photos: seen.photosMissing > 0 ? t('seen.photosMissing', { count: seen.photosMissing, formatted: format.number(seen.photosMissing) }) : t('seen.photos', { count: seen.photos, formatted: format.number(seen.photos) }),
    space: [
      seen.freeBytes === undefined ? t('seen.spaceUnknown') : t('seen.free', { size: format.bytes(seen.freeBytes) }),
      t(seen.hasReserve ? 'seen.reserve' : 'seen.noReserve', { size: format.bytes(report.reserveBytes) }),
    ].join(' · '),
    persisted: t(seen.persisted ? 'seen.persisted' : 'seen.notPersisted'),
    installed: t(seen.installed ? 'seen.installed' : howToInstall()),
    team: names.join(', '),
  };
}

/** iPad and iPhone install from the share sheet; the others from the browser's menu. */
function howToInstall(): 'seen.installApple' | 'seen.installOther' {
  return /iPad|iPhone|Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1 ? 'seen.installApple' : 'seen.installOther';
}
