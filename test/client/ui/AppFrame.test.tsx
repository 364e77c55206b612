// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { type LinkProps, LinkProvider } from '#client/ui/AppLink.tsx';
import { AppFrame } from '#client/ui/frame/AppFrame.tsx';
import { Dock } from '#client/ui/frame/Dock.tsx';

afterEach(cleanup);
const items = [
  { key: 'today', label: 'Hoy', icon: <svg />, href: '/hoy', active: true },
  { key: 'findings', label: 'Hallazgos', icon: <svg />, href: '/hallazgos', badge: { count: '7', label: '7 por entregar' } },
];
const frame = { navLabel: 'Principal', skipLabel: 'Ir al contenido', title: 'Valle Sereno', items };

test('the navigation is made of real links, the current one is marked, and a badge is told in words', () => {
  render(<AppFrame {...frame}>contenido</AppFrame>);
  expect(screen.getByRole('link', { name: 'Hoy' }).getAttribute('aria-current')).toBe('page');
  expect(screen.getByRole('link', { name: 'Hallazgos, 7 por entregar' }).getAttribute('href')).toBe('/hallazgos');
});

test('links inside the application are drawn by the link component that the application gives', () => {
  const RouterLink = ({ href, children, ...rest }: LinkProps) => <a data-router="yes" href={`/app${href}`} {...rest}>{children}</a>;
  render(
    <LinkProvider component={RouterLink}>
      <AppFrame {...frame}>contenido</AppFrame>
    </LinkProvider>,
  );
  expect(screen.getByRole('link', { name: 'Hoy' }).getAttribute('href')).toBe('/app/hoy');
});

test('a recording is shown once, above the dock of a page that has one', () => {
  const { rerender } = render(<AppFrame {...frame} foot={<p>grabando</p>}>sin teclas</AppFrame>);
  expect(screen.getAllByText('grabando')).toHaveLength(1);
  rerender(
    <AppFrame {...frame} foot={<p>grabando</p>}>
      <Dock>
        <button type="button">Nota</button>
      </Dock>
    </AppFrame>,
  );
  const recording = screen.getAllByText('grabando');
  expect(recording).toHaveLength(1);
  expect(recording[0]?.compareDocumentPosition(screen.getByRole('button', { name: 'Nota' }))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});
