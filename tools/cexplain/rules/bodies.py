"""The rules about members, bit-fields, enumerations, parameters and main."""

from cexplain.rules.rule import Rule

RULES = (
    Rule(
        "bit-field-atomic",
        "A bit-field is not atomic",
        "The standard leaves that to compilers, and neither gcc nor clang accepts it: "
        "neighbouring bit-fields share a unit that is written as a whole.",
        "Take the _Atomic out, or make it a member of its own.",
        ("struct s { _Atomic int flag : 1; };",),
        ("struct s { int flag : 1; };", "struct s { _Atomic int flag; };"),
    ),
    Rule(
        "bit-field-type",
        "A bit-field has an integer type",
        "It takes some bits of an integer. bool, int and unsigned int are what ISO C promises; "
        "compilers take the other integer types too.",
        "Write int, unsigned int or bool.",
        ("struct s { float x : 3; };", "struct s { int *p : 3; };", "struct s { int a[2] : 3; };"),
        ("struct s { unsigned x : 3; };", "struct s { _Bool b : 1; };"),
    ),
    Rule(
        "bit-field-width",
        "A bit-field cannot be wider than its type",
        "The width is a constant from zero to the number of bits of the type: 32 for int, 1 for "
        "bool, where gcc and clang run.",
        "Write a smaller width, or a wider type.",
        (
            "struct s { int n : 33; };",
            "struct s { _Bool b : 2; };",
            "struct s { int n : -1; };",
            "struct s { int n : 1.5; };",
        ),
        ("struct s { int n : 32; };", "struct s { _Bool b : 1; };", "struct s { long n : 33; };"),
    ),
    Rule(
        "bit-field-zero",
        "A bit-field without bits has no name",
        "A width of zero says that the next bit-field begins a new unit. There is nothing to name.",
        "Take the name out.",
        ("struct s { int n : 0; };",),
        ("struct s { int a : 1; int : 0; int b : 1; };",),
    ),
    Rule(
        "declares-nothing",
        "A declaration declares something",
        "A structure without a tag and without a name can never be used. Within a structure, one "
        "without a tag is an anonymous member; one with a tag declares the tag and no member.",
        "Name the member, or take the tag out.",
        (
            "c17: struct s { int a; struct t { int b; }; };",
            "c17: struct s { int a; enum e { A }; };",
            "c99: struct { int a; };",
        ),
        ("c17: struct s { int a; struct { int b; }; };", "c17: struct s { int a; struct t *b; };"),
    ),
    Rule(
        "duplicate-enumerator",
        "Each enumeration constant has a name of its own",
        "Constants are ordinary identifiers of the scope around the braces, not of the "
        "enumeration.",
        "Give one of the two another name.",
        ("enum e { A, B, A };", "enum e { A }; enum f { A };"),
        ("enum e { A, B = A };", "enum e { A }; enum f { B };"),
    ),
    Rule(
        "duplicate-member",
        "Each member has a name of its own",
        "The members of an anonymous structure or union count as the outer one's.",
        "Give one of the two another name, or name the inner structure.",
        ("struct s { int a; char a; };", "struct s { int a; struct { char a; }; };"),
        ("struct s { int a; char b; };", "struct s { int a; struct { char a; } inner; };"),
    ),
    Rule(
        "empty-enum",
        "An enumeration has at least one constant",
        "The grammar requires one between the braces.",
        "Write a constant.",
        ("enum e { };",),
        ("enum e { A };",),
    ),
    Rule(
        "enum-forward",
        "An enumeration is not declared before its constants",
        "Its integer type follows from the constants. Since C23 the type can be written, and then "
        "it can be declared before.",
        "Write the constants, or with C23 the type: enum e : int;",
        ("c17: enum e;",),
        ("c17: enum e { A };", "c23: enum e : int;", "c17: struct s;"),
    ),
    Rule(
        "enum-underlying",
        "The constants of an enumeration have an integer type",
        "After the ':' comes the type that holds them.",
        "Write an integer type.",
        ("enum e : double { A };", "enum e : int * { A };"),
        ("enum e : unsigned char { A };",),
    ),
    Rule(
        "enumerator-range",
        "Before C23 an enumeration constant is an int",
        "Constants have the type int there. Since C23 an enumeration takes a wider type when its "
        "values ask for it.",
        "Write a smaller value, or choose --std c23.",
        ("c17: enum e { A = 0x80000000 };", "c17: enum e { A = 0x7fffffff, B };"),
        ("c17: enum e { A = 0x7fffffff };", "c23: enum e { A = 0x80000000 };"),
    ),
    Rule(
        "enumerator-value",
        "An enumeration constant's value is an integer constant",
        "It is known when the program is compiled, it is whole, and an integer type holds it.",
        "Write a whole number, or an expression of constants.",
        (
            "enum e { A = 1.5 };",
            'enum e { A = "a" };',
            "int n; enum e { A = n };",
            "c23: enum e { A = 1 << 70 };",
        ),
        ("enum e { A = 1 };", "enum e { A = 'a', B = A + 1 };"),
    ),
    Rule(
        "extra-semicolon",
        "A semicolon alone declares no member",
        "Each declaration of members ends with one semicolon.",
        "Take the second one out.",
        ("c17: struct s { int a;; };",),
        ("c17: struct s { int a; };",),
    ),
    Rule(
        "flexible-alone",
        "A flexible array member follows a named member",
        "A structure with nothing else in it would have no size.",
        "Put a member before it, such as the number of elements.",
        ("c17: struct s { int data[]; };",),
        ("c17: struct s { int n; int data[]; };", "gnu17: struct s { int data[]; };"),
    ),
    Rule(
        "flexible-in-union",
        "A union has no flexible array member",
        "All members of a union begin at the same place, so none comes before it.",
        "Write a size, or put the union before the flexible array member of a structure.",
        ("c17: union u { int n; int data[]; };",),
        ("c17: union u { int n; int data[2]; };",),
    ),
    Rule(
        "flexible-nested",
        "A type with a flexible array member is not for members or elements",
        "Something would follow the elements, whose number nobody knows. Compilers take it as an "
        "extension.",
        "Use a pointer to the structure.",
        (
            "c17: struct s { int n; int data[]; } all[2];",
            "c17: struct s { int n; int data[]; }; struct t { struct s inner; };",
        ),
        ("c17: struct s { int n; int data[]; } *all[2];",),
    ),
    Rule(
        "flexible-not-last",
        "A flexible array member is the last one",
        "A member after it would have no offset.",
        "Write a size, or move it to the end.",
        ("struct s { int n; int data[]; int m; };",),
        ("struct s { int n; int m; int data[]; };", "struct s { int n; int data[2]; int m; };"),
    ),
    Rule(
        "member-function",
        "A member is not a function",
        "Members are objects. C has no methods.",
        "Make it a pointer to a function: the star and parentheses around it.",
        ("struct s { int f(void); };", "typedef int fn(void); struct s { fn f; };"),
        ("struct s { int (*f)(void); };",),
    ),
    Rule(
        "member-incomplete",
        "A structure does not contain itself",
        "It is complete only after its closing brace; it would be larger than itself.",
        "Make the member a pointer.",
        ("struct s { int n; struct s next; };",),
        ("struct s { int n; struct s *next; };",),
    ),
    Rule(
        "no-members",
        "A structure has at least one named member",
        "Without one the standard gives it no size; in GNU C it has the size zero.",
        "Write a member.",
        ("c17: struct s { };", "c17: struct s { int : 3; };"),
        ("c17: struct s { int n; };", "gnu17: struct s { };"),
    ),
    Rule(
        "storage-of-member",
        "A member has no storage class of its own",
        "It lives where the structure lives. C has no static members.",
        "Take the word out, or declare an object outside.",
        ("struct s { static int n; };", "struct s { typedef int t; };", "static int flag : 1;"),
        ("struct s { int n; };", "static struct s { int n; } one;"),
    ),
    Rule(
        "void-member",
        "A member has a type with values",
        "void has no values and no size.",
        "Write the type, or make it a pointer.",
        ("struct s { void p; };",),
        ("struct s { void *p; };",),
    ),
    Rule(
        "duplicate-parameter",
        "Each parameter has a name of its own",
        "All parameters of a list share one scope. A parameter that is itself a function has a "
        "list and a scope of its own.",
        "Give one of the two another name.",
        ("int f(int a, int a);", "int (*f)(char c, int c);"),
        ("int f(int a, int b);", "int f(int a, int (*g)(int a));"),
    ),
    Rule(
        "forward-mismatch",
        "A parameter declared before the list is in the list",
        "GNU C lets a size use a parameter that follows it: the parameter is declared once before "
        "a ';', and again in its place, with the same type.",
        "Declare the parameter again after the ';', with the same type.",
        ("int f(int n; int a[n]);", "int f(int n; int a[n], long n);"),
        ("gnu17: int f(int n; int a[n], int n);",),
    ),
    Rule(
        "forward-parameter",
        "Parameters declared before the list are a GNU extension",
        "In int f(int n; int a[n], int n) the size uses a parameter that follows it. gcc takes "
        "that; ISO C and clang do not.",
        "Move the parameter before those whose sizes use it.",
        ("c17: int f(int n; int a[n], int n);",),
        ("int f(int n, int a[n]);",),
    ),
    Rule(
        "main-inline",
        "main is not inline",
        "In a hosted program main is called from outside, where no inline definition is seen.",
        "Take the inline out.",
        ("inline int main(void) { return 0; }",),
        ("int main(void) { return 0; }",),
    ),
    Rule(
        "main-noreturn",
        "main returns",
        "C11 and C17 say that main is not _Noreturn; its return ends the program.",
        "Take the _Noreturn out.",
        ("_Noreturn int main(void) { for (;;); }",),
        ("int main(void) { for (;;); }",),
    ),
    Rule(
        "main-signature",
        "main returns int and takes nothing, or argc and argv",
        "That is how a hosted program is started. A third parameter for the environment is a "
        "common extension and not reported; a program without an operating system may do "
        "otherwise.",
        "Write int main(void), or int main(int argc, char *argv[]).",
        (
            "c17: void main(void) { }",
            "c17: int main(int argc) { return 0; }",
            "c17: int main(int argc, char *argv) { return 0; }",
        ),
        ("c17: int main(void) { return 0; }", "c17: int main(int argc, char **argv) { return 0; }"),
    ),
    Rule(
        "old-style-parameter",
        "An old-style definition declares its own parameters",
        "The types of the names in the list come between the list and the body, and nothing "
        "else; a call gives them their values.",
        "Add the name to the list, or take its declaration out.",
        ("c17: int f(a) int a; int b; { return a; }", "c17: int f(a) int a = 3; { return a; }"),
        ("c17: int f(a, b) int a; int b; { return a; }",),
    ),
    Rule(
        "parameter-without-name",
        "Before C23 the parameters of a definition have names",
        "A declaration needs none. Since C23 a definition may leave out those that it does not "
        "use.",
        "Name it, or choose --std c23.",
        ("c17: int f(int) { return 0; }",),
        ("c17: int f(int a) { return 0; }", "c17: int f(int);", "c23: int f(int) { return 0; }"),
    ),
    Rule(
        "storage-of-parameter",
        "A parameter is register, or has no storage class",
        "It begins with a call and ends with it.",
        "Take the word out.",
        ("int f(static int n);", "int f(extern int n);", "int f(auto int n);"),
        ("int f(register int n);", "int f(int a[static 3]);"),
    ),
    Rule(
        "void-parameter",
        "void among parameters is (void) alone",
        "It says that there are no parameters. With a name, a qualifier or neighbours it would be "
        "a parameter without values.",
        "Write (void), or the parameter's type.",
        ("int f(void, int);", "int f(void x);", "int f(const void);", "int f(void, ...);"),
        ("int f(void);", "int f(void *x, int);"),
    ),
)
