// Answering in a real browser, in every way people have: keyboard alone, no script, narrow, zoomed, forced colours, two
// devices, two tabs, back, double click; and a scanner that opens links and runs scripts. On the demonstration's open
// campaign. Plain node: `node answering.mjs`; the same variables as journey.mjs.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { look, out } from './axe.mjs';
import { binary, demonstration, freePort } from './server.mjs';
import { pictured, steps } from './steps.mjs';

const data = await mkdtemp(path.join(tmpdir(), 'barometer-answering-'));
const port = await freePort();
// A demonstration is its own database in its own folder, always SQLite.
const { DATABASE_URL: _, ...env } = process.env;
const address = `http://127.0.0.1:${port}`;
let served;
let log = '';
const start = (...words) => {
  served = spawn(binary, words, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...env, BAROMETER_LOG: 'warn', LANG: 'fr_FR.UTF-8',
    BAROMETER_DATA: data, BAROMETER_LISTEN: `127.0.0.1:${port}`, BAROMETER_PUBLIC_ADDRESS: address } });
  for (const stream of [served.stdout, served.stderr]) stream.on('data', (bytes) => { log += bytes; });
};
const stop = async () => {
  if (served.exitCode !== null) return;
  const gone = new Promise((done) => served.once('exit', done));
  served.kill('SIGTERM');
  await gone;
};
const answers = async () => {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await fetch(`${address}/sign-in`).catch(() => null))?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('the server does not answer');
};
await demonstration(data);
start('demo', '--data', data, '--port', String(port));

let browser;
let current = null;
async function finish(code) {
  await browser?.close().catch(() => {});
  await stop();
  await rm(data, { recursive: true, force: true });
  process.exit(code);
}
const seen = async () => `${await pictured(current, path.join(out, 'failure-answering.png'))}\n${log.slice(-1500)}`;
const { step, passed } = steps(seen, finish);

const visitor = async (options = {}) => {
  const page = await (await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 }, ...options })).newPage();
  page.setDefaultTimeout(8000);
  page.on('response', (response) => { assert.ok(response.status() < 500, `${response.status()} ${response.url()}`); });
  current = page;
  return page;
};
const leads = async (page, act) => { await Promise.all([page.waitForEvent('load'), act()]); };
const main = async (page) => (await page.locator('main').innerText()).replace(/[\u00a0\u202f]/g, ' ').replace(/\s+/g, ' ');
const shows = async (page, words) => { const text = await main(page); assert.ok(words.test(text), `${words} is not on ${page.url()}:\n${text.slice(0, 1200)}`); };
const press = (page, name) => leads(page, () => page.getByRole('button', { name }).last().click());
const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
// Finance has the demonstration's conditional question: only it is ticked.
const onlyFinance = async (page) => {
  for (const box of await page.locator('input[name=service]').all()) if (await box.getAttribute('value') !== 'finance') await box.uncheck({ force: true });
  const fold = page.locator('form details summary');
  if (await fold.count() && !(await page.locator('input[value=finance]').isVisible())) await fold.first().click();
  await page.locator('input[value=finance]').check();
  await leads(page, () => page.locator('main button.primary').click());
  assert.match(page.url(), /\/1(\?|$)/);
};
// Goes on, page by page, until the field is there.
const until = async (page, field, button = 'Enregistrer et continuer') => { while (!(await page.locator(field).count())) await press(page, button); };
const OVERALL = 'input[name=q_overall]';
// Where answering ends, at an address that no step before had.
const atEnd = /\/r\/[^/]+\/end(\?|$)/;
const recorded = /enregistré, merci|recorded, thank you|thank you/i;

let links = [];
let ofTeam;
const link = () => links.shift();
const files = async () => Promise.all(['barometer.sqlite', 'barometer.sqlite-wal', 'demo.sqlite', 'demo.sqlite-wal'].map((name) => readFile(path.join(data, name)).catch(() => Buffer.alloc(0))));

