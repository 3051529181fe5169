#!/bin/sh
# Installs Hearth as a service of this machine. Run it again at any time: it renews what is Hearth's and keeps what is yours.
set -eu

usage() {
    cat <<'TEXT'
usage: sudo deploy/install.sh [--broker] [--no-start] [--prefix DIR] [--wheels DIR]
       deploy/install.sh --destdir DIR [--broker] [--prefix DIR]

  --broker       also set up mosquitto on this machine: Hearth's listener, limits, access list and password
  --no-start     install, but do not start the service
  --wheels DIR   install from the wheels in DIR (Hearth's and every library's), without the network
  --prefix DIR   where the program goes (default /opt/hearth)
  --destdir DIR  only lay out the files below DIR, and say what would be done besides; needs no root

Makes: the user "hearth", the program in /opt/hearth, /etc/hearth/hearth.toml (never overwritten), the service
hearth.service and the command /usr/local/bin/hearth. The data go to /var/lib/hearth. On the system bus the user "hearth"
may speak to BlueZ and to nothing else. deploy/uninstall.sh undoes it.

To make DIR, on a machine with the network, a C++ compiler and the same Python:
  pip wheel --constraint requirements.lock --wheel-dir DIR '.[model]'

The language model's runtime is built during the installation if there is a C++ compiler, which takes minutes;
HEARTH_MODEL=none leaves it out. Without it, rules and templates answer.
TEXT
}

say() { printf 'hearth: %s\n' "$*"; }
fail() {
    printf 'hearth: %s\n' "$*" >&2
    exit 1
}

prefix=/opt/hearth
dest=${DESTDIR:-}
broker=no
start=yes
wheels=
while [ $# -gt 0 ]; do
    case "$1" in
    --prefix) [ $# -gt 1 ] || { usage >&2; exit 2; }; prefix=$2; shift ;;
    --destdir) [ $# -gt 1 ] || { usage >&2; exit 2; }; dest=$2; shift ;;
    --wheels) [ $# -gt 1 ] || { usage >&2; exit 2; }; wheels=$2; shift ;;
    --broker) broker=yes ;;
    --no-start) start=no ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
    esac
    shift
done
case "$prefix" in /*) ;; *) fail "--prefix wants an absolute path, not '$prefix'" ;; esac

source=$(cd "$(dirname "$0")/.." && pwd)
# The system's own Python, if there is one: the service's user cannot run one that lives in somebody's home.
if [ -x /usr/bin/python3 ]; then python=${PYTHON:-/usr/bin/python3}; else python=${PYTHON:-python3}; fi
etc=$dest/etc/hearth

# What only a running system can do; when laying out files it is said instead.
system() {
    if [ -n "$dest" ]; then
        say "would run: systemctl $*"
    elif [ -d /run/systemd/system ]; then
        systemctl "$@"
    else
        say "systemd is not running here, so this is left to the next boot: systemctl $*"
    fi
}

check() {
    command -v "$python" >/dev/null 2>&1 || fail "Python 3.11 or newer is missing. Install it:  sudo apt install python3 python3-venv"
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        fail "$("$python" --version) is too old; 3.11 or newer is wanted. Name one with PYTHON=/path/to/python3.11"
    case "$(readlink -f "$(command -v "$python")")" in
    /home/* | /root/*) fail "$python lives in somebody's home, where the service cannot reach it. Name another with PYTHON=/usr/bin/python3" ;;
    esac
    if [ -n "$wheels" ]; then
        set -- "$wheels"/hearthd-*.whl
        [ -e "$1" ] || fail "there is no wheel of Hearth in $wheels. Make it:  pip wheel --constraint requirements.lock --wheel-dir $wheels ."
    fi
    [ "$(getconf LONG_BIT)" = 64 ] || fail "a 64-bit system is required (onnxruntime has no 32-bit build)"
    [ -z "$dest" ] || return 0
    [ "$(id -u)" = 0 ] || fail "this makes a user and a service, so it needs root:  sudo $0"
    command -v systemctl >/dev/null 2>&1 || fail "systemd is missing; Hearth's service needs it"
    "$python" -c 'import venv, ensurepip' 2>/dev/null ||
        fail "this Python cannot make virtual environments. Install the missing part:  sudo apt install python3-venv"
    [ "$broker" = no ] || command -v mosquitto_passwd >/dev/null 2>&1 ||
        fail "mosquitto is missing. Install it:  sudo apt install mosquitto"
}

# The folder holds exactly what is wanted, so nothing is left to choose. Hearth's own wheel is put in anew in any case:
# the same version may have been built again.
from_wheels() {
    [ -x "$prefix/bin/python" ] || "$python" -m venv "$prefix"
    set --
    for wheel in "$wheels"/*.whl; do
        case "$wheel" in */hearthd-*) hearth=$wheel ;; *) set -- "$@" "$wheel" ;; esac
    done
    pip="$prefix/bin/python -m pip --disable-pip-version-check"
    [ $# = 0 ] || $pip install -qq --no-index --no-deps "$@"
    $pip install -qq --no-index --no-deps --force-reinstall "$hearth"
    $pip check >/dev/null || {
        $pip check >&2 || true
        fail "libraries are missing or too old (above). Make $wheels again:  pip wheel --constraint requirements.lock --wheel-dir $wheels ."
    }
}

# The wheel is built from a copy, so that nothing owned by root appears in the source folder.
program() {
    if [ -n "$wheels" ]; then
        from_wheels
        return
    fi
    copy=$(mktemp -d)
    trap 'rm -rf "$copy"' EXIT
    tar -C "$source" --exclude=./.git --exclude=./.venv --exclude=./build --exclude='*.egg-info' -cf - . | tar -C "$copy" -xf -
    [ -x "$prefix/bin/python" ] || "$python" -m venv "$prefix"
    "$prefix/bin/python" -m pip install -qq --disable-pip-version-check --constraint "$copy/requirements.lock" "$copy"
    [ "${HEARTH_MODEL:-}" = none ] || runtime
}

