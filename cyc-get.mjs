import { readFileSync, writeFileSync } from 'node:fs';
const [name, password] = readFileSync('/tmp/wb-cycle/first-administrator.txt', 'utf8').split('\n');
const base = 'http://127.0.0.1:3474';
const r = await fetch(base + '/sign-in', { method: 'POST', redirect: 'manual', headers: { origin: base, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }, body: new URLSearchParams({ name, password, back: '/' }) });
const cookie = r.headers.getSetCookie()[0].split(';')[0];
for (const a of process.argv.slice(2)) { const x = await fetch(base + a, { headers: { cookie } }); const f = '/tmp/cycshots/' + a.split('/').pop(); writeFileSync(f, Buffer.from(await x.arrayBuffer())); console.log(x.status, f, x.headers.get('content-type')); }
