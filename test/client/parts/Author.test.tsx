// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Author } from '#client/parts/Author.tsx';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';
import { DALE } from '#test/client/makeFakeWorkspace.ts';

test('a record says who wrote it and when, in the agency’s time', async () => {
  await renderWithWorkspace(<Author userId={DALE.id} at="2026-11-22T17:05:00Z" timeZone="America/Hermosillo" />);
  expect(screen.getByText(/Dale Whitaker/).textContent).toContain('10:05');
});

test('somebody whom this tablet does not know is never shown by an id', async () => {
  await renderWithWorkspace(<Author userId="018f0000-0000-7000-8000-000000000999" />, { language: 'en' });
  expect(screen.getByText('Person not known here')).toBeTruthy();
});