# The language model's runtime has no wheel. Without its tools and tests it builds in a third of the time.
runtime() {
    command -v c++ >/dev/null 2>&1 || {
        say "no C++ compiler was found, so answers come without the language model. For it:  sudo apt install build-essential, and run this again"
        return 0
    }
    say "building the language model's runtime; this takes minutes the first time"
    CMAKE_ARGS="${CMAKE_ARGS:--DLLAMA_BUILD_TOOLS=OFF -DLLAMA_BUILD_EXAMPLES=OFF -DLLAMA_BUILD_TESTS=OFF -DLLAVA_BUILD=OFF}" \
        "$prefix/bin/python" -m pip install -qq --disable-pip-version-check --constraint "$copy/requirements.lock" "${copy}[model]" ||
        say "it could not be built; the lines above say why. Answers come without the language model"
}

# The bus reads its rules anew; a machine without one learns them when it has one.
bus_policy() {
    mkdir -p "$dest/etc/dbus-1/system.d"
    install -m 644 "$source/deploy/hearth-dbus.conf" "$dest/etc/dbus-1/system.d/hearth.conf"
    if [ -n "$dest" ] || systemctl is-active --quiet dbus; then system reload dbus; fi
}

owned_by_hearth() { [ -n "$dest" ] || chown "root:hearth" "$@"; }

configuration() {
    mkdir -p "$etc"
    chmod 750 "$etc"
    if [ -e "$etc/hearth.toml" ]; then
        say "kept your $etc/hearth.toml; the current example is $etc/hearth.toml.example"
    else
        sed '/^\[storage\]/,/^\[/ s|^# *path = .*|path = "/var/lib/hearth/hearth.db"|' "$source/deploy/hearth.toml" >"$etc/hearth.toml.part"
        chmod 640 "$etc/hearth.toml.part"
        mv "$etc/hearth.toml.part" "$etc/hearth.toml"
        say "wrote $etc/hearth.toml"
    fi
    install -m 640 "$source/deploy/hearth.toml" "$etc/hearth.toml.example"
    owned_by_hearth "$etc" "$etc/hearth.toml" "$etc/hearth.toml.example"
}

# One secret for the daemon's own account at the broker: made once, written to both sides, shown to nobody.
account() {
    passwords=$1
    secret=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')
    (umask 077 && printf 'hearth:%s\n' "$secret" >"$passwords")
    if command -v mosquitto_passwd >/dev/null 2>&1; then
        mosquitto_passwd -U "$passwords"
    else
        say "mosquitto_passwd is missing here; run it on the gateway:  mosquitto_passwd -U $passwords"
    fi
    sed -i -f - "$etc/hearth.toml" <<SCRIPT
/^\[mqtt\]/,/^\[/ {
    s|^# *username = .*|username = "hearth"|
    s|^# *password = .*|password = "$secret"|
}
SCRIPT
    if grep -q "^password = \"$secret\"" "$etc/hearth.toml"; then
        say "made the broker account 'hearth'; its password is in $etc/hearth.toml"
    else
        say "kept the [mqtt] account in your $etc/hearth.toml; give it the same password at the broker:"
        say "  sudo mosquitto_passwd $passwords hearth && sudo systemctl reload mosquitto"
    fi
}

broker_files() {
    mkdir -p "$dest/etc/mosquitto/conf.d"
    install -m 644 "$source/deploy/mosquitto.conf" "$dest/etc/mosquitto/conf.d/hearth.conf"
    install -m 640 "$source/deploy/hearth.acl" "$dest/etc/mosquitto/hearth.acl"
    [ -e "$dest/etc/mosquitto/hearth.passwd" ] || account "$dest/etc/mosquitto/hearth.passwd"
    [ -n "$dest" ] || chown mosquitto: "$dest/etc/mosquitto/hearth.passwd" "$dest/etc/mosquitto/hearth.acl"
    system restart mosquitto
}

check
if [ -z "$dest" ]; then
    getent passwd hearth >/dev/null ||
        useradd --system --user-group --home-dir /var/lib/hearth --no-create-home --shell /usr/sbin/nologin hearth
    say "installing the program in $prefix (a minute or two) ..."
    program
else
    say "would make the user 'hearth' and install the program in $prefix"
fi
configuration
[ "$broker" = no ] || broker_files

bus_policy

mkdir -p "$dest/etc/systemd/system" "$dest/usr/local/bin"
sed "s|/opt/hearth/bin|$prefix/bin|" "$source/deploy/hearth.service" >"$dest/etc/systemd/system/hearth.service"
chmod 644 "$dest/etc/systemd/system/hearth.service"
ln -sfn "$prefix/bin/hearth" "$dest/usr/local/bin/hearth"

system daemon-reload
if [ -n "$dest" ]; then say "would run: systemctl enable hearth"; else systemctl enable --quiet hearth; fi
[ "$start" = no ] || system restart hearth
cat <<TEXT
hearth: installed. What now:
  settings     $etc/hearth.toml   (then: sudo systemctl restart hearth)
  is all well  sudo -u hearth hearth doctor
  look inside  sudo -u hearth hearth status --live
  its log      journalctl -u hearth
TEXT
[ "$broker" = no ] || say "add a wearable:  sudo mosquitto_passwd /etc/mosquitto/hearth.passwd DEVICE && sudo systemctl reload mosquitto"
