from __future__ import annotations

from geomap import maps


def test_a_small_table_makes_a_page_of_a_megabyte_and_a_half_at_most(table):
    html = maps.page(table).get_root().render()
    assert len(html.encode()) <= 1_500_000
