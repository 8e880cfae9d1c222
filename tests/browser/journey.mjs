// One quarter from the import of a file to the exported file, in a real browser, as each person lives it.
// Plain node: `npm test`. BAROMETER_BIN names another binary, BAROMETER_NO_SHOTS=1 leaves the pictures out.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { gathered, look, out } from './axe.mjs';
import { prepare } from './server.mjs';
import { pictured, steps } from './steps.mjs';
import { startSink } from './smtp-sink.mjs';

const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const UNITS = [['prod', 'Production', 9], ['ventes', 'Ventes', 8], ['log', 'Logistique', 7]];
const STAFF = [
  ['S1', 'helene.marchand', 'Hélène Marchand', 'rh', 'Ressources humaines', 'admin;hr'],
  ['S2', 'claire.dumont', 'Claire Dumont', 'si', 'Direction Informatique', ''],
  ['S3', 'paul.garnier', 'Paul Garnier', 'mg', 'Moyens généraux', ''],
  ['S4', 'solange.vauquelin', 'Solange Vauquelin', 'dg', 'Direction générale', 'direction'],
  // Services of three: what is published of one or two people is not for everybody.
  ...['si', 'si', 'mg', 'mg'].map((code, i) => [`S${i + 5}`, `${code}${i + 1}`, `Personne ${code} ${i + 1}`, code,
    code === 'si' ? 'Direction Informatique' : 'Moyens généraux', '']),
];
const HEADER = 'person_id,email,name,unit_code,unit,parent_unit_code,language,roles,active,until';
const CLIENTS = UNITS.flatMap(([code, unit, people]) => Array.from({ length: people }, (_, i) => ({
  email: `${code}${i + 1}@exemple.test`, name: `Personne ${unit} ${i + 1}`, code, unit, language: i < 2 ? 'en' : 'fr',
})));
const PEOPLE = [HEADER,
  ...STAFF.map(([id, who, name, code, unit, roles]) => `${id},${who}@exemple.test,${name},${code},${unit},,fr,${roles},yes,`),
  ...CLIENTS.map((c, i) => `C${i + 1},${c.email},${c.name},${c.code},${c.unit},,${c.language},,yes,`)].join('\n');
const SUPPLIERS = 'code;name_fr;article_fr;name_en;unit_code\n' +
  "it;Informatique;l'Informatique;IT;si\nmg;Moyens généraux;les Moyens généraux;Facilities;mg\n";
const RELATIONS = '\ufeffsupplier,unit_code,kind\n' +
  'it,prod,serves\nit,ventes,serves\nit,log,serves\nmg,prod,serves\nmg,ventes,serves\n';
const OWN = ["Le poste de travail qu'on vous a remis", 'The workstation you were given'];
const PROMISED = 'Un accusé de réception part dans la journée, avec un délai.';
const PROMISED_EN = 'You get an acknowledgement within the day, with a date.';

const sink = await startSink();
const place = await prepare({ BAROMETER_SMTP_URL: sink.url });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGS });
const french = { locale: 'fr-FR', viewport: { width: 1280, height: 900 } };
const visitor = async (options = {}) => {
  const page = await (await browser.newContext({ ...french, ...options })).newPage();
  page.setDefaultTimeout(8000);
  return page;
};

let current = null;
let hr;
let head;
const state = { overall: [], invitations: new Map() };

const at = (path) => place.address + path;
// On how many sheets of A4 a page is printed.
const sheets = async (page) => {
  const file = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return file.match(/\/Type\s*\/Page\b(?!s)/g).length;
};
const go = async (page, path) => { current = page; return page.goto(at(path)); };
const main = (page) => page.locator('main');
// Does `act`, and waits for the page it leads to.
const leads = async (page, act) => { await Promise.all([page.waitForEvent('load'), act()]); };
const press = (page, name) => leads(page, () => page.getByRole('button', { name }).first().click());
const shows = async (page, words) => {
  const text = (await main(page).innerText()).replace(/[\u00a0\u202f]/g, ' ').replace(/\s+/g, ' ');
  assert.ok(words instanceof RegExp ? words.test(text) : text.includes(words), `“${words}” is not on ${page.url()}:\n${text.slice(0, 1500)}`);
};
const linkIn = (mail, kind) => {
  const found = new Set([mail.text, mail.html].flatMap((part) => part.match(new RegExp(`${place.address}/${kind}/[A-Za-z0-9_-]+`, 'g')) ?? []));
  assert.equal(found.size, 1, `one ${kind} link in text and HTML of “${mail.subject}”, not ${[...found].join(' ')}`);
  for (const part of [mail.text, mail.html]) assert.ok(part.includes([...found][0]), 'the link is in both parts');
  return [...found][0];
};

const seen = async () => `${await pictured(current, path.join(out, 'failure.png'))}\n${place.log().slice(-3000)}`;
const { step, passed } = steps(seen, finish);

async function finish(code) {
  await browser.close().catch(() => {});
  await place.stop();
  await sink.stop();
  process.exit(code);
}

async function signInByMail(email) {
  const page = await visitor();
  await go(page, '/sign-in');
  await page.locator('#email').fill(email);
  const before = sink.mails.length;
  await leads(page, () => page.locator('main button.primary').click());
  await shows(page, /Regardez votre courrier/);
  await sink.wait((mail) => mail.to.includes(email) && sink.mails.indexOf(mail) >= before);
  const mail = sink.mails.findLast((one) => one.to.includes(email));
  await page.goto(linkIn(mail, 'sign-in'));
  await page.locator('main button.primary').click();
  await page.waitForURL(at('/'));
  return page;
}

