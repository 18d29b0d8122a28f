"""The rules about specifiers, initializers, alignment and what is declared."""

from cexplain.rules.rule import Rule

RULES = (
    Rule(
        "alignment-place",
        "An alignment specifier belongs to objects and members",
        "A typedef, a function, a parameter, a bit-field and a register object have no place in "
        "memory that could be aligned, or no say in it.",
        "Put it where the object or the member is declared.",
        (
            "_Alignas(16) typedef int t;",
            "_Alignas(16) int f(void);",
            "int f(_Alignas(16) int n);",
            "struct s { _Alignas(8) int flag : 1; };",
            "register _Alignas(16) int n;",
        ),
        ("_Alignas(16) int n;", "struct s { _Alignas(8) int flag; };"),
    ),
    Rule(
        "alignment-too-weak",
        "An alignment specifier cannot take alignment away",
        "A type has an alignment of its own, and machine code relies on it. The numbers are "
        "those of x86-64; other machines may ask for less.",
        "Write the type's own alignment or more. A structure without gaps is GNU's "
        "__attribute__((packed)).",
        ("_Alignas(1) int n;", "_Alignas(char) double d;", "_Alignas(2) int *p;"),
        ("_Alignas(4) int n;", "_Alignas(0) int n;", "_Alignas(1) _Alignas(4) int n;"),
    ),
    Rule(
        "alignment-value",
        "An alignment is a power of two",
        "An aligned address has zeros in its last bits. Zero itself has no effect.",
        "Write 1, 2, 4, 8, 16 and so on, or an object type.",
        (
            "_Alignas(3) int n;",
            "_Alignas(-4) int n;",
            "_Alignas(1.5) int n;",
            "_Alignas(void) int n;",
        ),
        ("_Alignas(8) int n;", "_Alignas(double) int n;", "_Alignas(0) int n;"),
    ),
    Rule(
        "auto-declarator",
        "A type is inferred for a plain name",
        "With C23, auto x = value; gives x the type of the value. With a star, brackets or "
        "parentheses it depends on the compiler.",
        "Leave the star out: the pointer is inferred as well.",
        ("c23: auto *p = (int *)0;",),
        ("c23: auto p = (int *)0;",),
    ),
    Rule(
        "auto-file-scope",
        "auto and register belong in a block",
        "They ask for automatic storage, which begins and ends with a block. A line alone may "
        "come from one, so this is reported only where a function's definition shows that it "
        "does not.",
        "Take the word out.",
        ("register int n; void f(void) {}", "auto int n; void f(void) {}"),
        ("int n; void f(void) {}", "register int n;", "static int n; void f(void) {}"),
    ),
    Rule(
        "auto-initializer",
        "A type is inferred from one value",
        "A list in braces has no type of its own.",
        "Write a single value, or the type.",
        ("auto x = { 1 };", "auto x = { 1, 2 };"),
        ("auto x = 1;", "int x[] = { 1, 2 };"),
    ),
    Rule(
        "auto-place",
        "Parameters, results, arrays and typedefs have no inferred type",
        "A type is inferred from an initializer, and these have none that could give it.",
        "Write the type.",
        ("int f(__auto_type n);", "auto f(void);", "typedef auto t;", "auto a[3] = { 1 };"),
        ("int f(int n);", "auto n = 1;"),
    ),
    Rule(
        "auto-uninitialized",
        "auto without a type needs an initializer",
        "Since C23 auto alone means: the type of the initializer. Before, it meant int.",
        "Write a value after '=', or a type.",
        ("auto x;", "__auto_type x;"),
        ("auto x = 1;", "auto int x;"),
    ),
    Rule(
        "cast-type",
        "A cast makes a number, a pointer or void",
        "No value can be converted to an array, a function or a structure.",
        "Cast a pointer instead; braces after the parentheses make a compound literal.",
        ("(int[3])p", "(struct point)p", "(int(void))f"),
        ("(int (*)[3])p", "(void)p", "(struct point){ 1, 2 }"),
    ),
    Rule(
        "constexpr-type",
        "A constexpr object never changes",
        "Its value is known when it is compiled. volatile and _Atomic say that somebody else may "
        "change it, restrict is about what a pointer leads to, and a variable size is not a "
        "constant.",
        "Take one of the two out.",
        ("constexpr volatile int n = 1;", "constexpr _Atomic int n = 1;"),
        ("constexpr int n = 1;", "constexpr const int n = 1;"),
    ),
    Rule(
        "constexpr-uninitialized",
        "A constexpr object has a value",
        "Its value is fixed here, and nothing can set it later.",
        "Write the value after '='.",
        ("constexpr int n;",),
        ("constexpr int n = 3;", "const int n;"),
    ),
    Rule(
        "contradictory-specifiers",
        "The words of a type go together",
        "The standard lists the sets of words that name a type. Their order is free; no other set "
        "is a type.",
        "Keep the words of one type.",
        ("long float x;", "unsigned double x;", "int char x;", "short short x;"),
        ("long double x;", "unsigned int x;", "int long unsigned long x;"),
    ),
    Rule(
        "contradictory-storage",
        "A declaration has one storage-class specifier",
        "Only _Thread_local goes with static or extern, and C23's constexpr with auto, "
        "register or static; auto without a type, which infers one, goes with any.",
        "Keep one of them.",
        ("static extern int n;", "typedef static int n;", "static static int n;"),
        ("static _Thread_local int n;", "extern int n;"),
    ),
    Rule(
        "duplicate-qualifier",
        "C89 allows each qualifier once",
        "Since C99 the same qualifier may appear several times, directly or through a typedef, "
        "and counts once.",
        "Take the second one out.",
        ("c89: const const int n;", "c89: int *const const p;"),
        ("c89: const int n;", "c99: const const int n;"),
    ),
    Rule(
        "extern-initialized",
        "extern with an initializer defines",
        "At file scope it is legal, and means the same as without extern; in a block it is not. "
        "Compilers warn: extern usually says that the definition is elsewhere.",
        "Take the extern out where the object is defined.",
        ("extern int n = 3;",),
        ("extern int n;", "int n = 3;"),
    ),
    Rule(
        "function-initialized",
        "A function has no initializer",
        "A function has a body. A pointer to a function has a value.",
        "Write the body in braces, or declare a pointer.",
        ("int f(void) = 0;",),
        ("int (*f)(void) = 0;", "int f(void) { return 0; }"),
    ),
    Rule(
        "gnu-type",
        "Arithmetic types of GNU C",
        "ISO C has no __int128, no complex integers, and no _Complex without double or float. "
        "Compilers take them as an extension.",
        "Write a type of ISO C (since C23, _BitInt(128)), put __extension__ before it, or choose "
        "a gnu standard.",
        ("c17: __int128 n;", "c17: _Complex z;", "c17: _Complex int z;"),
        (
            "c17: long long n;",
            "c17: double _Complex z;",
            "gnu17: __int128 n;",
            "c17: __extension__ __int128 n;",
        ),
    ),
    Rule(
        "implicit-int",
        "A declaration names its type",
        "Before C99 a missing type meant int. Since then it is a constraint violation; cexplain "
        "still reads such code as it was meant.",
        "Write the type.",
        ("c17: f(void);", "c99: static n;"),
        ("c17: int f(void);", "c89: static n;"),
    ),
    Rule(
        "inline-without-function",
        "inline belongs to the declaration of a function",
        "It is about calls of the function that is declared, and objects, pointers to functions, "
        "typedefs, parameters and members are not functions.",
        "Take it out.",
        ("inline int n;", "inline int (*f)(void);", "int f(inline int n);"),
        ("inline int f(void);", "static inline int f(void) { return 0; }"),
    ),
    Rule(
        "later-standard",
        "Newer than the standard that is read",
        "Each edition of C adds words and forms, and this one is newer than the standard you "
        "asked for. Compilers take most of it as an extension and say so with -pedantic.",
        "Choose a later --std, or a gnu one, where the extensions are allowed.",
        (
            "c89: long long n;",
            "c99: _Alignas(8) int n;",
            "c17: _BitInt(8) n;",
            "c89: int n; // comment",
            "c17: int n = {};",
            "c17: int f(...);",
        ),
        (
            "c99: long long n;",
            "c11: _Alignas(8) int n;",
            "c23: _BitInt(8) n;",
            "gnu89: long long n;",
            "c23: int n = {};",
            "c89: int n; /* comment */",
        ),
    ),
    Rule(
        "missing-array-size",
        "An array that is defined here needs a size",
        "An array without a size is completed by an initializer or by a later declaration. One "
        "with internal linkage, or in a block, is completed by nothing else.",
        "Write the size, or an initializer that gives it.",
        ("static int a[];", "register int a[];"),
        ("static int a[] = { 1, 2 };", "extern int a[];", "static int a[3];"),
    ),
    Rule(
        "noreturn-without-function",
        "_Noreturn belongs to the declaration of a function",
        "It promises that a call never comes back. C11 and C17 do not allow it on a pointer "
        "to a function; the C23 attribute [[noreturn]] is for functions as well.",
        "Take it out.",
        ("_Noreturn int n;", "_Noreturn void (*f)(void);"),
        ("_Noreturn void f(void);",),
    ),
    Rule(
        "qualified-result",
        "A function definition does not return a qualified void",
        "A returned value has no qualifiers, and void has no values. gcc and clang refuse it when "
        "asked to be pedantic.",
        "Take the qualifier out.",
        ("c17: const void f(void) { }",),
        ("c17: void f(void) { }", "c17: const void *f(void) { return 0; }"),
    ),
    Rule(
        "storage-of-function",
        "A function is extern or static",
        "auto, register, constexpr and _Thread_local are about objects.",
        "Take the word out.",
        ("register int f(void);", "_Thread_local int f(void);"),
        ("static int f(void);", "_Thread_local int n;"),
    ),
    Rule(
        "storage-of-type-name",
        "A type name has no storage class",
        "It declares nothing that could be stored.",
        "Take the word out.",
        ("(static int) 3", "_Alignas(static int) int n;"),
        ("(const int) 3",),
    ),
    Rule(
        "storage-without-object",
        "A storage class without an object says nothing",
        "Only a tag or constants are declared here. It is legal, and usually a name is missing: "
        "typedef struct s { … } s;",
        "Write the name, or take the word out.",
        ("typedef struct s { int n; };", "static enum e { A };"),
        ("typedef struct s { int n; } s;", "enum e { A };"),
    ),
    Rule(
        "static-assertion",
        "A static assertion has a condition, and perhaps a message",
        "The condition is one expression; a comma and a string may follow it.",
        'Write it as in static_assert(sizeof(int) == 4, "int is too small").',
        (
            '_Static_assert(() "");',
            "_Static_assert();",
            '_Static_assert(1 "");',
            "_Static_assert(1, 2);",
        ),
        ('_Static_assert(sizeof(int) == 4, "four" " bytes");', "static_assert((int)1.5 == 1);"),
    ),
    Rule(
        "stray-semicolon",
        "A semicolon alone does not declare anything",
        "A function's body needs none after it. In a block a lone semicolon is a statement, so "
        "this is reported only where a definition shows that it is outside.",
        "Take it out.",
        ("c17: int f(void) { return 0; };",),
        ("c17: int f(void) { return 0; }", "c17: int n;;", "gnu17: int f(void) { return 0; };"),
    ),
    Rule(
        "typedef-body",
        "A typedef has no body",
        "It gives a type a name and defines nothing.",
        "Take the typedef out, or the body.",
        ("typedef int f(void) { return 0; }",),
        ("typedef int f(void);", "int f(void) { return 0; }"),
    ),
    Rule(
        "typedef-initialized",
        "A typedef has no value",
        "It gives a type a name; there is no object to put a value into.",
        "Take the initializer out, or the typedef.",
        ("typedef int n = 3;",),
        ("typedef int n;", "int n = 3;"),
    ),
    Rule(
        "void-object",
        "An object has a type with values",
        "void is an incomplete type that is never completed. extern void symbol; is legal, since "
        "only its address is used.",
        "Write the type, or declare a pointer: void *p.",
        ("void x;", "static void x;", "typedef void nothing; nothing x;"),
        ("void *x;", "void x(void);", "extern void x;"),
    ),
)
