// The time control: a range of days with two handles over a histogram, steps, and play.
"use strict";

(function (geomap) {
  const BEAT = 1400;
  const element = (...parts) => geomap.element(...parts);

  geomap.Time = class {
    constructor(box, store) {
      this._store = store;
      this._span = store.span();
      box.hidden = this._span === null || this._span[0] === this._span[1];
      if (box.hidden) return;
      this._timer = null;
      this._words = element("output", { id: "geomap-time-words", "aria-live": "polite" });
      this._from = this._slider("from", "From");
      this._to = this._slider("to", "To");
      this._play = this._button("play", "Play through the periods", "Play", () => this._toggle());
      this._fill = element("div", { class: "geomap-range-fill" });
      box.append(this._controls(), element("div", { class: "geomap-range" }, this._histogram(), this._fill, this._from, this._to),
        element("div", { class: "geomap-ends", "aria-hidden": "true" },
          element("span", {}, geomap.dayWords(this._span[0])), element("span", {}, geomap.dayWords(this._span[1]))));
      this._show(this._span);
    }

    _controls() {
      return element("div", { class: "geomap-time-controls" },
        this._button("back", "One period back", "‹", () => this._step(-1)),
        this._play,
        this._button("forward", "One period on", "›", () => this._step(1)),
        this._words,
        element("button", { type: "button", id: "geomap-time-all", class: "geomap-plain", onclick: () => this._reset() }, "All dates"));
    }

    _button(id, label, sign, act) {
      return element("button", { type: "button", id: `geomap-time-${id}`, "aria-label": label, title: label, onclick: act }, sign);
    }

    _slider(id, label) {
      return element("input", {
        type: "range", id: `geomap-time-${id}`, "aria-label": `${label} which day`,
        min: this._span[0], max: this._span[1], step: 1, oninput: (event) => this._drag(event.target),
      });
    }

    // A bar for each period, as wide as its days and as high as its events.
    _histogram() {
      const { events } = this._store;
      const dated = events.periods.map((period, number) => [period, number]).filter(([period]) => period[1] !== null);
      const counts = dated.map(([, number]) => events.first_period.reduce(
        (sum, first, row) => sum + (first <= number && number <= events.last_period[row] ? 1 : 0), 0));
      const most = Math.max(...counts, 1);
      this._bars = dated.map(([period], place) => {
        const bar = element("div", { class: "geomap-bar-of-time", title: `${period[0]}: ${geomap.counted(counts[place], "event")}` });
        bar.style.flexGrow = String(period[2] - period[1] + 1);
        bar.style.height = `${(100 * counts[place]) / most}%`;
        return { bar, period };
      });
      return element("div", { class: "geomap-histogram", "aria-hidden": "true" }, ...this._bars.map(({ bar }) => bar));
    }

    // A handle pushes the other along rather than pass it.
    _drag(slider) {
      this._stop();
      const moved = Number(slider.value);
      const [from, to] = [Number(this._from.value), Number(this._to.value)];
      this._set(slider === this._from ? [moved, Math.max(to, moved)] : [Math.min(from, moved), moved]);
    }

    _set(window) {
      this._show(window);
      const isWhole = window[0] === this._span[0] && window[1] === this._span[1];
      this._store.setWindow(isWhole ? null : window);
    }

    _show(window) {
      this._window = window;
      [this._from.value, this._to.value] = window;
      this._from.setAttribute("aria-valuetext", geomap.dayWords(window[0]));
      this._to.setAttribute("aria-valuetext", geomap.dayWords(window[1]));
      // Both handles at the right end: the lower one must be on top, or none could be moved.
      this._from.style.zIndex = window[0] > (this._span[0] + this._span[1]) / 2 ? "3" : "2";
      const days = this._span[1] - this._span[0];
      this._fill.style.left = `${(100 * (window[0] - this._span[0])) / days}%`;
      this._fill.style.right = `${(100 * (this._span[1] - window[1])) / days}%`;
      this._words.textContent = geomap.spanWords(...window);
      for (const { bar, period } of this._bars) bar.classList.toggle("geomap-off", period[2] < window[0] || period[1] > window[1]);
    }

    // True if there was a period to go to.
    _step(step) {
      const next = geomap.steppedWindow(this._store.events.periods, this._window, step);
      if (next) this._set(next);
      return next !== null;
    }

    _reset() {
      this._stop();
      this._set(this._span);
    }

    _toggle() {
      if (this._timer !== null) return this._stop();
      this._mark("Pause", "Pause");
      // Playing from the last period starts over.
      if (!this._step(1)) this._set(this._span);
      this._timer = setInterval(() => this._step(1) || this._stop(), BEAT);
      return undefined;
    }

    _stop() {
      clearInterval(this._timer);
      this._timer = null;
      this._mark("Play through the periods", "Play");
    }

    _mark(label, sign) {
      this._play.textContent = sign;
      this._play.setAttribute("aria-label", label);
      this._play.title = label;
    }
  };
})(globalThis.geomap);
