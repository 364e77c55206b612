import { useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { LoadingLines } from '#client/ui/parts/LoadingLines.tsx';

export type Address = {
  /** A part of the path that the route names. */
  readonly id: (name: string) => string;
  /** A search value, if there is one. */
  readonly search: (name: string) => string | undefined;
};

/** The component of a route: gives the screen what the address says, as props. */
export function fromAddress(show: (address: Address) => ReactNode): () => ReactNode {
  return function RouteScreen() {
    const params: Readonly<Record<string, unknown>> = useParams({ strict: false });
    const found: Readonly<Record<string, unknown>> = useSearch({ strict: false });
    const id = (name: string): string => {
      const value = params[name];
      if (typeof value !== 'string') throw new Error(`the route has no ${name}`);
      return value;
    };
    const search = (name: string): string | undefined => {
      const value = found[name];
      return typeof value === 'string' && value !== '' ? value : undefined;
    };
    return <Suspense fallback={<Opening />}>{show({ id, search })}</Suspense>;
  };
}

function Opening() {
  const { t } = useTranslation('common');
  return <PageColumn><LoadingLines label={t('loading')} /></PageColumn>;
}
