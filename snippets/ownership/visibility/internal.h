// What the library's files share, and nobody else should use.
#ifndef INTERNAL_H
#define INTERNAL_H

#ifndef HIDDEN
#define HIDDEN __attribute__((visibility("hidden")))
#endif

HIDDEN char *text_copy(const char *text);
HIDDEN char *text_join(const char *text, const char *more);
HIDDEN void *list_grow(void *old, int count);

#endif
