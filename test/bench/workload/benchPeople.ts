import type { Me } from '#core/protocol/wire.ts';

export const INSTALLATION = '018f0000-0000-7000-8000-00000000b001';
export const LEADER = '018f0000-0000-7000-8000-00000000b00a';
export const ADVISOR = '018f0000-0000-7000-8000-00000000b00b';
export const AGENCY = '018f0000-0000-7000-8000-00000000b101';
export const VISIT = '018f0000-0000-7000-8000-00000000b102';

/** The team leader, whose tablet is measured, and the advisor who is with her. */
export const benchMe: Me = {
  person: { id: LEADER, name: 'Marta Ibáñez', code: 'MI', role: 'team_leader' },
  email: 'bench@cotejo.example', installationId: INSTALLATION,
  people: [
    { id: LEADER, name: 'Marta Ibáñez', code: 'MI', role: 'team_leader' },
    { id: ADVISOR, name: 'Dale Whitaker', code: 'DW', role: 'technical_advisor' },
  ],
  editions: [{ id: 'bench-2026', revision: 1, name: { es: 'Manual de medición' }, program: 'LE', sample: true, standards: 600 }],
};
