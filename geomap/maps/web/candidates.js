// The places of a name: a list, and each place on the map with its number and its area.
"use strict";

(function (geomap) {
  const byId = (id) => document.getElementById(id);
  const element = (...parts) => geomap.element(...parts);

  // No closer than this: a village is seen with what lies around it.
  const CLOSEST = 8;

  // Numbers on the map keep this many pixels apart; one that gives way has a leg to its true point.
  const APART = 27;

  geomap.openCandidates = function (map) {
    for (const [name, z] of [["geomap-base", 250], ["geomap-events", 450]]) map.createPane(name).style.zIndex = z;
    fill(map).catch((problem) => {
      byId("geomap-count").textContent = "This page could not be read. It needs a browser from 2023 or later.";
      throw problem;
    });
  };

  async function fill(map) {
    const [{ title, order, places, unplaced }, background] = await Promise.all([geomap.block("candidates"), geomap.block("background")]);
    byId("geomap-title").textContent = title;
    byId("geomap-count").textContent = `${geomap.counted(places.length, "place")}${places.length > 1 ? `, ${order}` : ""}`;
    new geomap.Basemap(background).addTo(map);
    L.control.scale({ imperial: false, position: map.getSize().x < 600 ? "topright" : "bottomleft" }).addTo(map);
    const all = L.latLngBounds(places.flatMap(({ bounds }) => bounds));
    show(map, all.isValid() ? all : L.latLngBounds([[-55, -150], [72, 170]]));
    new geomap.Candidates(places).addTo(map);
    if (unplaced.length) byId("geomap-list").after(element("p", { class: "geomap-note", dir: "auto" }, `Not placed: ${unplaced.join(", ")}.`));
    document.documentElement.dataset.geomap = "ready";
  }

  // `above` is room for a popup, as a share of the map's height.
  function show(map, bounds, above = 0) {
    const { x, y } = map.getSize();
    const edge = Math.min(x, y) / 10;
    map.fitBounds(bounds, {
      maxZoom: CLOSEST, animate: false, paddingTopLeft: [edge, edge + above * y], paddingBottomRight: [edge, edge],
    });
  }

  // Where a number may stand: at its point, else on the rings around it, the nearest first.
  const SPOTS = [[0, 0], ...[1, 2, 3].flatMap((ring) => Array.from({ length: 6 * ring }, (_, place) => {
    const angle = (place * Math.PI) / (3 * ring) - Math.PI / 6;
    return [ring * APART * Math.cos(angle), ring * APART * Math.sin(angle)];
  }))];

  geomap.Candidates = geomap.Canvas.extend({
    initialize(places) {
      geomap.Canvas.prototype.initialize.call(this, "geomap-events");
      this._places = places;
      this._chosen = null;
      this._paths = places.map(({ area }) =>
        (area.lines ? geomap.pathOf(area.lines, false) : geomap.shapeOf(area)));
    },

    onAdd(map) {
      this._map = map;
      this._rows = this._places.map((place, number) => this._row(place, number));
      byId("geomap-list").replaceChildren(...this._rows.map((row) => element("li", {}, row)));
      byId("geomap-list").addEventListener("keydown", (event) => event.key === "Escape" && map.closePopup());
      this._markers = this._places.map((place, number) => this._marker(place, number).addTo(map));
      this._markers.forEach((marker, number) => {
        const { name, kind, units } = this._places[number];
        marker.getElement().setAttribute("aria-label", `${number + 1}: ${name}, ${kind}, ${units}`);
      });
      geomap.Canvas.prototype.onAdd.call(this, map);
    },

    _row({ name, kind, units, lines }, number) {
      const line = (text) => element("span", { class: "geomap-item-line", dir: "auto" }, text);
      return element("button", { type: "button", class: "geomap-item", "data-number": number + 1, onclick: () => this._open(number) },
        element("span", { class: "geomap-pin", "aria-hidden": "true" }, String(number + 1)),
        element("span", { class: "geomap-item-text" },
          element("span", { class: "geomap-item-title", dir: "auto" }, name),
          ...[`${kind}, ${units}`, ...lines].map(line)));
    },

    _marker({ point: [longitude, latitude], name, kind, units, facts }, number) {
      const icon = L.divIcon({
        className: "geomap-number-icon", iconSize: [26, 26], popupAnchor: [0, -12],
        html: element("span", { class: "geomap-pin" }, String(number + 1)),
      });
      const popup = element("div", { class: "geomap-place" },
        element("h2", { dir: "auto" }, `${number + 1}. `, element("bdi", {}, name)),
        element("p", { dir: "auto" }, `${kind}, ${units}`),
        element("dl", {}, ...facts.flatMap(([term, text]) => [element("dt", {}, term), element("dd", { dir: "auto" }, text)])));
      return L.marker([latitude, longitude], { icon, riseOnHover: true, zIndexOffset: -10 * number })
        .bindPopup(popup, { minWidth: 250, maxWidth: 290, maxHeight: 280, autoPanPadding: [12, 40] })
        .on("popupopen", () => this._choose(number))
        .on("popupclose", () => this._choose(null));
    },

    // From the list: the place with its whole area, and its popup.
    _open(number) {
      show(this._map, L.latLngBounds(this._places[number].bounds), 0.25);
      this._markers[number].openPopup();
    },

    _choose(number) {
      this._chosen = number;
      this._rows.forEach((row, each) => row[each === number ? "setAttribute" : "removeAttribute"]("aria-current", "true"));
      this._markers.forEach((marker, each) => marker.getElement().classList.toggle("geomap-chosen", each === number));
      this._rows[number]?.scrollIntoView({ block: "nearest" });
      this.draw();
    },

    paint(context, view) {
      if (this._spreadFor !== view.world) this._spread();
      this._spreadFor = view.world;
      // The best lies on top; the chosen one above all.
      const order = this._paths.map((_, number) => number).reverse();
      for (const number of order) if (number !== this._chosen) this._paintArea(context, view, number);
      if (this._chosen !== null) this._paintArea(context, view, this._chosen);
      this._places.forEach((_, number) => this._paintLeg(context, view, number));
    },

    _paintArea(context, view, number) {
      const isChosen = number === this._chosen;
      const { area } = this._places[number];
      const path = this._paths[number];
      geomap.onWorld(context, view, (pixel) => {
        context.strokeStyle = context.fillStyle = isChosen ? "#b34700" : "#0b5a8a";
        context.globalAlpha = isChosen ? 0.16 : 0.07;
        if (!area.lines) context.fill(path, "evenodd");
        context.globalAlpha = 1;
        context.lineJoin = "round";
        context.lineWidth = (isChosen ? 2.6 : 1.5) * pixel;
        if (area.center) context.setLineDash([7 * pixel, 5 * pixel]);
        context.stroke(path);
      });
    },

    _paintLeg(context, view, number) {
      const [dx, dy] = this._offsets[number];
      if (dx === 0 && dy === 0) return;
      const [x, y] = geomap.mercator(...this._places[number].point);
      const [left, top] = [view.left + x * view.world, view.top + y * view.world];
      context.strokeStyle = context.fillStyle = "#1f2428";
      context.lineWidth = 1.2;
      context.beginPath();
      context.moveTo(left, top);
      context.lineTo(left + dx, top + dy);
      context.stroke();
      context.beginPath();
      context.arc(left, top, 3, 0, 2 * Math.PI);
      context.fill();
    },

    // Let the numbers give way to those before them, so that each can be read and pressed.
    _spread() {
      const taken = [];
      this._offsets = this._places.map(({ point: [longitude, latitude] }, number) => {
        const at = this._map.project([latitude, longitude]);
        const isFree = (spot) => taken.every((other) => other.distanceTo(at.add(spot)) >= APART - 1);
        const spot = SPOTS.find(isFree) ?? SPOTS[0];
        taken.push(at.add(spot));
        // The icon moves and its marker does not: a popup points to the true place.
        const { style } = this._markers[number].getElement();
        [style.marginLeft, style.marginTop] = spot.map((shift) => `${shift - 13}px`);
        return spot;
      });
    },
  });
})(globalThis.geomap);