await step('the demonstration is ready, with its mails', async () => {
  for (let tries = 0; tries < 1800 && !/Mails: /.test(log); tries += 1) {
    assert.equal(served.exitCode, null, 'the demonstration ended');
    await new Promise((done) => setTimeout(done, 100));
  }
  // From here on without a worker, which would write by itself while bytes are compared.
  await answers();
  await stop();
  start('serve', '--no-worker');
  await answers();
  const outbox = (/Mails: (.*)/.exec(log))[1].trim();
  await stat(outbox);
  for (const name of await readdir(outbox, { recursive: true })) {
    const text = await readFile(path.join(outbox, name), 'utf8').catch(() => '');
    // Long lines of a mail are folded with "=" at their end.
    const found = /\/r\/([A-Za-z0-9_-]{43})/.exec(text.replace(/=\r?\n/g, ''));
    if (found) links.push(`${address}/r/${found[1]}`);
  }
  links = [...new Set(links)];
  const unused = [];
  for (const one of links) {
    if (unused.length === 40 && ofTeam) break;
    // Whoever works in finance is not offered it.
    const page = await (await fetch(one, { headers: { 'accept-language': 'fr' } })).text();
    if (!/<html lang="(fr|en)">/.test(page)) continue;
    // Whoever works in a service that is asked how it is judged has a page more.
    if (/La fin demande|The end asks/.test(page)) {
      ofTeam ??= one;
      continue;
    }
    if (unused.length === 40) continue;
    if (/<input[^>]*name="service"[^>]*value="finance"|<input[^>]*value="finance"[^>]*name="service"/.test(page)) unused.push(one);
  }
  links = unused;
  assert.ok(links.length >= 35, `${links.length} links`);
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
});

await step('a scanner opens twenty links, runs scripts and waits: not a byte changes', async () => {
  const opened = links.slice(0, 20);
  const before = await files();
  await Promise.all(opened.slice(0, 4).map(async (one) => {
    const page = await visitor();
    await page.goto(one);
    // The scanner of the specification waits ten seconds: it does once, for four pages at a time.
    await page.waitForTimeout(10_000);
    await page.context().close();
  }).concat(opened.slice(4).map(async (one) => {
    for (const method of ['HEAD', 'GET', 'GET', 'GET']) await fetch(one, { method });
  })));
  const after = await files();
  assert.ok(before.some((bytes) => bytes.length), 'a database was read');
  assert.deepEqual(after.map((bytes, i) => bytes.equals(before[i])), before.map(() => true));
});

await step('a draft begun on one device is sent from another, the language changed midway', async () => {
  const one = link();
  const desk = await visitor();
  await desk.goto(`${one}?lang=fr`);
  await look(desk, 'answering-welcome');
  await onlyFinance(desk);
  await look(desk, 'answering-first');
  await until(desk, OVERALL);
  const overall = new URL(desk.url()).pathname;
  await desk.locator('input[name=q_overall][value="2"]').check();
  await until(desk, 'textarea');
  const last = new URL(desk.url()).pathname;
  await look(desk, 'answering-conditional');
  await shows(desk, /Si vous avez répondu « Très insatisfaisant », « Plutôt insatisfaisant » ou « Ni/);
  await desk.locator('input[name=q_effort][value="4"]').check();
  await desk.locator('textarea').first().fill('Répondre plus vite');
  await leads(desk, () => desk.getByRole('button', { name: 'English' }).click());
  assert.equal(await desk.getAttribute('html', 'lang'), 'en');
  await look(desk, 'answering-conditional');
  const phone = await visitor({ viewport: { width: 360, height: 740 }, javaScriptEnabled: true });
  await phone.goto(one);
  await look(phone, 'answering-welcome');
  await phone.goto(address + last);
  assert.equal(await phone.getAttribute('html', 'lang'), 'en', 'the draft remembers the language');
  assert.ok(await phone.locator('input[name=q_effort][value="4"]').isChecked());
  assert.equal(await phone.locator('textarea').first().inputValue(), 'Répondre plus vite');
  await phone.goto(address + overall);
  await phone.locator('input[name=q_overall][value="5"]').check();
  while (!/check/.test(phone.url())) await press(phone, 'Save and continue');
  await shows(phone, /will not be sent/);
  await look(phone, 'answering-check-unasked');
  await press(phone, /Send my answers/);
  await shows(phone, recorded);
  assert.equal(await phone.getAttribute('html', 'lang'), 'en', 'the last page, too');
  await look(phone, 'answering-done');
  await desk.reload();
  await shows(desk, recorded);
});

await step('keyboard alone, with a mistake: the summary has the focus and leads to the field', async () => {
  const one = link();
  const page = await visitor();
  await page.goto(`${one}?lang=fr`);
  await onlyFinance(page);
  await until(page, 'textarea');
  await page.evaluate(() => { document.querySelector('textarea').maxLength = 5000; });
  await page.locator('textarea').first().focus();
  await page.keyboard.insertText('x'.repeat(2001));
  await page.keyboard.press('Tab');
  for (let i = 0; i < 20 && !/Enregistrer et continuer/.test(await page.evaluate(() => document.activeElement.innerText ?? '')); i += 1) await page.keyboard.press('Tab');
  await leads(page, () => page.keyboard.press('Enter'));
  // The focus moves when the page is first painted, which may come after its load.
  await page.waitForFunction(() => document.activeElement.classList.contains('errors'));
  await look(page, 'answering-errors');
  await page.locator('.errors').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+A');
  assert.equal((await page.locator('textarea').first().inputValue()).length, 2001, 'nothing typed is lost');
});

