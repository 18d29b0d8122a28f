#ifndef MYDEVICE_H
#define MYDEVICE_H

struct mydevice_request {
    u32 number;
};

struct mydevice_response {
    u32 number;
};

DEFINE_RING_TYPES(mydevice, struct mydevice_request,
                  struct mydevice_response);

#endif
