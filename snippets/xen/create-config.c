//@ do: run
//@ std: gnu11
//@ requires: libxen-dev
//@ levels: -O0
//@ options: -Wall -Wextra
//@ libraries: -lxlutil -lxenlight
//@ output:
//| 2006: tiny, 64 MiB, type not given
//|   hda3: /srv/tiny.img, raw, writable
//| today: tiny, 64 MiB, type pvh
//|   xvda: /srv/tiny.img, raw, writable
//| Python:2: config parsing error near `*': lexical error
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <libxlutil.h>

//@ section: configurations
static const char of_2006[] =
    "kernel = \"/boot/vmlinuz-xenU\"\n"
    "memory = 64\n"
    "name = \"tiny\"\n"
    "disk = ['file:/srv/tiny.img,hda3,w']\n";

static const char of_today[] =
    "type = \"pvh\"\n"
    "kernel = \"/boot/vmlinuz\"\n"
    "memory = 64\n"
    "name = \"tiny\"\n"
    "disk = ['format=raw,vdev=xvda,access=rw,target=/srv/tiny.img']\n";

static const char in_python[] =
    "name = \"tiny\"\n"
    "memory = 32 * 2\n";
//@ end

//@ section: parse
static void parse(const char *title, const char *text)
{
    XLU_Config *config = xlu_cfg_init(stdout, title);
    const char *name = "?", *type = "not given";
    long memory = 0;
    if (!xlu_cfg_readdata(config, text, (int)strlen(text))) {
        XLU_ConfigList *disks = NULL;
        int number = 0;
        xlu_cfg_get_string(config, "name", &name, 0);
        xlu_cfg_get_string(config, "type", &type, 1);
        xlu_cfg_get_long(config, "memory", &memory, 0);
        xlu_cfg_get_list(config, "disk", &disks, &number, 1);
        printf("%s: %s, %ld MiB, type %s\n", title, name, memory, type);
        for (int i = 0; i < number; i++) {
            const char *specification = xlu_cfg_get_listitem(disks, i);
            libxl_device_disk disk;
            libxl_device_disk_init(&disk);
            if (!xlu_disk_parse(config, 1, &specification, &disk))
                printf("  %s: %s, %s, %s\n", disk.vdev, disk.pdev_path,
                       libxl_disk_format_to_string(disk.format),
                       disk.readwrite ? "writable" : "read only");
            libxl_device_disk_dispose(&disk);
        }
    }
    xlu_cfg_destroy(config);
}
//@ end

int main(void)
{
    parse("2006", of_2006);
    parse("today", of_today);
    parse("Python", in_python);
}
