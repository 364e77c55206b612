import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { LoadingLines } from '#client/ui/parts/LoadingLines.tsx';
import { PlainFrame, type PlainPlace } from './PlainFrame.tsx';
import type { Online } from './useOnline.ts';

type OnlinePageProps<T> = {
  readonly active: PlainPlace;
  readonly title: ReactNode;
  readonly under?: ReactNode;
  readonly side?: ReactNode;
  readonly back?: { readonly label: string; readonly href: string };
  readonly width?: 'narrow' | 'usual' | 'wide';
  readonly online: Online<T>;
  readonly children: (value: T) => ReactNode;
};

/** A page of what only the server knows: says so without a network, and keeps what it has shown. */
export function OnlinePage<T>({ active, title, under, side, back, width = 'usual', online, children }: OnlinePageProps<T>) {
  const { t } = useTranslation('online');
  const { value, failure, reload } = online;
  return (
    <PlainFrame active={active} back={back}>
      <PageColumn width={width}>
        <PageHeader title={title} under={under} side={side} />
        {failure ? (
          <Banner tone="warn" boxed action={<ActionButton onPress={() => void reload()}>{t('common:retry')}</ActionButton>}>{t(`failure.${failure}`)}</Banner>
        ) : null}
        {value === undefined ? (failure ? null : <LoadingLines label={t('common:loading')} />) : children(value)}
      </PageColumn>
    </PlainFrame>
  );
}
