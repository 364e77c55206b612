import { useTranslation } from 'react-i18next';
import type { Receipt, ReceiptLine } from '#core/visit/receipt.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { usePeople } from '#client/parts/usePeople.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';

export type ReceiptWords = {
  readonly title: (line: ReceiptLine) => string;
  readonly authors: (line: ReceiptLine) => string;
  readonly confirmed: (line: ReceiptLine) => string;
  readonly counts: string;
  /** The whole receipt as plain text: every record, and below it every writing of it. */
  readonly text: string;
};

/** The receipt in words; no sentence that anybody wrote is in it. */
export function useReceiptWords(world: VisitWorld, receipt: Receipt, madeAt: string): ReceiptWords {
  const { t } = useTranslation(['safety', 'common']);
  const format = useFormat();
  const people = usePeople();
  const zone = world.agencyCard.timeZone;
  const nameOf = (id: string): string => people.get(id)?.name ?? t('common:unknownPerson');
  const when = (ms: number | undefined): string => (ms === undefined ? t('receipt.noTime') : format.dateTime(new Date(ms).toISOString(), zone));
  const kind = (line: ReceiptLine): string => (line.entity === 'finding' && line.scope === world.agencyScope ? t('entity.agencyFinding') : t(`entity.${line.entity}`, { defaultValue: t('entity.other') }));
  const title = (line: ReceiptLine): string => [kind(line), line.name].filter(Boolean).join(' ');
  const authors = (line: ReceiptLine): string => line.authors.map(nameOf).join(', ');
  const said = (one: ReceiptLine['confirmed']): string => (one ? t('receipt.confirmed', { number: format.number(one.seq), when: when(one.confirmedAtMs) }) : t('receipt.notYet'));
  const counts = [
    t('receipt.total', { count: receipt.total, formatted: format.number(receipt.total) }),
    t('receipt.onServer', { formatted: format.number(receipt.onServer) }),
    receipt.held === 0 ? '' : t('receipt.held', { formatted: format.number(receipt.held) }),
    t('receipt.waiting', { formatted: format.number(receipt.waiting) }),
  ].filter(Boolean).join(' · ');
  const text = (): string => [
    t('receipt.title'), world.agencyCard.name, `${format.date(world.card.startDate)} – ${format.date(world.card.endDate)}`,
    t('receipt.made', { when: format.dateTime(madeAt, zone) }), counts, '',
    ...receipt.lines.flatMap((line) => [
      `${title(line)} · ${authors(line)}`,
      ...line.ops.map((op) => `  ${format.dateTime(op.at, zone)} · ${nameOf(op.actor)} · ${said(op.confirmed)}`),
    ]),
    '',
  ].join('\n');
  return {
    title, authors, counts, confirmed: (line) => said(line.confirmed),
    get text() {
      return text();
    },
  };
}
