// The events on the map: areas, symbols and names on one canvas, and a button under each point for the keyboard.
"use strict";

(function (geomap) {
  const RADIUS = 8;

  // More events than this at one point stand as one symbol with their number.
  const MOST_IN_RING = 7;

  // More points than this in view get no button each: the list holds them all.
  const MOST_BUTTONS = 300;

  // More names than this would hide the map.
  const MOST_NAMES = 120;

  const METRES_ROUND = 40075016.686;

  // A layer that shows the events of one type or period while it is on the map.
  geomap.layer = function (store, kind, number) {
    const layer = new (L.Layer.extend({
      onAdd: () => store.set(kind, number, true),
      onRemove: () => store.set(kind, number, false),
    }))();
    store.layers[kind][number] = layer;
    return layer;
  };

  geomap.Events = geomap.Canvas.extend({
    initialize(store, open) {
      geomap.Canvas.prototype.initialize.call(this, "geomap-events");
      this._store = store;
      this._open = open;
      this._selected = null;
      this._areas = store.events.areas.map(geomap.shapeOf);
      this._drawn = [];
      this._buttons = geomap.element("div", {
        class: "geomap-points", role: "group", "aria-label": "Points on the map; arrow keys move between them",
        onkeydown: (event) => this._walk(event),
      });
    },

    onAdd(map) {
      geomap.Canvas.prototype.onAdd.call(this, map);
      map.getPane("geomap-points").append(this._buttons);
      map.on("click", this._click, this);
      map.on("mousemove", this._hover, this);
    },

    select(row) {
      this._selected = row;
      this.draw();
    },

    paint(context, view) {
      const { events } = this._store;
      const rows = this._store.shown().filter((row) => !this._store.isUnlocated(row));
      this._view = view;
      this._drawn = [];
      this._shownAreas = this._areaRows(rows);
      for (const [number, members] of this._shownAreas) this._paintArea(context, view, number, members);
      const places = this._store.places(rows).map((members) => {
        const [x, y] = geomap.mercator(events.longitude[members[0]], events.latitude[members[0]]);
        return { members, x: view.left + x * view.world, y: view.top + y * view.world };
      });
      const inView = places.filter(({ x, y }) => x > -40 && y > -40 && x < view.size.x + 40 && y < view.size.y + 40);
      for (const place of inView) this._paintPlace(context, place);
      this._writeNames(context, inView);
      this._placeButtons(inView);
    },

    _areaRows(rows) {
      const areas = new Map();
      for (const row of rows) {
        const number = this._store.events.area[row];
        if (number === null) continue;
        if (!areas.has(number)) areas.set(number, []);
        areas.get(number).push(row);
      }
      return areas;
    },

    _paintArea(context, view, number, members) {
      const colors = new Set(members.map((row) => this._store.layerOf(row)[2]));
      const color = colors.size === 1 ? [...colors][0] : "#555555";
      const path = this._areas[number];
      geomap.onWorld(context, view, (pixel) => {
        context.globalAlpha = members.includes(this._selected) ? 0.22 : 0.1;
        context.fillStyle = color;
        context.fill(path, "evenodd");
        context.globalAlpha = 0.55;
        context.fillStyle = geomap.hatch(context, color, pixel / view.ratio);
        context.fill(path, "evenodd");
        context.globalAlpha = 1;
        context.setLineDash([7 * pixel, 5 * pixel]);
        context.lineWidth = 1.8 * pixel;
        context.strokeStyle = color;
        context.stroke(path);
      });
    },

    _paintPlace(context, place) {
      const { members, x, y } = place;
      if (members.length > MOST_IN_RING) return this._paintStack(context, place);
      const offsets = geomap.ring(members.length, RADIUS);
      if (members.length > 1) this._paintAnchor(context, x, y, offsets);
      members.forEach((row, number) => {
        const [atX, atY] = [x + offsets[number][0], y + offsets[number][1]];
        if (row === this._selected) this._paintHalo(context, atX, atY, RADIUS + 6);
        geomap.drawSymbol(context, geomap.symbolOf(this._store, row), atX, atY, RADIUS, this._view.ratio);
        this._drawn.push({ x: atX, y: atY, reach: RADIUS + 4, row, members });
      });
      place.reach = RADIUS + Math.hypot(...offsets[0]);
      return undefined;
    },

    // The true point, with a leg to each of its symbols.
    _paintAnchor(context, x, y, offsets) {
      context.strokeStyle = "#2b2f33";
      context.lineWidth = 1.2;
      context.beginPath();
      for (const [dx, dy] of offsets) {
        context.moveTo(x, y);
        context.lineTo(x + dx, y + dy);
      }
      context.stroke();
      context.fillStyle = "#2b2f33";
      context.beginPath();
      context.arc(x, y, 3, 0, 2 * Math.PI);
      context.fill();
    },

    // Many events at one point: their number, in a ring that is divided by layer.
    _paintStack(context, place) {
      const { members, x, y } = place;
      const radius = Math.min(12 + 2 * Math.log2(members.length), 26);
      const counts = new Map();
      for (const row of members) counts.set(this._store.layerOf(row)[2], (counts.get(this._store.layerOf(row)[2]) || 0) + 1);
      if (members.includes(this._selected)) this._paintHalo(context, x, y, radius + 6);
      let from = -Math.PI / 2;
      for (const [color, count] of [["#ffffff", members.length], ...counts]) {
        const to = from + (count / members.length) * 2 * Math.PI;
        context.beginPath();
        context.moveTo(x, y);
        context.arc(x, y, radius + (color === "#ffffff" ? 2 : 0), from, to);
        context.fillStyle = color;
        context.fill();
        from = color === "#ffffff" ? from : to;
      }
      context.beginPath();
      context.arc(x, y, radius - 5, 0, 2 * Math.PI);
      context.fillStyle = "#ffffff";
      context.fill();
      context.fillStyle = "#1f2428";
      context.font = `600 12px ${geomap.FONT}`;
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.fillText(String(members.length), x, y + 0.5);
      place.reach = radius;
      this._drawn.push({ x, y, reach: radius + 2, row: members[0], members });
    },

    _paintHalo(context, x, y, radius) {
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fillStyle = "rgba(255, 255, 255, 0.9)";
      context.fill();
      context.strokeStyle = "#1f2428";
      context.lineWidth = 2;
      context.stroke();
    },

    // Names of places beside their symbols, those with the most events first; none over a symbol.
    _writeNames(context, places) {
      const taken = this._drawn.map(({ x, y, reach }) => [x - reach, y - reach, x + reach, y + reach]);
      const largest = [...places].sort((one, other) => other.members.length - one.members.length).slice(0, MOST_NAMES);
      for (const { members, x, y, reach } of largest) {
        const name = this._store.events.place[members[0]];
        if (!name || name.length > 60) continue;
        const style = { font: `600 12.5px ${geomap.FONT}`, color: "#2b2f33" };
        const sides = [[x + reach + 6, y, 0], [x, y + reach + 14, 0.5], [x, y - reach - 14, 0.5], [x - reach - 6, y, 1]];
        sides.some(([left, top, anchor]) => geomap.write(context, taken, this._view.frame, name, left, top, { ...style, anchor }));
      }
    },

    _placeButtons(places) {
      const focused = this._buttons.contains(document.activeElement) ? document.activeElement.dataset.row : null;
      const sorted = [...places].sort((one, other) => one.x - other.x).slice(0, MOST_BUTTONS);
      this._buttons.replaceChildren(...sorted.map((place, number) => this._button(place, number === 0)));
      if (focused !== null) this._focus([...this._buttons.children].find((button) => button.dataset.row === focused));
    },

    _button({ members, x, y, reach }, isFirst) {
      const name = this._store.events.place[members[0]] || "Unnamed place";
      const what = members.length === 1 ? this._store.labelOf(members[0]) : geomap.counted(members.length, "event");
      const button = geomap.element("button", {
        type: "button", class: "geomap-point", "aria-label": `${name}: ${what}`, tabindex: isFirst ? 0 : -1,
        "data-row": members[0], "data-count": members.length,
        onclick: (event) => this._press(event, members),
      });
      const half = reach + 4;
      button.style.width = button.style.height = `${2 * half}px`;
      L.DomUtil.setPosition(button, L.point(x - half, y - half).add(this._view.corner).round());
      return button;
    },

    // Enter on a button opens its first event; a pointer goes on to the map, which knows what is under it.
    _press(event, members) {
      if (event.detail !== 0) return;
      event.stopPropagation();
      this._open(members, members[0], `.geomap-point[data-row="${members[0]}"]`);
    },

    _walk(event) {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step) return;
      const buttons = [...this._buttons.children];
      const next = buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length];
      event.preventDefault();
      event.stopPropagation();
      this._focus(next);
    },

    _focus(button) {
      if (!button) return;
      for (const other of this._buttons.children) other.tabIndex = other === button ? 0 : -1;
      button.focus({ preventScroll: true });
    },

    // What is drawn at a point of the map, topmost first: symbols, else areas; with all that share the point.
    hit(layerPoint) {
      const { x, y } = layerPoint.subtract(this._view.corner);
      const near = this._drawn.filter((each) => Math.hypot(each.x - x, each.y - y) <= each.reach).reverse();
      if (near.length) return { row: near[0].row, members: [...new Set(near.flatMap((each) => [each.row, ...each.members]))] };
      const members = [...this._shownAreas].filter(([number]) => this._covers(number, x, y)).flatMap(([, rows]) => rows);
      return members.length ? { row: members[0], members } : null;
    },

    _covers(number, x, y) {
      const { left, top, world } = this._view;
      const context = this._canvas.getContext("2d");
      return geomap.isInside(context, this._areas[number], (x - left) / world, (y - top) / world);
    },

    _click(event) {
      const found = this.hit(event.layerPoint);
      if (found) this._open(found.members, found.row, null);
    },

    _hover(event) {
      this._map.getContainer().classList.toggle("geomap-over", this.hit(event.layerPoint) !== null);
    },
  });

  // A path over the Mercator square for an area: its rings, or the circle around its centre.
  geomap.shapeOf = function (area) {
    if (area.rings) return geomap.pathOf(area.rings, true);
    const path = new Path2D();
    const latitude = Math.max(-85, Math.min(85, area.center[1]));
    const radius = ((area.radius_km || 0) * 1000) / (METRES_ROUND * Math.cos((latitude * Math.PI) / 180));
    path.arc(...geomap.mercator(...area.center), Math.min(radius, 1), 0, 2 * Math.PI);
    return path;
  };

  // Diagonal lines, as a pattern that keeps its size on the screen; `unit` is a canvas pixel in the world's units.
  geomap.hatch = function (context, color, unit) {
    const tile = geomap.element("canvas", { width: 12, height: 12 });
    const pen = tile.getContext("2d");
    pen.strokeStyle = color;
    pen.lineWidth = 1;
    pen.beginPath();
    for (const start of [-12, 0, 12]) {
      pen.moveTo(start, 12);
      pen.lineTo(start + 12, 0);
    }
    pen.stroke();
    const pattern = context.createPattern(tile, "repeat");
    pattern.setTransform(new DOMMatrix().scale(unit));
    return pattern;
  };
})(globalThis.geomap);
