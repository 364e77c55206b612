// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { JoinScreen } from '#client/features/join/JoinScreen.tsx';
import type { JoinError } from '#client/parts/joinError.ts';
import type { WhoJoins } from '#core/protocol/identityWire.ts';
import { err, ok, type Result } from '#core/result.ts';
import { renderWithTexts } from '#test/client/fakeWorkspace.tsx';

const SARA: WhoJoins = { purpose: 'join', installationId: 'i', userId: 'u', role: 'technical_advisor', name: 'Sara Olvera', email: 'sara@cotejo.example', code: 'SO', invitedBy: 'Marta Ibáñez', expiresAtMs: 0 };
const CODE = 'K7QM-2XVD-9FHT-4RWB-PN3C';
const PLAIN = CODE.replaceAll('-', '');
const GOOD = 'lluvia tractor quince mantel';
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

async function arrive({ code = '', who = ok(SARA) }: { readonly code?: string; readonly who?: Result<WhoJoins, JoinError> } = {}) {
  const look = vi.fn(async () => who);
  const join = vi.fn(async () => ok(undefined));
  await act(async () => void (await renderWithTexts(<JoinScreen code={code} look={look} join={join} back={() => undefined} />)));
  return { look, join };
}

test('a link says it all: the person sees who invites them, as what, and only chooses a password', async () => {
  const { look, join } = await arrive({ code: CODE });
  expect(look).toHaveBeenCalledWith(PLAIN);
  expect(screen.getByText('Le invita Marta Ibáñez')).toBeTruthy();
  expect(screen.getByText('Asesor/a técnico/a')).toBeTruthy();
  type('Su nombre', 'Sara Olvera Ríos');
  type('Contraseña nueva', GOOD);
  type('Otra vez la misma', GOOD);
  await press('Entrar');
  expect(join).toHaveBeenCalledWith({ code: PLAIN, who: SARA, name: 'Sara Olvera Ríos', password: GOOD });
});

test('a code is typed by hand, since a link does not open in the installed app; what is mistyped is said before anything is sent', async () => {
  const { look } = await arrive();
  type('Código', 'k7qm 2xvd');
  await press('Continuar');
  expect(screen.getByText('Tiene 8 letras y números de 20')).toBeTruthy();
  type('Código', `${CODE.slice(0, -1)}Ñ`);
  await press('Continuar');
  expect(screen.getByText(/«Ñ» no aparece en ningún código/)).toBeTruthy();
  expect(look).not.toHaveBeenCalled();
  type('Código', CODE.toLowerCase());
  await press('Continuar');
  expect(look).toHaveBeenCalledWith(PLAIN);
});

test('a code that was used, revoked or is too old says whom to ask', async () => {
  for (const [type_, words] of [['code-used', 'Este código ya se usó.'], ['code-unknown', 'Ninguna invitación tiene este código.'], ['code-expired', 'Este código ya venció.']] as const) {
    await arrive({ code: CODE, who: err({ type: type_ }) });
    expect(screen.getAllByRole('alert').at(-1)?.textContent).toContain(words);
  }
});

test('[A21] a password that is too short, the demo’s, or typed differently the second time is not taken, and says why', async () => {
  const { join } = await arrive({ code: CODE });
  for (const [first, second, words] of [
    ['corta', 'corta', 'Faltan 7 caracteres'], ['cotejo demo 2026', 'cotejo demo 2026', 'Es la contraseña de la demostración: todos la conocen'],
    ['123456789012', '123456789012', 'Se adivina pronto: repite o sigue el orden del teclado'], ['Sara Olvera 26', 'Sara Olvera 26', 'Se adivina pronto: es casi su nombre o su correo'],
    [GOOD, `${GOOD}s`, 'Las dos no son iguales'],
  ] as const) {
    type('Contraseña nueva', first);
    type('Otra vez la misma', second);
    await press('Entrar');
    expect(screen.getByText(words), first).toBeTruthy();
  }
  expect(screen.getByText('Muy buena')).toBeTruthy();
  expect(join).not.toHaveBeenCalled();
});

test('a reset asks for no name', async () => {
  await arrive({ code: CODE, who: ok({ ...SARA, purpose: 'reset' }) });
  expect(screen.queryByLabelText('Su nombre')).toBeNull();
  expect(screen.getByText(/La anterior deja de servir/)).toBeTruthy();
});
