// What others are told, and how people sign in, when the receiver of notices and the provider of accounts are away for an
// hour: by hand, as it takes two hours. Two demonstrations, one on each database where BAROMETER_TEST_POSTGRES names one.
// The program is stopped and started again meanwhile. `node away.mjs [MINUTES]` (60; each minute is a real one).
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { knowing, run, signIn, startProvider } from './provider.mjs';
import { binary, freePort } from './server.mjs';

const MINUTES = Number(process.argv[2] ?? 60);
const wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const ending = [];

// Keeps what it is told, in the order it came, with the second of its coming.
async function startReceiver(port, told) {
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (bytes) => { body += bytes; });
    request.on('end', () => {
      told.push({ id: request.headers['webhook-id'], at: request.headers['webhook-timestamp'], signature: request.headers['webhook-signature'], body, came: Date.now() });
      response.writeHead(204).end();
    });
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  return () => new Promise((done) => { server.closeAllConnections(); server.close(done); });
}

async function walk(name, database) {
  const say = (what) => console.log(`${new Date().toISOString().slice(11, 19)} ${name}: ${what}`);
  const data = await mkdtemp(path.join(tmpdir(), 'barometer-away-'));
  const [port, there, hook] = [await freePort(), await freePort(), await freePort()];
  const address = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env, ...database, LANG: 'fr_FR.UTF-8', BAROMETER_LOG: 'error', BAROMETER_PUBLIC_ADDRESS: address, BAROMETER_LISTEN: `127.0.0.1:${port}`,
    BAROMETER_WEBHOOK_NETWORKS: '127.0.0.0/8', ...knowing(there),
  };
  let served;
  const start = async () => {
    served = spawn(binary, ['demo', '--data', data, '--port', String(port)], { env, stdio: 'ignore' });
    for (let tries = 0; tries < 1800; tries += 1) {
      if ((await fetch(`${address}/health/ready`).catch(() => null))?.ok) return;
      await wait(0.1);
    }
    throw new Error(`${name}: the server did not answer`);
  };
  const stop = async () => {
    const gone = new Promise((done) => served.once('exit', done));
    served.kill('SIGTERM');
    await gone;
  };
  ending.push(async () => { await stop(); await rm(data, { recursive: true, force: true }); });
  let stopProvider = await startProvider(there, address, () => {});
  await start();
  const enter = async (email) => {
    const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
    return signIn(page, address, email);
  };
  const admin = await enter('loic.tranchevent@valdebrume.example');
  const hr = await enter('mireille.castagnou@valdebrume.example');
  await admin.goto(`${address}/administration/webhooks`);
  await admin.fill('#name', 'Tableau');
  await admin.fill('#url', `http://127.0.0.1:${hook}/hook`);
  for (const box of await admin.locator('input[name=events]').all()) await box.check();
  await admin.getByRole('button', { name: 'Ajouter' }).click();
  const secret = (await admin.locator('main').innerText()).match(/whsec_[A-Za-z0-9+/=]+/)[0];
  const told = [];
  let stopReceiver = await startReceiver(hook, told);
  const tries = async () => {
    await admin.goto(`${address}/administration/webhooks`);
    await admin.getByRole('button', { name: 'Essayer' }).click();
  };
  await tries();
  while (told.length < 1) await wait(0.5);
  await stopReceiver();
  await stopProvider();
  const left = Date.now();
  say('the receiver and the provider are away');
  // Eight things to tell of, and one restart, within the time.
  let asked = 1;
  for (let part = 0; part < 6; part += 1) {
    await tries();
    asked += 1;
    if (part === 1) {
      await hr.goto(`${address}/campaigns`);
      const open = hr.locator('main a[href^="/campaigns/"]:not([href$="new"])').first();
      const [, quarter, year] = (await open.innerText()).match(/(\d)\D+(\d{4})/);
      await hr.goto(address + await open.getAttribute('href'));
      await hr.locator('#code').fill(`${year}-Q${quarter}`);
      await Promise.all([hr.waitForEvent('load'), hr.locator('#closure button').click()]);
      asked += 2;
      say('a campaign was closed and published meanwhile');
    }
    if (part === 3) {
      await stop();
      await start();
      say('started again meanwhile');
    }
    await wait(Math.max(0, left + ((part + 1) * MINUTES * 60000) / 6 - Date.now()) / 1000);
    // Who is in stays in; who is not is told, and the mail is offered.
    await admin.goto(`${address}/settings`);
    assert.equal(new URL(admin.url()).pathname, '/settings');
  }
  const other = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  const refused = await other.goto(`${address}/sign-in/account`).catch((fault) => fault);
  say(`signing in with an account: ${refused instanceof Error ? 'nobody at the provider\'s address' : refused.status()}`);
  await other.goto(`${address}/sign-in`);
  assert.match(await other.locator('main').innerText(), /Recevoir le lien/);
  assert.equal(told.length, 1);
  stopProvider = await startProvider(there, address, () => {});
  stopReceiver = await startReceiver(hook, told);
  const back = Date.now();
  say('both are there again');
  // What failed a moment ago is not asked again at once.
  const asks = () => fetch(`${address}/sign-in/account`, { redirect: 'manual' }).then((answer) => answer.status);
  while (await asks() === 503) await wait(1);
  await enter('loic.tranchevent@valdebrume.example');
  say(`signed in with an account ${((Date.now() - back) / 1000).toFixed(1)} s later`);
  while (told.length < asked && Date.now() - back < 70 * 60000) await wait(1);
  await wait(5);
  assert.equal(told.length, asked, `${told.length} of ${asked} came`);
  assert.equal(new Set(told.map((one) => one.id)).size, asked, 'one came twice');
  const when = told.map((one) => JSON.parse(one.body).timestamp);
  assert.deepEqual(when, [...when].sort(), 'in the order in which things happened');
  for (const one of told) {
    const right = createHmac('sha256', Buffer.from(secret.slice(6), 'base64')).update(`${one.id}.${one.at}.${one.body}`).digest('base64');
    assert.equal(one.signature, `v1,${right}`);
  }
  const minutes = (one) => ((one.came - back) / 60000).toFixed(1);
  say(`all ${asked} came, in order, each once: the first ${minutes(told[1])}, the last ${minutes(told.at(-1))} minutes after the receiver was there again`);
  await stopProvider();
  await stopReceiver();
}

let result = 0;
try {
  const walks = [walk('SQLite', { DATABASE_URL: '' })];
  const server = process.env.BAROMETER_TEST_POSTGRES;
  if (server) {
    const database = `away_${process.pid}`;
    const made = await run('psql', ['-q', `${server}/postgres`, '-c', `CREATE DATABASE ${database}`]);
    assert.equal(made.code, 0, made.told);
    walks.push(walk('Postgres', { DATABASE_URL: `${server}/${database}` }));
  }
  await Promise.all(walks);
} catch (fault) {
  console.error(fault);
  result = 1;
}
await browser.close();
for (const end of ending) await end().catch(() => {});
process.exit(result);