async function upload(page, id, name, text, { see } = {}) {
  const fold = page.locator(`details:not([open]):has(#${id}) > summary`);
  if (await fold.count()) await fold.click();
  await page.locator(`#${id}`).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await leads(page, () => page.locator(`form:has(#${id}) button`).last().click());
  if (see) await look(page, see);
}

// ---------------------------------------------------------------- 1. Organisation

await step('a bad file of people is refused by line, and nothing is kept', async () => {
  const bad = await place.file('bad.csv', `${HEADER}\nX1,not-an-address,Jean,prod,Production,,fr,,yes,\n`);
  const refused = await place.run('import', 'people', bad);
  assert.notEqual(refused.code, 0);
  assert.match(refused.err, /2/);
});

await step('the people are imported on the command line', async () => {
  const people = await place.file('people.csv', PEOPLE);
  const dry = await place.run('import', 'people', people, '--dry-run');
  assert.equal(dry.code, 0, dry.err);
  const real = await place.run('import', 'people', people);
  assert.equal(real.code, 0, real.err);
  const again = await place.run('import', 'people', people, '--dry-run');
  assert.doesNotMatch(again.out, /Zoé|Hélène/, 'a second import changes nothing');
});

await step('the first administrator signs in by the link of the command line', async () => {
  await place.start();
  const link = (await place.run('sign-in-link', 'helene.marchand@exemple.test')).out.match(/http\S+/)[0];
  hr = await visitor();
  current = hr;
  await go(hr, '/sign-in');
  await look(hr, 'sign-in');
  await hr.goto(link);
  await look(hr, 'sign-in-link');
  await hr.locator('main button.primary').click();
  await hr.waitForURL(at('/'));
  await look(hr, 'home-new');
  await hr.goto(link);
  await look(hr, 'sign-in-used', { dark: false });
});

await step('the settings are filled', async () => {
  await go(hr, '/settings');
  await hr.locator('#organisation').fill('Valdebrume');
  await hr.locator('#hr_contact').fill('rh@exemple.test');
  await hr.locator('#controller').fill('Valdebrume, Direction générale');
  await hr.locator('#dpo_contact').fill('dpo@exemple.test');
  await hr.locator('#alert_contact').fill('alerte@exemple.test');
  await hr.locator('#moderator_fr').fill('Solange Vauquelin');
  await press(hr, 'Enregistrer');
  await shows(hr, /Enregistré/i);
  await look(hr, 'settings');
});

