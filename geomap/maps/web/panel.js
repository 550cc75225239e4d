// The panel: a switch for each type, grouped by layer, and for each period; the legend of places.
"use strict";

(function (geomap) {
  const element = (...parts) => geomap.element(...parts);
  const byId = (id) => document.getElementById(id);

  geomap.Panel = class {
    constructor(map, store) {
      this._map = map;
      this._store = store;
      this._boxes = { kind: [], period: [] };
      this._groups = [];
      this._addKinds();
      this._addPeriods();
      this._addLegend();
      this._addAllAndNone();
      this._addToggle();
      store.listen(() => this.update());
    }

    // Put layers on the map or take them off; the store is told by the layers themselves.
    _switch(kind, numbers, isOn) {
      for (const number of numbers) {
        const layer = this._store.layers[kind][number];
        if (isOn) this._map.addLayer(layer);
        else this._map.removeLayer(layer);
      }
    }

    _box(kind, number, data, ...label) {
      const box = element("input", {
        type: "checkbox", [`data-${data[0]}`]: data[1],
        onchange: () => this._switch(kind, [number], box.checked),
      });
      this._boxes[kind][number] = box;
      return element("label", { class: "geomap-switch" }, box, ...label);
    }

    _addKinds() {
      const { layers, kinds } = this._store.events;
      const present = layers.map((layer, number) => [layer, kinds.map((_, kind) => kind).filter((kind) => kinds[kind][2] === number)]);
      for (const [layer, numbers] of present) if (numbers.length) byId("geomap-type-switches").append(this._layer(layer, numbers));
      const absent = present.filter(([, numbers]) => numbers.length === 0).map(([layer]) => layer[1]);
      byId("geomap-absent").textContent = absent.length ? `None told: ${absent.join(", ")}.` : "";
    }

    _layer([id, label, color, shape], numbers) {
      const { kinds } = this._store.events;
      const total = numbers.reduce((sum, number) => sum + kinds[number][3], 0);
      const box = element("input", {
        type: "checkbox", "data-layer": id, onchange: () => this._switch("kind", numbers, box.checked),
      });
      this._groups.push({ box, numbers });
      const switches = numbers.map((number) => element("li", {},
        this._box("kind", number, ["type", kinds[number][0]],
          element("span", { class: "geomap-label", dir: "auto" }, kinds[number][1]), this._number(kinds[number][3]))));
      return element("div", { class: "geomap-layer", role: "group", "aria-label": label },
        element("label", { class: "geomap-switch geomap-layer-switch" }, box, geomap.swatch({ color, shape }),
          element("span", { class: "geomap-label", dir: "auto" }, label), this._number(total)),
        element("ul", {}, ...switches));
    }

    _number(number) {
      return element("span", { class: "geomap-number" }, String(number));
    }

    _addPeriods() {
      const { periods, first_period: first, last_period: last } = this._store.events;
      byId("geomap-periods").hidden = periods.length === 0;
      const items = periods.map(([label], number) => {
        const count = first.reduce((sum, from, row) => sum + (from <= number && number <= last[row] ? 1 : 0), 0);
        return element("li", {}, this._box("period", number, ["period", number],
          element("span", { class: "geomap-label" }, label), this._number(count)));
      });
      byId("geomap-period-switches").append(element("ul", {}, ...items));
    }

    _addLegend() {
      const sample = { color: "#0072b2", shape: "circle" };
      const entry = (picture, text) => element("li", {}, picture, element("span", {}, text));
      byId("geomap-legend-entries").append(
        entry(geomap.swatch(sample), "Filled: the exact place"),
        entry(geomap.swatch({ ...sample, isExact: false }), "Hollow: somewhere in the dashed area, not at the symbol"),
        entry(geomap.swatch({ ...sample, sure: 0 }), "Paler: less sure of the event or its place"));
    }

    _addAllAndNone() {
      for (const button of byId("geomap-panel").querySelectorAll("[data-all], [data-none]")) {
        const kind = button.dataset.all ?? button.dataset.none;
        button.addEventListener("click", () => this._switch(kind, this._store.layers[kind].keys(), "all" in button.dataset));
      }
    }

    _addToggle() {
      const toggle = byId("geomap-panel-toggle");
      toggle.addEventListener("click", () => this.open(toggle.getAttribute("aria-expanded") !== "true"));
    }

    // On a narrow screen the panel lies over the map; on a wide one it always stands beside it.
    open(isOpen) {
      byId("geomap").classList.toggle("geomap-panel-open", isOpen);
      byId("geomap-panel-toggle").setAttribute("aria-expanded", String(isOpen));
      byId("geomap-panel-toggle").textContent = isOpen ? "Back to the map" : "Layers and list";
    }

    update() {
      for (const kind of ["kind", "period"]) {
        this._boxes[kind].forEach((box, number) => { box.checked = this._store.on[kind][number] === true; });
      }
      for (const { box, numbers } of this._groups) {
        const on = numbers.filter((number) => this._store.on.kind[number]).length;
        box.checked = on === numbers.length;
        box.indeterminate = on > 0 && on < numbers.length;
      }
      const [shown, all] = [this._store.shown().length, this._store.size];
      byId("geomap-count").textContent = `${shown} of ${geomap.counted(all, "event")} shown`;
    }
  };
})(globalThis.geomap);
