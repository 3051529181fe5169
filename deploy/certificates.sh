#!/bin/sh
# Makes the certificates of an encrypted broker at home: an authority of your own, the broker's certificate, and, if
# wanted, one for a wearable. What exists is kept.
set -eu

usage() {
    cat <<'TEXT'
usage: deploy/certificates.sh FOLDER [--name NAME]... [--wearable DEVICE]

  FOLDER             where they go, such as /etc/mosquitto/certs
  --name NAME        a name or address under which wearables reach the broker; again for each
                     (default: this machine's name, with and without .local, and localhost)
  --wearable DEVICE  also a certificate for that wearable, to log in with instead of a password

Makes hearth-ca.crt (give it to every wearable), hearth-ca.key (keep it), hearth.crt and hearth.key (the broker's),
DEVICE.crt and DEVICE.key. Then take the # from the second listener in /etc/mosquitto/conf.d/hearth.conf.
TEXT
}

fail() {
    printf 'hearth: %s\n' "$*" >&2
    exit 1
}

folder=""
names=""
wearable=""
while [ $# -gt 0 ]; do
    case "$1" in
    --name) [ $# -gt 1 ] || { usage >&2; exit 2; }; names="$names $2"; shift ;;
    --wearable) [ $# -gt 1 ] || { usage >&2; exit 2; }; wearable=$2; shift ;;
    -h | --help) usage; exit 0 ;;
    -*) usage >&2; exit 2 ;;
    *) [ -z "$folder" ] || { usage >&2; exit 2; }; folder=$1 ;;
    esac
    shift
done
[ -n "$folder" ] || { usage >&2; exit 2; }
case "$wearable" in *[!a-z0-9-]* | -*) fail "a wearable's name is its device id: a-z, 0-9 and -, not '$wearable'" ;; esac
command -v openssl >/dev/null 2>&1 || fail "openssl is missing. Install it:  sudo apt install openssl"
host=$(uname -n)
[ -n "$names" ] || names="$host $host.local localhost 127.0.0.1"

alternatives() {
    list=""
    for name in $names; do
        case "$name" in
        *:* | [0-9]*.[0-9]*.[0-9]*.[0-9]*) list="$list,IP:$name" ;;
        *) list="$list,DNS:$name" ;;
        esac
    done
    printf '%s' "${list#,}"
}

# A key and a certificate signed by our own authority: NAME SUBJECT EXTENSIONS
signed() {
    [ ! -e "$folder/$1.crt" ] || return 0
    openssl ecparam -name prime256v1 -genkey -noout -out "$folder/$1.key"
    printf '%s\n' "basicConstraints=critical,CA:FALSE" "keyUsage=critical,digitalSignature" \
        "subjectKeyIdentifier=hash" "authorityKeyIdentifier=keyid" "$3" >"$folder/$1.ext"
    openssl req -new -key "$folder/$1.key" -subj "/CN=$2" |
        openssl x509 -req -sha256 -days 3650 -CA "$folder/hearth-ca.crt" -CAkey "$folder/hearth-ca.key" \
            -extfile "$folder/$1.ext" -out "$folder/$1.crt" 2>/dev/null
    rm "$folder/$1.ext"
    printf 'hearth: made %s\n' "$folder/$1.crt"
}

mkdir -p "$folder"
umask 077
if [ ! -e "$folder/hearth-ca.crt" ]; then
    openssl ecparam -name prime256v1 -genkey -noout -out "$folder/hearth-ca.key"
    openssl req -x509 -new -sha256 -days 7300 -key "$folder/hearth-ca.key" -subj "/CN=Hearth at $host" \
        -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign,cRLSign" \
        -out "$folder/hearth-ca.crt"
    printf 'hearth: made %s\n' "$folder/hearth-ca.crt"
fi
signed hearth "$host" "extendedKeyUsage=serverAuth
subjectAltName=$(alternatives)"
if [ -n "$wearable" ]; then signed "$wearable" "$wearable" "extendedKeyUsage=clientAuth"; fi
chmod 644 "$folder"/*.crt
# The broker reads its own key, and nobody else does.
if [ "$(id -u)" = 0 ] && getent passwd mosquitto >/dev/null; then chown mosquitto: "$folder/hearth.key"; fi
