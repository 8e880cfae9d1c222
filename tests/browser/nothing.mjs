// From nothing to an indicator in another program, beside real software of other makes: an administrator signs in at an
// OpenID Connect provider (npm oidc-provider), a directory tells of the people over SCIM (PyPI scim2-client), HR says what
// their units are, a campaign is opened, answered and closed, a card comes for Teams, a key reads the figures.
// On Postgres where BAROMETER_TEST_POSTGRES names one, else on SQLite. `node nothing.mjs`.
import assert from 'node:assert/strict';
import http from 'node:http';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { look, out } from './axe.mjs';
import { knowing, makeKey, peer, run, signIn, startProvider } from './provider.mjs';
import { freePort, prepare } from './server.mjs';
import { startSink } from './smtp-sink.mjs';
import { pictured, steps } from './steps.mjs';

const DEPARTMENTS = ['Atelier nord', 'Atelier sud'];
const EACH = 14;
const CLIENTS = DEPARTMENTS.flatMap((department, place) => Array.from({ length: EACH }, (_, n) => ({
  name: `Personne ${place * EACH + n + 1}`, email: `personne${place * EACH + n + 1}@exemple.test`, department,
})));
const HR = { name: 'Rose Castel', email: 'rose.castel@exemple.test', department: 'Direction' };
const ADMIN = 'ana.roy@exemple.test';

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
let page;
let log = '';
let place;
const running = [];
const seen = async () => `${await pictured(page, path.join(out, 'nothing.png'))}\n${log.slice(-2000)}\n${place?.log().slice(-3000)}`;
const { step, passed } = steps(seen, finish);

async function finish(code) {
  await browser.close().catch(() => {});
  for (const end of running.reverse()) await end().catch(() => {});
  process.exit(code);
}

