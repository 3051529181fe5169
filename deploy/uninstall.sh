#!/bin/sh
# Removes Hearth from this machine. The recorded data and the settings stay unless --purge is given.
set -eu

usage() {
    cat <<'TEXT'
usage: sudo deploy/uninstall.sh [--purge] [--prefix DIR]
       deploy/uninstall.sh --destdir DIR [--purge] [--prefix DIR]

  --purge        also delete every recording (/var/lib/hearth), the settings (/etc/hearth), the broker's Hearth
                 files and the user "hearth". This cannot be undone.
  --prefix DIR   where the program was installed (default /opt/hearth)
  --destdir DIR  undo what install.sh --destdir laid out
TEXT
}

say() { printf 'hearth: %s\n' "$*"; }

prefix=/opt/hearth
dest=${DESTDIR:-}
purge=no
while [ $# -gt 0 ]; do
    case "$1" in
    --prefix) [ $# -gt 1 ] || { usage >&2; exit 2; }; prefix=$2; shift ;;
    --destdir) [ $# -gt 1 ] || { usage >&2; exit 2; }; dest=$2; shift ;;
    --purge) purge=yes ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
    esac
    shift
done
case "$prefix" in / | /usr | /usr/local | /opt | /home | /etc | /var) say "refusing to delete $prefix" >&2; exit 2 ;; /*) ;;
*) say "--prefix wants an absolute path, not '$prefix'" >&2; exit 2 ;; esac
if [ -z "$dest" ] && [ "$(id -u)" != 0 ]; then
    say "this removes a service, so it needs root:  sudo $0" >&2
    exit 1
fi

if [ -z "$dest" ] && command -v systemctl >/dev/null 2>&1; then
    # Absent already is as good as stopped now.
    systemctl disable --quiet --now hearth 2>/dev/null || systemctl disable --quiet hearth 2>/dev/null || true
fi
rm -f "$dest/etc/systemd/system/hearth.service" "$dest/usr/local/bin/hearth" "$dest/etc/dbus-1/system.d/hearth.conf"
# Only a virtual environment is deleted, whatever --prefix names.
if [ -e "$dest$prefix/pyvenv.cfg" ]; then rm -rf "$dest${prefix:?}"; fi
if [ -z "$dest" ] && [ -d /run/systemd/system ]; then
    systemctl daemon-reload
    if systemctl is-active --quiet dbus; then systemctl reload dbus; fi
fi

if [ "$purge" = yes ]; then
    rm -rf "$dest/var/lib/hearth" "$dest/var/cache/hearth" "$dest/etc/hearth" "$dest/etc/systemd/system/hearth.service.d"
    rm -f "$dest/etc/mosquitto/conf.d/hearth.conf" "$dest/etc/mosquitto/hearth.acl" "$dest/etc/mosquitto/hearth.passwd"
    if [ -z "$dest" ]; then
        if [ -d /run/systemd/system ] && systemctl is-active --quiet mosquitto; then systemctl restart mosquitto; fi
        if getent passwd hearth >/dev/null; then userdel hearth; fi
    fi
    say "removed, with every recording and setting"
else
    say "removed. Kept: the recordings in $dest/var/lib/hearth, the settings in $dest/etc/hearth"
    say "to delete those too:  sudo $0 --purge"
fi