await step('no script, 320 px, then 400 % of 1280 px, then forced colours', async () => {
  for (const options of [{ javaScriptEnabled: false }, { viewport: { width: 320, height: 640 } }, { viewport: { width: 320, height: 256 } }, { forcedColors: 'active' }]) {
    const page = await visitor(options);
    await page.goto(`${link()}?lang=fr`);
    const script = options.javaScriptEnabled !== false;
    const check = async () => { if (script) assert.ok(await fits(page), `${JSON.stringify(options)} ${page.url()}`); };
    await check();
    await onlyFinance(page);
    await check();
    await until(page, OVERALL);
    await check();
    await page.locator('input[name=q_overall][value="4"]').check();
    if (options.forcedColors) await look(page, 'answering-forced', { dark: false });
    while (!/check/.test(page.url())) await press(page, 'Enregistrer et continuer');
    await check();
    await page.locator('main button.primary').click();
    await page.waitForURL(atEnd);
    await shows(page, recorded);
    await check();
    await page.context().close();
  }
});

// A second click breaks off the first one's way, which a wait for the address reports as a failure: the address is asked.
async function comesTo(page, where) {
  for (let tries = 0; tries < 80 && !where.test(page.url()); tries += 1) await page.waitForTimeout(100);
  await page.waitForLoadState();
}

await step('two tabs, back, reload, double click: one set of responses, no error page', async () => {
  const one = link();
  const first = await visitor();
  await first.goto(`${one}?lang=fr`);
  await onlyFinance(first);
  await until(first, OVERALL);
  const second = await first.context().newPage();
  await second.goto(first.url());
  await first.locator('input[name=q_overall][value="4"]').check();
  await press(first, 'Enregistrer et continuer');
  await second.locator('input[name=q_overall][value="3"]').check();
  await press(second, 'Enregistrer et continuer');
  await first.goBack();
  await first.locator('input[name=q_overall][value="5"]').check();
  while (!/check/.test(first.url())) await press(first, 'Enregistrer et continuer');
  await first.reload();
  await first.locator('main button.primary').dblclick();
  await comesTo(first, atEnd);
  await shows(first, recorded);
  await press(second, 'Enregistrer et continuer');
  await shows(second, recorded);
  await first.goBack();
  const state = await first.goto(`${one}/check`);
  assert.equal(state.status(), 200);
  await shows(first, recorded);
});

