import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';

/** A new, empty database in the run's PostgreSQL. It goes with the cluster. */
export async function newDatabase(): Promise<string> {
  const answer = await fetch(inject('postgresOnDemand'));
  const url = await answer.text();
  if (!answer.ok) throw new Error(url);
  const name = `t${randomUUID().replaceAll('-', '')}`;
  await onPostgres(url, `create database ${name}`);
  return url.replace(/postgres$/, name);
}

/** One statement by a connection of its own. */
export async function onPostgres(url: string, statement: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return withClient(url, async (client) => (await client.query<Record<string, unknown>>(statement)).rows);
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
