// Canvases on the map: a base that follows pan and zoom, and the basemap drawn on one.
"use strict";

(function (geomap) {
  // How much is drawn beyond the map's edge, as a share of its size, so that a pan shows no gap.
  const MARGIN = 0.3;

  geomap.Canvas = L.Layer.extend({
    initialize(pane) {
      L.setOptions(this, { pane });
    },

    onAdd(map) {
      this._canvas = geomap.element("canvas", { class: "geomap-canvas leaflet-zoom-animated", "aria-hidden": "true" });
      this.getPane().append(this._canvas);
      this.draw();
      map.on("viewreset zoom moveend resize", this.draw, this);
      if (map.options.zoomAnimation) map.on("zoomanim", this._animate, this);
    },

    onRemove(map) {
      map.off("viewreset zoom moveend resize", this.draw, this);
      map.off("zoomanim", this._animate, this);
      this._canvas.remove();
    },

    draw() {
      const map = this._map;
      if (!map || map._animatingZoom) return;
      const size = map.getSize().multiplyBy(1 + 2 * MARGIN).round();
      const corner = map.containerPointToLayerPoint(map.getSize().multiplyBy(-MARGIN)).round();
      const ratio = Math.min(window.devicePixelRatio || 1, 2);
      this._corner = map.layerPointToLatLng(corner);
      this._zoom = map.getZoom();
      this._canvas.width = size.x * ratio;
      this._canvas.height = size.y * ratio;
      this._canvas.style.width = `${size.x}px`;
      this._canvas.style.height = `${size.y}px`;
      L.DomUtil.setTransform(this._canvas, corner, 1);
      const context = this._canvas.getContext("2d");
      context.scale(ratio, ratio);
      // Where the world's north-west corner lies on the canvas, and how many pixels the world is wide.
      const origin = map.getPixelOrigin().add(corner);
      const inset = map.getSize().multiplyBy(MARGIN);
      this.paint(context, {
        size, corner, ratio, left: -origin.x, top: -origin.y, world: 256 * 2 ** this._zoom,
        // The part of the canvas that is seen until the map is moved.
        frame: [inset.x, inset.y, size.x - inset.x, size.y - inset.y],
      });
    },

    _animate(event) {
      const scale = this._map.getZoomScale(event.zoom, this._zoom);
      const corner = this._map._latLngToNewLayerPoint(this._corner, event.zoom, event.center);
      L.DomUtil.setTransform(this._canvas, corner, scale);
    },
  });

  // Longitude and latitude to shares of the Mercator square, north-west (0, 0).
  geomap.mercator = function (longitude, latitude) {
    const sine = Math.sin((Math.max(-85.0511, Math.min(85.0511, latitude)) * Math.PI) / 180);
    return [(longitude + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
  };

  // Flat rings or lines of degrees as one path over the Mercator square.
  geomap.pathOf = function (parts, isClosed) {
    const path = new Path2D();
    for (const part of parts) {
      for (let place = 0; place < part.length; place += 2) {
        path[place ? "lineTo" : "moveTo"](...geomap.mercator(part[place], part[place + 1]));
      }
      if (isClosed) path.closePath();
    }
    return path;
  };

  // Run `paint` with the Mercator square laid over the canvas; gives the width of a pixel in its units.
  geomap.onWorld = function (context, view, paint) {
    context.save();
    context.translate(view.left, view.top);
    context.scale(view.world, view.world);
    paint(1 / view.world);
    context.restore();
  };

  geomap.FONT = 'system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif';

  // Text within `frame` that keeps clear of what is written already; says whether there was room.
  // `anchor` is the share of the text's width that lies left of x.
  geomap.write = function (context, taken, frame, text, x, y, { font, color, spacing = "0px", anchor = 0.5 }) {
    context.font = font;
    if ("letterSpacing" in context) context.letterSpacing = spacing;
    const width = context.measureText(text).width;
    const left = x - width * anchor;
    const box = [left - 4, y - 10, left + width + 4, y + 10];
    if (box[0] < frame[0] || box[1] < frame[1] || box[2] > frame[2] || box[3] > frame[3]) return false;
    if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) return false;
    taken.push(box);
    context.textAlign = "left";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = "rgba(255, 255, 255, 0.85)";
    context.strokeText(text, left, y);
    context.fillStyle = color;
    context.fillText(text, left, y);
    if ("letterSpacing" in context) context.letterSpacing = "0px";
    return true;
  };

  geomap.Basemap = geomap.Canvas.extend({
    initialize(background) {
      geomap.Canvas.prototype.initialize.call(this, "geomap-base");
      this._land = geomap.pathOf(background.countries.flatMap((country) => country[3]), true);
      this._borders = geomap.pathOf(background.borders, false);
      this._countries = background.countries.map(([name, [longitude, latitude], width, rings]) => ({
        name, width: width / 360, at: geomap.mercator(longitude, latitude), path: geomap.pathOf(rings, true),
      })).sort((one, other) => other.width - one.width);
    },

    paint(context, view) {
      geomap.onWorld(context, view, (pixel) => {
        context.lineJoin = "round";
        context.fillStyle = "#f7f5f0";
        context.fill(this._land, "evenodd");
        context.lineWidth = pixel;
        if (this._map.getZoom() >= 4) {
          context.setLineDash([3 * pixel, 3 * pixel]);
          context.strokeStyle = "#c3bdb1";
          context.stroke(this._borders);
          context.setLineDash([]);
        }
        context.strokeStyle = "#a39c8f";
        context.stroke(this._land);
      });
      this._label(context, view);
    },

    // A country's name where it fits into the country, the widest first.
    _label(context, view) {
      const taken = [];
      for (const { name, width, at, path } of this._countries) {
        if (width * view.world < 7 * name.length) continue;
        const font = `500 ${Math.min(15, 10.5 + view.world * width / 250)}px ${geomap.FONT}`;
        const write = (place) => place !== null
          && geomap.write(context, taken, view.frame, name.toUpperCase(), ...place, { font, color: "#7d776b", spacing: "1.5px" });
        if (!write(onCanvas(view, at))) write(this._seenPart(context, view, path));
      }
    },

    // The middle of what is seen of a country, or null: the point of a coarse grid that is nearest to it.
    _seenPart(context, view, path) {
      const points = gridOf(view.frame).filter(([x, y]) =>
        geomap.isInside(context, path, (x - view.left) / view.world, (y - view.top) / view.world));
      if (points.length === 0) return null;
      const middle = [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length);
      const far = (point) => Math.hypot(point[0] - middle[0], point[1] - middle[1]);
      return points.reduce((best, point) => (far(point) < far(best) ? point : best));
    },
  });

  // Whether a point of the Mercator square lies in a path over it.
  geomap.isInside = function (context, path, x, y) {
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    const isInside = context.isPointInPath(path, x, y, "evenodd");
    context.restore();
    return isInside;
  };

  const onCanvas = (view, [x, y]) => [view.left + x * view.world, view.top + y * view.world];

  function gridOf([left, top, right, bottom]) {
    const shares = [0.12, 0.25, 0.38, 0.5, 0.62, 0.75, 0.88];
    return shares.flatMap((across) => shares.map((down) => [left + across * (right - left), top + down * (bottom - top)]));
  }
})(globalThis.geomap);
