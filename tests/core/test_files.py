"""Names of files: whatever a number holds, every system can make the file, and it reads back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuban.core.errors import Cancelled
from tuban.core.files import file_name_of, number_of, sha256_of
from tuban.core.progress import Silent

# What Microsoft's "Naming Files, Paths, and Namespaces" forbids.
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]|[ .]\Z')
DEVICE = re.compile(r"(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(\..*)?\Z", re.IGNORECASE)


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("371599JC23040001_1", "371599JC23040001_1"),
        ("图斑 1号_1", "图斑 1号_1"),
        ("a/b_1", "a%2Fb_1"),
        ("../../x", "..%2F..%2Fx"),
        ("a:b?*", "a%3Ab%3F%2A"),
        ("50%_1", "50%25_1"),
        ("x.", "x%2E"),
        (" y ", "%20y%20"),
        ("CON", "%43ON"),
        ("nul.txt", "%6Eul.txt"),
        ("CON_1", "CON_1"),
    ],
)
def test_by_hand(number, name):
    assert (file_name_of(number), number_of(name)) == (name, number)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_any_number_gives_a_name_and_comes_back(number):
    name = file_name_of(number)
    assert number_of(name) == number
    assert not FORBIDDEN.search(name) and not DEVICE.match(name)


@given(st.lists(st.text(max_size=6), max_size=5, unique=True))
def test_two_numbers_never_share_a_name(numbers):
    assert len({file_name_of(one) for one in numbers}) == len(numbers)


def test_hashing_a_large_file_stops_on_the_way(tmp_path):
    """Beside a package that is read back it must not go on after the person has stopped."""

    class Stopping(Silent):
        asked = 0

        def is_cancelled(self):
            self.asked += 1
            return self.asked > 2

    path = tmp_path / "大.zip"
    path.write_bytes(bytes(9 * 2**20))
    with pytest.raises(Cancelled):
        sha256_of(path, Stopping())
