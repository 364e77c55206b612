import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainFrame } from '#client/parts/PlainFrame.tsx';
import { useSession } from '#client/parts/SessionContext.ts';
import { useSafetyReport } from '#client/parts/useSafetyReport.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { LoadingLines } from '#client/ui/parts/LoadingLines.tsx';
import { FilesOnTheWay } from './FilesOnTheWay.tsx';
import { CopyCard } from './CopyCard.tsx';
import { RefusedTray } from './RefusedTray.tsx';
import { SafetyAnswer } from './SafetyAnswer.tsx';
import { SafetyChecks } from './SafetyChecks.tsx';
import { SafetyCounts } from './SafetyCounts.tsx';
import { VisitsCard } from './VisitsCard.tsx';
import { WaitingCard } from './WaitingCard.tsx';
import styles from './safety.module.css';

/** ¿Mi trabajo está a salvo? A sentence answers first; then counts that add up; then what came back and what protects. */
export function SafetyScreen() {
  const { t } = useTranslation('safety');
  const { syncNow } = useSession();
  const { report, refresh } = useSafetyReport();
  const [sending, setSending] = useState(false);
  const send = async (): Promise<void> => {
    setSending(true);
    await syncNow();
    await refresh();
    setSending(false);
  };
  const sendButton = (
    <ActionButton size="lg" disabled={sending} onPress={() => void send()} icon={<IconRefresh size="1.375rem" stroke={2} aria-hidden="true" />}>
      {sending ? t('sending') : t('sendNow')}
    </ActionButton>
  );
  return (
    <PlainFrame active="safe">
      <PageColumn>
        <PageHeader title={t('title')} side={sendButton} />
        {report ? (
          <>
            <SafetyAnswer report={report} />
            <SafetyCounts report={report} />
            <FilesOnTheWay />
            <div className={styles.pair}>
              <CopyCard report={report} />
              <WaitingCard report={report} />
            </div>
            <RefusedTray refused={report.refused} />
            <VisitsCard />
            <SafetyChecks report={report} onChanged={refresh} />
          </>
        ) : <LoadingLines label={t('looking')} />}
      </PageColumn>
    </PlainFrame>
  );
}
