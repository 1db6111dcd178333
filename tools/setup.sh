# shellcheck shell=bash
# Brings what this machine lacks; sourced by ./tuban. Each part looks first whether it is there.

# Always the system's Python: it is the one QGIS and its bindings are built for.
SYSTEM_PYTHON=/usr/bin/python3
OWN_HOME=${HOME:-/}  # before make_headless gives the programs another one
VENV=$ROOT/.venv
PYTHON=$VENV/bin/python
QT6=$ROOT/build/qt6

# To run QGIS with the plugin, with or without a screen, in Chinese.
DESKTOP_PACKAGES=(
    qgis python3-qgis python3-venv python3-pil
    qttools5-dev-tools
    xvfb xauth fonts-wqy-zenhei fonts-open-sans
)
# To test: independent oracles for geometry, and readers other than our own for the results.
TEST_PACKAGES=(
    python3-shapely python3-pyproj
    libreoffice-calc-nogui libreoffice-writer-nogui poppler-utils xdotool imagemagick
    postgresql-postgis
)

setup_desktop() {
    setup_packages "${DESKTOP_PACKAGES[@]}"
    setup_venv
    setup_vendor
    setup_translations
}

setup_tests() {
    setup_packages "${DESKTOP_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
    setup_venv
    setup_test_tools
    setup_qt6
    setup_vendor
    setup_translations
}

setup_packages() {
    local package missing=() as_root=()
    command -v dpkg-query >/dev/null || die "This command needs Debian 12 or Ubuntu 24.04. Install by hand: $*"
    for package in "$@"; do
        installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    say "These system packages are missing and will be installed, with what they depend on:"
    say "  ${missing[*]}"
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || die "Not root and no sudo. As root run: apt-get install --no-install-recommends ${missing[*]}"
        as_root=(sudo)
        sudo -v || die "sudo refused."
    fi
    as_root+=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600)
    step "Reading the package lists" "${as_root[@]}" update
    step "Installing ${#missing[@]} system packages (several minutes on a fresh machine)" \
        "${as_root[@]}" install -y --no-install-recommends "${missing[@]}"
}

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

setup_venv() {
    # A virtual environment does not survive a move or a new Python; it says so by not running.
    if [ "$("$PYTHON" -c 'import sys; print(sys.prefix)' 2>/dev/null)" != "$VENV" ]; then
        step "Making the Python environment .venv" \
            "$SYSTEM_PYTHON" -m venv --clear --system-site-packages "$VENV"
    fi
}

setup_test_tools() {
    local numpy wanted stamp=$VENV/tuban-stamp
    numpy=$("$SYSTEM_PYTHON" -c 'import numpy; print(numpy.__version__)')
    wanted=$(cat "$ROOT"/tools/requirements-*.txt <(printf 'numpy==%s\n' "$numpy") | sha256sum)
    [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ] || return 0
    mkdir -p "$ROOT/build"
    # Another NumPy than the system's breaks QGIS's own modules.
    printf 'numpy==%s\n' "$numpy" >"$ROOT/build/constraints.txt"
    say "From the Python package index, into .venv:"
    say "  $(sed -e '/^#/d' -e 's/;.*//' "$ROOT"/tools/requirements-*.txt | sort -u | tr '\n' ' ')"
    step "Installing the test tools" "$PYTHON" -m pip install --disable-pip-version-check \
        -c "$ROOT/build/constraints.txt" \
        -r "$ROOT/tools/requirements-test.txt" -r "$ROOT/tools/requirements-qgis.txt"
    printf '%s\n' "$wanted" >"$stamp"
}

# Beside the environment, not in it: there the bindings of Qt are those of the system's QGIS.
setup_qt6() {
    local wanted=PyQt6==6.11.0
    [ "$(cat "$QT6/wanted" 2>/dev/null)" != "$wanted" ] || return 0
    rm -rf "$QT6"
    step "Fetching $wanted, to look up the names of Qt 6" \
        "$PYTHON" -m pip install --disable-pip-version-check --target "$QT6" "$wanted"
    printf '%s\n' "$wanted" >"$QT6/wanted"
}

setup_vendor() {
    "$PYTHON" "$ROOT/tools/vendor.py" --check && return 0
    say "From the Python package index, into vendor/:"
    say "  $(sed -n 's/ --hash.*//p' "$ROOT/vendor.txt" | tr '\n' ' ')"
    step "Fetching the vendored libraries" "$PYTHON" "$ROOT/tools/vendor.py"
}

setup_translations() { "$PYTHON" "$ROOT/tools/translations.py" --compile; }
