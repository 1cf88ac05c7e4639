"""Where keys with numbers come from."""

import pytest

from shuangliu.privacy.keys import numbered_keys

OLD, NEW = "an old key of some length", "a new key of some length"


def test_one_key_is_number_one(tmp_path):
    assert numbered_keys("NONE_SUCH", tmp_path / "field.keys", OLD) == {1: OLD}


def test_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("SOME_KEYS", f"1={OLD}, 2={NEW}")
    assert numbered_keys("SOME_KEYS", tmp_path / "field.keys", "") == {1: OLD, 2: NEW}


def test_from_a_file(tmp_path):
    (tmp_path / "field.keys").write_text(f"2={NEW}\n\n1={OLD}\n")
    assert numbered_keys("NONE_SUCH", tmp_path / "field.keys", "") == {1: OLD, 2: NEW}


@pytest.mark.parametrize("said", [f"{OLD}", "2=short", f"0={OLD}", f"1={OLD},1={NEW}", f"x={OLD}"])
def test_a_slip_is_said_at_the_start(said, tmp_path, monkeypatch):
    monkeypatch.setenv("SOME_KEYS", said)
    with pytest.raises(RuntimeError, match="SOME_KEYS"):
        numbered_keys("SOME_KEYS", tmp_path / "field.keys", OLD)
