// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { StandardText } from '#client/parts/StandardText.tsx';
import { renderWithTexts } from '#test/client/fakeWorkspace.tsx';
import { aBullet, aStandard } from '#test/core/manual/manualBuilders.ts';

const standard = aStandard('4.2.3', {
  title: { es: 'Control de acceso', en: 'Access control' },
  statement: { es: 'Una directiva establece:', en: 'A directive establishes:' },
  bullets: [aBullet('a', { text: { es: 'los puestos;', en: 'the positions;' } }), aBullet('b', { text: { en: 'the record;' } })],
});

test('a text that is missing in the wanted language shows the other one with its tag, never blank', async () => {
  await renderWithTexts(<StandardText standard={standard} language="es" />);
  const fallen = screen.getByText('the record;');
  expect(fallen.getAttribute('lang')).toBe('en');
  expect(within(screen.getAllByRole('listitem')[1] ?? document.body).getByText('EN')).toBeTruthy();
  expect(within(screen.getAllByRole('listitem')[0] ?? document.body).queryByText('ES')).toBeNull();
});

test('both languages stand side by side; a text that has one is shown once, marked', async () => {
  await renderWithTexts(<StandardText standard={standard} language="both" />);
  expect(screen.getByText('los puestos;').getAttribute('lang')).toBe('es');
  expect(screen.getByText('the positions;').getAttribute('lang')).toBe('en');
  expect(screen.getAllByText('the record;')).toHaveLength(1);
});
