// The real program: its commands and its server, with a data folder of its own.
import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
export const root = path.resolve(here, '../..');
export const binary = path.resolve(here, process.env.BAROMETER_BIN ?? '../../target/debug/barometer');

export async function freePort() {
  const server = net.createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

// Where BAROMETER_DEMO names the folder of a demonstration, `data` becomes a copy of it: making one takes a while.
export async function demonstration(data) {
  if (process.env.BAROMETER_DEMO) await cp(process.env.BAROMETER_DEMO, data, { recursive: true });
}

// `settings` are more BAROMETER_* variables. DATABASE_URL is passed on, so the journey also walks on Postgres.
export async function prepare(settings) {
  const data = await mkdtemp(path.join(tmpdir(), 'barometer-journey-'));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env, LANG: 'fr_FR.UTF-8', LC_ALL: '', BAROMETER_DATA: data, BAROMETER_LISTEN: `127.0.0.1:${port}`,
    BAROMETER_PUBLIC_ADDRESS: address, BAROMETER_LOG: 'warn', ...settings,
  };
  let served;
  let log = '';

  const run = (...words) => new Promise((done) => {
    execFile(binary, words, { env, encoding: 'utf8' }, (fault, out, err) => done({ code: fault ? fault.code : 0, out, err }));
  });
  const file = async (name, text) => {
    const at = path.join(data, name);
    await writeFile(at, text);
    return at;
  };
  const start = async () => {
    served = spawn(binary, ['serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [served.stdout, served.stderr]) stream.on('data', (bytes) => { log += bytes; });
    for (let tries = 0; tries < 100; tries += 1) {
      const answer = await fetch(`${address}/sign-in`).catch(() => null);
      if (answer?.ok) return;
      if (served.exitCode !== null || served.signalCode) break;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error(`the server did not answer:\n${log}`);
  };
  const stop = async () => {
    if (served && served.exitCode === null && !served.signalCode) {
      const gone = new Promise((done) => served.once('exit', done));
      served.kill('SIGTERM');
      await gone;
    }
    await rm(data, { recursive: true, force: true });
  };
  return { address, data, run, file, start, stop, log: () => log };
}
