from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from geomap.evaluation.assignment import best_pairs


@st.composite
def boards(draw):
    width = draw(st.integers(0, 5))
    row = st.lists(st.integers(0, 6), min_size=width, max_size=width)
    return draw(st.lists(row, max_size=5))


def total(weights, pairs):
    return sum(weights[row][column] for row, column in pairs)


def best_total(weights):
    """The greatest total by trying every order of the columns, padded so that a row may stay alone."""
    rows = len(weights)
    padded = [[*row, *[0] * rows] for row in weights]
    width = len(padded[0]) if padded else 0
    return max(total(padded, enumerate(order)) for order in permutations(range(width), rows))


@given(boards().filter(lambda board: len(board) * len(board[0] if board else []) <= 20))
def test_no_pairing_is_worth_more(board):
    pairs = best_pairs(board)
    assert total(board, pairs) == best_total(board)
    assert all(board[row][column] > 0 for row, column in pairs)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)


def test_a_row_gives_way_where_all_gain():
    assert best_pairs([[5, 4], [5, 0]]) == [(0, 1), (1, 0)]


def test_nothing_to_pair():
    assert best_pairs([]) == best_pairs([[]]) == best_pairs([[0, 0]]) == []
