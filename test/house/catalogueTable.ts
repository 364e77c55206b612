import { CATALOGUE } from '#core/op/catalogue.ts';
import type { FieldType } from '#core/op/fieldType.ts';

/** What the op catalogue says, as PROTOCOL.md shows it: one row for each field. */
export function catalogueTable(): string {
  const rows = CATALOGUE.flatMap((rule) =>
    rule.fields.map((field) => row(`\`${rule.entity}\``, `\`${rule.scope}:\``, rule.key, `\`${field.name}\``, wordsFor(field.type), field.writers.join(', '))),
  );
  return [row('entity', 'scope', 'key', 'field', 'type', 'who writes'), '|---|---|---|---|---|---|', ...rows].join('\n');
}

function wordsFor(type: FieldType): string {
  if (type.type !== 'oneOf') return type.type;
  return type.values.map((value) => (value === '' ? '(empty)' : value)).join(' · ');
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
