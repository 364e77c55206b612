import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newPassphrase } from '#core/bundle/passphrase.ts';
import { PlainFrame } from '#client/parts/PlainFrame.tsx';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import { useScopes, useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { FileReady } from './FileReady.tsx';
import { MakeButton } from './MakeButton.tsx';
import { PassphraseCard } from './PassphraseCard.tsx';
import { useMakeFile } from './useMakeFile.ts';
import { WhatGoesAlong } from './WhatGoesAlong.tsx';

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

/** Hacer una copia: everything of this person in one file, under words that are shown once. */
export function BackUpScreen() {
  const { t } = useTranslation('carry');
  const workspace = useWorkspace();
  const scopes = useScopes();
  const file = useMakeFile(useMemo(() => [...scopes.keys()], [scopes]));
  const language = useInterfaceLanguage();
  const [secret, setSecret] = useState(() => ({ words: newPassphrase(language, randomBytes), language }));
  const [noted, setNoted] = useState(false);
  const [kept, setKept] = useState(false);
  const { making } = file;
  const others = (): void => {
    setSecret({ words: newPassphrase(language, randomBytes), language });
    setNoted(false);
  };
  const keep = async (): Promise<void> => {
    if (making.step !== 'made') return;
    await workspace.noteBackUp(making.made.holds);
    setKept(true);
  };
  return (
    <PlainFrame active="safe">
      <PageColumn width="narrow">
        <PageHeader title={t('backUp.title')} under={t('backUp.under')} />
        {kept ? <Banner tone="info" boxed>{t('backUp.kept')}</Banner> : null}
        <PassphraseCard {...secret} noted={noted} onNoted={setNoted} onOthers={making.step === 'choosing' ? others : undefined} />
        {making.step === 'made' ? <FileReady made={making.made} next={t('backUp.next')} onGone={() => void keep()} onAgain={file.again} /> : (
          <>
            <WhatGoesAlong size={file.size} choice={file.choice} onChoose={file.choose} />
            {noted ? null : <p id="noted-first">{t('backUp.notedFirst')}</p>}
            <MakeButton file={file} words="backUp.prepare" disabled={!noted} onMake={() => void file.make({ kind: 'passphrase', words: secret.words })} />
          </>
        )}
      </PageColumn>
    </PlainFrame>
  );
}
