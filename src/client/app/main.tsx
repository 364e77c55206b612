import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { buildSession } from './dependencies.ts';
import { startI18n } from './i18n.ts';
import { takeJoinCode } from './joinAddress.ts';
import { watchForUpdates } from './updates.ts';
import { warmUp } from './warmUp.ts';
import { whenIdle } from './whenIdle.ts';

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no #app');

const control = buildSession();
await startI18n();
createRoot(place).render(
  <StrictMode>
    <App control={control} />
  </StrictMode>,
);
whenIdle(() => {
  void watchForUpdates();
  void warmUp();
});
await control.start(takeJoinCode());
