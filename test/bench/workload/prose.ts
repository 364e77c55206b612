import type { Prng } from '#test/simulation/prng.ts';

const SPANISH = (
  'la agencia cuenta con una directiva escrita que establece el registro de cada turno y la persona responsable revisa las bitácoras de acceso resguardo de indicios cadena de custodia '
  + 'capacitación anual del personal operativo supervisión inventario de armamento mantenimiento de patrullas cabina de radio detención temporal derechos humanos uso de la fuerza queja ciudadana '
  + 'evidencia insuficiente entrevista observación documento vigente firmado fechado procedimiento expediente bodega área común turno nocturno jefatura comandancia'
).split(' ');
const ENGLISH = (
  'the agency has a written directive that establishes a record of each shift and the responsible person reviews access logs property and evidence chain of custody annual training of sworn '
  + 'personnel supervision weapons inventory vehicle maintenance radio room temporary holding human rights use of force citizen complaint insufficient proof interview observation document in '
  + 'force signed dated procedure file storage common area night shift command'
).split(' ');

/** About `chars` characters of whole words, with sentences: compresses and is indexed like prose of a small vocabulary. */
export function prose(random: Prng, language: 'es' | 'en', chars: number): string {
  const words = language === 'es' ? SPANISH : ENGLISH;
  let text = capital(random.pick(words));
  while (text.length < chars) {
    const next = random.pick(words);
    text += random.chance(0.08) ? `. ${capital(next)}` : ` ${next}`;
  }
  return `${text}.`;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
