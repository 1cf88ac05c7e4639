"""What cannot be had is named in one line; nothing is skipped for want of it."""

import importlib.util
import sys

import pytest

from tools import environment, provision
from tools.provision import Need

HERE = Need("a shell", lambda: "/bin/sh", "dash")
MISSING = Need("Ghost server", lambda: None, "ghost-server")


def test_what_is_there_is_not_installed(monkeypatch):
    monkeypatch.setattr(provision.subprocess, "run", lambda *_, **__: pytest.fail("installed"))
    provision.provide(HERE)


def test_who_may_not_install_is_told_what_and_how(monkeypatch):
    monkeypatch.setattr(provision.os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit) as end:
        provision.provide(HERE, MISSING)
    assert end.value.code == "Missing: Ghost server. As root on Debian or Ubuntu: apt-get install ghost-server"


def test_who_may_install_does_so_and_looks_again(monkeypatch):
    installed = []
    need = Need("Ghost server", lambda: "/usr/bin/ghost" if installed else None, "ghost-server")
    monkeypatch.setattr(provision.os, "geteuid", lambda: 0)
    monkeypatch.setattr(provision.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(provision.subprocess, "run", lambda command, **_: installed.append(command))
    provision.provide(need)
    assert installed[-1][-1] == "ghost-server"


def test_python_without_its_venv_module(monkeypatch, tmp_path):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="apt-get install python3-venv"):
        environment.provide(tmp_path / "venv")


def test_a_python_that_is_too_old(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit, match=r"Python 3\.11 or newer is needed"):
        environment.provide(tmp_path / "venv")


def test_an_unchanged_lock_is_not_installed_again(monkeypatch, tmp_path):
    lock = tmp_path / "run.lock"
    lock.write_text("django==5.2")
    installed = []
    monkeypatch.setattr(environment, "_works", lambda python: True)
    monkeypatch.setattr(environment, "_install", lambda python, lock: installed.append(lock.name))
    for _ in range(2):
        environment.provide(tmp_path, lock)
    assert installed == ["run.lock"]
    lock.write_text("django==5.2.1")
    environment.provide(tmp_path, lock)
    assert installed == ["run.lock"] * 2
