// The store: the events as columns, the switches of types and periods, and the window of time.
"use strict";

(function (geomap) {
  geomap.Store = class {
    constructor() {
      this.events = null;
      this.on = { kind: [], period: [] };
      this.layers = { kind: [], period: [] };
      this.window = null;
      this._listeners = [];
      this._isToTell = false;
      this._shown = null;
    }

    load(events) {
      this.events = events;
      this.changed();
    }

    get size() {
      return this.events ? this.events.kind.length : 0;
    }

    // Call back after what is shown has changed; once for all changes that one action makes.
    listen(listener) {
      this._listeners.push(listener);
    }

    changed() {
      this._shown = null;
      if (this._isToTell || !this.events) return;
      this._isToTell = true;
      queueMicrotask(() => {
        this._isToTell = false;
        for (const listener of this._listeners) listener();
      });
    }

    set(kind, number, isOn) {
      this.on[kind][number] = isOn;
      this.changed();
    }

    // Show only what touches these days, both included; null is all of time.
    setWindow(window) {
      this.window = window;
      this.changed();
    }

    // Row numbers of the events shown, in the table's order.
    shown() {
      if (this._shown === null) this._shown = this._filtered();
      return this._shown;
    }

    _filtered() {
      const rows = [];
      const periods = geomap.runningCount(this.on.period, this.events ? this.events.periods.length : 0);
      for (let row = 0; row < this.size; row += 1) {
        if (this.on.kind[this.events.kind[row]] && this._inPeriods(row, periods) && this._inWindow(row)) rows.push(row);
      }
      return rows;
    }

    _inPeriods(row, running) {
      return running[this.events.last_period[row] + 1] > running[this.events.first_period[row]];
    }

    // An end that the text leaves open reaches as far as the window does; an event without a date has its own switch.
    _inWindow(row) {
      if (this.window === null) return true;
      const first = this.events.first[row];
      const last = this.events.last[row];
      return (first === null || first <= this.window[1]) && (last === null || last >= this.window[0]);
    }

    // The days that the dated events span, or null.
    span() {
      const days = this.events.periods.filter((period) => period[1] !== null);
      return days.length ? [days[0][1], days[days.length - 1][2]] : null;
    }

    // Rows whose events have no place, or no date.
    isUnlocated(row) {
      return this.events.longitude[row] === null;
    }

    isUndated(row) {
      return this.events.first[row] === null && this.events.last[row] === null;
    }

    // The rows of `rows` by exact position, in the order of the first of each.
    places(rows) {
      const places = new Map();
      for (const row of rows) {
        if (this.isUnlocated(row)) continue;
        const key = `${this.events.longitude[row]} ${this.events.latitude[row]}`;
        if (!places.has(key)) places.set(key, []);
        places.get(key).push(row);
      }
      return [...places.values()];
    }

    // Rows by day, the unknown last.
    byDate(rows) {
      const day = (row) => this.events.last[row] ?? this.events.first[row] ?? Infinity;
      return [...rows].sort((one, other) => day(one) - day(other) || one - other || 0);
    }

    layerOf(row) {
      return this.events.layers[this.events.kinds[this.events.kind[row]][2]];
    }

    labelOf(row) {
      return this.events.kinds[this.events.kind[row]][1];
    }
  };

  // How many of the switches before each number are on: a run holds one if the count grows along it.
  geomap.runningCount = function (switches, length) {
    const running = [0];
    for (let number = 0; number < length; number += 1) running.push(running[number] + (switches[number] ? 1 : 0));
    return running;
  };

  // The window after (step 1) or before (step -1) this one: a period at a time, null past the ends.
  geomap.steppedWindow = function (periods, window, step) {
    const dated = periods.filter((period) => period[1] !== null);
    const ends = step > 0 ? dated : [...dated].reverse();
    const isWhole = window[0] <= dated[0][1] && window[1] >= dated[dated.length - 1][2];
    const next = isWhole ? ends[0] : ends.find((period) => (step > 0 ? period[1] > window[0] : period[2] < window[1]));
    return next ? [next[1], next[2]] : null;
  };
})(globalThis.geomap);
