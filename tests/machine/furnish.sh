#!/bin/sh
# Makes the disk of the image out of Debian's archive. Runs in a mount namespace, as root or as root of a user namespace.
# usage: furnish.sh FOLDER ARCHIVE MKE2FS SIZE    (FOLDER holds shelf/; disk.raw and boot/ come into it)
set -eu
folder=$1 archive=$2 mke2fs=$3 size=$4
root=$folder/root
mkdir "$root"
tar -C "$root" --exclude='./dev/*' -xf "$archive"

# A gateway without screen, clock work and network: what would only cost time at every start.
rm -f "$root"/etc/systemd/system/timers.target.wants/* "$root"/etc/systemd/system/getty.target.wants/* \
    "$root"/etc/systemd/system/multi-user.target.wants/e2scrub_reap.service \
    "$root"/etc/systemd/system/sysinit.target.wants/systemd-pstore.service \
    "$root"/lib/systemd/system/multi-user.target.wants/getty.target
echo gateway >"$root/etc/hostname"
: >"$root/etc/fstab"
# The journal is kept on the disk, so that it can be read after a power cut too.
mkdir -p "$root/var/log/journal"

# Hearth's libraries, by install.sh; the rest of what it does is undone (the prefix named is not the one used).
mkdir "$root/shelf"
mount --rbind /dev "$root/dev"
mount --bind "$folder/shelf" "$root/shelf"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 "$@"; }
inside sh /shelf/source/deploy/install.sh --no-start --wheels /shelf/wheels
inside /opt/hearth/bin/python -m pip uninstall --quiet --yes --disable-pip-version-check hearthd
inside sh /shelf/source/deploy/uninstall.sh --purge --prefix /nothing
umount "$root/shelf"
umount --recursive --lazy "$root/dev"
rmdir "$root/shelf"

mkdir -p "$folder/boot/bin" "$folder/boot/lib"
cp "$root"/boot/vmlinuz-* "$folder/boot/"
cp "$root/bin/busybox" "$folder/boot/bin/"
cp -r "$root/lib/modules" "$folder/boot/lib/modules"
rm -f "$root"/boot/*

truncate -s "$size" "$folder/disk.raw"
"$mke2fs" -q -F -t ext4 -E lazy_itable_init=1,lazy_journal_init=1 -d "$root" "$folder/disk.raw"
rm -rf "$root"
