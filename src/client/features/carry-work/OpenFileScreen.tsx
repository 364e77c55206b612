import { useTranslation } from 'react-i18next';
import { PlainFrame } from '#client/parts/PlainFrame.tsx';
import { useFormat } from '#client/parts/useFormat.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { ErrorCard } from '#client/ui/parts/ErrorCard.tsx';
import { LoadingLines } from '#client/ui/parts/LoadingLines.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { MergeDone } from './MergeDone.tsx';
import { PreviewCard } from './PreviewCard.tsx';
import { useOpenFile, type OpenFile } from './useOpenFile.ts';
import { WordsForm } from './WordsForm.tsx';
import styles from './carry.module.css';

/** Abrir un archivo: a colleague's work or an own back-up, shown before it is merged. */
export function OpenFileScreen() {
  const { t } = useTranslation('carry');
  const file = useOpenFile();
  return (
    <PlainFrame active="safe">
      <PageColumn width="narrow">
        <PageHeader title={t('open.title')} under={t('open.under')} />
        <Step file={file} />
      </PageColumn>
    </PlainFrame>
  );
}

function Step({ file }: { readonly file: OpenFile }) {
  const { t } = useTranslation('carry');
  const format = useFormat();
  const { opening } = file;
  const choose = (kind: 'primary' | 'outline', words: 'open.choose' | 'open.chooseOther') => <ChooseFile kind={kind} words={words} onFile={(chosen) => void file.take(chosen)} />;
  switch (opening.step) {
    case 'choose': return <div>{choose('primary', 'open.choose')}</div>;
    case 'reading': return <LoadingLines label={t('open.reading')} />;
    case 'words': return (
      <>
        <WordsForm wrong={opening.wrong} busy={opening.busy} onWords={(words) => void file.tryWords(words)} />
        <div>{choose('outline', 'open.chooseOther')}</div>
      </>
    );
    case 'preview': return (
      <>
        <PreviewCard preview={opening.preview} />
        {opening.preview.freshOps === 0 && opening.preview.freshFiles.count === 0 ? <div>{choose('outline', 'open.chooseOther')}</div> : (
          <>
            <ActionButton kind="primary" size="xl" full onPress={() => void file.merge()}>{t('preview.merge')}</ActionButton>
            <p className={styles.second}>{t('preview.mergeHelp')}</p>
            <div><ActionButton kind="quiet" onPress={file.again}>{t('open.chooseOther')}</ActionButton></div>
          </>
        )}
      </>
    );
    case 'merging': return (
      <p role="status">{opening.total === 0 ? t('preview.mergingText') : t('preview.merging', { done: format.bytes(opening.done), total: format.bytes(opening.total) })}</p>
    );
    case 'done': return <MergeDone merged={opening.merged} />;
    case 'refused': return (
      <ErrorCard
        title={t(`error.${opening.error.type}`)}
        text={t(`error.${opening.error.type}Text`)}
        safe={t('error.safe')}
        actions={choose('primary', 'open.chooseOther')}
      />
    );
  }
}
