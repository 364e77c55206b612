// @vitest-environment jsdom
import { render, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ThemeProvider } from '#client/ui/ThemeProvider.tsx';
import { StandardsLayout } from '#client/ui/frame/StandardsLayout.tsx';

const layout = (textKey: string) => (
  <ThemeProvider appearance="light">
    <StandardsLayout
      list={null} evidence={null} lights={null} dock={null} bar={null} text={<p>El texto</p>} textKey={textKey}
      listLabel="Lista" evidenceLabel="Evidencia" closeLabel="Cerrar" open="none" onClose={() => undefined}
    />
  </ThemeProvider>
);

test('another standard is read from its beginning, wherever the last one was left', async () => {
  const { rerender } = render(layout('4.2.3'));
  const reading = screen.getByText('El texto').parentElement;
  if (!reading) throw new Error('nothing to read');
  reading.scrollTop = 300;
  rerender(layout('4.2.3'));
  expect(reading.scrollTop).toBe(300);
  rerender(layout('4.2.4'));
  await waitFor(() => expect(reading.scrollTop).toBe(0));
});
