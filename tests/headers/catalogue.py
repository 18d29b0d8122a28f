"""Which headers are proved: real ones, from Debian's packages, and how to include each."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Header:
    """A header as a program includes it; `before` are headers that it needs to come first.

    Its inclusion brings other files: all is proved that stands in those whose path
    begins like one of `own` and not like one of `others`.
    """

    package: str
    name: str
    own: tuple[str, ...]
    others: tuple[str, ...] = ()
    before: tuple[str, ...] = ()

    @property
    def include(self) -> str:
        """The lines that include it."""
        return "".join(f"#include <{name}>\n" for name in (*self.before, self.name))

    @property
    def flags(self) -> tuple[str, ...]:
        """The compilers' flags, as pkg-config or perl says them."""
        match self.package:
            case "libglib2.0-dev":
                return _said("pkg-config", "--cflags", "gio-unix-2.0", "gmodule-2.0")
            case "libperl5.36":
                return ("-I", perl_folder())
            case _:
                return ()


_SYSTEM = "/usr/include/"
_LINUX_FOLDERS = tuple(
    f"{_SYSTEM}{folder}/"
    for folder in ("linux", "asm-generic", "x86_64-linux-gnu/asm", "sound", "misc")
)
_GLIB_FOLDER = f"{_SYSTEM}glib-2.0/"

_GLIBC = (
    "aio.h argp.h arpa/inet.h assert.h complex.h ctype.h dirent.h dlfcn.h errno.h error.h "
    "execinfo.h fcntl.h fenv.h fnmatch.h ftw.h getopt.h glob.h grp.h iconv.h ifaddrs.h inttypes.h "
    "langinfo.h libgen.h limits.h link.h locale.h malloc.h math.h mntent.h mqueue.h net/if.h "
    "netdb.h netinet/in.h netinet/tcp.h obstack.h poll.h printf.h pthread.h pty.h pwd.h regex.h "
    "resolv.h sched.h search.h semaphore.h setjmp.h shadow.h signal.h spawn.h stdio.h stdlib.h "
    "string.h sys/epoll.h sys/eventfd.h sys/inotify.h sys/ioctl.h sys/ipc.h sys/mman.h sys/mount.h "
    "sys/msg.h sys/prctl.h sys/ptrace.h sys/random.h sys/resource.h sys/select.h sys/sem.h "
    "sys/shm.h sys/signalfd.h sys/socket.h sys/stat.h sys/statvfs.h sys/sysinfo.h "
    "sys/time.h sys/timerfd.h sys/times.h sys/types.h sys/uio.h sys/un.h sys/utsname.h sys/wait.h "
    "syslog.h termios.h tgmath.h threads.h time.h uchar.h ucontext.h unistd.h utime.h "
    "utmpx.h wchar.h wctype.h wordexp.h"
).split()
_LINUX = (
    "linux/aio_abi.h linux/audit.h linux/bpf.h linux/btrfs.h linux/can.h linux/elf.h "
    "linux/ethtool.h linux/fb.h linux/fs.h linux/fuse.h linux/futex.h linux/if_link.h "
    "linux/input.h linux/io_uring.h linux/kvm.h linux/netlink.h linux/nl80211.h linux/perf_event.h "
    "linux/ptp_clock.h linux/rtnetlink.h linux/seccomp.h linux/sched/types.h "
    "linux/stat.h linux/usb/ch9.h linux/userfaultfd.h linux/v4l2-controls.h linux/videodev2.h "
    "linux/vfio.h linux/virtio_net.h sound/asound.h"
).split()
_XEN = (
    "xen/xen.h xen/event_channel.h xen/grant_table.h xen/memory.h xen/sched.h xen/version.h "
    "xen/vcpu.h xen/physdev.h xen/platform.h xen/callback.h xen/argo.h xen/io/ring.h "
    "xen/io/xenbus.h xen/io/xs_wire.h xen/io/blkif.h xen/io/netif.h xen/io/console.h xen/io/fbif.h "
    "xen/io/kbdif.h xen/io/pciif.h xen/io/tpmif.h xen/io/usbif.h xen/io/vscsiif.h xen/io/sndif.h "
    "xen/io/displif.h xen/io/9pfs.h xen/io/pvcalls.h xen/hvm/params.h xen/hvm/hvm_op.h "
    "xen/hvm/ioreq.h xen/hvm/save.h xen/arch-x86/hvm/start_info.h xen/sys/evtchn.h "
    "xen/sys/gntdev.h xen/sys/privcmd.h xencall.h xenctrl.h xendevicemodel.h xenevtchn.h "
    "xenforeignmemory.h xengnttab.h xenguest.h xenhypfs.h xenstat.h xenstore.h xenstore_lib.h "
    "xentoolcore.h xentoollog.h libxl.h libxlutil.h"
).split()
_BEFORE: dict[str, tuple[str, ...]] = {"xenguest.h": ("xenctrl.h",)}
_XEN_BEFORE: tuple[str, ...] = ("stddef.h", "stdint.h", "xen/xen.h")
_GLIB = {
    "glib.h": ("glib/", "glib.h"),
    "glib-object.h": ("gobject/", "glib-object.h"),
    "glib-unix.h": ("glib-unix.h",),
    "gmodule.h": ("gmodule.h",),
    "gio/gio.h": ("gio/",),
}
_LIBVIRT = (
    "libvirt/libvirt.h libvirt/libvirt-admin.h libvirt/libvirt-lxc.h libvirt/libvirt-qemu.h "
    "libvirt/virterror.h"
).split()


@cache
def _said(*command: str) -> tuple[str, ...]:
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return tuple(done.stdout.split())


def perl_folder() -> str:
    """The folder of perl's headers."""
    (folder,) = _said("perl", "-MConfig", "-e", "print $Config{archlibexp}")
    return f"{folder}/CORE"


def catalogue() -> Iterator[Header]:
    """Yield every header that is proved."""
    others = (*_LINUX_FOLDERS, _GLIB_FOLDER)
    for name in _GLIBC:
        yield Header("libc6-dev", name, (_SYSTEM,), others)
    for name in _LINUX:
        yield Header("linux-libc-dev", name, _LINUX_FOLDERS)
    for name, own in _GLIB.items():
        folders = tuple(_GLIB_FOLDER + path for path in own)
        also = ("/usr/lib/x86_64-linux-gnu/glib-2.0/",) if name == "glib.h" else ()
        yield Header("libglib2.0-dev", name, folders + also)
    for name in _LIBVIRT:
        yield Header("libvirt-dev", name, (f"{_SYSTEM}libvirt/",))
    xen = (f"{_SYSTEM}xen", f"{_SYSTEM}libxl", f"{_SYSTEM}_libxl")
    for name in _XEN:
        # The interface's own headers expect a program to have included these.
        usual = _XEN_BEFORE if name.startswith("xen/") else ()
        yield Header("libxen-dev", name, xen, (), _BEFORE.get(name, usual))
    yield Header("zlib1g-dev", "zlib.h", (f"{_SYSTEM}zlib.h", f"{_SYSTEM}zconf.h"))
    for name, earlier in {"perl.h": ("EXTERN.h",), "XSUB.h": ("EXTERN.h", "perl.h")}.items():
        yield Header("libperl5.36", name, (perl_folder(),), (), earlier)
