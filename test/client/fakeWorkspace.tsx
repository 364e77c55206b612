import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { act, render, type RenderResult } from '@testing-library/react';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { err, ok } from '#core/result.ts';
import { type Access, AccessContext } from '#client/parts/AccessContext.ts';
import { type Session, SessionContext } from '#client/parts/SessionContext.ts';
import { usePreferences } from '#client/storage/preferences.ts';
import { WorkspaceContext } from '#client/storage/WorkspaceContext.ts';
import { ThemeProvider } from '#client/ui/ThemeProvider.tsx';
import { type FakeWorkspace, type FakeWorkspaceOptions, makeFakeWorkspace } from './makeFakeWorkspace.ts';

export type FakeOptions = FakeWorkspaceOptions & {
  readonly language?: 'es' | 'en';
  /** Where the person is: `/visits/…/observations/new?standard=s1`. */
  readonly path?: string;
  readonly session?: Partial<Session>;
  readonly access?: Partial<Access>;
};

export type RenderedScreen = RenderResult & { readonly workspace: FakeWorkspace; readonly path: () => string };

/** A screen over a tablet that holds these ops, with real texts, real merge and a working `seal`. Await it. */
export async function renderWithWorkspace(ui: ReactNode, options: FakeOptions = {}): Promise<RenderedScreen> {
  const workspace = makeFakeWorkspace(options);
  const i18n = await textsIn(options.language ?? 'es');
  const router = routerShowing(() => (
    <WorkspaceContext value={workspace}>
      <SessionContext value={{ ...idleSession, ...options.session }}>
        <AccessContext value={{ ...idleAccess, ...options.access }}>{ui}</AccessContext>
      </SessionContext>
    </WorkspaceContext>
  ), options.path ?? '/');
  await router.load();
  const rendered = await act(async () =>
    render(
      <I18nextProvider i18n={i18n}>
        <ThemeProvider appearance="light">
          <RouterProvider router={router} />
        </ThemeProvider>
      </I18nextProvider>,
    ),
  );
  return { ...rendered, workspace, path: () => router.state.location.href };
}

/** A screen outside any session (sign-in, unlock), with real texts. */
export async function renderWithTexts(ui: ReactNode, language: 'es' | 'en' = 'es'): Promise<RenderResult> {
  const i18n = await textsIn(language);
  return render(
    <I18nextProvider i18n={i18n}>
      <ThemeProvider appearance="light">{ui}</ThemeProvider>
    </I18nextProvider>,
  );
}

const idleSession: Session = {
  lock: () => undefined,
  signOut: async () => ok(undefined),
  syncNow: async () => undefined,
  downloadManual: async () => ok(undefined),
  fetchFile: async () => err({ type: 'unreachable' }),
  downloadPhotos: async () => ok(undefined),
  addForm: async () => ok({ revision: 1 }),
  writeReserve: async () => ok(undefined),
};

const offline = async () => err({ type: 'unreachable' } as const);
const idleAccess: Access = {
  passkey: { isOffered: async () => false, isEnrolled: async () => false, enrol: async () => ok(undefined), remove: async () => undefined },
  invitations: offline, invite: offline, revokeInvitation: offline, resetPassword: offline, changePassword: offline, recoveryRequests: offline, refuseRecovery: offline };

function routerShowing(Screen: () => ReactNode, path: string) {
  const root = createRootRoute();
  const everything = createRoute({ getParentRoute: () => root, path: '$', component: Screen });
  const home = createRoute({ getParentRoute: () => root, path: '/', component: Screen });
  return createRouter({ routeTree: root.addChildren([home, everything]), history: createMemoryHistory({ initialEntries: [path] }) });
}

const localeFiles = import.meta.glob<Record<string, unknown>>('/locales/*/*.json', { eager: true, import: 'default' });

async function textsIn(language: 'es' | 'en') {
  const resources = Object.fromEntries(
    Object.entries(localeFiles)
      .filter(([file]) => file.startsWith(`/locales/${language}/`))
      .map(([file, texts]) => [file.slice(`/locales/${language}/`.length, -'.json'.length), texts]),
  );
  usePreferences.setState({ language, manualLanguage: language, appearance: 'light', leftHanded: false, lockAfterMinutes: 5, largeFilesOnWifi: undefined });
  const i18n = i18next.createInstance();
  await i18n.use(initReactI18next).init({
    lng: language, fallbackLng: false, defaultNS: 'common', resources: { [language]: resources },
    interpolation: { escapeValue: false }, react: { useSuspense: false },
  });
  return i18n;
}
