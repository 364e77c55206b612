// The limit: a bare server with SQLite. It checks nothing, merges nothing, knows nobody. floorServer.mjs PAGE DATA, with PORT.
import { mkdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import Database from 'libsql';

const [page, data] = process.argv.slice(2);
mkdirSync(data, { recursive: true });
const db = new Database(join(data, 'floor.sqlite'));
for (const setting of ['journal_mode = WAL', 'synchronous = FULL']) db.pragma(setting);
db.exec('create table rows (scope text not null, id text not null, seq integer not null, body text not null, primary key (scope, id)); create index by_seq on rows (scope, seq)');
const put = db.prepare('insert into rows (scope, id, seq, body) values (?, ?, ?, ?) on conflict (scope, id) do update set seq = excluded.seq, body = excluded.body');
const one = db.prepare('select body from rows where scope = ? and id = ?');
const after = db.prepare('select seq, body from rows where scope = ? and seq > ? order by seq');
let seq = 0;

const routes = {
  'POST /rows': async (url, body) => {
    const rows = JSON.parse(await promisify(gunzip)(body));
    db.exec('begin immediate');
    for (const row of rows) put.run(url.searchParams.get('scope'), row.id, ++seq, JSON.stringify(row));
    db.exec('commit');
    return JSON.stringify({ ok: rows.length });
  },
  'POST /patches': async (url, body) => {
    const scope = url.searchParams.get('scope');
    const patches = JSON.parse(await promisify(gunzip)(body));
    db.exec('begin immediate');
    for (const { id, ...patch } of patches) put.run(scope, id, ++seq, JSON.stringify({ ...JSON.parse(one.get(scope, id).body), ...patch }));
    db.exec('commit');
    return JSON.stringify({ ok: patches.length });
  },
  'GET /rows': async (url) => {
    const found = after.all(url.searchParams.get('scope'), Number(url.searchParams.get('after') ?? 0));
    return promisify(gzip)(`{"seq":${found.at(-1)?.seq ?? 0},"rows":[${found.map(({ body }) => body).join(',')}]}`);
  },
  // As durable as the product's files.
  'PUT /files': async (url, body) => {
    const file = await open(join(data, url.searchParams.get('name')), 'w');
    await file.writeFile(body);
    await file.sync();
    await file.close();
    return '{"ok":1}';
  },
};
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** The page of the measurements; and where none is asked for, nothing. */
function givePage(pathname, response) {
  const file = pathname === '/' ? '/index.html' : pathname;
  try {
    const bytes = readFileSync(join(page, file));
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}

async function answer(request, response) {
  const url = new URL(request.url, 'http://127.0.0.1');
  const route = routes[`${request.method} ${url.pathname}`];
  if (!route) return givePage(url.pathname, response);
  const parts = [];
  for await (const part of request) parts.push(part);
  const body = await route(url, Buffer.concat(parts));
  response.writeHead(200, { 'content-type': 'application/json', ...(Buffer.isBuffer(body) ? { 'content-encoding': 'gzip' } : {}) }).end(body);
}

const server = createServer((request, response) => void answer(request, response));
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${process.env.PORT}\n`));
