// The doors beside real software of other makes: people sign in at an OpenID Connect provider (npm oidc-provider) in a
// browser, an administrator makes a key, HR agrees to it, and a tool that knows only the document (schemathesis) asks
// for everything it describes; another (scim2-tester) asks as a directory does. On Postgres where BAROMETER_TEST_POSTGRES names
// one, else on SQLite. `node doors.mjs`.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { chromium } from 'playwright-core';
import { look, out } from './axe.mjs';
import { client, knowing, makeKey, peer, run, schemathesis, signIn as enter, startProvider } from './provider.mjs';
import { binary, demonstration, freePort } from './server.mjs';
import { pictured, steps } from './steps.mjs';

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
let page;
let log = '';
const running = [];
const seen = async () => `${await pictured(page, path.join(out, 'doors.png'))}\n${log.slice(-3000)}`;
const { step, passed } = steps(seen, finish);

async function finish(code) {
  await browser.close().catch(() => {});
  for (const end of running.reverse()) await end().catch(() => {});
  process.exit(code);
}

async function answers(address) {
  for (let tries = 0; tries < 1800; tries += 1) {
    if ((await fetch(`${address}/health/ready`).catch(() => null))?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`the server did not answer:\n${log}`);
}

async function walk(database, name) {
  const data = await mkdtemp(path.join(tmpdir(), 'barometer-doors-'));
  const [port, there] = [await freePort(), await freePort()];
  const address = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env, ...database, LANG: 'fr_FR.UTF-8', BAROMETER_LOG: 'warn', BAROMETER_PUBLIC_ADDRESS: address, BAROMETER_LISTEN: `127.0.0.1:${port}`,
    ...knowing(there),
  };
  const stopProvider = await startProvider(there, address, (line) => { log += line; });
  if (!database.DATABASE_URL) await demonstration(data);
  const served = spawn(binary, ['demo', '--data', data, '--port', String(port)], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [served.stdout, served.stderr]) stream.on('data', (bytes) => { log += bytes; });
  running.push(async () => { served.kill('SIGTERM'); await rm(data, { recursive: true, force: true }); });
  await answers(address);
  const people = {
    admin: 'loic.tranchevent@valdebrume.example', hr: 'mireille.castagnou@valdebrume.example',
  };

  const signIn = async (email) => {
    const context = await browser.newContext({ locale: 'fr-FR' });
    page = await context.newPage();
    page.setDefaultTimeout(8000);
    await enter(page, address, email);
    return page;
  };
  let admin;
  let key;
  let codes;

  await step(`${name}: check-config finds the provider and says what to register there`, async () => {
    const told = await run(binary, ['check-config'], { ...env, BAROMETER_DATA: data });
    assert.ok(told.told.includes(`${address}/sign-in/account/return`) && told.told.includes(`${address}/sign-in/account/end`), told.told);
    assert.equal(told.code, 0, told.told);
  });
  await step(`${name}: somebody known signs in with an account, somebody unknown is told why not`, async () => {
    admin = await signIn(people.admin);
    await admin.goto(`${address}/settings`);
    assert.equal(new URL(admin.url()).pathname, '/settings');
    const stranger = await signIn('nobody@elsewhere.example');
    assert.match(await stranger.locator('main').innerText(), /n'est pas connue ici/);
  });
  await step(`${name}: who signs out at the provider is signed out here, in every browser`, async () => {
    const one = await signIn(people.hr);
    await one.goto(`${address}/exports`);
    await one.locator('summary', { hasText: 'Mireille Castagnou' }).click();
    await one.getByRole('button', { name: 'Se déconnecter' }).click();
    await one.getByRole('link', { name: 'Se déconnecter aussi de le compte maison' }).click();
    const other = await signIn(people.hr);
    await other.goto(`${address}/exports`);
    assert.equal(new URL(other.url()).pathname, '/exports');
    await other.goto(`http://127.0.0.1:${there}/session/end?client_id=${client.id}&post_logout_redirect_uri=${encodeURIComponent(`${address}/sign-in`)}`);
    await other.click('button[name=logout]');
    await other.waitForURL(`${address}/sign-in**`);
    await other.goto(`${address}/exports`);
    assert.equal(new URL(other.url()).pathname, '/sign-in');
  });
  await step(`${name}: an administrator makes a key, HR agrees, and it reads the published figures`, async () => {
    page = admin;
    key = await makeKey(admin, address, 'Tableau de bord', ['results', 'organisation', 'measurements']);
    const asks = () => fetch(`${address}/api/v1/campaigns`, { headers: { authorization: `Bearer ${key}` } });
    assert.equal((await asks()).status, 403);
    const hr = await signIn(people.hr);
    await hr.goto(`${address}/administration/keys`);
    await hr.getByRole('button', { name: "Donner l'accord" }).click();
    const told = await asks();
    assert.equal(told.status, 200);
    const campaigns = (await told.json()).items;
    codes = campaigns.map((one) => one.code);
    assert.deepEqual(campaigns.map((one) => one.state), ['open', 'published', 'published', 'published']);
    const read = await fetch(`${address}/api/v1/campaigns/${campaigns[1].code}/indicators?supplier=it`, { headers: { authorization: `Bearer ${key}` } });
    assert.ok((await read.json()).items.some((item) => item.group === '*' && item.indicator === 'mean' && item.shown && item.value > 1));
  });
  await step(`${name}: a tool that knows only the document finds nothing wrong`, async () => {
    // What fits the document and names nothing that exists is refused with 422, which says which item it is.
    const settings = path.join(data, 'schemathesis.toml');
    await writeFile(settings, [
      '[checks]', 'positive_data_acceptance.expected-statuses = ["2xx", "401", "403", "404", "409", "422"]',
      '[parameters]', `"path.campaign" = ${JSON.stringify(codes[1])}`, '',
    ].join('\n'));
    const told = await run(schemathesis, [
      '--config-file', settings, 'run', `${address}/api/v1/openapi.json`, '--header', `Authorization: Bearer ${key}`, '--checks', 'all',
      '--max-examples', '20', '--seed', '1', '--workers', '1', '--rate-limit', '40/s', '--no-color',
    ]);
    assert.equal(told.code, 0, told.told.slice(-6000));
  });
  await step(`${name}: a tool that knows how a directory asks finds nothing wrong`, async () => {
    const told = await peer('scim.py', `${address}/scim/v2`, await makeKey(admin, address, 'Annuaire', ['people']));
    assert.equal(told.code, 0, told.told.slice(-6000));
  });
  await step(`${name}: the pages of the doors are what every page must be`, async () => {
    page = admin;
    await admin.goto(`${address}/administration/webhooks`);
    await admin.fill('#name', 'Canal qualité');
    await admin.fill('#url', 'http://127.0.0.1/hook');
    await admin.getByRole('button', { name: 'Ajouter' }).click();
    await look(admin, 'webhooks-refused', { dark: false });
    await admin.fill('#url', 'https://hooks.invalid/hook');
    await admin.getByRole('button', { name: 'Ajouter' }).click();
    await admin.getByRole('button', { name: 'Essayer' }).click();
    await look(admin, 'webhooks');
    await admin.goto(`${address}/administration/keys`);
    await look(admin, 'keys');
    await admin.getByRole('button', { name: 'Révoquer' }).first().click();
    await admin.goto(`${address}/people`);
    await admin.locator('main table a[href^="/people/"]').first().click();
    await look(admin, 'person-with-account', { dark: false });
    const other = await (await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 } })).newPage();
    page = other;
    for (const [shot, at] of [['sign-in-account', '/sign-in'], ['account-left', '/sign-in/account/left'], ['account-refused', '/sign-in/account/return'], ['api', '/api']]) {
      await other.goto(`${address}${at}`);
      await look(other, shot);
    }
    await other.close();
  });
  await step(`${name}: with the provider away people who are in stay in, and the mail is offered`, async () => {
    await stopProvider();
    page = admin;
    await admin.goto(`${address}/settings`);
    assert.equal(new URL(admin.url()).pathname, '/settings');
    const other = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
    page = other;
    // What it said of itself is known still; without it nobody gets further than its own address.
    const refused = await other.goto(`${address}/sign-in/account`).catch((fault) => fault);
    assert.ok(refused instanceof Error || refused.status() === 503);
    await other.close();
    page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
    await page.goto(`${address}/sign-in`);
    assert.match(await page.locator('main').innerText(), /Recevoir le lien/);
  });
}

if (process.env.BAROMETER_TEST_POSTGRES) {
  const server = process.env.BAROMETER_TEST_POSTGRES;
  const name = `doors_${process.pid}`;
  const made = await run('psql', ['-q', `${server}/postgres`, '-c', `CREATE DATABASE ${name}`]);
  assert.equal(made.code, 0, made.told);
  await walk({ DATABASE_URL: `${server}/${name}` }, 'Postgres');
} else await walk({ DATABASE_URL: '' }, 'SQLite');
console.log(`${passed()} passed`);
await finish(0);
