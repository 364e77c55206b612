import { Suspense } from 'react';
import { useStore } from 'zustand';
import { SignInScreen } from '#client/features/sign-in/SignInScreen.tsx';
import { UnlockScreen } from '#client/features/sign-in/UnlockScreen.tsx';
import { usePreferences } from '#client/storage/preferences.ts';
import { CoveredScreen } from '#client/ui/parts/CoveredScreen.tsx';
import { ThemeProvider } from '#client/ui/ThemeProvider.tsx';
import type { SessionControl } from './createSession.ts';
import { firstScreen, screen } from './screen.ts';
import { UpdatePrompt } from './UpdatePrompt.tsx';

/** Everything behind the password: not needed to sign in. */
const OpenApp = firstScreen(async () => (await import('./OpenApp.tsx')).OpenApp);
const EarlierPasswordScreen = firstScreen(async () => (await import('#client/features/sign-in/EarlierPasswordScreen.tsx')).EarlierPasswordScreen);
const RecoverScreen = screen(async () => (await import('#client/features/recover-password/RecoverScreen.tsx')).RecoverScreen);
const JoinScreen = screen(async () => (await import('#client/features/join/JoinScreen.tsx')).JoinScreen);

/** Nobody known, locked, or open: everything else stands behind this. The address stays, so one comes back to where one was. */
export function App({ control }: { readonly control: SessionControl }) {
  const appearance = usePreferences((preferences) => preferences.appearance);
  return (
    <ThemeProvider appearance={appearance}>
      <Phase control={control} />
    </ThemeProvider>
  );
}

function Phase({ control }: { readonly control: SessionControl }) {
  const state = useStore(control.store);
  switch (state.phase) {
    case 'starting': return <CoveredScreen />;
    case 'sign-in': return (
      <>
        <SignInScreen known={state.known} erased={state.erased} signIn={control.signIn} backTo={control.backTo} beginJoining={control.beginJoining} />
        <UpdatePrompt />
      </>
    );
    case 'locked': return (
      <>
        <UnlockScreen key={state.account.userId} account={state.account} unlock={control.unlock} enterAnother={control.enterAnother} forgotten={control.beginRecovering} hasPasskey={control.hasPasskey} unlockByPasskey={control.unlockByPasskey} />
        <UpdatePrompt />
      </>
    );
    case 'joining': return (
      <Suspense fallback={<CoveredScreen />}>
        <JoinScreen code={state.code} look={control.lookAtCode} join={control.join} back={control.leaveDoor} />
      </Suspense>
    );
    case 'earlier-password': return (
      <Suspense fallback={<CoveredScreen />}>
        <EarlierPasswordScreen account={state.account} enterWithEarlier={control.enterWithEarlier} forgotten={control.beginRecovering} back={control.leaveDoor} />
      </Suspense>
    );
    case 'recovering': return (
      <Suspense fallback={<CoveredScreen />}>
        <RecoverScreen {...state.recovery} account={state.account} finish={control.finishRecovering} back={control.leaveDoor} />
      </Suspense>
    );
    case 'open': return (
      <Suspense fallback={<CoveredScreen />}>
        <OpenApp unlocked={state.unlocked} session={state.session} access={state.access} takeOver={control.takeOver} />
      </Suspense>
    );
  }
}
