// A mail server that keeps what it receives: a real SMTP conversation on a free port of the loopback.
import net from 'node:net';

export async function startSink() {
  const mails = [];
  const waiting = new Set();
  const server = net.createServer((socket) => converse(socket, (mail) => {
    mails.push(mail);
    for (const look of [...waiting]) look();
  }));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    mails,
    url: `smtp://127.0.0.1:${server.address().port}`,
    stop: () => new Promise((done) => server.close(done)),
    // The first `count` mails that fit, once they are there.
    wait: (fits, count = 1, within = 15000) => new Promise((done, fail) => {
      const look = () => {
        const found = mails.filter(fits);
        if (found.length < count) return;
        clearTimeout(timer);
        waiting.delete(look);
        done(found);
      };
      const timer = setTimeout(() => {
        waiting.delete(look);
        fail(new Error(`${mails.filter(fits).length} mails of ${count} within ${within} ms`));
      }, within);
      waiting.add(look);
      look();
    }),
  };
}

function converse(socket, keep) {
  let buffer = '';
  let envelope = { from: '', to: [] };
  let inData = false;
  const say = (line) => socket.write(`${line}\r\n`);
  socket.setNoDelay(true);
  socket.setEncoding('latin1');
  socket.on('error', () => socket.destroy());
  say('220 sink.test ESMTP');
  socket.on('data', (chunk) => {
    buffer += chunk;
    for (;;) {
      const end = buffer.indexOf(inData ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const text = buffer.slice(0, end);
      buffer = buffer.slice(end + (inData ? 5 : 2));
      if (inData) {
        inData = false;
        keep({ ...envelope, ...parse(text.replace(/(^|\r\n)\.\./g, '$1.')) });
        envelope = { from: '', to: [] };
        say('250 2.0.0 kept');
        continue;
      }
      const verb = text.slice(0, 4).toUpperCase();
      const address = /<([^>]*)>/.exec(text)?.[1] ?? '';
      if (verb === 'EHLO') socket.write('250-sink.test\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n');
      else if (verb === 'HELO' || verb === 'NOOP' || verb === 'RSET') say('250 2.0.0 ok');
      else if (verb === 'MAIL') { envelope = { from: address, to: [] }; say('250 2.1.0 ok'); }
      else if (verb === 'RCPT') { envelope.to.push(address); say('250 2.1.5 ok'); }
      else if (verb === 'DATA') { inData = true; say('354 go on'); }
      else if (verb === 'QUIT') { say('221 2.0.0 bye'); socket.end(); }
      else say('502 5.5.1 not known here');
    }
  });
}

// Headers, the text part and the HTML part of a mail.
export function parse(raw) {
  const { headers, body } = split(raw);
  const parts = leaves(headers, body);
  const of = (type) => parts.find((part) => part.type === type)?.text ?? '';
  return { subject: words(headers.subject ?? ''), headers, text: of('text/plain'), html: of('text/html').replaceAll('&#x2f;', '/').replaceAll('&#x27;', "'"), raw };
}

function split(raw) {
  const at = raw.indexOf('\r\n\r\n');
  const headers = {};
  for (const line of raw.slice(0, at).replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { headers, body: raw.slice(at + 4) };
}

function leaves(headers, body) {
  const type = headers['content-type'] ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (!boundary) {
    const bytes = decode(body, (headers['content-transfer-encoding'] ?? '').toLowerCase());
    return [{ type: type.split(';')[0].trim().toLowerCase(), text: bytes.toString('utf8') }];
  }
  return body.split(`--${boundary}`).slice(1, -1)
    .flatMap((part) => { const { headers: own, body: inner } = split(part.replace(/^\r\n/, '')); return leaves(own, inner); });
}

function decode(body, encoding) {
  if (encoding === 'base64') return Buffer.from(body.replace(/\s/g, ''), 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const joined = body.replace(/=\r\n/g, '');
  return Buffer.from(joined.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1');
}

// =?utf-8?b?…?= in a header.
function words(text) {
  return text.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how, coded) =>
    how.toLowerCase() === 'b' ? Buffer.from(coded, 'base64').toString('utf8')
      : decode(coded.replace(/_/g, ' '), 'quoted-printable').toString('utf8'));
}