// A receiver of cards, as a workflow of Teams is one.
async function startReceiver() {
  const cards = [];
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (bytes) => { body += bytes; });
    request.on('end', () => {
      cards.push({ kind: request.headers['content-type'], card: JSON.parse(body) });
      response.writeHead(202).end();
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  running.push(() => new Promise((done) => { server.closeAllConnections(); server.close(done); }));
  return { cards, url: `http://127.0.0.1:${server.address().port}/workflow` };
}

async function until(told, looks, tries = 60) {
  for (let n = 0; n < tries; n += 1) {
    if (await looks()) return;
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error(`${told}: not within ${tries / 4} s`);
}

async function walk(database, name) {
  const there = await freePort();
  const sink = await startSink();
  const receiver = await startReceiver();
  place = await prepare({ ...database, ...knowing(there), BAROMETER_SMTP_URL: sink.url, BAROMETER_WEBHOOK_NETWORKS: '127.0.0.0/8' });
  running.push(place.stop, sink.stop, await startProvider(there, place.address, (line) => { log += line; }));
  const { address } = place;
  const fresh = async (email) => {
    page = await (await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 } })).newPage();
    page.setDefaultTimeout(8000);
    return signIn(page, address, email);
  };
  const go = async (who, at) => { page = who; await who.goto(at.startsWith('http') ? at : address + at); };
  const press = async (who, words) => Promise.all([who.waitForEvent('load'), who.getByRole('button', { name: words }).first().click()]);
  const shows = async (who, words) => {
    const text = (await who.locator('main').innerText()).replace(/[\u00a0\u202f]/g, ' ');
    assert.match(text, words, who.url());
  };
  let admin;
  let hr;
  let directory;
  let code;

  await step(`${name}: nothing but an administrator, who signs in with an account of the organisation`, async () => {
    const file = await place.file('first.csv', `email,name,unit_code,unit,parent_unit_code,language,roles\n${ADMIN},Ana Roy,dg,Direction,,fr,admin\n`);
    const told = await place.run('import', 'people', file);
    assert.equal(told.code, 0, told.err);
    await place.start();
    admin = await fresh(ADMIN);
    await go(admin, '/settings');
    for (const [field, value] of [['organisation', 'Valdebrume'], ['hr_contact', 'rh@exemple.test'], ['controller', 'Valdebrume'],
      ['dpo_contact', 'dpo@exemple.test'], ['alert_contact', 'alerte@exemple.test'], ['moderator_fr', 'une personne extérieure']]) {
      await admin.locator(`#${field}`).fill(value);
    }
    await press(admin, 'Enregistrer');
  });
  await step(`${name}: the directory tells of everybody; nobody of an unknown unit comes in`, async () => {
    directory = await makeKey(admin, address, 'Annuaire', ['people']);
    const line = (one) => `${one.name},${one.email},${one.department}`;
    const told = await peer('people.py', `${address}/scim/v2`, directory, ...[HR, ...CLIENTS].map(line));
    assert.equal(told.code, 0, told.told);
    assert.match(told.told, new RegExp(`made ${CLIENTS.length + 1}, changed 0`));
    await go(admin, '/people');
    await shows(admin, /2 personnes/);
    await shows(admin, new RegExp(`${CLIENTS.length} changements attendent`));
  });
  await step(`${name}: what the directory calls a unit becomes one when somebody says so, once for all`, async () => {
    for (const [n, department] of DEPARTMENTS.entries()) {
      await go(admin, '/people/waiting');
      if (n === 0) await look(admin, 'waiting-units');
      const form = admin.locator('li', { hasText: department }).locator('form').first();
      await form.locator('select').selectOption('+');
      await Promise.all([admin.waitForEvent('load'), form.getByRole('button', { name: /C'est elle/ }).click()]);
      await shows(admin, n === 0 ? /Atelier sud/ : /Rien n'attend/);
    }
    await go(admin, '/people');
    await shows(admin, new RegExp(`${CLIENTS.length + 2} personnes`));
    const again = await peer('people.py', `${address}/scim/v2`, directory, 'Lise Neuve,lise@exemple.test,ATELIER NORD');
    assert.equal(again.code, 0, again.told);
    await go(admin, '/people?search=lise');
    await shows(admin, /Lise Neuve[\s\S]*Atelier nord/);
  });
  await step(`${name}: what a door may not do waits, and is looked at as every page is`, async () => {
    // A role's address, over SCIM; half of the house gone.
    await go(admin, '/people?search=rose');
    await admin.locator('main a[href^="/people/"]', { hasText: HR.name }).click();
    await admin.selectOption('#role', 'hr');
    await press(admin, 'Donner ce rôle');
    const asks = async (at, method = 'GET', body) => {
      const answer = await fetch(`${address}/scim/v2${at}`, { method, headers: { authorization: `Bearer ${directory}`, 'content-type': 'application/scim+json' }, body });
      return answer.status === 204 ? null : answer.json();
    };
    const who = async (email) => (await asks(`/Users?filter=${encodeURIComponent(`userName eq "${email}"`)}`)).Resources[0].id;
    const operations = (list) => JSON.stringify({ schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: list });
    await asks(`/Users/${await who(HR.email)}`, 'PATCH', operations([{ op: 'replace', path: 'emails[type eq "work"].value', value: 'ailleurs@exemple.test' }]));
    // Who came this week is not counted; the administrator was here before, and is the last one.
    const last = await asks(`/Users/${await who(ADMIN)}`, 'PATCH', operations([{ op: 'Replace', path: 'active', value: 'False' }]));
    assert.equal(last.status, '400');
    await go(admin, '/people/waiting');
    await shows(admin, /rose\.castel@exemple\.test → ailleurs@exemple\.test/);
    await look(admin, 'waiting');
    await admin.getByLabel(HR.name).check();
    await press(admin, "Laisser comme c'est");
    await shows(admin, /Rien n'attend/);
  });
  await step(`${name}: an address for Teams, services, and a campaign`, async () => {
    await go(admin, '/administration/webhooks');
    await admin.fill('#name', 'Canal qualité');
    await admin.fill('#url', receiver.url);
    await admin.selectOption('#format', 'teams');
    for (const box of await admin.locator('input[name=events]').all()) await box.check();
    await press(admin, 'Ajouter');
    for (const [kind, text] of [['suppliers', 'code,name_fr,article_fr,name_en,unit_code\nit,Informatique,l\'Informatique,IT,dg\nmg,Moyens généraux,les,Facilities,\n'],
      ['relations', 'supplier,unit_code,kind\nit,atelier_nord,serves\nit,atelier_sud,serves\n']]) {
      const told = await place.run('import', kind, await place.file(`${kind}.csv`, text));
      assert.equal(told.code, 0, told.err);
    }
    await go(admin, '/people?search=ana');
    await admin.locator('main a[href^="/people/"]', { hasText: 'Ana Roy' }).click();
    await admin.selectOption('#role', 'head');
    await admin.selectOption('#supplier', 'it');
    await press(admin, 'Donner ce rôle');
    hr = await fresh(HR.email);
    await go(hr, '/questionnaires');
    await press(hr, /Commencer/);
    await go(hr, '/campaigns/new');
    code = await hr.locator('#code').inputValue();
    await hr.locator('input[name=supplier][value=it]').check();
    await hr.locator('input[name=supplier][value=mg]').uncheck();
    await press(hr, 'Enregistrer');
    page = hr;
    await hr.locator('summary', { hasText: 'Ouvrir maintenant' }).click();
    await press(hr, new RegExp(`Ouvrir et inviter ${CLIENTS.length + 1} personnes`));
    await shows(hr, /personnes sont invitées/);
  });
  await step(`${name}: everybody invited answers`, async () => {
    const mails = await sink.wait((mail) => /\/r\//.test(mail.text), CLIENTS.length + 1);
    const post = async (to, pairs) => {
      const answer = await fetch(to, { method: 'POST', body: new URLSearchParams(pairs), redirect: 'manual' });
      assert.equal(answer.status, 303, `${to}: ${answer.status}`);
      return new URL(answer.headers.get('location'), address).href;
    };
    for (const [n, mail] of mails.entries()) {
      let next = await post(mail.text.match(new RegExp(`${address}/r/[A-Za-z0-9_-]+`))[0], [['service', 'it']]);
      while (!next.endsWith('/check')) {
        const html = await (await fetch(next)).text();
        const names = new Set([...html.matchAll(/type="radio" name="(\w+)"/g)].map((found) => found[1]));
        next = await post(next, [...[...names].map((one) => [one, String(3 + (n % 3))]), ['go', 'next']]);
      }
      const sent = await fetch(next.replace(/check$/, 'sending'), { method: 'POST', redirect: 'manual' });
      assert.ok([200, 303].includes(sent.status), String(sent.status));
    }
  });
  await step(`${name}: closed, it is published, and cards told of it`, async () => {
    page = hr;
    await hr.reload();
    await hr.locator('#code').fill(code);
    await Promise.all([hr.waitForEvent('load'), hr.locator('#closure button').click()]);
    await until('cards', () => receiver.cards.length >= 3);
    for (const { kind, card } of receiver.cards) {
      assert.match(kind, /^application\/json/);
      assert.equal(card.attachments[0].contentType, 'application/vnd.microsoft.card.adaptive');
    }
    const texts = receiver.cards.map(({ card }) => JSON.stringify(card));
    assert.ok(texts.some((text) => /publi/i.test(text)), texts.join('\n'));
  });
  await step(`${name}: a key that HR agreed to reads the indicator`, async () => {
    const key = await makeKey(admin, address, 'Tableau de bord', ['results']);
    await go(hr, '/administration/keys');
    await press(hr, "Donner l'accord");
    const asks = async (at) => (await fetch(`${address}/api/v1${at}`, { headers: { authorization: `Bearer ${key}` } })).json();
    const [campaign] = (await asks('/campaigns')).items;
    assert.equal(campaign.state, 'published');
    const { items } = await asks(`/campaigns/${campaign.code}/indicators?supplier=it`);
    const mean = items.find((one) => one.group === '*' && one.subject === 'overall' && one.indicator === 'mean');
    assert.ok(mean?.shown && Math.abs(mean.value - 4) < 0.1, JSON.stringify(mean ?? items.slice(0, 5)));
  });
}

if (process.env.BAROMETER_TEST_POSTGRES) {
  const server = process.env.BAROMETER_TEST_POSTGRES;
  const database = `nothing_${process.pid}`;
  const made = await run('psql', ['-q', `${server}/postgres`, '-c', `CREATE DATABASE ${database}`]);
  assert.equal(made.code, 0, made.told);
  await walk({ DATABASE_URL: `${server}/${database}` }, 'Postgres');
} else await walk({ DATABASE_URL: '' }, 'SQLite');
console.log(`${passed()} passed`);
await finish(0);
