import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '#core/visit/receipt.ts';
import { saveFile } from '#client/parts/saveFile.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { useNowMs } from '#client/parts/useNowMs.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { VisitFrame } from '#client/parts/VisitFrame.tsx';
import { HealthMark } from '#client/ui/marks/HealthMark.tsx';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { LoadingLines } from '#client/ui/parts/LoadingLines.tsx';
import { useReceipt } from './useReceipt.ts';
import { useReceiptWords } from './useReceiptWords.ts';
import styles from './receipt.module.css';

/** `/visits/$visitId/receipt`: every record of the visit with the server's confirmation; to print, or as a text file. */
export function ReceiptScreen({ visitId }: { readonly visitId: string }) {
  return <VisitFrame visitId={visitId} active="today">{(world) => <ReceiptOfVisit world={world} />}</VisitFrame>;
}

function ReceiptOfVisit({ world }: { readonly world: VisitWorld }) {
  const { t } = useTranslation('safety');
  const receipt = useReceipt(useMemo(() => [world.visitScope, world.agencyScope], [world.visitScope, world.agencyScope]));
  return (
    <PageColumn>
      {receipt ? <Lines world={world} receipt={receipt} /> : <LoadingLines label={t('looking')} />}
    </PageColumn>
  );
}

function Lines({ world, receipt }: { readonly world: VisitWorld; readonly receipt: Receipt }) {
  const { t } = useTranslation('safety');
  const format = useFormat();
  const madeAt = new Date(useNowMs()).toISOString();
  const zone = world.agencyCard.timeZone;
  const words = useReceiptWords(world, receipt, madeAt);
  const isWhole = receipt.waiting + receipt.held === 0;
  const save = (): void => saveFile(new File([words.text], `cotejo-${madeAt.slice(0, 10)}.txt`, { type: 'text/plain' }));
  return (
    <>
      <PageHeader
        title={t('receipt.title')}
        under={<>{world.agencyCard.name}<br />{`${format.date(world.card.startDate)} – ${format.date(world.card.endDate)}`}<br />{t('receipt.made', { when: format.dateTime(madeAt, zone) })}</>}
        side={
          <>
            <ActionButton onPress={() => window.print()} icon={<IconPrinter size="1.375rem" stroke={2} aria-hidden="true" />}>{t('receipt.print')}</ActionButton>
            <ActionButton onPress={save} icon={<IconDeviceFloppy size="1.375rem" stroke={2} aria-hidden="true" />}>{t('receipt.save')}</ActionButton>
          </>
        }
      />
      <Card look={isWhole ? 'ok' : 'warn'} label={t('receipt.title')}>
        <div className={styles.answer} role="status">
          <HealthMark value={isWhole ? 'ready' : 'attention'} size={28} />
          <div>
            <strong>{isWhole ? t('receipt.whole') : t('receipt.notWhole')}</strong>
            <p>{words.counts}</p>
          </div>
        </div>
      </Card>
      <div className={styles.frame}>
        <table className={styles.table} aria-label={t('receipt.list')}>
          <thead>
            <tr><th scope="col">{t('receipt.record')}</th><th scope="col">{t('receipt.author')}</th><th scope="col">{t('receipt.changed')}</th><th scope="col">{t('receipt.writings')}</th><th scope="col">{t('receipt.server')}</th></tr>
          </thead>
          <tbody>
            {receipt.lines.map((line) => (
              <tr key={line.key}>
                <th scope="row">{words.title(line)}</th>
                <td>{words.authors(line)}</td>
                <td>{format.dateTime(line.changedAt, zone)}</td>
                <td className={styles.number}>{format.number(line.ops.length)}</td>
                <td>{words.confirmed(line)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>{t('receipt.note')}</p>
    </>
  );
}
