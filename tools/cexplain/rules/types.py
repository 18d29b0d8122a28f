"""The rules about types: what may be derived from what."""

from cexplain.rules.rule import Rule

RULES = (
    Rule(
        "apple-block",
        "Blocks are an extension of Apple's compilers",
        "A block is a function together with the variables around it that it uses. It is declared "
        "like a pointer to a function, with ^ for the star, and only functions can have one. clang "
        "reads it with -fblocks; gcc does not.",
        "In ISO C pass a pointer to a function, and what it needs as one more argument.",
        (
            "c17: int (^f)(int);",
            "c17: void run(void (^done)(int));",
            "c23: void (^(^b)(int))(void);",
        ),
        ("int (*f)(int);", "void run(void (*done)(int, void *), void *context);"),
    ),
    Rule(
        "array-of-functions",
        "An array's elements cannot be functions",
        "The elements of an array are objects side by side, all of one size. "
        "A function is not an object and has no size.",
        "Make the elements pointers to functions: the star and parentheses around it.",
        ("int f[3](void);", "void f[](int);", "typedef int fn(void); fn table[3];"),
        ("int (*f[3])(void);", "typedef int fn(void); fn *table[3];"),
    ),
    Rule(
        "array-of-void",
        "An array's elements cannot be void",
        "void is an incomplete type that is never completed, so nobody knows how far apart the "
        "elements would be.",
        "Use unsigned char for bytes, or pointers to void.",
        ("void a[3];", "typedef void nothing; nothing a[2];"),
        ("void *a[3];", "unsigned char a[3];"),
    ),
    Rule(
        "array-of-incomplete",
        "Only the outermost brackets may be empty",
        "To find element i of an array, its size is multiplied by i. An array without a size, "
        "and a structure within its own body, have none yet.",
        "Write the inner sizes, or make the elements pointers.",
        ("int a[][];", "int a[3][];", "int f(int a[][]);", "struct s { struct s all[2]; };"),
        ("int a[][3];", "int f(int a[][3]);", "struct s { struct s *all[2]; };"),
    ),
    Rule(
        "array-size-negative",
        "An array's size is greater than zero",
        "The number of elements is a constant below zero here.",
        "Write a size greater than zero. Where the size is computed, look at its parts.",
        ("int a[-1];", "int a[2 - 3];", "enum { N = 4 }; int a[N - 5];"),
        ("int a[1];", "int a[-1 + 2];", "enum { N = 4 }; int a[N - 3];"),
    ),
    Rule(
        "array-size-zero",
        "An array of zero elements is a GNU extension",
        "ISO C requires at least one element. Before C99, GNU C used size zero at the end of a "
        "structure where C99 has the flexible array member.",
        "Write [] as the last member of a structure; elsewhere a size greater than zero.",
        ("c17: int a[0];", "c99: struct packet { int length; char data[0]; };"),
        ("c17: int a[1];", "c99: struct packet { int length; char data[]; };", "gnu17: int a[0];"),
    ),
    Rule(
        "array-size-type",
        "An array's size is an integer",
        "A size with a decimal point or an exponent is a floating constant, even where its "
        "value is whole; a string is an address.",
        "Write a whole number.",
        ("int a[2.0];", "int a[1e3];", 'int a["3"];'),
        ("int a[2];", "int a['a'];"),
    ),
    Rule(
        "array-too-large",
        "An object has at most PTRDIFF_MAX bytes",
        "With 64-bit pointers that is 2 to the power of 63, minus one. The distance between the "
        "ends of a larger array would not fit into a ptrdiff_t.",
        "Write a smaller size.",
        ("char a[0x8000000000000000];", "char a[4294967296][4294967296];"),
        ("char a[0x7fffffff];",),
    ),
    Rule(
        "atomic-type",
        "_Atomic takes an object type without qualifiers that is not an array",
        "An atomic object is loaded and stored as a whole. Arrays and functions are not values, "
        "so they cannot be; a qualifier belongs outside _Atomic( ).",
        "Make the elements atomic, and write qualifiers before _Atomic.",
        (
            "_Atomic(int[3]) a;",
            "_Atomic(int(void)) f;",
            "_Atomic(const int) n;",
            "typedef int row[3]; _Atomic row r;",
        ),
        ("_Atomic(int) a[3];", "const _Atomic(int) n;", "_Atomic(int (*)(void)) f;"),
    ),
    Rule(
        "bit-int-width",
        "A bit-precise integer has at least one value bit",
        "A signed _BitInt has a sign bit too, so it needs two. The most it can have is "
        "BITINT_MAXWIDTH, which each compiler chooses: at least the width of unsigned long "
        "long, 65,535 for gcc and 8,388,608 for clang.",
        "Write a width from 1 (unsigned) or 2 (signed) to BITINT_MAXWIDTH.",
        ("_BitInt(1) a;", "unsigned _BitInt(0) a;", "_BitInt(-3) a;", "_BitInt(99999999) a;"),
        ("_BitInt(2) a;", "unsigned _BitInt(1) a;"),
    ),
    Rule(
        "function-returning-array",
        "A function cannot return an array",
        "Arrays are not values: they cannot be assigned, and returning a value assigns it.",
        "Return a pointer to the first element, or a structure that holds the array.",
        (
            "int f(void)[3];",
            "int (*f(void)(int))[3], g(void)[2];",
            "typedef int row[3]; row f(void);",
        ),
        ("int *f(void);", "int (*f(void))[3];", "struct row { int cells[3]; } f(void);"),
    ),
    Rule(
        "function-returning-function",
        "A function cannot return a function",
        "A function is not a value. Its address is.",
        "Return a pointer to the function: the star and parentheses around name and parameters.",
        ("int f(void)(int);", "typedef int fn(void); fn f(void);"),
        ("int (*f(void))(int);", "typedef int fn(void); fn *f(void);"),
    ),
    Rule(
        "qualified-brackets",
        "static and qualifiers are for a parameter's outermost brackets only",
        "A parameter that is written as an array is a pointer. Qualifiers in its brackets "
        "qualify that pointer, and static promises how many elements it points to. No other "
        "array becomes a pointer in this way.",
        "Take them out; a qualifier of the elements goes before the type.",
        ("int a[static 3];", "int f(int a[3][static 4]);", "int f(int (*a)[const 3]);"),
        ("int f(int a[static 3]);", "int f(int a[const static 3][4]);", "const int a[3];"),
    ),
    Rule(
        "qualified-function",
        "A function type has no qualifiers",
        "A function is never stored to, so const and volatile mean nothing on it; the standard "
        "leaves it undefined. Only a typedef can make such a type.",
        "Take the qualifier out. GNU C once used it for functions that do not return: that is "
        "_Noreturn or [[noreturn]].",
        ("c17: typedef int fn(void); const fn f;", "c17: typedef int fn(void); volatile fn *f;"),
        ("c17: typedef int fn(void); fn *const f;",),
    ),
    Rule(
        "restrict-function-pointer",
        "restrict belongs to pointers to objects",
        "It promises that, while this pointer lives, whatever it changes is reached only through "
        "it. A function is not an object, and nothing changes it.",
        "Take it out.",
        ("int (*restrict f)(void);", "typedef int fn(void); fn *restrict f;"),
        ("int *restrict p;", "int *restrict (*f)(void);"),
    ),
    Rule(
        "restrict-without-pointer",
        "restrict qualifies a pointer",
        "It promises that, while this pointer lives, whatever it changes is reached only through "
        "it. Before the star it would qualify the object instead.",
        "Write it after the star.",
        ("int restrict n;", "restrict int *p;", "typedef int number; restrict number n;"),
        ("int *restrict p;", "int *restrict *restrict p;", "typedef int *ip; restrict ip p;"),
    ),
    Rule(
        "star-outside-prototype",
        "[*] is for the parameters of a declaration that is not a definition",
        "It means: a variable length array, whose size matters only where the function is "
        "defined. Everywhere else the size is needed.",
        "Write the size.",
        ("int a[*];", "int f(int n, int a[*]) { return a[0]; }", "int (*p)[*];"),
        ("int f(int n, int a[*]);", "int f(int n, int a[n]) { return a[0]; }"),
    ),
    Rule(
        "variable-size-file-scope",
        "At file scope, an array's size is a constant",
        "Objects outside functions exist before the program runs, so nothing can be "
        "computed for it. In C even a const object is not a constant: an enumeration constant, "
        "a macro and, since C23, a constexpr object are. A name that the line does not declare "
        "may be one of these, so nothing is said about it; and a line may come from a block, "
        "so this is reported only where a function's definition shows that it does not.",
        "Write a constant: enum { N = 10 };",
        ("int n; int a[n]; void f(void) {}", "const int n = 3; int a[n]; void f(void) {}"),
        (
            "enum { N = 3 }; int a[N]; void f(void) {}",
            "int a[N]; void f(void) {}",
            "int n; int a[n];",
        ),
    ),
    Rule(
        "variable-size-fixed",
        "An array that has linkage or lasts throughout the program has a constant size",
        "A variable length array is made when its declaration is reached, and ends with its "
        "block. With static, extern or constexpr it would have to exist before.",
        "Write a constant size, or take the storage class out.",
        ("int n; static int a[n];", "int n; extern int (*p)[n];", "int n; int (*f(void))[n];"),
        ("enum { N = 3 }; static int a[N];", "int n; int a[n];", "int n; static int (*p)[n];"),
    ),
    Rule(
        "variable-size-initialized",
        "A variable length array has no initializer",
        "How many values there must be is known only when the program runs. Since C23, empty "
        "braces are allowed there: they set all elements to zero.",
        "Assign the elements, or write a constant size.",
        ("int n; int a[n] = { 1 };", "c17: int n; int a[n] = { };"),
        ("int n; int a[n];", "int a[3] = { 1 };", "c23: int n; int a[n] = { };"),
    ),
    Rule(
        "variable-size-member",
        "A member's size is a constant",
        "The offsets of a structure's members are fixed when it is compiled.",
        "Write a constant size, or a flexible array member as the last one.",
        ("int n; struct s { int length; char text[n]; };",),
        ("struct s { int length; char text[8]; };", "struct s { int length; char text[]; };"),
    ),
    Rule(
        "array-initializer",
        "An array is initialized by braces or a string",
        "One value is not an array; the braces make a list of it.",
        "Write the values in braces.",
        ("int a[3] = 0;", "char a[] = 'x';"),
        ("int a[3] = { 0 };", 'char a[] = "x";'),
    ),
)
