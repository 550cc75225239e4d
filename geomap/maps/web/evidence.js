// The evidence of an event: a popup beside the map, that pages through all events of its point.
"use strict";

(function (geomap) {
  const element = (...parts) => geomap.element(...parts);

  geomap.Evidence = class {
    // `records` is a promise of the evidence block; `selected` is told which row is open, or null.
    constructor(box, store, records, selected) {
      this._box = box;
      this._store = store;
      this._records = records;
      this._selected = selected;
      this._opener = null;
      box.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
    }

    get isOpen() {
      return !this._box.hidden;
    }

    // Show `row`, one of `members`; when the popup is closed, focus goes back to what the selector `opener` finds:
    // the buttons on the map are made anew with each view.
    async open(members, row, opener) {
      this._opener = opener || this._opener;
      this._members = members;
      this._row = row;
      const records = await this._records;
      if (this._row !== row) return;
      this._fill(records[row]);
      this._box.hidden = false;
      this._box.scrollTop = 0;
      this._selected(row);
    }

    close() {
      this._box.hidden = true;
      this._row = null;
      this._selected(null);
      const opener = document.querySelector(this._opener ?? ".folium-map") ?? document.querySelector(".folium-map");
      this._opener = null;
      opener.focus({ preventScroll: true });
    }

    focus() {
      this._box.focus({ preventScroll: true });
    }

    _fill(record) {
      const { events } = this._store;
      const status = events.status[this._row];
      this._box.dataset.event = record.id ?? "";
      this._box.replaceChildren(
        this._head(),
        element("p", { class: "geomap-when" }, element("strong", {}, events.when[this._row]), this._where()),
        events.status_words[this._row]
          ? element("p", { class: "geomap-status", "data-status": status ?? "occurred" }, events.status_words[this._row])
          : null,
        ...record.quotes.map((quote) => this._quote(quote)),
        this._source(record),
        this._facts(record),
      );
    }

    _head() {
      const row = this._row;
      return element("div", { class: "geomap-evidence-head" },
        this._pager(),
        element("h2", { id: "geomap-evidence-title", dir: "auto" },
          geomap.swatch(geomap.symbolOf(this._store, row)), this._store.labelOf(row)),
        element("button", {
          type: "button", id: "geomap-evidence-close", class: "geomap-close", "aria-label": "Close the evidence",
          onclick: () => this.close(),
        }, "×"));
    }

    _pager() {
      if (this._members.length < 2) return null;
      const place = this._members.indexOf(this._row);
      const button = (id, label, sign, step) => element("button", {
        type: "button", id: `geomap-evidence-${id}`, "aria-label": label, onclick: () => this._page(id, step),
      }, sign);
      return element("p", { class: "geomap-pager" },
        button("previous", "Previous event here", "‹", -1),
        element("span", { id: "geomap-evidence-place", role: "status" }, `${place + 1} of ${this._members.length} here`),
        button("next", "Next event here", "›", 1));
    }

    async _page(id, step) {
      const count = this._members.length;
      const next = this._members[(this._members.indexOf(this._row) + step + count) % count];
      await this.open(this._members, next, null);
      document.getElementById(`geomap-evidence-${id}`).focus({ preventScroll: true });
    }

    _where() {
      const where = this._store.events.where[this._row];
      return element("span", { dir: "auto" }, where ?? "Place unknown");
    }

    _quote([before, trigger, after]) {
      return element("blockquote", { dir: "auto" }, before, trigger ? element("mark", {}, trigger) : null, after);
    }

    _source(record) {
      const name = record.source || record.document || "Source not told";
      const title = record.source && record.document ? element("cite", { dir: "auto" }, record.document) : null;
      return element("p", { class: "geomap-source" },
        element("span", { dir: "auto" }, name), title,
        record.published ? `Published ${record.published}` : "Publication date not told",
        record.url ? geomap.link(record.url) : null);
    }

    _facts(record) {
      const list = element("dl", {});
      for (const [name, text] of [...record.facts, ["Event id", record.id ?? "not told"]]) {
        if (name) list.append(element("dt", {}, name));
        list.append(element("dd", { dir: "auto" }, text));
      }
      return list;
    }
  };

  // A link for http and https only; any other address is shown as text.
  geomap.link = function (url) {
    if (!geomap.isWebAddress(url)) return element("span", { class: "geomap-url", dir: "ltr" }, url);
    return element("a", { class: "geomap-url", dir: "ltr", href: url, target: "_blank", rel: "noopener noreferrer" }, url);
  };

  geomap.isWebAddress = function (url) {
    if (!/^https?:\/\//i.test(url)) return false;
    try {
      return ["http:", "https:"].includes(new URL(url).protocol);
    } catch {
      return false;
    }
  };
})(globalThis.geomap);
