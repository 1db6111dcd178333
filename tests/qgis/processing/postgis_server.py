"""A PostgreSQL with PostGIS of the tests' own, on a loopback port, thrown away afterwards."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from pwd import getpwnam

DATABASE = "survey"


def programs() -> Path | None:
    """The newest installed server's programs, if it has PostGIS."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        extension = Path(f"/usr/share/postgresql/{folder.parent.name}/extension/postgis.control")
        if extension.is_file():
            return folder
    return None


class PostgisServer:
    """PostgreSQL refuses to run as root; as root it runs as the user that its package made."""

    def __init__(self, bin_folder: Path) -> None:
        self._bin = bin_folder
        self._as_root = os.geteuid() == 0
        # Not pytest's folder: its parents are for their owner alone.
        self.folder = Path(tempfile.mkdtemp(prefix="tuban-postgis-"))
        if self._as_root:
            owner = getpwnam("postgres")
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    @property
    def log(self) -> str:
        """What the server wrote, every statement included."""
        return (self.folder / "server.log").read_text(encoding="utf-8")

    def start(self) -> None:
        data = self.folder / "data"
        if not data.exists():
            login = ("-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
            self._run("initdb", "-D", data, *login)
        settings = (
            f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder}"
            " -c fsync=off -c full_page_writes=off -c log_statement=all -c lc_messages=C"
        )
        log = self.folder / "server.log"
        self._run("pg_ctl", "-D", data, "-w", "-s", "-l", log, "-o", settings, "start")

    def stop(self) -> None:
        """At once, as when somebody pulls the plug."""
        self._run("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "-s", "stop")

    def throw_away(self) -> None:
        if (self.folder / "data" / "postmaster.pid").exists():
            self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def sql(self, statement: str, database: str = DATABASE) -> str:
        """What psql prints for a statement."""
        address = ("-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-d", database)
        return self._run("psql", "-qAtX", "-v", "ON_ERROR_STOP=1", *address, "-c", statement)

    def _run(self, program: str, *arguments: object) -> str:
        command = [str(self._bin / program), *map(str, arguments)]
        if self._as_root:
            command = ["runuser", "-u", "postgres", "--", *command]
        # The server inherits what it writes to: a pipe would never end.
        with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
            done = subprocess.run(
                command, stdout=said, stderr=subprocess.STDOUT, cwd="/", timeout=60
            )
            said.seek(0)
            told = said.read()
        assert done.returncode == 0, f"{command}: {told}"
        return told.strip()
