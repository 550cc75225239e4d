// Symbols: a shape and a colour for each layer, drawn on a canvas and, for the legend, as SVG.
"use strict";

(function (geomap) {
  const TURN = 2 * Math.PI;

  // Corners of a shape around (0, 0) within a circle of radius 1, y downwards; a circle has none.
  const regular = (corners, start) =>
    Array.from({ length: corners }, (_, corner) => {
      const angle = start + (corner * TURN) / corners;
      return [Math.cos(angle), Math.sin(angle)];
    });
  const star = Array.from({ length: 16 }, (_, corner) => {
    const angle = (corner * TURN) / 16 - TURN / 4;
    const reach = corner % 2 ? 0.58 : 1.12;
    return [reach * Math.cos(angle), reach * Math.sin(angle)];
  });
  const plus = [[-1, -3], [1, -3], [1, -1], [3, -1], [3, 1], [1, 1], [1, 3], [-1, 3], [-1, 1], [-3, 1], [-3, -1], [-1, -1]]
    .map(([x, y]) => [x * 0.34, y * 0.34]);
  const turned = (corners, angle) =>
    corners.map(([x, y]) => [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)]);

  geomap.SHAPES = {
    circle: [],
    square: turned(regular(4, 0), TURN / 8),
    diamond: regular(4, 0).map(([x, y]) => [x * 1.1, y * 1.1]),
    "triangle-up": regular(3, -TURN / 4).map(([x, y]) => [x * 1.15, y * 1.15 + 0.15]),
    "triangle-down": regular(3, TURN / 4).map(([x, y]) => [x * 1.15, y * 1.15 - 0.15]),
    hexagon: regular(6, 0),
    star,
    plus,
    cross: turned(plus, TURN / 8),
  };

  const OPACITY = [0.4, 0.7, 1];

  function trace(context, corners, x, y, radius) {
    context.beginPath();
    if (corners.length === 0) context.arc(x, y, radius * 0.9, 0, TURN);
    corners.forEach(([dx, dy], corner) => context[corner ? "lineTo" : "moveTo"](x + dx * radius, y + dy * radius));
    context.closePath();
  }

  function stroke(context, color, width) {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
  }

  // Each symbol is painted once; thousands on a map are copies of its picture.
  const pictures = new Map();
  const RIM = 6;

  function pictureOf(symbol, radius, ratio) {
    const key = JSON.stringify([symbol.color, symbol.shape, symbol.isExact, symbol.sure, radius, ratio]);
    if (!pictures.has(key)) {
      const size = 2 * (radius + RIM) * ratio;
      const picture = geomap.element("canvas", { width: size, height: size });
      const context = picture.getContext("2d");
      context.scale(ratio, ratio);
      paint(context, symbol, radius + RIM, radius + RIM, radius);
      pictures.set(key, picture);
    }
    return pictures.get(key);
  }

  geomap.drawSymbol = function (context, symbol, x, y, radius, ratio) {
    const half = radius + RIM;
    const place = (at) => Math.round((at - half) * ratio) / ratio;
    context.drawImage(pictureOf(symbol, radius, ratio), place(x), place(y), 2 * half, 2 * half);
  };

  // Filled for an exact place; white inside for a place that stands for an area.
  function paint(context, symbol, x, y, radius) {
    const { color, shape, isExact, sure } = symbol;
    context.lineJoin = "round";
    trace(context, geomap.SHAPES[shape], x, y, radius);
    stroke(context, "#ffffff", 5);
    stroke(context, "#2b2f33", isExact ? 2.6 : 4.4);
    context.fillStyle = "#ffffff";
    context.fill();
    if (!isExact) stroke(context, color, 2.2);
    context.globalAlpha = isExact ? OPACITY[sure] : OPACITY[sure] * 0.22;
    context.fillStyle = color;
    context.fill();
    context.globalAlpha = 1;
  }

  const swatches = new Map();

  // The same symbol for the panel, as a picture that a screen reader passes over.
  geomap.swatch = function (symbol) {
    const picture = pictureOf({ isExact: true, sure: 2, ...symbol }, 7, 2);
    if (!swatches.has(picture)) swatches.set(picture, `url(${picture.toDataURL()})`);
    const swatch = geomap.element("span", { class: "geomap-swatch", "aria-hidden": "true" });
    swatch.style.backgroundImage = swatches.get(picture);
    return swatch;
  };

  geomap.symbolOf = function (store, row) {
    const [, , color, shape] = store.layerOf(row);
    return { color, shape, isExact: store.events.area[row] === null, sure: store.events.sure[row] };
  };

  // Offsets of the symbols of several events at one point: a ring that leaves each its room.
  geomap.ring = function (count, radius) {
    if (count === 1) return [[0, 0]];
    const reach = Math.max(radius * 1.5, (radius * 1.55) / Math.sin(Math.PI / count));
    return Array.from({ length: count }, (_, number) => {
      const angle = (number * TURN) / count - TURN / 4 + (count === 2 ? TURN / 4 : count === 4 ? TURN / 8 : 0);
      return [reach * Math.cos(angle), reach * Math.sin(angle)];
    });
  };
})(globalThis.geomap);
