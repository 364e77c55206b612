import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { openBrowser } from './openBrowser.ts';
import { serveFolder } from './serveFolder.ts';
const folder = await mkdtemp(join(tmpdir(), 'cotejo-prof-'));
await build({ configFile: false, root: join(import.meta.dirname, 'page'), publicDir: false, logLevel: 'error', plugins: [react(), { name: 'lazy', transform(code: string, id: string) {
  if (process.env['FAST'] && id.includes('scopeState.ts')) return code.replace('const heads = state.heads.map', 'const only = state.heads[0]; if (only && state.heads.length === 1) { const value = only.set[field] ?? null; return { kind: "value", value, heads: [{ value, op: only }] }; }\n const heads = state.heads.map');
  if (process.env['STRINGIFY'] && id.includes('editionFiles.ts')) return code.replace('return canonicalJson(mapLocalTexts(chapter, () => ({})));', 'return JSON.stringify(mapLocalTexts(chapter, () => ({})));');
  if (process.env['LAZY'] && id.includes('searchStandards.ts')) return code.replace('const engine = new MiniSearch', 'const make = () => { const engine = new MiniSearch').replace(/engine\.addAll\((.*)\);/, 'engine.addAll($1); return engine; }; let built;').replace('search(index, engine, query)', 'search(index, (built ??= make()), query)');
  return undefined; } }], worker: { format: 'es' },
  build: { outDir: join(folder, 'page'), emptyOutDir: true, target: 'chrome120', minify: false, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 5000 } });
const served = await serveFolder(join(folder, 'page'));
const browser = await openBrowser(folder, 'p');
const page = await browser.newPage();
page.on('console', (m) => console.log('page:', m.text()));
await page.goto(served.url);
await page.evaluate(async () => { window.unlockBench = await window.cotejoBench.openUnlockBench(); });
const N = 1;
const which = (process.argv[2] ?? 'product') as 'product' | 'floor';
for (let i = 0; i < 3; i++) await page.evaluate((w) => window.unlockBench[w](), which);
if (process.env['PHASES']) { const all: Record<string, number[]> = {}; for (let i = 0; i < 30; i++) { const r = await page.evaluate(() => window.unlockBench.phases()); for (const k in r) (all[k] ??= []).push(r[k]!); }
 for (const k in all) { const a = all[k]!.sort((x, y) => x - y); console.log(k.padEnd(30), 'min', a[0]!.toFixed(1), 'p25', a[7]!.toFixed(1), 'med', a[15]!.toFixed(1)); } }
const cdp = await browser.newCDPSession(page);
await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval', { interval: 100 }); await cdp.send('Profiler.start');
const t: number[] = [];
for (let i = 0; i < N; i++) t.push(await page.evaluate((w) => window.unlockBench[w](), which));
const { profile } = await cdp.send('Profiler.stop');
const self = new Map<string, number>(); const total = new Map<string, number>();
const byId = new Map(profile.nodes.map((n) => [n.id, n]));
const parent = new Map<number, number>(); for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id);
const name = (id: number) => { const f = byId.get(id)!.callFrame; return `${f.functionName || '(anon)'}:${f.lineNumber}`; };
profile.samples!.forEach((id, i) => { const d = profile.timeDeltas![i]! / 1000 / N; self.set(name(id), (self.get(name(id)) ?? 0) + d);
  const seen = new Set<string>(); for (let x: number | undefined = id; x !== undefined; x = parent.get(x)) { const k = name(x); if (!seen.has(k)) { seen.add(k); total.set(k, (total.get(k) ?? 0) + d); } } });
const top = (m: Map<string, number>, n: number) => [...m].sort((a, b) => b[1] - a[1]).slice(0, n).map(([k, v]) => `${v.toFixed(1)} ms  ${k}`).join('\n');
if (process.env['BOTH']) { const a: number[] = [], b: number[] = []; for (let i = 0; i < 41; i++) { a.push(await page.evaluate(() => window.unlockBench.product())); b.push(await page.evaluate(() => window.unlockBench.floor())); } const m = (x: number[]) => x.sort((p, q) => p - q)[20]!; console.log('BOTH', m(a), m(b), m(a) / m(b), 'min', a[0], b[0], a[0]!/b[0]!); }
console.log('times', t.map((x) => x.toFixed(0)).join(' ')); console.log('SELF\n' + top(self, 32)); console.log('TOTAL\n' + top(total, 60));
await browser.close(); await served.close(); await rm(folder, { recursive: true, force: true });
