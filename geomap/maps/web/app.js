// The page: reads the data blocks and puts the parts together.
"use strict";

(function (geomap) {
  const byId = (id) => document.getElementById(id);

  // No closer than this when the page opens: a lone event is seen with what lies around it.
  const OPENING_ZOOM = 8;

  // The store at once, so that layers can be made; the events follow.
  geomap.open = function (map) {
    const store = new geomap.Store();
    for (const [name, z] of [["geomap-base", 250], ["geomap-events", 450], ["geomap-points", 460]]) {
      map.createPane(name).style.zIndex = z;
    }
    fill(map, store).catch((problem) => {
      byId("geomap-count").textContent = "";
      say("This page could not be read. It needs a browser from 2023 or later.");
      throw problem;
    });
    return store;
  };

  async function fill(map, store) {
    const [events, background] = await Promise.all([geomap.block("events"), geomap.block("background")]);
    byId("geomap-title").textContent = events.title;
    if (!events.tiled) new geomap.Basemap(background).addTo(map);
    // On a narrow map the attribution takes the whole foot.
    L.control.scale({ imperial: false, position: map.getSize().x < 600 ? "topright" : "bottomleft" }).addTo(map);
    store.events = events;
    const parts = assembled(map, store);
    fit(map, events);
    parts.drawing.addTo(map);
    store.changed();
    document.documentElement.dataset.geomap = "ready";
  }

  function assembled(map, store) {
    const panel = new geomap.Panel(map, store);
    const evidence = new geomap.Evidence(byId("geomap-evidence"), store, geomap.block("evidence"), (row) => drawing.select(row));
    const open = async (members, row, opener) => {
      panel.open(false);
      await evidence.open(members, row, opener);
      evidence.focus();
      reveal(map, store, row);
    };
    const drawing = new geomap.Events(store, open);
    new geomap.List(byId("geomap-list-groups"), store, (row, opener) => {
      open(sharing(store, row), row, opener);
    });
    new geomap.Time(byId("geomap-time"), store);
    store.listen(() => drawing.draw());
    store.listen(() => tell(map, store));
    return { drawing };
  }

  // The events shown at the point of this one, or it alone.
  function sharing(store, row) {
    return store.places(store.shown()).find((members) => members.includes(row)) ?? [row];
  }

  // Move the map, no more than needed, so that the popup does not cover its point.
  function reveal(map, store, row) {
    if (store.isUnlocated(row)) return;
    const box = byId("geomap-evidence");
    const isBelow = box.offsetWidth === map.getSize().x;
    const covered = isBelow ? [40, box.offsetHeight + 70] : [box.offsetWidth + 70, 60];
    map.panInside([store.events.latitude[row], store.events.longitude[row]], { paddingTopLeft: [60, 40], paddingBottomRight: covered });
  }

  // The view holds every event with its area, or the world where none has a place.
  function fit(map, events) {
    const bounds = L.latLngBounds([]);
    events.longitude.forEach((longitude, row) => {
      if (longitude !== null) bounds.extend([events.latitude[row], longitude]);
    });
    for (const area of events.areas) for (const corner of geomap.cornersOf(area)) bounds.extend(corner);
    if (!bounds.isValid()) map.fitBounds([[-55, -150], [72, 170]], { animate: false });
    else map.fitBounds(bounds, { maxZoom: OPENING_ZOOM, padding: [48, 48], animate: false });
  }

  // Corners of the box around an area, as latitude and longitude.
  geomap.cornersOf = function (area) {
    if (area.rings) {
      const ring = area.rings.flat();
      return ring.flatMap((longitude, place) => (place % 2 ? [] : [[ring[place + 1], longitude]]));
    }
    const reach = (area.radius_km || 0) / 111;
    const [longitude, latitude] = area.center;
    const aside = Math.min(reach / Math.max(Math.cos((latitude * Math.PI) / 180), 0.1), 180);
    return [[Math.max(latitude - reach, -85), longitude - aside], [Math.min(latitude + reach, 85), longitude + aside]];
  };

  function say(text, ...more) {
    const message = byId("geomap-message");
    message.hidden = text === null;
    message.replaceChildren(...(text === null ? [] : [geomap.element("p", {}, text), ...more]));
  }

  function tell(map, store) {
    if (store.size === 0) return say("No events were found in these texts.");
    if (store.shown().length > 0) return say(null);
    const all = geomap.element("button", { type: "button", id: "geomap-show-all", onclick: () => showAll(map, store) }, "Show all events");
    return say("No event matches the types, periods and dates that are switched on.", all);
  }

  function showAll(map, store) {
    for (const layer of [...store.layers.kind, ...store.layers.period]) map.addLayer(layer);
    byId("geomap-time-all")?.click();
  }
})(globalThis.geomap);
