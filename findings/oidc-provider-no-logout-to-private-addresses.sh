#!/bin/bash
# What: oidc-provider 9.13.3 (npm), an OpenID Connect provider, with back-channel logout switched on.
#
# What surprises: by itself it sends no logout token to a client on a private address (10.0.0.0/8, 192.168.0.0/16,
# loopback …). The person who signs out at the provider sees the same page and the same redirect as ever; that the client
# was told nothing shows only in the event "backchannel.error" ("hostname resolves to a special-use IP address"). The
# documentation of the feature does not say so; a function "fetch" of the configuration's own lifts it.
#
# Why it matters: tools inside an organisation live on private addresses, which is where single logout is wanted; whoever
# tests it against a public address and installs it inside believes that sessions end, and they do not.
#
# How: the package is installed in a temporary folder; a provider and a client that keeps what it is told run on loopback.
# A browser's way is walked with fetch and cookies: signing in, then the end of the session, first with the provider as it
# comes, then with a plain fetch.
#
# Needs: Node 20 or later with npm, and the npm registry. Takes about 20 seconds.
# Exit: 0 as described; 1 it behaves otherwise; 2 it could not be tried.
set -u
VERSION=9.13.3
T=$(mktemp -d) || exit 2
trap 'rm -rf "$T"' EXIT
cd "$T" || exit 2
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund "oidc-provider@$VERSION" > npm.log 2>&1 || { tail -3 npm.log; echo 'cannot install oidc-provider'; exit 2; }
cat > try.mjs <<'JS'
import http from 'node:http';
import { createHash, randomBytes } from 'node:crypto';
import { Provider } from 'oidc-provider';

// What it says of its defaults is not what is looked at.
console.info = () => {};
console.warn = () => {};

const listen = (handler) => new Promise((done) => { const s = http.createServer(handler); s.listen(0, '127.0.0.1', () => done(s)); });
async function walk(own) {
  const told = [];
  const client = await listen((req, res) => { let b = ''; req.on('data', (d) => { b += d; }).on('end', () => { if (req.method === 'POST') told.push(b); res.end(); }); });
  const base = `http://127.0.0.1:${client.address().port}`;
  let handler;
  const server = await listen((req, res) => handler(req, res));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'c', client_secret: 's', redirect_uris: [`${base}/back`], post_logout_redirect_uris: [`${base}/out`], backchannel_logout_uri: `${base}/logout` }],
    features: { backchannelLogout: { enabled: true } },
    cookies: { keys: ['k'] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    ...(own ? { fetch: (url, { dispatcher, ...options }) => globalThis.fetch(url, options) } : {}),
  });
  const faults = [];
  provider.on('backchannel.error', (...what) => { const e = what.find((one) => one instanceof Error); faults.push(String(e.cause?.message ?? e.message)); });
  handler = provider.callback();
  const jar = new Map();
  const go = async (url, options = {}) => {
    const r = await fetch(url, { redirect: 'manual', ...options, headers: { ...options.headers, cookie: [...jar].map(([k, v]) => `${k}=${v}`).join('; ') } });
    for (const c of r.headers.getSetCookie()) { const [k, v] = c.split(';')[0].split(/=(.*)/s); v ? jar.set(k, v) : jar.delete(k); }
    const at = r.headers.get('location');
    return at && !at.startsWith(base) ? go(new URL(at, issuer).href) : r;
  };
  const form = (fields) => ({ method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields) });
  const verifier = randomBytes(32).toString('base64url');
  const q = new URLSearchParams({ client_id: 'c', response_type: 'code', scope: 'openid', redirect_uri: `${base}/back`, code_challenge_method: 'S256', code_challenge: createHash('sha256').update(verifier).digest('base64url') });
  let page = await go(`${issuer}/auth?${q}`);
  for (const prompt of ['login', 'consent']) page = await go(page.url, form({ prompt, login: 'ana', password: 'x' }));
  const code = new URL(page.headers.get('location')).searchParams.get('code');
  const tokens = await (await fetch(`${issuer}/token`, { ...form({ grant_type: 'authorization_code', code, redirect_uri: `${base}/back`, code_verifier: verifier }), headers: { authorization: `Basic ${Buffer.from('c:s').toString('base64')}`, 'content-type': 'application/x-www-form-urlencoded' } })).json();
  const asked = await (await go(`${issuer}/session/end?${new URLSearchParams({ id_token_hint: tokens.id_token, post_logout_redirect_uri: `${base}/out` })}`)).text();
  const ended = await go(`${issuer}/session/end/confirm`, form({ xsrf: asked.match(/name="xsrf" value="([^"]+)"/)[1], logout: 'yes' }));
  server.closeAllConnections(); server.close(); client.closeAllConnections(); client.close();
  return { redirected: ended.headers.get('location')?.startsWith(`${base}/out`), told: told.length, faults };
}
const plain = await walk(false);
const own = await walk(true);
console.log(JSON.stringify({ plain, own }));
const as = plain.redirected && plain.told === 0 && /special-use/.test(plain.faults[0] ?? '') && own.redirected && own.told === 1;
process.exit(as ? 0 : 1);
JS
node try.mjs 2> node.log
result=$?
[ "$result" -le 1 ] || { cat node.log; exit 2; }
[ "$result" = 0 ] && echo "oidc-provider $VERSION: as described" || { tail -5 node.log; echo "oidc-provider $VERSION: otherwise"; }
exit "$result"
