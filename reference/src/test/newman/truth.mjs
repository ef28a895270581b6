// node truth.mjs COLLECTION.json FOLDER: writes what Postman's runner sends for each item to FOLDER/NN.bin, NN being
// the first word of the item's name. A value of 1 MiB, the variable `big`, is written as the word {{big}}.
import { createServer } from 'node:net';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const newman = createRequire(process.cwd() + '/')('newman');
const [file, folder] = process.argv.slice(2);
const collection = JSON.parse(readFileSync(file, 'utf8'));
const big = 'Porchlight 0123456789 $`"\\ '.repeat(40_000).slice(0, 1 << 20);

let seen = Buffer.alloc(0);
const server = createServer((socket) => {
  socket.on('data', (chunk) => {
    seen = Buffer.concat([seen, chunk]);
    const end = seen.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = /^content-length: *(\d+)/im.exec(seen.subarray(0, end).toString('latin1'));
    if (seen.length >= end + 4 + Number(length?.[1] ?? 0)) {
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}');
    }
  });
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));

for (const item of collection.item) {
  seen = Buffer.alloc(0);
  await new Promise((done, failed) => newman.run(
    {
      collection: { ...collection, item: [item] },
      workingDir: process.cwd(),
      timeoutRequest: 5000,
      envVar: [
        { key: 'baseUrl', value: `http://127.0.0.1:${server.address().port}/v2` },
        { key: 'big', value: big },
      ],
    },
    (error) => (error ? failed(error) : done())));
  const sent = seen.toString('latin1')
    .replaceAll(big, '{{big}}')
    .replaceAll(encodeURIComponent(big).replaceAll("'", '%27'), '{{big}}');
  writeFileSync(`${folder}/${item.name.split(' ')[0]}.bin`, Buffer.from(sent, 'latin1'));
}
server.close();
