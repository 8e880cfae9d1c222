// Answering in text browsers, as an employee does on a terminal: w3m, lynx and links, each in a terminal of tmux, by keys
// alone. On the demonstration's open campaign. Plain node: `node text.mjs`; BAROMETER_BIN as in answering.mjs.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { binary, demonstration, freePort } from './server.mjs';
import { steps } from './steps.mjs';

const data = await mkdtemp(path.join(tmpdir(), 'barometer-text-'));
const home = path.join(data, 'home');
const port = await freePort();
// A demonstration is its own database in its own folder, always SQLite.
const { DATABASE_URL: _, ...env } = process.env;
const address = `http://127.0.0.1:${port}`;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
let log = '';
await demonstration(path.join(data, 'demo'));
const served = spawn(binary, ['demo', '--data', path.join(data, 'demo'), '--port', String(port)],
  { stdio: ['ignore', 'pipe', 'pipe'], env: { ...env, BAROMETER_LOG: 'warn', LANG: 'fr_FR.UTF-8' } });
for (const stream of [served.stdout, served.stderr]) stream.on('data', (bytes) => { log += bytes; });
served.on('error', (fault) => { log += fault; });

// A tmux server of its own; the browsers find no settings and write theirs into a folder that goes at the end.
const socket = `barometer-text-${process.pid}`;
const run = promisify(execFile);
const tmux = async (...words) => (await run('tmux', ['-L', socket, '-f', '/dev/null', ...words],
  { env: { ...env, HOME: home, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TERM: 'xterm', TMUX: '', http_proxy: '', HTTP_PROXY: '' } })).stdout;

