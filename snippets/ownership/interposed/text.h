#ifndef HIDDEN
#define HIDDEN __attribute__((visibility("hidden")))
#endif

HIDDEN char *text_copy(const char *text);
