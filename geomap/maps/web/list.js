// The list beside the map: every event shown, and apart from these the ones without a place or a date.
"use strict";

(function (geomap) {
  const STEP = 100;
  const element = (...parts) => geomap.element(...parts);

  geomap.List = class {
    constructor(box, store, open) {
      this._store = store;
      this._open = open;
      this._groups = [
        this._group("located", "On the map", (row) => !store.isUnlocated(row)),
        this._group("unlocated", "Without a place, not on the map", (row) => store.isUnlocated(row)),
        this._group("undated", "Without a date", (row) => store.isUndated(row)),
      ];
      box.append(...this._groups.map((group) => group.box));
      store.listen(() => this.update());
    }

    _group(name, title, holds) {
      const count = element("span", { class: "geomap-number" });
      const items = element("ol", { class: "geomap-items" });
      const box = element("details", { "data-group": name, open: true }, element("summary", {}, title, count), items);
      const more = element("button", { type: "button", class: "geomap-more", onclick: () => this._more(group) });
      const group = { name, box, count, items, more, holds, limit: STEP };
      box.append(more);
      return group;
    }

    _more(group) {
      group.limit += STEP;
      this.update();
    }

    update() {
      const rows = this._store.byDate(this._store.shown());
      for (const group of this._groups) this._fill(group, rows.filter(group.holds));
    }

    _fill(group, rows) {
      const focused = group.items.contains(document.activeElement) ? document.activeElement.dataset.row : null;
      group.box.dataset.count = rows.length;
      group.count.textContent = String(rows.length);
      group.box.hidden = rows.length === 0;
      group.items.replaceChildren(...rows.slice(0, group.limit).map((row) => element("li", {}, this._item(row, group.name))));
      group.more.hidden = rows.length <= group.limit;
      group.more.textContent = `Show ${Math.min(STEP, rows.length - group.limit)} more`;
      if (focused !== null) group.items.querySelector(`[data-row="${focused}"]`)?.focus({ preventScroll: true });
    }

    _item(row, name) {
      const { events } = this._store;
      const status = events.status[row];
      return element("button", {
        type: "button", class: "geomap-item", "data-row": row,
        onclick: () => this._open(row, `[data-group="${name}"] [data-row="${row}"]`),
      },
      geomap.swatch(geomap.symbolOf(this._store, row)),
      element("span", { class: "geomap-item-text" },
        element("span", { class: "geomap-item-title", dir: "auto" }, this._store.labelOf(row),
          status ? element("em", { class: "geomap-tag", "data-status": status }, status) : null),
        element("span", { class: "geomap-item-line", dir: "auto" }, `${events.place[row] ?? "Place unknown"} · ${events.when[row]}`)));
    }
  };
})(globalThis.geomap);
