// Software of other makes beside the barometer: an OpenID Connect provider (npm oidc-provider), programs with words, and
// the tools that tests/peers brings.
import { execFile } from 'node:child_process';
import http from 'node:http';
import path from 'node:path';
import { Provider } from 'oidc-provider';
import { root } from './server.mjs';

export const client = { id: 'barometer', secret: 'a secret of the client' };
const LABEL = 'le compte maison';

// The settings with which the barometer knows the provider at this port.
export const knowing = (port) => ({
  BAROMETER_OIDC_ISSUER: `http://127.0.0.1:${port}`, BAROMETER_OIDC_CLIENT_ID: client.id,
  BAROMETER_OIDC_CLIENT_SECRET: client.secret, BAROMETER_OIDC_LABEL: LABEL, BAROMETER_SIGN_IN: 'both',
});

// A provider whose accounts are the addresses typed there; returns how it ends.
export async function startProvider(port, address, log) {
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [{
      client_id: client.id,
      client_secret: client.secret,
      redirect_uris: [`${address}/sign-in/account/return`],
      post_logout_redirect_uris: [`${address}/sign-in`],
      backchannel_logout_uri: `${address}/sign-in/account/end`,
      backchannel_logout_session_required: true,
    }],
    cookies: { keys: ['a key of the provider'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { backchannelLogout: { enabled: true } },
    // By itself it tells no client on a private address that somebody signed out (findings/).
    fetch: (url, { dispatcher, ...options }) => globalThis.fetch(url, options),
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, email: sub, email_verified: true }) }),
  });
  for (const event of ['backchannel.error', 'server_error', 'grant.error']) {
    provider.on(event, (...what) => {
      const fault = what.find((one) => one instanceof Error);
      log(`${event}: ${fault?.cause ?? fault}\n`);
    });
  }
  const server = http.createServer(provider.callback());
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  return () => new Promise((done) => { server.closeAllConnections(); server.close(done); });
}

// Signs somebody in with their account, on a page of a browser that nobody is signed in with.
export async function signIn(page, address, email) {
  await page.goto(`${address}/sign-in`);
  await page.getByRole('link', { name: `Continuer avec ${LABEL}` }).click();
  await page.fill('input[name=login]', email);
  await page.fill('input[name=password]', 'whatever');
  await page.click('button[type=submit]');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`${address}/**`);
  return page;
}

export const run = (program, words, env = process.env) => new Promise((done) => {
  execFile(program, words, { env, encoding: 'utf8', maxBuffer: 1 << 26 }, (fault, stdout, stderr) => done({ code: fault ? fault.code : 0, told: stdout + stderr }));
});

const peers = process.env.BAROMETER_PEERS ?? path.join(root, 'target/peers/bin');
export const schemathesis = process.env.SCHEMATHESIS ?? path.join(peers, 'schemathesis');

// One of the scripts in tests/peers.
export const peer = (script, ...words) => run(path.join(peers, 'python'), [path.join(root, 'tests/peers', script), ...words]);

// A key made on the page of keys, by an administrator's browser.
export async function makeKey(page, address, name, scopes) {
  await page.goto(`${address}/administration/keys`);
  await page.fill('#name', name);
  for (const scope of scopes) await page.check(`#scope-${scope}`);
  await page.getByRole('button', { name: 'Créer la clé' }).click();
  return (await page.locator('code.secret').innerText()).trim();
}
