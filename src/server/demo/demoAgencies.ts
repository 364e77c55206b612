import { agencyScope, visitScope } from '#core/op/scope.ts';
import { submissionChange } from '#core/finding/submissionChange.ts';
import type { Edition } from '#core/manual/edition.ts';
import type { Change } from '#core/op/change.ts';
import type { FieldValues } from '#core/op/op.ts';
import { localDate } from '#core/visit/localDate.ts';
import { dalesDraft, handOver, martasFindings, puertoClaroFinding } from './demoFindings.ts';
import { dalesRecords, demoRating, martasRecords, type VisitPlace } from './demoVisit.ts';
import { demoId, type DemoWriter } from './demoWriter.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Agency 1: a mock visit that began yesterday, with two advisors, differing ratings, and findings in three states. Gives the agency's id. */
export async function writeValleSereno(writer: DemoWriter, edition: Edition, nowMs: number): Promise<string> {
  const { marta, dale, lucia } = writer.users;
  const at = (hoursAgo: number): string => new Date(nowMs - hoursAgo * HOUR_MS).toISOString();
  const [agency, visit] = [demoId(writer), demoId(writer)];
  const zone = 'America/Hermosillo';
  const day = (offset: number): string => localDate(nowMs + offset * DAY_MS, zone);
  const place: VisitPlace = { scope: visitScope(visit), edition, newId: () => demoId(writer) };

  await writer.write('marta', at(240), [
    agencyCard(agency, { name: 'Policía Municipal de Valle Sereno', acronym: 'PMVS', state: 'SON', timeZone: zone, sizeBand: 'B', [`manager.${lucia}`]: true }),
    visitCard(agency, visit, edition, { startDate: day(-1), endDate: day(1), leader: marta, [`member.${marta}`]: true, [`member.${dale}`]: true }),
  ], [
    { type: 'create-agency', agency },
    { type: 'set-team', agency, visit, leader: marta, advisors: [dale] },
    { type: 'name-manager', agency, user: lucia },
  ]);
  await writer.write('dale', at(22), dalesRecords(place, dale, at(23), at(22.5)));
  await writer.write('marta', at(21), martasRecords(place, marta, at(22)));

  const findings = { accessLog: demoId(writer), evacuation: demoId(writer) };
  await writer.write('marta', at(8), martasFindings(place, findings, day(60)));
  await writer.write('dale', at(7.5), [dalesDraft(place)]);
  await writer.write('marta', at(7), handOver(writer, place, agencyScope(agency), 'B', Object.values(findings)));
  await writer.write('lucia', at(4), [
    answer(agency, findings.accessLog, {
      'answer.value': 'accepted', 'answer.comment': 'De acuerdo. Se designó a una persona custodia por turno.', 'answer.commentLang': 'es',
      'answer.responsible': 'Cmdte. Rosendo Quijada, encargado de la bodega', 'answer.dueDate': day(30),
    }),
    answer(agency, findings.evacuation, {
      'answer.value': 'accepted', 'answer.responsible': 'Lic. Amparo Duarte, área jurídica', 'answer.dueDate': day(20),
    }),
  ]);
  await writer.write('lucia', at(2), [submissionChange(agencyScope(agency), findings.evacuation, {
    note: 'El plan de evacuación quedó firmado hoy y se colocó en el área de detención. El simulacro del turno nocturno es el viernes.',
    noteLanguage: 'es', photos: [],
  })]);
  return agency;
}

/** Agency 2: one finished visit and one finding that waits for an answer. Nobody of agency 1 knows of it, but the team. */
export async function writePuertoClaro(writer: DemoWriter, edition: Edition, nowMs: number): Promise<void> {
  const { marta, dale, oscar } = writer.users;
  const at = (daysAgo: number): string => new Date(nowMs - daysAgo * DAY_MS).toISOString();
  const [agency, visit] = [demoId(writer), demoId(writer)];
  const zone = 'America/Mazatlan';
  const day = (offset: number): string => localDate(nowMs + offset * DAY_MS, zone);
  const place: VisitPlace = { scope: visitScope(visit), edition, newId: () => demoId(writer) };

  await writer.write('marta', at(40), [
    agencyCard(agency, { name: 'Policía Municipal de Puerto Claro', acronym: 'PMPC', state: 'SIN', timeZone: zone, sizeBand: 'C', [`manager.${oscar}`]: true }),
    visitCard(agency, visit, edition, { startDate: day(-24), endDate: day(-22), leader: marta, [`member.${marta}`]: true, [`member.${dale}`]: true }),
  ], [
    { type: 'create-agency', agency },
    { type: 'set-team', agency, visit, leader: marta, advisors: [dale] },
    { type: 'name-manager', agency, user: oscar },
  ]);
  const finding = demoId(writer);
  await writer.write('marta', at(23), [
    demoRating(place, marta, '3.2.1', 'not_in_compliance', ['bullet.3.2.1.d'], {
      reason: 'En seis de diez expedientes falta la comunicación del resultado.', reasonLang: 'es', 'why.insufficient_proof': true,
    }),
    puertoClaroFinding(place, finding, day(36)),
  ]);
  await writer.write('marta', at(22), handOver(writer, place, agencyScope(agency), 'C', [finding]));
}

function agencyCard(agency: string, set: FieldValues): Change {
  const functions = { 'function.holds-detainees': true, 'function.investigates': true, 'function.traffic': true };
  return { scope: agencyScope(agency), entity: 'agency', entityId: agency, set: { program: 'LE', orderOfGovernment: 'municipal', ...functions, ...set } };
}

function visitCard(agency: string, visit: string, edition: Edition, set: FieldValues): Change {
  return {
    scope: agencyScope(agency), entity: 'visit', entityId: visit,
    set: { kind: 'mock_dress_rehearsal', edition: edition.id, revision: edition.revision, ...set },
  };
}

function answer(agency: string, finding: string, set: FieldValues): Change {
  return { scope: agencyScope(agency), entity: 'finding', entityId: finding, set };
}
