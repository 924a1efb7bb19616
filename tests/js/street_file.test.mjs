// Which way the street map's file is read: in pieces, as a whole, or not at all.

import assert from "node:assert/strict";
import { test } from "node:test";

import { LARGEST_WHOLE, openStreetFile } from "../../themes/base/assets/js/street_file.js";

const SIZE = 40_000;
const URL = "https://newport.learning.example/basemap.pmtiles";

function content(size = SIZE) {
  const bytes = new Uint8Array(size).map((_, at) => at % 251);
  bytes.set(new TextEncoder().encode("PMTiles\u0003"));
  return bytes;
}

/** A host that answers as it does, and what it was asked. */
function host(answer) {
  const asked = [];
  const ask = async (url, { headers }) => {
    const [first, last] = headers.Range.match(/\d+/g).map(Number);
    asked.push([first, last]);
    return answer(first, last, asked.length);
  };
  return { ask, asked };
}

const piece = (bytes) => (first, last) =>
  new Response(bytes.slice(first, last + 1), { status: 206 });
const whole = (bytes) => () => new Response(bytes, { status: 200 });
const numbers = ({ data }) => [...new Uint8Array(data)];

test("a host with ranges sends pieces, and the first of them once", async () => {
  const { ask, asked } = host(piece(content()));

  const file = await openStreetFile(URL, SIZE, ask);

  assert.deepEqual(numbers(await file.getBytes(0, 127)), [...content().slice(0, 127)]);
  assert.deepEqual(numbers(await file.getBytes(20_000, 3)), [...content().slice(20_000, 20_003)]);
  assert.deepEqual(asked, [[0, 16_383], [20_000, 20_002]]);
});

test("a host without ranges sends a small file once", async () => {
  const { ask, asked } = host(whole(content()));

  const file = await openStreetFile(URL, SIZE, ask);

  assert.deepEqual(numbers(await file.getBytes(30_000, 4)), [...content().slice(30_000, 30_004)]);
  assert.deepEqual(numbers(await file.getBytes(0, 2)), [80, 77]);
  assert.equal(asked.length, 1);
});

test("a host without ranges does not send a large file", async () => {
  let cancelled = false;
  const body = () => new ReadableStream({ cancel() { cancelled = true; } });
  const { ask } = host(() => new Response(body(), { status: 200 }));

  await assert.rejects(openStreetFile(URL, LARGEST_WHOLE + 1, ask), /only all of/);

  assert.equal(cancelled, true);
});

test("a cache that loses ranges on the way is met with the whole file", async () => {
  const { ask, asked } = host((first, last, count) =>
    (count === 1 ? piece(content())(first, last) : whole(content())()));
  const file = await openStreetFile(URL, SIZE, ask);

  const both = await Promise.all([file.getBytes(20_000, 3), file.getBytes(25_000, 3)]);

  assert.deepEqual(numbers(both[1]), [...content().slice(25_000, 25_003)]);
  await file.getBytes(30_000, 3);
  assert.equal(asked.length, 3);
});

test("a page sent in place of the file is not taken for it", async () => {
  const { ask } = host(whole(new TextEncoder().encode("<!doctype html>".padEnd(SIZE))));
  const file = await openStreetFile(URL, SIZE, ask);

  await assert.rejects(file.getBytes(0, 127), /not a PMTiles file/);
});

test("a file that is cut short is not drawn", async () => {
  const { ask } = host(whole(content().slice(0, 30_000)));
  const file = await openStreetFile(URL, SIZE, ask);

  await assert.rejects(file.getBytes(0, 127), /expected 40000 bytes/);
});

test("a piece longer than asked for is not believed", async () => {
  const { ask } = host((first, last, count) =>
    (count === 1 ? piece(content())(first, last) : new Response(content(), { status: 206 })));
  const file = await openStreetFile(URL, SIZE, ask);

  await assert.rejects(file.getBytes(20_000, 3), /was sent 40000/);
});

test("a file that is not there leaves the outlines", async () => {
  const { ask } = host(() => new Response("not found", { status: 404 }));

  await assert.rejects(openStreetFile(URL, SIZE, ask), /404/);
});
