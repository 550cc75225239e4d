// Data blocks and days: what the other scripts read.
"use strict";
globalThis.geomap = {};

(function (geomap) {
  const DAY = 86400000;

  // The value of a data block: base64 of gzip of JSON.
  geomap.unpacked = async function (base64) {
    const bytes = Uint8Array.from(atob(base64.trim()), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return JSON.parse(await new Response(stream).text());
  };

  geomap.block = function (name) {
    return geomap.unpacked(document.getElementById(`geomap-${name}-data`).textContent);
  };

  // A day, counted from 1970-01-01, as "29 Dec 2014".
  geomap.dayWords = function (day) {
    const date = new Date(day * DAY);
    const month = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")[date.getUTCMonth()];
    return `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
  };

  geomap.spanWords = function (first, last) {
    return first === last ? geomap.dayWords(first) : `${geomap.dayWords(first)} – ${geomap.dayWords(last)}`;
  };

  geomap.counted = function (number, noun) {
    return `${number} ${noun}${number === 1 ? "" : "s"}`;
  };

  // An element with attributes and children; a string child becomes text, never HTML.
  geomap.element = function (name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else if (value === true) element.setAttribute(key, "");
      else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  };
})(globalThis.geomap);
