// Keeps a copy of the published facts in copy.json. Node 20 or later, no packages.
//
//   LEERSPOOR=http://localhost:8080 TOKEN=$(scripts/token.sh testkoppeling) node copy.mjs
//       from zero or from where the copy is, and goes on as facts come; with --once until there are no more.
import { readFile, rename, writeFile } from 'node:fs/promises';

const base = process.env.LEERSPOOR ?? 'http://localhost:8080';
const headers = { Authorization: `Bearer ${process.env.TOKEN}` };
const copy = await readFile('copy.json', 'utf8').then(JSON.parse, () => ({ position: 0, facts: {} }));

/** What the published type asks of who keeps a copy: see "Duties" in events.md. */
function take(event) {
  const { facts } = copy;
  if (event.type.endsWith('.personal-data-erased.v1')) {
    const person = event.data.contactPersonId ?? event.subject;
    for (const [id, fact] of Object.entries(facts)) {
      if (fact.subject === person || Object.values(fact.data).includes(person)) delete facts[id];
    }
  }
  for (const id of event.data.retracts ?? []) delete facts[id];
  if (event.data.correctsEventId) delete facts[event.data.correctsEventId];
  facts[event.id] = { type: event.type, subject: event.subject, data: event.data };
}

/** The facts and the position that they reach are kept in one move: a crash repeats, and never skips. */
async function keep(position) {
  copy.position = position;
  await writeFile('copy.json.new', JSON.stringify(copy));
  await rename('copy.json.new', 'copy.json');
}

async function* lines(response) {
  let rest = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const all = (rest + chunk).split('\n');
    rest = all.pop();
    yield* all;
  }
}

async function ask(path, accept, more = {}) {
  const response = await fetch(base + path, { headers: { ...headers, Accept: accept, ...more } });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response;
}

async function catchUp() {
  let position = copy.position;
  for await (const line of lines(await ask(`/v1/events?after=${position}`, 'application/x-ndjson'))) {
    const item = JSON.parse(line);
    take(item.event);
    position = item.position;
  }
  await keep(position);
}

async function listen() {
  const stream = await ask('/v1/events/stream', 'text/event-stream', { 'Last-Event-ID': copy.position });
  for await (const line of lines(stream)) {
    if (!line.startsWith('data: ')) continue;
    const item = JSON.parse(line.slice(6));
    take(item.event);
    await keep(item.position);
  }
}

await catchUp();
console.log(`${Object.keys(copy.facts).length} facts up to ${copy.position}`);
while (!process.argv.includes('--once')) {
  // it ends when the token expires or the connection breaks: get a new token here, and listen again
  await listen().catch(broken => console.error(broken.message));
  await new Promise(again => setTimeout(again, 1000));
}