await step('HR imports suppliers and relations, seen before they are saved', async () => {
  await go(hr, '/suppliers');
  await look(hr, 'suppliers-empty', { dark: false });
  await upload(hr, 'file-suppliers', 'suppliers.csv', SUPPLIERS, { see: 'import-preview' });
  await press(hr, 'Importer');
  await shows(hr, /Import terminé|L'import est fait/);
  await look(hr, 'imported');
  await leads(hr, () => hr.getByRole('link', { name: /qui sert qui/ }).click());
  await upload(hr, 'file-relations', 'relations.csv', 'supplier,unit_code,kind\nnobody,prod,serves\n', { see: 'import-faults' });
  await shows(hr, /ligne 2/i);
  await go(hr, '/suppliers');
  await upload(hr, 'file-relations', 'relations.csv', RELATIONS);
  await press(hr, 'Importer');
  await go(hr, '/suppliers');
  await shows(hr, 'Informatique');
  await look(hr, 'suppliers');
  await go(hr, '/suppliers/it');
  await shows(hr, /24 personnes|Sert 3 services/);
  await look(hr, 'supplier');
});

await step('HR gives the heads their role, by page and by file', async () => {
  await go(hr, '/people');
  await look(hr, 'people');
  await hr.getByRole('searchbox').fill('dumont');
  await press(hr, 'Rechercher');
  await leads(hr, () => hr.getByRole('link', { name: 'Claire Dumont' }).click());
  await hr.locator('#role').selectOption('head');
  await hr.locator('#supplier').selectOption('it');
  await press(hr, 'Donner ce rôle');
  await shows(hr, 'Informatique');
  await look(hr, 'person');
  await go(hr, '/people');
  const line = 'S3,paul.garnier@exemple.test,Paul Garnier,mg,Moyens généraux,,fr,head:mg,yes,';
  await upload(hr, 'file', 'people.csv', `${HEADER}\n${line}\n`, { see: 'import-people' });
  await press(hr, 'Importer');
  await go(hr, '/suppliers');
  await shows(hr, 'Paul Garnier');
});

// ---------------------------------------------------------------- 2. Questionnaires

await step('the head signs in by a mailed link', async () => {
  head = await signInByMail('claire.dumont@exemple.test');
  current = head;
  await look(head, 'home-head-new');
});

await step('the head makes the questionnaire: core, bank, a question of her own', async () => {
  await go(head, '/questionnaires');
  await look(head, 'questionnaires');
  await leads(head, () => head.getByRole('link', { name: 'Informatique', exact: true }).click());
  await look(head, 'questionnaire-none', { dark: false });
  await press(head, 'Créer à partir du socle');
  await leads(head, () => head.locator('button[name=add][value=importance]').click());
  await leads(head, () => head.getByRole('link', { name: 'Écrire une question à vous' }).click());
  await press(head, 'Enregistrer');
  await look(head, 'own-question-faults', { dark: false });
  await head.locator('#text_fr').fill(OWN[0]);
  await head.locator('#text_en').fill(OWN[1]);
  await press(head, 'Enregistrer');
  await shows(head, OWN[0]);
  await shows(head, /10 questions fermées sur 10/);
  await look(head, 'questionnaire');
  await go(head, '/questionnaires/it/comparison');
  await look(head, 'questionnaire-comparison', { dark: false });
});

await step('the preview reads in both languages', async () => {
  await go(head, '/questionnaires/it/preview');
  await shows(head, OWN[0]);
  await look(head, 'preview');
  await leads(head, () => head.getByRole('link', { name: 'English, sur un téléphone' }).click());
  await shows(head, OWN[1]);
  await look(head, 'preview-phone-english', { dark: false });
});

await step('a head sees nothing of another service', async () => {
  for (const place of ['/questionnaires/mg', '/results/mg', '/campaigns', '/people', '/settings', '/exports']) {
    const answer = await go(head, place);
    assert.ok([403, 404].includes(answer.status()), `${place}: ${answer.status()}`);
  }
  await look(head, 'forbidden', { dark: false });
  await go(hr, '/questionnaires/mg');
  await press(hr, 'Créer à partir du socle');
});

// ---------------------------------------------------------------- 3. Campaign

await step('HR makes the campaign, adjusts its groups, and opens it after the check', async () => {
  await go(hr, '/campaigns');
  await look(hr, 'campaigns-empty', { dark: false });
  await leads(hr, () => hr.getByRole('link', { name: 'Nouvelle campagne' }).click());
  await look(hr, 'campaign-new');
  state.code = await hr.locator('#code').inputValue();
  await hr.locator('#closes_on').fill('2020-01-01');
  await press(hr, 'Enregistrer');
  await look(hr, 'campaign-faults', { dark: false });
  await go(hr, '/campaigns/new');
  const day = (plus) => new Date(Date.now() + plus * 86400000).toISOString().slice(0, 10);
  for (const [field, plus] of [['opens_on', 1], ['reminder_1', 5], ['reminder_2', 12], ['reminder_3', 0], ['closes_on', 14]]) {
    await hr.locator(`#${field}`).fill(plus ? day(plus) : '');
  }
  for (const box of await hr.locator('input[name=supplier]').all()) await box.check();
  await press(hr, 'Enregistrer');
  state.campaign = new URL(hr.url()).pathname;
  await shows(hr, /24 personnes|Sert 3 services/);
  await look(hr, 'campaign-launch');
  await leads(hr, () => hr.getByRole('link', { name: 'Groupes', exact: true }).click());
  await look(hr, 'campaign-groups');
  const names = hr.locator('input[name^="name."]');
  await names.first().fill('Production et fabrication');
  await press(hr, 'Enregistrer les groupes');
  await go(hr, state.campaign);
  await shows(hr, 'Production et fabrication');
  await hr.locator('summary', { hasText: 'Ouvrir maintenant' }).click();
  await press(hr, /Ouvrir et inviter 24 personnes/);
  await shows(hr, /24 personnes sont invitées/);
});

await step('every invited person gets one mail, text and HTML, with one link of their own', async () => {
  await sink.wait((mail) => /\/r\//.test(mail.text), 24);
  await new Promise((done) => setTimeout(done, 2500));
  const invitations = sink.mails.filter((mail) => /\/r\//.test(mail.text));
  assert.equal(invitations.length, 24);
  for (const mail of invitations) {
    assert.equal(mail.to.length, 1);
    state.invitations.set(mail.to[0], linkIn(mail, 'r'));
    assert.match(mail.html, /<html lang="(fr|en)"/);
    const english = CLIENTS.find((client) => client.email === mail.to[0]).language === 'en';
    assert.equal(/Hello|Your view/i.test(mail.text + mail.subject), english, `${mail.to[0]}: ${mail.subject}`);
  }
  assert.deepEqual([...state.invitations.keys()].sort(), CLIENTS.map((client) => client.email).sort());
  assert.equal(new Set(state.invitations.values()).size, 24);
  await go(hr, state.campaign);
  await shows(hr, /24 invitations envoyées sur 24/);
  await look(hr, 'campaign-follow');
  await go(hr, '/campaigns');
  await look(hr, 'campaigns');
  await go(head, '/');
  await look(head, 'home-head-open', { dark: false });
  const before = await go(head, '/results/it');
  await shows(head, /.+/);
  assert.ok(before.status() < 500);
  await look(head, 'results-none', { dark: false });
});

// ---------------------------------------------------------------- 4. Answers

// Tab to what fits, with the keyboard alone; gives the stops on the way.
async function tabTo(page, fits, most = 40) {
  const stops = [];
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const e = document.activeElement;
      // "No answer" has no room of its own: the group it belongs to wears the ring.
      const worn = e.type === 'radio' && e.value === '' ? '.cells' : 'label';
      const box = (e.closest(worn) ?? e).getBoundingClientRect();
      return {
        tag: e.tagName, type: e.type ?? '', name: e.name ?? '', value: e.value ?? '', text: (e.closest('label') ?? e).innerText?.trim() ?? '',
        order: [...document.querySelectorAll('*')].indexOf(e), seen: box.width > 1 && box.bottom > 0 && box.top < innerHeight,
        hidden: e.getAttribute('aria-hidden') === 'true',
      };
    });
    assert.ok(!here.hidden, 'nothing hidden is reached');
    if (here.tag === 'BODY') continue;
    assert.ok(here.seen || here.text === 'Aller au contenu', `focus is out of sight on ${here.tag} ${here.name} ${here.text}`);
    const last = stops.at(-1);
    assert.ok(!last || here.order > last.order, `focus goes backwards: ${last?.text} then ${here.text}`);
    stops.push(here);
    if (fits(here)) return stops;
  }
  throw new Error(`not reached with Tab: ${stops.map((s) => s.text || s.name || s.tag).join(' › ')}`);
}

