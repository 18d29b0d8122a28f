#!/bin/bash
# Makes a folder `xen-here` with a Xen that boots in QEMU: domain 0 and one guest.
# Nothing is installed. Debian 12, with qemu-system-x86; some 90 MB to fetch.
set -eu
#@ section: fetch
packages='xen-hypervisor-4.17-amd64 xen-utils-4.17 xenstore-utils
    libxenmisc4.17 libxencall1 libxendevicemodel1 libxenevtchn1
    libxenforeignmemory1 libxengnttab1 libxenhypfs1 libxenstore4
    libxentoolcore1 libxentoollog1 libyajl2 libuuid1 zlib1g liblzma5
    libzstd1 libc6 libgcc-s1 busybox-static'
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p xen-here && cd xen-here
kernel=$(apt-cache depends linux-image-amd64 |
    sed -n 's/.*Depends: \(linux-image-6.*\)/\1/p')
apt-get download $packages "$kernel"
for package in *.deb; do
    case $package in
    linux-image-*) dpkg -x "$package" linux ;;
    *) dpkg -x "$package" root ;;
    esac
done
#@ end: fetch

#@ section: trees
# What a boot loader would load.
gunzip -c root/boot/xen-4.17-amd64.gz >xen
cp linux/boot/vmlinuz-* vmlinuz

# The guest: one program, and a script to run.
mkdir -p guest/bin
cp root/bin/busybox guest/bin/
cp "$here/guest-init" guest/init
chmod +x guest/init
pack() { (cd "$1" && find . | ../root/bin/busybox cpio -o -H newc) | gzip; }
pack guest >guest.cpio.gz 2>/dev/null

# Domain 0: Xen's tools, and what the guest is made of.
rm -rf root/usr/share root/boot root/usr/lib/debug
mkdir -p root/guest root/modules root/proc root/sys root/dev root/tmp
find linux -name xen-privcmd.ko -o -name xenfs.ko -o -name xen-evtchn.ko \
    -o -name xen-gntdev.ko | xargs cp -t root/modules
cp vmlinuz guest.cpio.gz "$here/hello.cfg" root/guest/
cp "$here/dom0-init" root/init
chmod +x root/init
pack root >dom0.cpio.gz 2>/dev/null
#@ end: trees

#@ section: boot
cat >boot <<'END'
#!/bin/sh
cd "$(dirname "$0")"
exec qemu-system-x86_64 -m 1536 -nographic -no-reboot \
    -kernel xen -append 'console=com1 dom0_mem=768M,max:768M noreboot=0' \
    -initrd "vmlinuz console=hvc0 quiet,dom0.cpio.gz" "$@"
END
chmod +x boot
echo 'xen-here/boot starts it, and Ctrl-A X ends it.'
#@ end: boot