await step('declined, empty and unknown links, in both languages', async () => {
  const one = link();
  const page = await visitor();
  await page.goto(`${one}?lang=en`);
  await page.locator('.promise summary').click();
  await leads(page, () => page.locator('main a[href*="/group"]').click());
  assert.equal(await page.getAttribute('html', 'lang'), 'en', 'the language holds before there is a draft');
  await look(page, 'answering-group');
  await leads(page, () => page.locator('main .buttons a').click());
  await leads(page, () => page.locator('main a[href*="/decline"]').click());
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  await look(page, 'answering-decline');
  await leads(page, () => page.locator('main button.primary').click());
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  await look(page, 'answering-declined');
  const none = link();
  await page.goto(`${none}?lang=fr`);
  for (const box of await page.locator('input[name=service]').all()) await box.uncheck({ force: true });
  await leads(page, () => page.locator('main button.primary').click());
  await shows(page, /aucun service/);
  await look(page, 'answering-nothing');
  const unknown = await page.goto(`${new URL(one).origin}/r/${one.split('/').at(-1).slice(0, -2)}zZ`);
  assert.equal(unknown.status(), 404);
  await shows(page, /pas l'un des nôtres/);
  await look(page, 'answering-unknown');
});

await step('one of a team says how the other departments judge it, and nothing else', async () => {
  assert.ok(ofTeam, 'somebody of a team has a link');
  const page = await visitor();
  await page.goto(`${ofTeam}?lang=fr`);
  await look(page, 'answering-team');
  for (const box of await page.locator('input[name=service]').all()) await box.uncheck({ force: true });
  await leads(page, () => page.locator('main button.primary').click());
  await shows(page, /comment les autres services jugent-ils le vôtre/);
  await look(page, 'answering-mirror');
  for (const group of await page.locator('fieldset').all()) await group.locator('input[type=radio]').nth(3).check({ force: true });
  await leads(page, () => page.locator('button[value=next]').click());
  await leads(page, () => page.locator('button[value=next]').click());
  await shows(page, /Répondez cette fois pour vous-même/);
  await look(page, 'answering-mirror-promises');
  await leads(page, () => page.locator('button[value=next]').click());
  await shows(page, /vu par les autres services/);
  await look(page, 'answering-mirror-check');
  await leads(page, () => page.locator('main button.primary').click());
  await shows(page, recorded);
  await page.context().close();
});

await step('the twenty whose links a scanner opened can all answer', async () => {
  const opened = links.slice(0, 20);
  for (const one of opened) {
    const post = (to, pairs) => fetch(to, { method: 'POST', body: new URLSearchParams(pairs), redirect: 'manual' });
    await post(one, [['service', 'finance']]);
    await post(`${one}/2`, [['q_overall', '4'], ['go', 'next']]);
    assert.equal((await post(`${one}/sending`, [])).status, 303);
    assert.match(await (await fetch(one)).text(), recorded);
  }
});

await step('an organisation of seven languages: every page fits a phone in each', async () => {
  const desk = await visitor();
  await desk.goto(/^ +administration +(\S+)/m.exec(log)[1]);
  await leads(desk, () => desk.locator('main button.primary').click());
  await desk.goto(`${address}/settings`);
  await desk.locator('[name=languages]').fill('fr, en, de, es, it, nl, pt');
  await leads(desk, () => desk.locator('main form:has([name=languages]) button.primary').click());
  const one = links.at(-2);
  for (const language of ['fr', 'en', 'de', 'es', 'it', 'nl', 'pt']) {
    const phone = await visitor({ viewport: { width: 360, height: 740 } });
    await phone.goto(`${one}?lang=${language}`);
    assert.equal(await phone.getAttribute('html', 'lang'), language);
    for (const to of ['', '/check', '/decline', '/group']) {
      await phone.goto(`${one}${to}?lang=${language}`);
      assert.ok(await fits(phone), `${language} ${to}`);
    }
    await phone.goto(`${one}?lang=${language}`);
    await look(phone, 'answering-seven', { dark: false });
    await leads(phone, () => phone.locator('main form button.primary').click());
    await look(phone, 'answering-seven-page', { dark: false });
    for (const to of ['/privacy', '/sign-in', '/method', '/accessibilite']) {
      await phone.goto(`${address}${to}?lang=${language}`);
      assert.ok(await fits(phone), `${language} ${to}`);
    }
    await phone.context().close();
  }
});

await step('what was asked between two quarters, as the head of the service reads it', async () => {
  const page = await visitor();
  await page.goto(/head of IT\s+(\S+)/.exec(log)[1]);
  await leads(page, () => page.locator('main button.primary').click());
  const open = async (to, name) => { await page.goto(address + to); await look(page, name); };
  await open('/occasions', 'occasions');
  await leads(page, () => page.locator('main th a').first().click());
  await shows(page, /réponses pour \d+ personnes interrogées.*Pendant la panne/);
  await look(page, 'occasion');
  await leads(page, () => page.locator('main a[href*="flash="]').nth(1).click());
  await shows(page, /Mesurée au prochain trimestre par/);
  await look(page, 'action-of-flash');
  await open('/events', 'events');
  await leads(page, () => page.getByRole('link', { name: /messagerie arrêtée/ }).click());
  await shows(page, /Retour prévu à 11 h 30.*Surveiller la place de chaque disque/);
  await look(page, 'event');
  await page.context().close();
});

await step('closed: the link says so', async () => {
  const page = await visitor();
  const signIn = /RH \/ HR\s+(\S+)/.exec(log)[1];
  await page.goto(signIn);
  await leads(page, () => page.locator('main button.primary').click());
  const origin = new URL(page.url()).origin;
  // HR sees to the sessions of a training too.
  await page.goto(`${origin}/actions?view=list`);
  await leads(page, () => page.getByRole('link', { name: /Sessions courtes/ }).click());
  await leads(page, () => page.locator('main a[href$="/sessions"]').click());
  await shows(page, /À chaud/);
  await look(page, 'sessions');
  await leads(page, () => page.getByRole('link', { name: /Participants/ }).first().click());
  await look(page, 'session');
  await page.goto(`${origin}/campaigns`);
  const open = page.locator('main tr', { hasText: 'ouverte' }).locator('th a').first();
  const [, quarter, year] = (await open.innerText()).match(/(\d)\D+(\d{4})/);
  await leads(page, () => open.click());
  await page.locator('#code').fill(`${year}-Q${quarter}`);
  await page.locator('#closure button').click();
  const late = links.at(-1);
  const respondent = await visitor();
  for (let tries = 0; tries < 40; tries += 1) {
    await respondent.goto(late);
    if (!(await respondent.locator('input[name=service]').count())) break;
    await respondent.waitForTimeout(250);
  }
  assert.equal(await respondent.locator('input[name=service]').count(), 0, await main(respondent));
  await look(respondent, 'answering-closed', { dark: false });
});

console.log(`${passed()} passed`);
await finish(0);