// Where answering ends, at an address that no step before had.
const atEnd = /\/r\/[^/]+\/end(\?|$)/;
const isIt = async (page) => (await page.locator('h1').innerText()).includes('Informatique');

await step('one answers with the keyboard alone', async () => {
  const page = await visitor({ hasTouch: false });
  current = page;
  await page.goto(state.invitations.get('prod3@exemple.test'));
  await look(page, 'answer-welcome');
  const stops = await tabTo(page, (here) => here.text === 'Commencer');
  assert.match(stops[0].text, /Aller au contenu/);
  assert.equal(stops.filter((stop) => stop.type === 'checkbox').length, 2);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/1$/);
  const services = new Set();
  for (let number = 1; !/\/check$/.test(page.url()); number += 1) {
    services.add(/Service \d sur 2/.exec(await page.locator('h1').innerText())[0]);
    const it = await isIt(page);
    const controls = await page.evaluate(() => [...new Map([...document.querySelectorAll('main :is(input[type=radio], input[type=checkbox], textarea)')]
      .map((e) => [e.name, e.type])).entries()]);
    assert.ok(controls.length > 0 && controls.length <= 5, `${controls.length} questions on a page`);
    for (const [name, type] of controls) {
      await tabTo(page, (here) => here.name === name);
      if (type === 'checkbox') await page.keyboard.press('Space');
      if (type === 'textarea') {
        await page.keyboard.type('Prévenir avant les coupures.');
        await look(page, 'answer-sheet');
        await page.locator('textarea').focus();
      }
      if (type !== 'radio') continue;
      const value = () => page.evaluate(() => document.activeElement.checked && document.activeElement.value);
      assert.equal(await value(), '', 'a question begins unanswered');
      await page.keyboard.press('ArrowDown');
      assert.equal(await value(), '1');
      await page.keyboard.press('ArrowUp');
      assert.equal(await value(), '', 'an answer can be taken back');
      for (let n = 0; n < 4; n += 1) await page.keyboard.press('ArrowDown');
      assert.equal(await value(), '4');
      assert.equal(await page.locator(`input[name=${name}]:checked`).count(), 1);
      if (it && name === 'q_overall') state.overall.push(4);
    }
    await tabTo(page, (here) => here.text === 'Enregistrer et continuer');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/(${number + 1}|check)$`));
  }
  assert.equal(services.size, 2);
  await look(page, 'answer-check');
  await tabTo(page, (here) => here.text === 'Envoyer mes réponses');
  await leads(page, () => page.keyboard.press('Enter'));
  await shows(page, /enregistré, merci/i);
  assert.match(page.url(), atEnd);
  await look(page, 'answer-recorded');
  await page.context().close();
});

await step('one answers without JavaScript', async () => {
  const page = await visitor({ javaScriptEnabled: false });
  current = page;
  await page.goto(state.invitations.get('ventes3@exemple.test'));
  await page.locator('main button.primary').click();
  for (let number = 1; ; number += 1) {
    await page.waitForURL(new RegExp(`/(${number}|check)$`));
    if (/check$/.test(page.url())) break;
    const it = await isIt(page);
    for (const field of await page.locator('main fieldset:has(input[type=radio])').all()) await field.locator('input[value="5"]').check();
    if (it && await page.locator('input[name=q_overall]').count()) state.overall.push(5);
    await page.locator('main .buttons button.primary').click();
  }
  await leads(page, () => page.locator('main button.primary').click());
  await shows(page, /enregistré, merci/i);
  await page.context().close();
});

await step('one answers at 320 px, changes the language midway and finishes early', async () => {
  const page = await visitor({ viewport: { width: 320, height: 640 } });
  current = page;
  await page.goto(state.invitations.get('prod4@exemple.test'));
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
  assert.ok(await fits());
  await leads(page, () => page.locator('main button.primary').click());
  const fill = async (value) => {
    const overall = await page.locator('input[name=q_overall]').count();
    if (overall && /Informatique|IT/.test(await page.locator('h1').innerText())) state.overall.push(Number(value));
    for (const field of await page.locator('main fieldset:has(input[type=radio])').all()) await field.locator(`input[value="${value}"]`).check();
  };
  await fill('4');
  assert.ok(await fits());
  await leads(page, () => page.getByRole('button', { name: 'English' }).click());
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  assert.equal(await page.locator('fieldset input[value="4"]:checked').count() > 3, true, 'what was answered is still there');
  await look(page, 'answer-sheet');
  await page.getByRole('button', { name: /Save and continue/ }).last().click();
  await page.waitForURL(/\/2(\?|$)/);
  await fill('3');
  await leads(page, () => page.getByRole('button', { name: /finish here/i }).click());
  await look(page, 'answer-recorded');
  await page.context().close();
});

await step('one declines; a used link and an unknown one say so', async () => {
  const page = await visitor();
  current = page;
  await page.goto(state.invitations.get('ventes4@exemple.test'));
  await page.locator('summary', { hasText: 'Ce que nous garantissons' }).click();
  await leads(page, () => page.getByRole('link', { name: /ce n.est pas mon service/ }).click());
  await look(page, 'answer-group', { dark: false });
  await leads(page, () => page.getByRole('link', { name: 'Retour' }).click());
  await leads(page, () => page.getByRole('link', { name: 'Je ne souhaite pas répondre' }).click());
  await look(page, 'answer-decline');
  await press(page, 'Confirmer');
  await shows(page, /enregistré/i);
  await page.goto(state.invitations.get('prod3@exemple.test'));
  await shows(page, /enregistré, merci/i);
  const token = state.invitations.get('prod3@exemple.test').split('/').at(-1);
  for (const [wrong, words] of [[`${token.slice(0, -2)}zZ`, /pas l'un des nôtres/], [token.slice(0, 30), /La fin de ce lien manque/],
    [`${token}xx`, /ajouté au bout/], [token.toLowerCase(), /lettres minuscules/], [token.toUpperCase(), /lettres majuscules/]]) {
    const answer = await page.goto(at(`/r/${wrong}`));
    assert.equal(answer.status(), 404);
    await shows(page, words);
  }
  await look(page, 'answer-unknown-link');
  const nowhere = await page.goto(at('/nowhere'));
  assert.equal(nowhere.status(), 404);
  await look(page, 'not-found', { dark: false });
  assert.equal((await page.context().cookies()).length, 0, 'respondents get no cookie');
  await page.context().close();
});

// A respondent without a browser: plain form posts. `answer` gives the value of a question.
async function sends(link, answer) {
  const post = async (to, pairs) => {
    const response = await fetch(to, { method: 'POST', body: new URLSearchParams(pairs), redirect: 'manual' });
    assert.equal(response.status, 303, `${to}: ${response.status} ${(/class="errors".*?<\/div>/s.exec(await response.clone().text()) ?? [''])[0]}`);
    return new URL(response.headers.get('location'), place.address).href;
  };
  const welcome = await (await fetch(link)).text();
  const services = [...welcome.matchAll(/name="service" value="(\w+)" checked/g)].map((found) => ['service', found[1]]);
  let next = await post(link, services);
  while (!next.endsWith('/check')) {
    const html = await (await fetch(next)).text();
    const service = /<h1>.*?<\/span><\/span>([^<]*)<\/h1>/s.exec(html)[1];
    const it = /^(Informatique|IT)$/.test(service.trim());
    const names = [...new Set([...html.matchAll(/type="radio" name="(\w+)"/g)].map((found) => found[1]))];
    const pairs = names.map((name) => [name, answer(name, it)]);
    if (it) pairs.push(['q_importance', 'follow_up'], ['q_importance', 'responsiveness'], ['q_improve', 'Répondre plus vite.']);
    next = await post(next, [...pairs, ['go', 'next']]);
  }
  return fetch(next.replace(/check$/, 'sending'), { method: 'POST', redirect: 'manual' });
}

await step('a value off the scale is refused and what was typed is kept', async () => {
  const link = state.invitations.get('prod5@exemple.test');
  await fetch(link, { method: 'POST', body: new URLSearchParams([['service', 'it']]), redirect: 'manual' });
  const page = await visitor();
  current = page;
  await page.goto(`${link}/3`);
  await look(page, 'answer-sheet-blank', { dark: false });
  const rate = page.locator('main fieldset:has(input[type=radio]) input[value="5"]').first();
  await rate.evaluate((box) => { box.value = '9'; });
  await page.locator('main input[value="9"]').check();
  await page.locator('textarea').fill('Gardez ceci');
  await leads(page, () => page.locator('main .buttons button.primary').click());
  assert.equal(await page.locator('textarea').inputValue(), 'Gardez ceci');
  // The focus moves when the page is first painted, which may come after its load.
  await page.waitForFunction(() => document.activeElement.classList.contains('errors'));
  await look(page, 'answer-sheet-faults');
  await page.context().close();
});

await step('the others answer', async () => {
  const done = ['prod3', 'ventes3', 'prod4', 'ventes4', 'log6', 'log7'].map((name) => `${name}@exemple.test`);
  const others = CLIENTS.map((client) => client.email).filter((email) => !done.includes(email));
  await Promise.all(others.map(async (email, i) => {
    const value = [5, 4, 4, 3, 2, 4, 5, 1][i % 8];
    state.overall.push(value);
    const sent = await sends(state.invitations.get(email), (name, it) => {
      if (!it) return String([4, 5, 3, 4][i % 4]);
      if (name === 'q_overall') return String(value);
      if (name === 'q_follow_up_1') return String([1, 2, 2, 4][i % 4]);
      if (name === 'q_reception_1') return String([4, 5, 5, 4, 3][i % 5]);
      return i === 0 ? 'NA' : String(Math.min(5, Math.max(1, value + (i % 3) - 1)));
    });
    assert.ok([200, 303].includes(sent.status), `${email}: ${sent.status}`);
  }));
  assert.equal(state.overall.length, 21);
});

// ---------------------------------------------------------------- 5. Publication and results

await step('HR closes the campaign by typing its code', async () => {
  await go(hr, state.campaign);
  await hr.locator('#code').fill('oui');
  await leads(hr, () => hr.locator('#closure button').click());
  await look(hr, 'campaign-close-refused', { dark: false });
  await hr.locator('#code').fill(state.code);
  await leads(hr, () => hr.locator('#closure button').click());
  // Published comes a moment before the last step, from which on the page says when those who were asked are told.
  for (let tries = 0; tries < 40 && !/Elles recevront les résultats le /.test(await main(hr).innerText()); tries += 1) {
    await hr.waitForTimeout(500);
    await hr.goto(at(state.campaign));
  }
  await shows(hr, /Les résultats sont publiés/);
  await look(hr, 'campaign-published');
});

await step('those who were asked hear of it on the day foreseen, or when HR tells them', async () => {
  const foreseen = /Elles recevront les résultats le (.+?)\. D'ici là/.exec(await main(hr).locator('#announcing').innerText())[1];
  const link = new URL(state.invitations.get('log7@exemple.test')).pathname;
  await go(hr, link);
  assert.ok(hr.url().endsWith(link), 'nothing is led to before that is told');
  await shows(hr, foreseen.replace(/[\u00a0\u202f]/g, ' '));
  await look(hr, 'answer-closed-foreseen');
  assert.equal(sink.mails.filter((mail) => /\/f\//.test(mail.text)).length, 0, 'no mail before that');
  const told = (await sink.wait((mail) => mail.to.includes('claire.dumont@exemple.test') && /\/results\/it/.test(mail.text)))[0];
  assert.ok(told.text.replace(/\s+/g, ' ').includes(`l'apprendront le ${foreseen.replace(/\s+/g, ' ')}`), told.text);
  await go(hr, state.campaign);
  await hr.locator('#announcing summary').click();
  await press(hr, 'Envoyer les résultats');
  await shows(hr, 'Le message part aux personnes interrogées');
  await shows(hr, /Annoncés le/);
  assert.equal(await hr.getByRole('button', { name: 'Envoyer les résultats' }).count(), 0, 'once');
  await look(hr, 'campaign-announced');
  await go(hr, link);
  assert.match(hr.url(), /\/f\//, 'a link leads to what was said, once that is told');
});

await step('the head reads the quarter: the sentence and figures are those of the answers', async () => {
  const ready = (await sink.wait((mail) => mail.to.includes('claire.dumont@exemple.test') && /\/results\/it/.test(mail.text)))[0];
  await go(head, new URL(ready.text.match(/http\S+\/results\/\S+/)[0]).pathname);
  const favourable = state.overall.filter((value) => value >= 4).length;
  const share = Math.round((favourable / 21) * 100);
  await shows(head, `${share} % d'avis favorables`);
  const mean = (state.overall.reduce((sum, value) => sum + value, 0) / 21).toFixed(1).replace('.', ',');
  await shows(head, new RegExp(`${mean} / 5`));
  await shows(head, /21 réponses sur 24/);
  await look(head, 'quarter');
  await leads(head, () => main(head).getByRole('link', { name: 'Tous les chiffres de ce trimestre' }).click());
  await shows(head, `${share} % d'avis favorables`);
  await shows(head, 'Vue méthode');
  await look(head, 'detail');
  await head.evaluate(() => document.querySelectorAll('main details').forEach((fold) => { fold.open = true; }));
  await look(head, 'detail-open');
  const targets = new Set(await main(head).locator('a[href^="/method#"]').evaluateAll((links) => links.map((link) => link.hash)));
  assert.ok(targets.size > 15, `only ${targets.size} names lead to a definition`);
  await leads(head, () => main(head).getByRole('link', { name: 'Médiane' }).first().click());
  for (const target of targets) assert.equal(await head.locator(target).count(), 1, `${target} on the method page`);
  await look(head, 'method');
  await go(head, '/');
  await look(head, 'home-head');
  await go(head, '/results');
  await look(head, 'results');
});

await step('a priority becomes an action, which is accepted and started', async () => {
  await go(head, '/actions');
  await look(head, 'actions-empty', { dark: false });
  await go(head, `/results/it/${state.code}`);
  const from = head.getByRole('link', { name: /Créer une action/ });
  assert.ok(await from.count() > 0, 'follow-up is a priority');
  await from.first().click();
  await look(head, 'action-new');
  await head.locator('#title').fill('Accusé de réception automatique');
  await head.locator('#finding').fill('Les demandeurs ne savent pas où en est leur demande.');
  await head.locator('#owner').fill('inconnu@exemple.test');
  await head.locator('#due_on').fill(new Date(Date.now() + 40 * 86400000).toISOString().slice(0, 10));
  await head.locator('#target').fill('55');
  await head.locator('#public_fr').fill(PROMISED);
  await head.locator('#public_en').fill(PROMISED_EN);
  await head.locator('input[name=visible]').check();
  await press(head, 'Créer l');
  await shows(head, /à corriger/i);
  await look(head, 'action-faults', { dark: false });
  await head.locator('#owner').fill('claire.dumont@exemple.test');
  await head.locator('main form button.primary').click();
  await head.waitForURL(/\/actions\/[^/]+$/);
  state.action = new URL(head.url()).pathname;
  for (const wanted of ['acceptance', 'start']) {
    const form = head.locator(`form[action$="/${wanted}"] button`);
    if (await form.count()) await leads(head, () => form.first().click());
  }
  await shows(head, /en cours/i);
  await look(head, 'action');
  await go(head, `${state.action}/edit`);
  await look(head, 'action-edit', { dark: false });
  // Somebody else saved while she wrote: she is told, and loses nothing.
  const other = await head.context().newPage();
  await other.goto(at(`${state.action}/edit`));
  await other.locator('#finding').fill('Les demandeurs attendent sans nouvelles.');
  await leads(other, () => other.locator('main form button.primary').first().click());
  await other.close();
  await head.locator('#finding').fill('Personne ne sait où en est sa demande.');
  await leads(head, () => head.locator('main form button.primary').first().click());
  await shows(head, /Quelqu'un a modifié cette action pendant que vous écriviez/);
  assert.equal(await head.locator('#finding').inputValue(), 'Personne ne sait où en est sa demande.');
  await look(head, 'action-stale');
  await leads(head, () => head.locator('main form button.primary').first().click());
  await head.waitForURL(at(state.action));
  await shows(head, 'Personne ne sait où en est sa demande.');
  await go(head, '/actions');
  await shows(head, 'Accusé de réception automatique');
  await look(head, 'actions-board');
  await go(head, '/actions?view=list');
  await look(head, 'actions-list');
});

await step('everybody invited gets the results mail; its page says what is being done', async () => {
  const mails = await sink.wait((mail) => /\/f\//.test(mail.text), 24);
  assert.equal(new Set(mails.flatMap((mail) => mail.to)).size, 24);
  assert.equal(mails.length, 24, 'one each');
  const page = await visitor();
  current = page;
  await page.goto(linkIn(mails.find((mail) => mail.to[0] === 'ventes5@exemple.test'), 'f'));
  await shows(page, PROMISED);
  await look(page, 'feedback');
  await leads(page, () => page.getByRole('link', { name: 'English' }).click());
  await shows(page, PROMISED_EN);
  await look(page, 'feedback');
  await page.context().close();
});

await step('direction reads all services', async () => {
  const page = await signInByMail('solange.vauquelin@exemple.test');
  current = page;
  await look(page, 'home-direction', { dark: false });
  await go(page, '/results');
  await shows(page, 'Moyens généraux');
  await look(page, 'results-direction');
  await go(page, await page.locator('a[href$="/paper"]').getAttribute('href'));
  await look(page, 'paper-house', { dark: false });
  assert.equal(await sheets(page), 1, 'the house on one sheet');
  await page.context().close();
});

await step('a head promises something, anybody reads it; a point of a relation is written', async () => {
  await go(head, '/catalogue/it/commitments/new');
  await look(head, 'commitment-new');
  await head.locator('#text_fr').fill('Un poste en panne est réparé en 2 jours ouvrés.');
  await head.locator('#text_en').fill('A faulty workstation is repaired within 2 working days.');
  await head.locator('#target').fill('2');
  await head.locator('#unit_fr').fill('jours ouvrés');
  await head.locator('#unit_en').fill('working days');
  await leads(head, () => head.locator('main form button.primary').first().click());
  await go(head, '/catalogue/it/measurements');
  await look(head, 'measurements');
  await go(head, '/relations');
  await look(head, 'relations');
  await go(head, '/relations/it/prod');
  await look(head, 'relation');
  await go(head, `/results/it/${state.code}/priorities`);
  await look(head, 'priorities');
  const anybody = await visitor();
  for (const [path, name] of [['/catalogue', 'catalogue'], ['/catalogue/it', 'catalogue-it'], ['/charte', 'charter'], ['/engagement', 'engagement']]) {
    await go(anybody, path);
    await look(anybody, name);
  }
  await go(anybody, '/catalogue/it');
  await shows(anybody, 'Un poste en panne est réparé en 2 jours ouvrés.');
  await anybody.context().close();
});

await step('somebody speaks for production: says what it needs, and the head answers', async () => {
  await go(hr, '/people');
  await upload(hr, 'file', 'people.csv', `${HEADER}\nC9,prod9@exemple.test,Personne Production 9,prod,Production,,fr,unit:prod,yes,\n`);
  await press(hr, 'Importer');
  const speaks = await signInByMail('prod9@exemple.test');
  await go(speaks, '/relations');
  await look(speaks, 'relations-representative');
  await go(speaks, '/relations/it/prod');
  await look(speaks, 'relation-representative');
  await speaks.locator('#words').fill('Être prévenus trois jours avant une coupure.');
  await leads(speaks, () => speaks.locator('form[action$="/points"] button').click());
  await shows(speaks, 'Être prévenus trois jours avant une coupure.');
  await go(head, '/relations/it/prod');
  await head.locator('summary', { hasText: 'Répondre' }).click();
  await head.locator('select[name=state]').selectOption('accepted');
  await head.locator('textarea[name=answer]').fill('Un message part trois jours avant, dès le mois prochain.');
  await leads(head, () => head.locator('form[action*="/points/"] button').first().click());
  await go(speaks, '/relations/it/prod');
  await shows(speaks, 'Un message part trois jours avant, dès le mois prochain.');
  await look(speaks, 'relation-answered');
  await speaks.context().close();
});

await step('an outage, a flash of six clicks, and too few who answer it', async () => {
  await go(head, '/events');
  await look(head, 'events-empty', { dark: false });
  await head.locator('#day').fill(new Date(Date.now() - 2 * 864e5).toISOString().slice(0, 10));
  await head.locator('#words').fill('panne de messagerie');
  await press(head, 'Ajouter');
  await look(head, 'event-new', { dark: false });
  let clicks = 0;
  const click = async (page, act) => { clicks += 1; await leads(page, act); };
  const before = sink.mails.length;
  await click(head, () => head.getByRole('link', { name: 'Préparer une enquête flash' }).click());
  await look(head, 'flash-new');
  await click(head, () => head.getByRole('button', { name: 'Proposer aux ressources humaines' }).click());
  await look(head, 'flash-proposed');
  await sink.wait((mail) => mail.to.includes('helene.marchand@exemple.test') && sink.mails.indexOf(mail) >= before);
  const asked = sink.mails.findLast((mail) => mail.to.includes('helene.marchand@exemple.test'));
  const id = /\/campaigns\/([0-9a-z]+)/.exec(asked.text)[1];
  await click(hr, () => hr.goto(at(`/campaigns/${id}`)));
  await look(hr, 'flash-launch');
  clicks += 1;
  await hr.locator('summary', { hasText: 'Ouvrir maintenant' }).click();
  await click(hr, () => hr.locator('form[action$="/opening"] button').click());
  assert.ok(clicks <= 6, `${clicks} clicks`);
  await look(hr, 'flash-open');
  const who = CLIENTS[6];
  await sink.wait((mail) => mail.to.includes(who.email) && mail.text.includes('Panne de messagerie'));
  const link = linkIn(sink.mails.findLast((mail) => mail.to.includes(who.email)), 'r');
  const phone = await visitor({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  await phone.goto(link);
  await shows(phone, /personnes .* interrogées/);
  const begin = await phone.locator('main form button.primary').boundingBox();
  assert.ok(begin.y + begin.height <= 740, `the button ends at ${begin.y + begin.height}`);
  await leads(phone, () => phone.locator('main form button.primary').click());
  await phone.locator('input[type=radio][value="4"]').first().check({ force: true });
  await leads(phone, () => phone.getByRole('button', { name: 'Enregistrer et continuer' }).click());
  await leads(phone, () => phone.locator('main form button.primary').click());
  await shows(phone, /C'est enregistré, merci/);
  await go(hr, `/campaigns/${id}`);
  await hr.locator('#code').fill(/recopiez le code (\S+)/.exec(await main(hr).innerText())[1]);
  await leads(hr, () => hr.locator('#closure button').click());
  for (let tries = 0; tries < 60 && !/Trop peu de réponses/.test(await phone.locator('main').innerText()); tries += 1) {
    await phone.waitForTimeout(250);
    await phone.goto(link);
  }
  await shows(phone, /Trop peu de réponses.*effacés/);
  const told = await visitor();
  await told.goto(link);
  await look(told, 'flash-too-few');
  await told.context().close();
  await phone.context().close();
  await go(head, `/occasions/${id}`);
  await shows(head, /Trop peu de réponses/);
  await look(head, 'flash-too-few-head', { dark: false });
});

// ---------------------------------------------------------------- 6. Files

await step('one sheet of paper a service, and pictures for slides', async () => {
  await go(hr, `/results/mg/${state.code}`);
  const [picture] = await Promise.all([hr.waitForEvent('download'), hr.locator('a[href$="/charts/dimensions.svg"]').click()]);
  assert.match(picture.suggestedFilename(), /^barometer_.*_mg_dimensions\.svg$/);
  assert.match((await readFile(await picture.path())).toString('utf8'), /^<svg [^>]*width="\d+"/);
  for (const sheet of ['paper', 'team']) {
    await go(hr, `/results/mg/${state.code}/${sheet}`);
    await look(hr, sheet, { dark: false });
    assert.equal(await sheets(hr), 1, `${sheet} is one sheet`);
  }
});

await step('HR downloads the indicators in both profiles, the same as the command line gives', async () => {
  await go(hr, '/exports');
  const [book] = await Promise.all([
    hr.waitForEvent('download'), hr.locator(`a[href="/exports/${state.code}/workbook.xlsx"]`).click(),
  ]);
  assert.equal((await readFile(await book.path())).subarray(0, 2).toString(), 'PK');
  await hr.locator('details:has(a[href*="indicators.csv"]) > summary').first().click();
  const take = async (profile, file) => {
    const [download] = await Promise.all([
      hr.waitForEvent('download'),
      hr.locator(`a[href="/exports/${state.code}/${file}.csv?profile=${profile}"]`).click(),
    ]);
    return readFile(await download.path());
  };
  const standard = await take('standard', 'indicators');
  const excel = await take('excel-fr', 'indicators');
  const participation = await take('excel-fr', 'participation');
  assert.equal(excel.subarray(0, 3).toString('hex'), 'efbbbf', 'Excel gets its byte order mark');
  assert.notEqual(standard.subarray(0, 3).toString('hex'), 'efbbbf');
  const [excelHead, ...excelRows] = excel.toString('utf8').slice(1).trim().split(/\r?\n/);
  const [standardHead, ...rows] = standard.toString('utf8').trim().split(/\r?\n/);
  assert.equal(excelHead, standardHead.replaceAll(',', ';'));
  assert.equal(excelRows.length, rows.length);
  assert.ok(rows.length > 40);
  assert.ok(excelRows.some((row) => /;\d+,\d+;/.test(row)), 'decimal commas');
  assert.ok(rows.some((row) => /,\d+\.\d+,/.test(row)), 'decimal points');
  assert.match(participation.toString('utf8'), /;/);
  const command = await place.run('export', 'indicators', '--campaign', state.code, '--profile', 'standard');
  assert.equal(command.code, 0, command.err);
  assert.equal(command.out, standard.toString('utf8'));
  await go(hr, '/exports');
  await look(hr, 'exports');
});

await step('the public pages and the English side', async () => {
  const page = await visitor();
  current = page;
  for (const [name, where] of [['privacy', '/privacy'], ['accessibility', '/accessibilite'], ['sign-in', '/sign-in']]) {
    for (const language of ['fr', 'en']) {
      await go(page, `${where}?lang=${language}`);
      assert.equal(await page.getAttribute('html', 'lang'), language);
      await look(page, name, { dark: false });
    }
  }
  await page.context().close();
  current = head;
  for (const one of [head, hr]) {
    await go(one, '/');
    await one.locator('details.account summary').click();
    await press(one, 'English');
    assert.equal(await one.getAttribute('html', 'lang'), 'en');
  }
  const english = [[head, 'home-head', '/'], [head, 'quarter', `/results/it/${state.code}`],
    [head, 'detail', `/results/it/${state.code}/detail`], [head, 'method', '/method'], [head, 'questionnaire', '/questionnaires/it'],
    [head, 'actions-board', '/actions'], [head, 'action', state.action], [hr, 'home', '/'], [hr, 'campaign-published', state.campaign],
    [hr, 'campaigns', '/campaigns'], [hr, 'people', '/people'], [hr, 'suppliers', '/suppliers'], [hr, 'exports', '/exports'], [hr, 'settings', '/settings']];
  for (const [page, name, where] of english) {
    await go(page, where);
    await look(page, name);
  }
});

await step('signing out ends the session', async () => {
  await hr.locator('details.account summary').click();
  await press(hr, 'Sign out');
  const answer = await go(hr, '/people');
  assert.ok(/sign-in/.test(hr.url()) || answer.status() === 401);
});

console.log(`${passed()} passed, ${gathered.length} failed`);
await finish(gathered.length ? 1 : 0);