let current = null;
async function finish(code) {
  await tmux('kill-server').catch(() => {});
  if (served.exitCode === null && served.signalCode === null && served.pid) {
    const gone = new Promise((done) => served.once('exit', done));
    served.kill('SIGTERM');
    await gone;
  }
  await rm(data, { recursive: true, force: true });
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => finish(1));
const { step, passed } = steps(async () => {
  const lines = current ? (await current.look().catch(() => ({ lines: [] }))).lines : [];
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n${log.slice(-1500)}`;
}, finish);

const words = (text) => text.replace(/&#x27;/g, '\'').replace(/&#x2f;/g, '/').replace(/&amp;/g, '&');
const page = async (of) => words(await (await fetch(of)).text());
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const RECORDED = /C'est enregistré, merci/;

// Who a browser is: how it is started, what its keys are, how it names the address it is at.
const BROWSERS = {
  w3m: { command: 'w3m -no-mouse', next: 'Tab', previous: 'M-Tab', top: 'g', bottom: 'G', where: '=' },
  // It turns the post of a form without a field into a GET.
  lynx: { command: 'lynx -nopause', next: 'Down', previous: 'Up', top: 'Home', bottom: 'End', where: '=' },
  links: { command: 'links', greets: /Welcome to links!/, next: 'Down', previous: 'Up', top: 'Home', bottom: 'End', where: '=' },
};

// One browser on a screen high enough for a whole page, so that what stands where can be read off it, and wide enough
// that no choice is broken from its words.
class Terminal {
  constructor(name) { this.name = name; Object.assign(this, BROWSERS[name]); }

  async open(link) {
    current = this;
    await tmux('new-session', '-d', '-s', this.name, '-x', '160', '-y', '220', `exec ${this.command} '${link}'`);
    if (!this.greets) return;
    await this.shows(this.greets);
    await this.keys('Enter');
    await this.shows(new RegExp(`^(?![^]*${this.greets.source})`));
  }

  async close() { current = null; await tmux('kill-session', '-t', this.name); }

  async keys(...keys) { await tmux('send-keys', '-t', this.name, ...keys); }

  async look() {
    const text = await tmux('display-message', '-p', '-t', this.name, '#{cursor_x} #{cursor_y}', ';', 'capture-pane', '-p', '-t', this.name);
    const [first, ...lines] = text.replace(/[\u00a0\u202f]/g, ' ').split('\n');
    const [x, y] = first.split(' ').map(Number);
    return { x, y, lines, text };
  }

  async shows(pattern, { within = 8000 } = {}) {
    for (const end = Date.now() + within; ;) {
      const seen = await this.look();
      if (pattern.test(seen.lines.join('\n'))) return seen;
      assert.ok(Date.now() < end, `${this.name} does not show ${pattern}`);
      await pause(20);
    }
  }

  // The screen once it stands still: twice the same, and other than `before` unless nothing comes of a key.
  async settled(before = '', within = 2500) {
    let last = await this.look();
    for (const end = Date.now() + within; Date.now() < end;) {
      await pause(10);
      const now = await this.look();
      if (now.text === last.text && now.text !== before) return now;
      last = now;
    }
    return last;
  }

  // Walks from field to field until the cursor is on the first or the last one of that name.
  async reach(name, { from = 'top' } = {}) {
    const field = new RegExp(`(\\(\\w+\\) |[([].[)\\]] ?)?${escaped(name)}`, 'g');
    // Each browser puts the cursor somewhere in the field, or right before it.
    const on = ({ x, y, lines }) => [...(lines[y] ?? '').matchAll(field)].some(({ index, 0: { length } }) => x >= index - 1 && x < index + length);
    for (let tries = 0; tries < 3; tries += 1) {
      let seen = await this.settled();
      // A page opens at its top.
      if (from !== 'top' || tries) {
        await this.keys(this[from]);
        seen = await this.settled(seen.text);
      }
      for (let moves = 0; moves < 120; moves += 1) {
        if (on(seen)) return seen;
        const before = seen.text;
        await this.keys(from === 'top' ? this.next : this.previous);
        seen = await this.settled(before);
        if (seen.text === before) break;
      }
    }
    throw new Error(`${this.name} has no field ${name}`);
  }

  async press(name, leadsTo) {
    await this.reach(name, { from: 'bottom' });
    await this.keys('Enter');
    return this.shows(leadsTo);
  }

  async choose(label) {
    const { y } = await this.reach(label);
    await this.keys('Enter');
    for (const end = Date.now() + 5000; ;) {
      if (new RegExp(`[([][*X][)\\]] ?${escaped(label)}`).test((await this.look()).lines[y])) return;
      assert.ok(Date.now() < end, `${label} is not marked in ${this.name}`);
      await pause(20);
    }
  }
}

let links = [];
const link = () => { const one = links.shift(); assert.ok(one, 'a link is left'); return one; };
// What a draft holds for a service: what its page shows as chosen, but for "pas de réponse".
const chosen = async (one, number) => [...(await page(`${one}/${number}`)).matchAll(/<input type="(?:radio|checkbox)"[^>]*>/g)]
  .filter(([tag]) => /\schecked/.test(tag) && /\svalue="[^"]/.test(tag)).map(([tag]) => `${/name="([^"]+)"/.exec(tag)[1]}=${/value="([^"]+)"/.exec(tag)[1]}`);

await step('the demonstration is ready, with its mails', async () => {
  await mkdir(home, { recursive: true });
  for (let tries = 0; tries < 1200 && !/Mails: /.test(log); tries += 1) {
    assert.equal(served.exitCode, null, 'the demonstration ended');
    await pause(100);
  }
  const outbox = /Mails: (.*)/.exec(log)[1].trim();
  for (let tries = 0; tries < 100 && !(await fetch(`${address}/sign-in`).catch(() => null))?.ok; tries += 1) await pause(100);
  for (const name of (await readdir(outbox)).sort()) {
    if (links.length === 4) break;
    // Long lines of a mail are folded with "=" at their end.
    const found = /\/r\/([A-Za-z0-9_-]{43})/.exec((await readFile(path.join(outbox, name), 'utf8')).replace(/=\r?\n/g, ''));
    if (!found) continue;
    const one = `${address}/r/${found[1]}`;
    const text = await page(one);
    const services = text.match(/<input type="checkbox" name="service" value="[^"]+" checked>/g) ?? [];
    // Whoever is asked as the team of a service has further pages.
    if (/<html lang="fr">/.test(text) && !/La fin demande/.test(text) && />Commencer</.test(text) && services.length >= 2 && services.length <= 4) links.push(one);
  }
  links = [...new Set(links)];
  assert.equal(links.length, 4, 'links of people who have not answered');
});

for (const name of Object.keys(BROWSERS)) {
  await step(`${name}: from the link to the end`, async () => {
    const one = link();
    const services = [...(await page(one)).matchAll(/name="service" value="[^"]+" checked>([^<]+)/g)].map(([, service]) => service);
    const browser = new Terminal(name);
    await browser.open(one);
    const welcome = await browser.shows(/Commencer/);

    // Declining is apart from starting: each has a line of its own.
    const at = (text) => welcome.lines.findIndex((line) => line.includes(text));
    const [decline, start] = [at('Je ne souhaite pas répondre'), at('Commencer')];
    assert.ok(decline >= 0 && start > decline, `declining on line ${decline}, starting on line ${start}`);
    assert.match(welcome.lines[decline], /^\s*Je ne souhaite pas répondre\s*$/);
    assert.match(welcome.lines[start], /^\s*(\(BUTTON\) )?Commencer\s*$/);

    await browser.press('Commencer', new RegExp(`Service 1 sur ${services.length}`));
    await browser.shows(new RegExp(escaped(services[0])));
    await browser.choose('Plutôt satisfaisant');
    // What stands on the next page, as the program gives it: a service may take several.
    const place = async (number) => /<h1>[^]*?(Service \d sur \d)[^<]*?(questions \d+ à \d+ sur \d+)?\s*</.exec(await page(`${one}/${number}`));
    let pages = 1;
    for (let next; (next = await place(pages + 1)); pages += 1) {
      const [, service, questions] = next;
      await browser.press('Enregistrer et continuer', new RegExp(questions ? `${service}[^]*${questions}` : service));
    }
    const summary = (await browser.press('Enregistrer et continuer', /Vérifier et envoyer[^]*Envoyer mes réponses/)).lines.join('\n');

    // Lynx sends the first choice of each group nobody touched: it is "pas de réponse", which counts for nothing.
    assert.match(summary, /Une réponse sur \d/);
    assert.doesNotMatch(summary, /\d réponses sur \d|questions sont remplies|question est remplie/);
    assert.equal(summary.match(/Aucune réponse : rien ne sera/g)?.length ?? 0, services.length - 1, summary);
    const draft = [];
    for (let number = 1; number <= pages; number += 1) draft.push(...await chosen(one, number));
    assert.equal(draft.length, 1, draft.join());
    assert.match(draft[0], /=4$/);

    await browser.press('Envoyer mes réponses', RECORDED);
    await browser.settled();
    const end = (await browser.look()).lines.join('\n');
    assert.match(end, RECORDED);
    assert.doesNotMatch(end, /Envoyer mes réponses|Commencer/);
    await browser.keys(browser.where);
    await browser.shows(new RegExp(`${escaped(one)}/end(?![^\\s)>])`));
    await browser.close();
    assert.match(await page(one), RECORDED);
    assert.match(await page(`${one}/1`), RECORDED);
  });
}

await step('a post that hides its origin is taken from our own pages, refused from others', async () => {
  const one = link();
  // Not by fetch, which sets some of these headers itself.
  const post = (site) => new Promise((done, failed) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'null', 'sec-fetch-site': site };
    const asked = http.request(one, { method: 'POST', headers }, (answer) => { answer.resume(); answer.on('end', () => done(answer)); });
    asked.on('error', failed);
    asked.end(String(new URLSearchParams(form)));
  });
  const form = [...(await page(one)).matchAll(/<input [^>]*name="(language|service)" value="([^"]+)"(?: checked)?>/g)]
    .filter(([input, name]) => name === 'language' || input.includes(' checked')).map(([, name, value]) => [name, value]);
  assert.ok(form.length > 2);
  assert.equal((await post('cross-site')).statusCode, 403);
  assert.match(await page(`${one}/1`), />Commencer</, 'nothing was kept');
  const taken = await post('same-origin');
  assert.equal(taken.statusCode, 303);
  assert.match(taken.headers.location, /\/1(\?|$)/);
  assert.match(await page(`${one}/1`), /Service 1 sur \d/, 'the draft is kept');
});

console.log(`${passed()} passed`);
await finish(0);
