"""The declarations that every rendering has a golden of."""

CLASSICS: dict[str, str] = {
    "array-of-pointers": "char *str[10];",
    "function-pointer": "char *(*fp)(int, float *);",
    "signal": "void (*signal(int sig, void (*handler)(int)))(int);",
    "spiral-breaks-at-two-arrays": "int *a[10][15];",
    "spiral-breaks-behind-a-function": "int *(*f(void))[3][4];",
    "qualified": "const volatile unsigned char *const p;",
    "pointer-to-pointer": "int **p;",
    "two-declarators": "char *a, b;",
    "three-dimensions": "int m[2][3][4];",
    "deep": "char *(*(**foo[][8])())[];",
    "array-of-function-pointers": "int (*(*x[3])(void))[5];",
    "typedef": "typedef int (*cmp)(const void *, const void *);",
    "static-table": "static int **(*const **table[8])(const char *restrict name, size_t length,"
    " int (*compare)(const void *, const void *), void *context);",
    "struct-with-members": "struct point { int x, y; unsigned flags : 3; } origin, *corner;",
    "struct-over-lines": "struct node {\n\tstruct node *next;  // the list\n"
    "\tint (*visit)(struct node *);\n} *head;",
    "enum-constants": "enum color { RED, GREEN = 3 } c;",
    "cast": "(const char *)p",
    "abstract-type": "int (*)(void)",
    "aligned": "_Alignas(16) char buf[64];",
    "gnu-attributes": 'static void __init start(void) __attribute__((noinline, section(".init")));',
    "variadic": "int printf(const char *restrict format, ...);",
    "old-style": "int f(a, b) int a; char *b; { return 0; }",
    "initializer": "uint8_t volatile *const port = (uint8_t *)0x40;",
    "scattered-specifiers": "unsigned long static int x;",
    "definition": "static inline int twice(int n)\n{\n    return 2 * n;\n}",
    "wide-characters": "int 名前, *\té[3];",
    "not-c": "int *p[3;\nchar & <q>;",
}
