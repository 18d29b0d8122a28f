#include <pthread.h>

enum { SIZE = 4096 };

extern pthread_mutex_t config_lock;

int config_copy(const char *from, const char *to);
