import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import * as v from 'valibot';
import { localPokes, type News, type Pokes } from './pokes.ts';

const CHANNEL = 'cotejo_live';
/** A payload may have 8,000 bytes; a scope with its seq takes about 70. */
const SCOPES_PER_NOTE = 80;
const LONGEST_PAUSE_MS = 30_000;
/** How often the connection is asked whether it is still there: one that is half open says nothing. */
const CHECK_EVERY_MS = 30_000;

const note = v.pipe(v.string(), v.parseJson(), v.object({ from: v.string(), scopes: v.array(v.tuple([v.string(), v.number()])), rights: v.boolean() }));
type Note = v.InferOutput<typeof note>;

/**
 * Among all instances on one database, by LISTEN and NOTIFY over one connection of its own. This instance's streams hear at once; the
 * others when the note arrives. While the connection is away, notes wait; once it is back, this instance's streams are told that they may
 * have missed some.
 */
export async function postgresPokes(url: string): Promise<Pokes> {
  const local = localPokes();
  const self = randomUUID();
  const waiting = { scopes: new Map<string, number>(), rights: false };
  let client = await listen();
  let sending = false;
  let closed = false;

  async function listen(): Promise<Client | undefined> {
    const fresh = new Client({ connectionString: url, application_name: 'cotejo live', keepAlive: true, connectionTimeoutMillis: 10_000, query_timeout: 10_000 });
    fresh.on('error', () => lose(fresh));
    fresh.on('end', () => lose(fresh));
    fresh.on('notification', ({ payload }) => hear(payload ?? ''));
    try {
      await fresh.connect();
      await fresh.query(`listen ${CHANNEL}`);
      return fresh;
    } catch {
      // Also when the first connection fails: the server runs without live news until the database answers.
      void fresh.end().catch(() => undefined);
      return undefined;
    }
  }

  function lose(which: Client): void {
    if (which !== client || closed) return;
    client = undefined;
    void which.end().catch(() => undefined);
    void comeBack();
  }

  async function comeBack(): Promise<void> {
    for (let attempt = 0; !closed; attempt++) {
      await pause(Math.random() * Math.min(500 * 2 ** attempt, LONGEST_PAUSE_MS), undefined, { ref: false });
      if (closed) return;
      const fresh = await listen();
      if (!fresh) continue;
      client = fresh;
      local.publish({ scopes: [], rights: true, missed: true });
      void send();
      return;
    }
  }

  function hear(payload: string): void {
    const read = v.safeParse(note, payload);
    // Another build's, or somebody else's on the same channel.
    if (!read.success) return;
    const { from, scopes, rights } = read.output;
    if (from !== self) local.publish({ scopes: scopes.map(([scope, seq]) => ({ scope, seq })), rights });
  }

  /** One statement at a time; what comes meanwhile goes together with the next. */
  async function send(): Promise<void> {
    if (sending) return;
    sending = true;
    while (client && (waiting.scopes.size > 0 || waiting.rights)) {
      const through = client;
      const scopes = [...waiting.scopes].slice(0, SCOPES_PER_NOTE);
      const { rights } = waiting;
      waiting.rights = false;
      const text = JSON.stringify({ from: self, scopes, rights } satisfies Note);
      try {
        await through.query('select pg_notify($1, $2)', [CHANNEL, text]);
        for (const [scope, seq] of scopes) if (waiting.scopes.get(scope) === seq) waiting.scopes.delete(scope);
      } catch {
        if (rights) waiting.rights = true;
        lose(through);
      }
    }
    sending = false;
  }

  const checks = setInterval(() => {
    const asked = client;
    asked?.query('select 1').catch(() => lose(asked));
  }, CHECK_EVERY_MS);
  checks.unref();
  if (!client) void comeBack();

  return {
    subscribe: local.subscribe,
    publish(news: News) {
      local.publish(news);
      for (const { scope, seq } of news.scopes) waiting.scopes.set(scope, seq);
      if (news.rights) waiting.rights = true;
      void send();
    },
    async close() {
      closed = true;
      clearInterval(checks);
      await local.close();
      await client?.end().catch(() => undefined);
    },
  };
}
