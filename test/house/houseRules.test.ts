import { expect, test } from 'vitest';
import { repoFiles } from './repoFiles.ts';

const LONGEST_FILE_LINES = 400;

test('no source file has grown past what one idea needs', () => {
  const long = repoFiles('src/', /\.(ts|tsx|mjs|css)$/)
    .map(({ path, text }) => ({ path, lines: text.split('\n').length }))
    .filter(({ lines }) => lines > LONGEST_FILE_LINES);
  expect(long).toEqual([]);
});

test('core is told the time', () => {
  const asks = repoFiles('src/core/', /\.ts$/).filter(({ text }) => /new Date\(\s*\)|(?<!new )\bDate\(\)/.test(text));
  expect(asks.map(({ path }) => path)).toEqual([]);
});

test('no file names a folder of the machine that it was written on', () => {
  const named = repoFiles().filter(({ text }) => /\/work\/(?:main|shared|\.)|\/root\/|\/home\/\w|\/Users\/\w|\/tmp\/bash_jobs/.test(text));
  expect(named.map(({ path }) => path)).toEqual([]);
});

test('the page runs no script but its own files, so that the content security policy can forbid the rest', () => {
  const [page] = repoFiles('index.html', /\.html$/);
  const html = page?.text ?? '';
  const scripts = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter(([, attributes, body]) => !/\ssrc="\//.test(attributes ?? '') || body?.trim() !== '')).toEqual([]);
  expect(html).not.toMatch(/\son\w+\s*=|javascript:|<style|https?:\/\//);
});

// Tests on files written by others are extra: left out, with a clear line, where those files are not.
test('every test runs: none is skipped, singled out or put off', () => {
  const parked = repoFiles('test/', /\.(ts|tsx)$/)
    .filter(({ path }) => !path.startsWith('test/house/'))
    .filter(({ text }) => /\b(?:test|it|describe)(?:\.\w+)*\.(?:skip|only|todo|skipIf(?!\(!existsSync\(DATA\)\))|runIf|fails)\b|\bx(?:it|test|describe)\(/.test(text));
  expect(parked.map(({ path }) => path)).toEqual([]);
});

test('nothing is left to be done later in a comment', () => {
  const left = [...repoFiles('src/'), ...repoFiles('test/')].filter(({ path, text }) => !path.startsWith('test/house/') && /\b(?:TODO|FIXME|XXX|HACK)\b/.test(text));
  expect(left.map(({ path }) => path)).toEqual([]);
});
