"""The notes: what is legal and surprises."""

from cexplain.rules.rule import Rule

RULES = (
    Rule(
        "initializer-size",
        "The initializer gives the array its size",
        "An array that is declared without a size gets it from its initializer: one more than the "
        "largest index that it mentions. A string adds its closing null character.",
        "Nothing needs repair; with the size written, a value too many is an error.",
        ("int a[] = { 1, 2, 3 };", 'char s[] = "abc";', "int a[] = { [9] = 1 };"),
        ("int a[3] = { 1, 2, 3 };", "int a[] = { [N] = 1 };", 'char *s = "abc";'),
    ),
    Rule(
        "typeof-type",
        "typeof of a type is that type",
        "Its operand may be a type name, and then typeof only sets it apart, as parentheses would.",
        "Nothing needs repair.",
        ("typeof(int *) p;", "typeof_unqual(const int) n;", "typeof(void (int)) *f;"),
        ("typeof(x) p;", "int *p;"),
    ),
    Rule(
        "expression-type",
        "The type of an expression",
        "The type of the whole follows from those of its parts: narrow integers become int, of two "
        "numbers the wider decides, arrays and functions become pointers.",
        "Nothing needs repair. Where a part's type is not known, nothing is said.",
        ("int a[3]; a[1] + 2.5;", "*(volatile int *)0;"),
        ("a[1] + 2.5;", "(int)x;"),
    ),
    Rule(
        "array-parameter",
        "An array parameter is a pointer",
        "The type of a parameter that is written as an array is adjusted to a pointer to its "
        "element (6.7.7.4). The outermost size is not part of the function's type, and sizeof "
        "gives the size of a pointer.",
        "Pass the number of elements as well; [static n] promises a least number.",
        ("void f(int a[10]);", "int main(int argc, char *argv[]);"),
        ("void f(int *a);", "int a[10];"),
    ),
    Rule(
        "call-or-declaration",
        "This may be a call",
        "QUEUE(x); is how a macro is called, as puts(s); calls a function. C does not know either "
        "name, and reads it as the declaration of an object whose type is called QUEUE, with the "
        "object's name in parentheses that mean nothing.",
        "Give --file the source, whose headers define the macro. For a declaration, leave the "
        "parentheses out.",
        ("QUEUE(x);", "static LOCK(lock);", "push(s);", "c89: DEFINE_PER_CPU(int, x);"),
        ("QUEUE x;", "foo_t (x);", "typedef int QUEUE; QUEUE(x);", "c89: f(int x);"),
    ),
    Rule(
        "char-sign",
        "The sign of char is up to the compiler",
        "char is a type of its own that holds the values of signed char or of unsigned char: "
        "signed on x86, unsigned on ARM and PowerPC, and changed by -fsigned-char (6.2.5).",
        "For small numbers write signed char or unsigned char; for the result of getchar, int.",
        ("char c;", "static char flag = -1;"),
        ("signed char c;", "char *s;", "char s[3];"),
    ),
    Rule(
        "const-behind",
        "const before or after the type is the same",
        "A qualifier after the type qualifies it just as one before it does. Only after a star "
        "does it "
        "qualify the pointer.",
        "Choose one place; read from the name outwards.",
        ("char const *p;", "int const n;"),
        ("const char *p;", "char *const p;"),
    ),
    Rule(
        "empty-parameters",
        "Empty parentheses, by standard",
        "Since C23 () says that there are no parameters, as (void) does. Before, it said nothing "
        "about them, and calls were not checked.",
        "Write (void) where older compilers read the code too.",
        ("c23: int f();",),
        ("c23: int f(void);", "c17: int f();"),
    ),
    Rule(
        "function-parameter",
        "A function parameter is a pointer",
        "The type of a parameter that is written as a function is adjusted to a pointer to it "
        "(6.7.7.4).",
        "Write the star, if the reader should see it.",
        ("void f(int g(void));",),
        ("void f(int (*g)(void));",),
    ),
    Rule(
        "long-width",
        "long is 64 bits here and 32 there",
        "On 64-bit Linux and macOS a long is 64 bits (LP64); on Windows (LLP64) and on 32-bit "
        "machines it is 32.",
        "Where the width matters, write int64_t or int32_t; for sizes, size_t.",
        ("long n;", "unsigned long n;"),
        ("long long n;", "int n;"),
    ),
    Rule(
        "no-prototype",
        "Empty parentheses say nothing about parameters",
        "Before C23, () declares a function whose parameters are not known: every call is "
        "accepted, and the wrong ones go wrong when the program runs.",
        "Write (void) where there are none.",
        ("c17: int f();", "c89: int (*f)();"),
        ("c17: int f(void);", "c23: int f();"),
    ),
    Rule(
        "nothing-declared",
        "This is legal and declares nothing",
        "A static assertion (6.7.12) and assembly go where declarations go, and declare no name.",
        "Nothing has to be changed.",
        ('_Static_assert(1, "one is true");', "static_assert(sizeof(int) == 4);"),
        ('_Static_assert(1, "one is true"); int x;',),
    ),
    Rule(
        "old-style",
        "An old-style definition",
        "This is the form used before 1989, which C23 no longer has. Its parameters are not part "
        "of the "
        "function's type: calls are not checked against them.",
        "Write a prototype, with the types in the parentheses.",
        ("c17: int f(a) int a; { return a; }", "c23: int f(a) int a; { return a; }"),
        ("c17: int f(int a) { return a; }",),
    ),
    Rule(
        "parameter-qualifier",
        "A parameter's own qualifiers bind the body only",
        "An argument is copied, so that it does not matter to the caller whether the copy may "
        "change. int f(const int) and int f(int) declare the same function (6.7.7.4).",
        "Use it in the definition, if you like; leave it out of a declaration.",
        ("int f(const int n);", "int f(char *const p);"),
        ("int f(const char *p);", "const int n;"),
    ),
    Rule(
        "parameter-type",
        "Each parameter has a type of its own",
        "Between parameters a comma begins the next declaration: unlike int a, b; the type is "
        "not shared. What is left alone is read as the type of a parameter without a name.",
        "Write the type again.",
        ("int f(int a, b);", "void move(double x, y, z);"),
        ("int f(int a, int b);", "int f(a, b);", "typedef int b; int f(int a, b);"),
    ),
    Rule(
        "spiral",
        "Where the spiral rule goes wrong",
        "The clockwise spiral turns to the left after each piece on the right. Where two suffixes "
        "are side by side, it takes the star too early.",
        "Read all suffixes on the right, then the stars on the left, then leave the parentheses.",
        ("int *a[10][15];", "int *(*f(void))[3][4];"),
        ("int *a[10];", "int (*a)[10][15];"),
    ),
    Rule(
        "star-binds-to-one",
        "The star belongs to one name",
        "A star is part of the declarator, not of the type: it belongs to the name after it.",
        "Write one declaration for each name, or a star for each pointer.",
        ("char *a, b;", "int **p, n;"),
        ("char *a, *b;", "char *a; char b;"),
    ),
    Rule(
        "static-meaning",
        "static has two meanings",
        "At file scope it gives a name internal linkage: no other file sees it. In a block it "
        "gives an object a lifetime as long as the program's (6.2.2, 6.2.4).",
        "Both are right in their places; look where the declaration is.",
        ("static int n;", "static char *p = 0;"),
        ("int n;", "static int f(void);", "int f(int a[static 3]);"),
    ),
    Rule(
        "thread-local-in-block",
        "In a block, _Thread_local needs static or extern",
        "A thread's object lives as long as the thread, and so cannot be an automatic one "
        "(6.7.2). At file scope the word may be alone.",
        "Write static _Thread_local in a block.",
        ("_Thread_local int n;", "thread_local int n;"),
        ("static _Thread_local int n;", "extern _Thread_local int n;"),
    ),
    Rule(
        "typedef-hides-pointer",
        "A typedef hides a pointer",
        "A const before such a name qualifies the pointer, not what it points to: with typedef "
        "char *string, const string s is char *const s.",
        "Name the type that is pointed to, and write the star where it is used.",
        ("typedef char *string;", "typedef struct node *list;"),
        ("typedef char byte;", "typedef int (*compare)(int, int);"),
    ),
    Rule(
        "variable-size",
        "A name decides the size",
        "If it is a macro, an enumeration constant or a constexpr object, the array has a "
        "constant size. If it is any other object, even a const one, it makes a variable length "
        "array, which is allowed in a block only (6.7.7.3).",
        "Make it an enumeration constant where the size should be one.",
        ("int a[n];", "char line[width + 1];"),
        ("int a[N];", "int a[3];", "int n; int a[n];", "void f(int n, int a[n]);"),
    ),
)
