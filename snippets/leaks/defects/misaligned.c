#include <stdint.h>
#include <string.h>

//@ section: defect
static uint32_t number_at(const unsigned char *bytes)
{
#ifdef REPAIRED
    uint32_t number;

    memcpy(&number, bytes, sizeof number);
    return number;
#else
    return *(const uint32_t *)(const void *)bytes;
#endif
}
//@ end

int main(void)
{
    _Alignas(4) unsigned char packet[8] = {0};

    return number_at(packet + 1) != 0;
}
