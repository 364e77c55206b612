import type { AccountRole } from '#core/people/role.ts';

/** Who writes in the demo. */
export type DemoWriterName = 'marta' | 'dale' | 'lucia' | 'oscar';
export type DemoName = DemoWriterName | 'ana';

export type DemoPerson = { readonly name: string; readonly email: string; readonly code: string; readonly role: AccountRole };

/** Invented people. */
export const DEMO_PEOPLE: Readonly<Record<DemoName, DemoPerson>> = {
  ana: { name: 'Ana Belmonte', email: 'ana@cotejo.example', code: 'AB', role: 'admin' },
  marta: { name: 'Marta Ibáñez', email: 'marta@cotejo.example', code: 'MI', role: 'team_leader' },
  dale: { name: 'Dale Whitaker', email: 'dale@cotejo.example', code: 'DW', role: 'technical_advisor' },
  lucia: { name: 'Lucía Armenta', email: 'lucia@cotejo.example', code: 'LA', role: 'accreditation_manager' },
  oscar: { name: 'Óscar Peña', email: 'oscar@cotejo.example', code: 'OP', role: 'accreditation_manager' },
};

export const DEMO_WRITERS: readonly DemoWriterName[] = ['marta', 'dale', 'lucia', 'oscar'];
export const DEMO_NAMES: readonly DemoName[] = ['ana', ...DEMO_WRITERS];
