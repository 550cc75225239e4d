"""The page's static frame: landmarks and controls that web/*.js fills; not a word of it comes from data."""

from __future__ import annotations

from typing import Final

# What branca compiles as a template: macros that put the map's own text into header, body and script.
TEMPLATE: Final = """
{% macro header(this, kwargs) %}{% endmacro %}
{% macro html(this, kwargs) %}
<a class="geomap-skip" href="#geomap-list">Skip to the list of events</a>
<div id="geomap" class="geomap">
<header class="geomap-header">
  <div class="geomap-heading">
    <h1 id="geomap-title"></h1>
    <p id="geomap-count" role="status">Loading …</p>
  </div>
  <button type="button" id="geomap-panel-toggle" aria-controls="geomap-panel" aria-expanded="false">
    Layers and list
  </button>
</header>
<aside id="geomap-panel" class="geomap-panel" aria-label="Layers and list of events">
  <section id="geomap-types" aria-labelledby="geomap-types-title">
    <div class="geomap-bar">
      <h2 id="geomap-types-title">Event types</h2>
      <button type="button" data-all="kind" aria-label="All event types">All</button>
      <button type="button" data-none="kind" aria-label="No event type">None</button>
    </div>
    <div id="geomap-type-switches"></div>
    <p id="geomap-absent" class="geomap-note"></p>
  </section>
  <section id="geomap-legend" aria-labelledby="geomap-legend-title">
    <h2 id="geomap-legend-title">How places are drawn</h2>
    <ul id="geomap-legend-entries"></ul>
  </section>
  <section id="geomap-periods" aria-labelledby="geomap-periods-title">
    <div class="geomap-bar">
      <h2 id="geomap-periods-title">Periods</h2>
      <button type="button" data-all="period" aria-label="All periods">All</button>
      <button type="button" data-none="period" aria-label="No period">None</button>
    </div>
    <div id="geomap-period-switches"></div>
    <p class="geomap-note">An event whose day is not told shows in every period that its date touches.</p>
  </section>
  <section id="geomap-list" tabindex="-1" aria-labelledby="geomap-list-title">
    <h2 id="geomap-list-title">Events shown</h2>
    <div id="geomap-list-groups"></div>
  </section>
</aside>
<main id="geomap-main" class="geomap-main" aria-label="Map">
  <div class="folium-map" id="{{ this.get_name() }}" role="region" aria-label="Map of events"></div>
  <div id="geomap-message" class="geomap-message" role="status" hidden></div>
  <section id="geomap-evidence" class="geomap-evidence" role="dialog" tabindex="-1"
    aria-labelledby="geomap-evidence-title" hidden></section>
  <section id="geomap-time" class="geomap-time" aria-label="Time" hidden></section>
</main>
</div>
<noscript>This map needs JavaScript.</noscript>
{% endmacro %}
{% macro script(this, kwargs) %}
L.Icon.Default.imagePath = "";
L.Icon.Default.mergeOptions({{ this.marker_options|tojavascript }});
var {{ this.get_name() }} = L.map("{{ this.get_name() }}", {{ this.options|tojavascript }});
{{ this.get_name() }}.attributionControl.setPrefix({{ this.prefix|tojavascript }});
{% endmacro %}
"""
