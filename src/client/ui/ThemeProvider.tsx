import { type MantineColorSchemeManager, MantineProvider } from '@mantine/core';
import { type ReactNode, useLayoutEffect } from 'react';
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import './mantine.css';
import './global.css';
import './sun.css';
import { type LinkComponent, LinkProvider } from './AppLink.tsx';
import { ToastPlace } from '#client/ui/parts/ToastPlace.tsx';
import { cssVariablesResolver } from './cssVariables.ts';
import { theme } from './theme.ts';

/** `auto` follows the system; `sun` is light with black lines, for glare. */
export type Appearance = 'light' | 'dark' | 'auto' | 'sun';

type ThemeProviderProps = {
  readonly appearance?: Appearance;
  readonly link?: LinkComponent;
  readonly children: ReactNode;
};

/** Mantine's own copy of the choice is never written: the appearance is the caller's to keep. */
const noStorage: MantineColorSchemeManager = {
  get: (byDefault) => byDefault,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

/** The look for everything below: colours, type, toasts, and the link component of the application. */
export function ThemeProvider({ appearance = 'auto', link, children }: ThemeProviderProps) {
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-appearance', false);
    if (appearance === 'sun') document.documentElement.setAttribute('data-appearance', 'sun');
  }, [appearance]);
  const scheme = appearance === 'sun' ? 'light' : appearance;
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme={scheme}
      colorSchemeManager={noStorage}
      {...(scheme === 'auto' ? {} : { forceColorScheme: scheme })}
    >
      <LinkProvider component={link ?? null}>{children}</LinkProvider>
      <ToastPlace />
    </MantineProvider>
  );
}
