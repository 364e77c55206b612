import type { AccountRole } from '#core/people/role.ts';

/** Who writes in the demo. */
export type DemoWriterName = 'marta' | 'dale' | 'lucia' | 'oscar';
export type DemoName = DemoWriterName | 'ana' | 'ines' | 'tomas' | 'kate';

export type DemoPerson = { readonly name: string; readonly email: string; readonly code: string; readonly role: AccountRole };

/** Invented people. */
export const DEMO_PEOPLE: Readonly<Record<DemoName, DemoPerson>> = {
  ana: { name: 'Ana Belmonte', email: 'ana@cotejo.example', code: 'AB', role: 'admin' },
  ines: { name: 'Inés Cordero', email: 'ines@cotejo.example', code: 'IC', role: 'regional_manager' },
  marta: { name: 'Marta Ibáñez', email: 'marta@cotejo.example', code: 'MI', role: 'team_leader' },
  dale: { name: 'Dale Whitaker', email: 'dale@cotejo.example', code: 'DW', role: 'technical_advisor' },
  lucia: { name: 'Lucía Armenta', email: 'lucia@cotejo.example', code: 'LA', role: 'accreditation_manager' },
  tomas: { name: 'Tomás Urrea', email: 'tomas@cotejo.example', code: 'TU', role: 'agency_reader' },
  oscar: { name: 'Óscar Peña', email: 'oscar@cotejo.example', code: 'OP', role: 'accreditation_manager' },
  kate: { name: 'Kate Doyle', email: 'kate@cotejo.example', code: 'KD', role: 'observer' },
};

export const DEMO_WRITERS: readonly DemoWriterName[] = ['marta', 'dale', 'lucia', 'oscar'];
export const DEMO_NAMES: readonly DemoName[] = ['ana', ...DEMO_WRITERS, 'ines', 'tomas', 'kate'];
