import { FREQUENCIES, type Frequency, type Level, type SizeBand, type Standard, type VerifyMethod } from './edition.ts';
import type { ColumnField } from './columnMapping.ts';
import { foldText } from './foldText.ts';
import type { ManualNode } from './manualNodes.ts';
import type { ProblemList } from './problemList.ts';

/** What the other columns say of a standard. A word that is not understood is reported at its row and column, and left out. */
export type StandardCells = Pick<Standard, 'directiveRequired' | 'verifyBy' | 'interviewRoles' | 'related' | 'activities'>
  & { readonly tier?: string; readonly levels?: Readonly<Record<SizeBand, Level>>; readonly areaLabels: readonly string[]; readonly functionLabel?: string };

export function standardCells(node: ManualNode, nameOf: (field: ColumnField) => string, problems: ProblemList): StandardCells {
  const unknown = (field: ColumnField, value: string): undefined => {
    problems.warning('unknown-value', node.row, nameOf(field), `"${value}" is not understood here and is left out.`, { value });
    return undefined;
  };
  const word = <T>(field: ColumnField, words: ReadonlyMap<string, T>): T | undefined => {
    const value = node.cell(field);
    return value === '' ? undefined : (words.get(foldText(value)) ?? unknown(field, value));
  };
  const all = word('level', LEVELS);
  const band = (field: ColumnField): Level | undefined => word(field, LEVELS) ?? all;
  const [A, B, C, D] = [band('levelA'), band('levelB'), band('levelC'), band('levelD')];
  const tier = node.cell('tier');
  const functionLabel = node.cell('function');
  const frequency = word('frequency', FREQUENCY_WORDS);
  const hasActivity = node.activity.es !== undefined || node.activity.en !== undefined;
  if (hasActivity && frequency === undefined && node.cell('frequency') === '') unknown('frequency', '');
  return {
    directiveRequired: word('directive', YES_NO) ?? false,
    verifyBy: members(node.cell('verifyBy')).flatMap((value) => METHODS.get(foldText(value)) ?? unknown('verifyBy', value) ?? []),
    interviewRoles: members(node.cell('interviewRoles')),
    related: members(node.cell('related')),
    activities: frequency !== undefined && hasActivity ? [{ text: node.activity, frequency }] : [],
    areaLabels: members(node.cell('areas')),
    ...(tier === '' ? {} : { tier }),
    ...(functionLabel === '' ? {} : { functionLabel }),
    ...(A && B && C && D ? { levels: { A, B, C, D } } : {}),
  };
}

/** A cell may name several, apart by semicolons, commas, bars or line breaks. */
const members = (cell: string): readonly string[] => cell.split(/[;,|\n]/).map((one) => one.trim()).filter((one) => one !== '');

const meaning = <T>(value: T, ...words: readonly string[]): readonly (readonly [string, T])[] => words.map((one) => [one, value] as const);

const LEVELS: ReadonlyMap<string, Level> = new Map([
  ...meaning<Level>('M', 'm', 'mandatory', 'obligatorio', 'obligatoria', 'si', 'yes'),
  ...meaning<Level>('O', 'o', 'other', 'other than mandatory', 'optional', 'no obligatorio', 'no obligatoria', 'opcional', 'no'),
  ...meaning<Level>('NA', 'na', 'n/a', 'not applicable', 'no aplica'),
]);

const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ...meaning(true, 'si', 's', 'yes', 'y', 'x', '1', 'true', 'verdadero', 'requerida', 'required'),
  ...meaning(false, 'no', 'n', '0', 'false', 'falso', '-'),
]);

const METHODS: ReadonlyMap<string, VerifyMethod> = new Map([
  ...meaning<VerifyMethod>('document', 'd', 'document', 'documents', 'documento', 'documentos', 'examine'),
  ...meaning<VerifyMethod>('interview', 'e', 'i', 'interview', 'interviews', 'entrevista', 'entrevistas'),
  ...meaning<VerifyMethod>('observation', 'o', 'observation', 'observacion', 'inspeccion', 'inspection', 'test'),
]);

const FREQUENCY_WORDS: ReadonlyMap<string, Frequency> = new Map([
  ...FREQUENCIES.flatMap((one) => meaning(one, one, one.replaceAll('_', ' '))),
  ...meaning<Frequency>('per_incident', 'por incidente', 'cada incidente', 'cada vez'),
  ...meaning<Frequency>('daily', 'diario', 'diaria', 'cada dia'),
  ...meaning<Frequency>('weekly', 'semanal', 'cada semana'),
  ...meaning<Frequency>('monthly', 'mensual', 'cada mes'),
  ...meaning<Frequency>('quarterly', 'trimestral', 'cada trimestre'),
  ...meaning<Frequency>('semiannual', 'semestral', 'cada semestre', 'cada seis meses'),
  ...meaning<Frequency>('annual', 'anual', 'cada ano', 'yearly'),
  ...meaning<Frequency>('every_two_years', 'bienal', 'cada dos anos'),
  ...meaning<Frequency>('every_three_years', 'trienal', 'cada tres anos'),
  ...meaning<Frequency>('every_four_years', 'cuatrienal', 'cada cuatro anos'),
  ...meaning<Frequency>('on_change', 'al cambiar', 'por cambio', 'cuando cambia'),
  ...meaning<Frequency>('before_on_site', 'antes de la visita', 'antes de la visita en sitio'),
]);
