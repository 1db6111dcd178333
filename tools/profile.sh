# shellcheck shell=bash
# A QGIS profile with this checkout as its plugin; sourced by ./tuban.

# make_profile DIR: afterwards qgis and qgis_process use the profile in DIR.
make_profile() {
    local dir=$1 settings
    mkdir -p "$dir/plugins" "$dir/config/profiles/default/QGIS"
    ln -sfn "$ROOT" "$dir/plugins/tuban"
    settings=$dir/config/profiles/default/QGIS/QGIS3.ini
    [ -f "$settings" ] || printf '[PythonPlugins]\ntuban=true\n' >"$settings"
    export QGIS_PLUGINPATH=$dir/plugins QGIS_CUSTOM_CONFIG_PATH=$dir/config
}

# make_headless DIR: no display, and nothing of the person's own settings is read or written.
make_headless() {
    local dir=$1
    mkdir -p "$dir/home"
    install -d -m 700 "$dir/run"
    export HOME=$dir/home XDG_RUNTIME_DIR=$dir/run
    unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME DISPLAY WAYLAND_DISPLAY
}

# Debian 12's wrapper "qgis_process" adds an option that the program behind it refuses.
find_qgis_process() {
    local name
    for name in qgis_process.bin qgis_process; do
        if command -v "$name"; then return 0; fi
    done
    die "qgis_process is not installed"
}
