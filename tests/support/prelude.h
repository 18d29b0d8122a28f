/* What the compilers are told and the reader is not: the names that generated declarations use. */
typedef unsigned char uint8_t;
typedef unsigned long size_t;
typedef unsigned long pthread_t;
typedef int foo_t;
typedef unsigned int u32;
typedef int T;
typedef signed char s8;
typedef unsigned long UINT;
typedef long time_t;
typedef struct Widget_s { int x, y; } Widget;
typedef struct node_s { struct node_s *next; int x, y; } node;
typedef struct FILE_s { int x, y; } FILE;
typedef double (*callback_t)(void *);
typedef int handler_fn(int, char **);
struct point { int x, y; };
struct tree { struct tree *left, *right; int x, y; };
struct opaque;
union value { int x; float y; char text[8]; };
enum color { RED_, GREEN_ };
enum { N = 4, LIMIT = 16 };
#define MAX_PATH 32
#define NULL ((void *)0)
extern int counter;
extern struct point origin;
extern const char *const title;
extern int table[8];
void release(void *);
#define __init
#define __iomem
#define __user
#define asmlinkage
#define __must_check
#ifdef __clang__
#define _Float32 float
#define _Float64 double
#define _Float128 __float128
#define _Float32x double
#define _Float64x long double
#endif
#if !defined(__clang__) && __GNUC__ < 13 && __STDC_VERSION__ > 201710L
/* gcc 12 has C23's meanings without these spellings. */
#define bool _Bool
#define alignas _Alignas
#define thread_local _Thread_local
#define typeof __typeof__
#endif
#if defined(__clang__) && __STDC_VERSION__ > 201710L
typedef typeof(nullptr) nullptr_t;
typedef unsigned char char8_t;
#endif
