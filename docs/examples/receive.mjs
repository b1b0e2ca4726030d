// Is called for what is published, and says what it was told. Node 20 or later, no packages.
//
//   LEERSPOOR=http://localhost:8080 TOKEN=$(scripts/token.sh testkoppeling) node receive.mjs 9000 https://koppeling.example.nl/leerspoor
//       listens at a port, and subscribes the address under which that is reached; when it is begun again it goes on.
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [port, url] = process.argv.slice(2);
const base = process.env.LEERSPOOR ?? 'http://localhost:8080';
const taken = new Set(); // of a real receiver: a unique column, written in one transaction with what it does
let kept = existsSync('subscription.json') ? JSON.parse(readFileSync('subscription.json')) : null;

/** Standard Webhooks, v1: any of the signatures may be of our secret, and the time may not be long ago. */
function isGenuine(headers, body) {
  const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signatures } = headers;
  if (!kept || !signatures || !(Math.abs(Date.now() / 1000 - Number(time)) < 300)) return false;
  const key = Buffer.from(kept.secret.slice('whsec_'.length), 'base64');
  const ours = createHmac('sha256', key).update(`${id}.${time}.${body}`).digest();
  return signatures.split(' ').filter((one) => one.startsWith('v1,')).some((one) => {
    const theirs = Buffer.from(one.slice(3), 'base64');
    return theirs.length === ours.length && timingSafeEqual(theirs, ours);
  });
}

createServer((request, response) => {
  if (request.method === 'OPTIONS') {
    response.writeHead(200, { 'WebHook-Allowed-Origin': request.headers['webhook-request-origin'] ?? '' }).end();
    return;
  }
  const parts = [];
  request.on('data', (part) => parts.push(part)).on('end', () => {
    const body = Buffer.concat(parts).toString('utf8');
    if (!request.headers['webhook-id']) {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(body); // the challenge, repeated
    } else if (!isGenuine(request.headers, body)) {
      response.writeHead(400).end();
    } else {
      const event = JSON.parse(body);
      if (!taken.has(event.id)) console.log(`${event.type} ${event.subject}`);
      taken.add(event.id);
      response.writeHead(204).end();
    }
  });
}).listen(Number(port), async () => {
  if (kept) return;
  const answer = await fetch(`${base}/v1/subscriptions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${process.env.TOKEN}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ id: randomUUID(), url }),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
  const { subscription, secret } = await answer.json();
  kept = { id: subscription.id, secret };
  writeFileSync('subscription.json', JSON.stringify(kept), { mode: 0o600 });
  console.log(`subscribed ${kept.id}`);
});
