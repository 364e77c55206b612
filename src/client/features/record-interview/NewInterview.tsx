import { useEffect, useRef, useState } from 'react';
import { nextSpokenCode } from '#core/visit/spokenCode.ts';
import { PRIVACY_NOTICE_VERSION, type Consent } from '#core/visit/values.ts';
import { beginRecord } from '#client/parts/beginRecord.ts';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import { useSealing } from '#client/parts/useSealing.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { ConsentStep } from './ConsentStep.tsx';
import { RefusedStep } from './RefusedStep.tsx';
import { WhoStep, type Interviewee } from './WhoStep.tsx';

type NewInterviewProps = {
  readonly world: VisitWorld;
  readonly standardId: string | undefined;
  /** The first half of the key of the interview that now exists. */
  readonly onBegun: (interviewId: string) => void;
};

type Step = 'who' | 'consent' | 'refused';
const NOBODY: Interviewee = { role: '', unit: '', shift: '' };

/** Post, notice, consent. Nothing is kept anywhere, drafts neither, until the person has consented; then all in one act. */
export function NewInterview({ world, standardId, onBegun }: NewInterviewProps) {
  const workspace = useWorkspace();
  const textLang = useInterfaceLanguage();
  const { seal, errorText, sealing } = useSealing();
  const [step, setStep] = useState<Step>('who');
  const [who, setWho] = useState(NOBODY);
  const [noticeLang, setNoticeLang] = useState(textLang);
  const [noticeShownAt, setNoticeShownAt] = useState('');
  const me = workspace.me.person;
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => page.current?.querySelector('h1')?.focus(), [step]);

  const showNotice = (): void => {
    setNoticeShownAt(new Date(workspace.nowMs()).toISOString());
    setStep('consent');
  };
  const begin = async (consent: Consent, attributable: boolean): Promise<void> => {
    const uuid = workspace.newId();
    const sealed = await seal([{
      scope: world.visitScope,
      entity: 'interview',
      entityId: `${uuid}/${me.id}`,
      set: {
        ...beginRecord(workspace, 'E', textLang),
        roleCategory: who.role,
        ...(who.unit.trim() === '' ? {} : { unit: who.unit.trim() }),
        ...(who.shift.trim() === '' ? {} : { shift: who.shift.trim() }),
        noticeVersion: PRIVACY_NOTICE_VERSION,
        noticeLang,
        noticeShownAt,
        consent,
        attributable,
        ...(standardId === undefined ? {} : { [`standard.${standardId}`]: true }),
      },
    }]);
    if (sealed) onBegun(uuid);
  };
  const refuse = (): void => {
    setWho(NOBODY);
    setStep('refused');
  };

  return (
    <div ref={page}>
      {step === 'who' ? <WhoStep who={who} onChange={setWho} onContinue={showNotice} /> : null}
      {step === 'consent' ? (
        <ConsentStep
          code={nextSpokenCode('E', me.code, workspace.deviceLetter, workspace.spokenCodes())}
          noticeLang={noticeLang}
          onNoticeLang={setNoticeLang}
          onBack={() => setStep('who')}
          onConsent={(consent, attributable) => void begin(consent, attributable)}
          onRefuse={refuse}
          busy={sealing}
          errorText={errorText}
        />
      ) : null}
      {step === 'refused' ? <RefusedStep visitId={world.visitId} onAnother={() => setStep('who')} /> : null}
    </div>
  );
}
