/*
 * What musl needs to know of the processor. Its own file for WebAssembly, in wasi-libc, is made for
 * pointers of 32 bits; there is one thread, so that compare-and-swap is never disturbed.
 */
#define a_barrier() __sync_synchronize()
#define a_crash() __builtin_trap()
#define a_cas(place, old, new) __sync_val_compare_and_swap((place), (old), (new))
#define a_cas_p(place, old, new)                                                                   \
    __sync_val_compare_and_swap((void *volatile *)(place), (old), (new))
#define a_ctz_32 __builtin_ctz
#define a_clz_32 __builtin_clz
#define a_ctz_64 __builtin_ctzll
#define a_clz_64 __builtin_clzll
