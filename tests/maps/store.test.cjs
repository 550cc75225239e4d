// The store's filters, without a browser: node --test
"use strict";

const assert = require("node:assert");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const test = require("node:test");
const vm = require("node:vm");

for (const name of ["data.js", "store.js"]) {
  vm.runInThisContext(readFileSync(join(__dirname, "..", "..", "geomap", "maps", "web", name), "utf8"));
}
const { geomap } = globalThis;

const events = {
  kind: [0, 1, 0, 1],
  longitude: [1, 1, null, 2],
  latitude: [5, 5, null, 5],
  first: [0, 3, null, null],
  last: [0, 12, 8, null],
  first_period: [0, 0, 0, 2],
  last_period: [0, 1, 1, 2],
  periods: [["one", 0, 6], ["two", 7, 12], ["Date unknown", null, null]],
  kinds: [["a.b", "A", 0, 2], ["c.d", "C", 0, 2]],
  layers: [["a", "A", "#000000", "circle"]],
};

function store(kinds = [true, true], periods = [true, true, true]) {
  const made = new geomap.Store();
  made.load(events);
  kinds.forEach((isOn, number) => made.set("kind", number, isOn));
  periods.forEach((isOn, number) => made.set("period", number, isOn));
  return made;
}

test("all switches on show all", () => assert.deepEqual(store().shown(), [0, 1, 2, 3]));
test("a type off hides its events", () => assert.deepEqual(store([false, true]).shown(), [1, 3]));
test("one of its periods is enough", () => assert.deepEqual(store([true, true], [false, true, false]).shown(), [1, 2]));
test("an unknown date has its own switch", () => assert.deepEqual(store([true, true], [false, false, true]).shown(), [3]));

test("the window takes what touches it; an open end reaches; an unknown date stays", () => {
  const made = store();
  made.setWindow([9, 10]);
  assert.deepEqual(made.shown(), [1, 3]);
  made.setWindow([0, 2]);
  assert.deepEqual(made.shown(), [0, 2, 3]);
  made.setWindow(null);
  assert.deepEqual(made.shown(), [0, 1, 2, 3]);
});

test("listeners hear once of all that one action changes", async () => {
  const made = store();
  await null;
  let heard = 0;
  made.listen(() => { heard += 1; });
  made.set("kind", 0, false);
  made.setWindow([0, 1]);
  await null;
  assert.equal(heard, 1);
  made.set("kind", 0, true);
  await null;
  assert.equal(heard, 2);
});

test("places gather what shares a point and leave out the unlocated", () => {
  assert.deepEqual(store().places([0, 1, 2, 3]), [[0, 1], [3]]);
});

test("the list is in order of days, the unknown last", () => assert.deepEqual(store().byDate([3, 2, 1, 0]), [0, 2, 1, 3]));
test("the span is that of the dated periods", () => assert.deepEqual(store().span(), [0, 12]));

test("steps go period by period and end", () => {
  const step = (window, by) => geomap.steppedWindow(events.periods, window, by);
  assert.deepEqual(step([0, 12], 1), [0, 6]);
  assert.deepEqual(step([0, 6], 1), [7, 12]);
  assert.equal(step([7, 12], 1), null);
  assert.deepEqual(step([0, 12], -1), [7, 12]);
  assert.deepEqual(step([7, 12], -1), [0, 6]);
  assert.equal(step([0, 6], -1), null);
});

test("days in words", () => {
  assert.equal(geomap.dayWords(16433), "29 Dec 2014");
  assert.equal(geomap.dayWords(-719162), "1 Jan 1");
  assert.equal(geomap.spanWords(0, 0), "1 Jan 1970");
});
