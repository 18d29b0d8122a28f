"""The rules of C++: its references, members and special functions."""

from cexplain.rules.rule import Rule

RULES = (
    Rule(
        "array-size-constant",
        "An array's size is a constant in C++",
        "C has arrays whose size is computed when the declaration is reached. C++ does not: "
        "the size belongs to the type, and is known when the program is compiled.",
        "Make the size constexpr, or use std::vector.",
        ("c++17: int n; int a[n];", "c++17: int n = 3; int (*p)[n];"),
        ("c++17: const int n = 3; int a[n];", "c++17: constexpr int n = 3; int a[n + 1];"),
    ),
    Rule(
        "flexible-member",
        "A C++ member is complete",
        "C lets a structure end in an array without a size, for as many elements as memory was "
        "asked for. C++ has no such member; compilers take it as an extension.",
        "Write a size, or hold a pointer or a std::vector.",
        ("c++17: struct s { int n; int data[]; };",),
        ("c++17: struct s { int n; int *data; };", "c++17: struct s { static int data[]; };"),
    ),
    Rule(
        "reference-to-reference",
        "There is no reference to a reference",
        "A reference is another name for an object, not an object itself, so nothing can refer "
        "to it. Two '&' together are one token, the sign of an rvalue reference.",
        "Write one '&', or '&&' without a space.",
        ("c++17: int & &r;", "c++17: int & &&r;"),
        ("c++17: int &r;", "c++17: int &&r;"),
    ),
    Rule(
        "array-of-references",
        "An array's elements cannot be references",
        "The elements of an array are objects side by side, to which pointers point. A reference "
        "is not an object and may have no place in memory.",
        "Make the elements pointers. A reference to a whole array has parentheses: int (&r)[3].",
        ("c++17: int &a[3];", "c++17: void f(int &a[]);"),
        ("c++17: int (&r)[3];", "c++17: int *a[3];"),
    ),
    Rule(
        "pointer-to-reference",
        "There is no pointer to a reference",
        "A pointer holds an object's address. A reference has none of its own: its address is "
        "that of what it is bound to.",
        "Write int *p for a pointer to what the reference is bound to, or int *&r for a reference "
        "to a pointer.",
        ("c++17: int &*p;", "c++17: int &&*p;"),
        ("c++17: int *&r;", "c++17: int *p;"),
    ),
    Rule(
        "reference-to-void",
        "There is no reference to void",
        "A reference is bound to an object, and no object has type void.",
        "Use void * where anything may be passed, or make the function a template.",
        ("c++17: void &v;", "c++17: void f(const void &v);"),
        ("c++17: void *&v;", "c++17: void (&v)();"),
    ),
    Rule(
        "qualified-reference",
        "A reference itself cannot be const",
        "const after a '*' keeps the pointer from being changed. A reference is never "
        "rebound anyway, so C++ has no const after '&'.",
        "Put const before the '&', with the type: const int &r.",
        ("c++17: int &const r;", "c++17: int &volatile r;"),
        ("c++17: const int &r;", "c++17: int *const &r;"),
    ),
    Rule(
        "member-pointer-target",
        "A pointer to member cannot point to a reference or to void",
        "It holds where in an object a member is. A member that is a reference may have no "
        "place there, and no member has the type void.",
        "Point to a member of object type or to a member function.",
        ("c++17: int &Point::*p;", "c++17: void Point::*p;"),
        ("c++17: int Point::*p;", "c++17: void (Point::*p)();"),
    ),
    Rule(
        "member-qualifier",
        "const after the parameters belongs to member functions",
        "It is about *this, the object that a member function is called for. Other functions "
        "have no such object: friends, static members, and what a plain pointer points to.",
        "Take it out, or make the pointer one to member: int (Shape::*p)() const.",
        ("c++17: int (*p)() const;", "c++17: int (&r)() &;", "c++17: static int f() const;"),
        (
            "c++17: int f() const;",
            "c++17: int (Shape::*p)() const;",
            "c++17: using F = int () const;",
        ),
    ),
    Rule(
        "default-argument-order",
        "After a default argument every parameter has one",
        "Arguments are matched from the left, so only the last ones can be left out.",
        "Give the later parameters default arguments as well, or move this one to the end.",
        ("c++17: int f(int a = 1, int b);",),
        ("c++17: int f(int a, int b = 1);",),
    ),
    Rule(
        "virtual-place",
        "virtual belongs to a member function, within its class",
        "A virtual function is found through an object at run time. Data, static members, friends "
        "and constructors are not found that way, and a definition outside the class repeats "
        "what the class has said.",
        "Take virtual out; write it where the class declares the function.",
        (
            "c++17: virtual int x;",
            "c++17: virtual void Shape::draw();",
            "c++17: struct Shape { virtual Shape(); };",
            "c++17: static virtual int f();",
        ),
        ("c++17: virtual int f();", "c++17: struct Shape { virtual ~Shape(); };"),
    ),
    Rule(
        "pure-place",
        "'= 0' belongs to a virtual function",
        "It says that derived classes override the function. Only a virtual function can be "
        "overridden.",
        "Write virtual before it.",
        ("c++17: struct Shape { double area() = 0; };",),
        (
            "c++17: struct Shape { virtual double area() = 0; };",
            "c++17: struct Circle : Shape { double area() override = 0; };",
        ),
    ),
    Rule(
        "override-place",
        "override and final belong to virtual functions of a class",
        "override says that a base class has such a virtual function, final that no derived class "
        "may override it. Where there is no base, nothing is overridden.",
        "Take the word out, name the base class, or declare the function virtual there.",
        (
            "c++17: struct Shape { void draw() override; };",
            "c++17: void Shape::draw() override;",
            "c++17: struct Shape { void draw() final; };",
        ),
        (
            "c++17: struct Circle : Shape { void draw() override; };",
            "c++17: struct Shape { virtual void draw() final; };",
        ),
    ),
    Rule(
        "explicit-place",
        "explicit belongs to constructors and conversion functions",
        "It takes a function out of implicit conversions, and only these two convert.",
        "Take it out.",
        ("c++17: explicit int f();", "c++17: explicit ~Shape();"),
        ("c++17: explicit Circle(double);", "c++17: explicit operator bool() const;"),
    ),
    Rule(
        "defaulted-function",
        "Only special member functions can be defaulted",
        "'= default' asks the compiler for the function that it would write by itself. It can "
        "write default constructors, copies, moves and destructors; since C++20 comparisons.",
        "Write a body, or a ';'.",
        ("c++17: struct S { void f() = default; };", "c++17: struct S { S(int) = default; };"),
        ("c++17: struct S { S() = default; S(const S &) = default; ~S() = default; };",),
    ),
    Rule(
        "destructor-signature",
        "A destructor has no parameters",
        "Nobody calls it with arguments: it is called when the object's life ends.",
        "Leave the parentheses empty.",
        ("c++17: ~Shape(int);",),
        ("c++17: ~Shape();",),
    ),
    Rule(
        "conversion-signature",
        "A conversion function has no parameters",
        "It converts the object that it is called for, and needs nothing else.",
        "Leave the parentheses empty.",
        ("c++17: operator bool(int);",),
        ("c++17: operator bool() const;",),
    ),
    Rule(
        "mutable-place",
        "mutable belongs to members that change in a const object",
        "A reference cannot be changed, a const object must not be, and a function is not data.",
        "Take mutable out.",
        ("c++17: mutable int &r;", "c++17: mutable const int n;"),
        ("c++17: mutable int n;", "c++17: mutable const int *p;"),
    ),
    Rule(
        "reference-bit-field",
        "A bit-field has an integer or enumeration type",
        "It is a few bits of a larger unit, too small for a reference or an array.",
        "Take the width out.",
        ("c++17: struct S { int &r : 3; };",),
        ("c++17: struct S { int n : 3; };",),
    ),
    Rule(
        "register-removed",
        "C++17 removed register",
        "Compilers had long decided by themselves what stays in a register.",
        "Take it out.",
        ("c++17: register int n;",),
        ("c++14: register int n;", "c++17: int n;"),
    ),
)

READING = (
    Rule(
        "not-read",
        "cexplain does not read this part of C++",
        "Structured bindings declare several names at once. Concepts, constraints and modules "
        "decide when a declaration counts, and where it is visible.",
        "Give each name a declaration of its own; leave the constraint or 'export' out.",
        (
            "c++17: auto [a, b] = p;",
            "c++20: template <class T> concept C = true;",
            "c++20: template <class T> requires C<T> void f(T);",
            "c++20: std::integral auto n = 1;",
        ),
        (
            "c++17: auto &a = p.first;",
            "c++20: template <class T> void f(T);",
            "c++17: int concept;",
        ),
    ),
    Rule(
        "unclosed-template",
        "A template's arguments end with '>'",
        "A '<' after a name in a declaration begins template arguments, and no '>' closes them "
        "before the declaration ends.",
        "Write the '>'.",
        ("c++17: std::vector<int v;",),
        ("c++17: std::vector<int> v;",),
    ),
)

NOTES = (
    Rule(
        "reference",
        "A reference is another name, never rebound",
        "After int &r = x; an assignment r = y copies the value of y into x. There is no way to "
        "let r refer to y.",
        "Use a pointer if it has to refer to something else later.",
        ("c++17: int &r;",),
        ("c++17: int *p;",),
    ),
    Rule(
        "rvalue-reference",
        "An rvalue reference is bound to a temporary",
        "It is bound to an object that has no name and may be taken apart. The reference has a "
        "name, so an expression that uses it is an lvalue again.",
        "Write std::move(r) to hand it on as an rvalue.",
        ("c++17: Shape &&r;",),
        ("c++17: Shape &r;",),
    ),
    Rule(
        "forwarding-reference",
        "auto && becomes an lvalue reference for an lvalue",
        "The type is deduced so that the reference can be bound to what initializes it.",
        "Nothing to repair; write auto & or const auto & where only one kind is meant.",
        ("c++17: auto &&r = f();",),
        ("c++17: const auto &r = f();",),
    ),
    Rule(
        "member-pointer",
        "A pointer to member needs an object",
        "It says which member, not of which object. Only .* and ->* bring the two together, and "
        "both bind less tightly than a call: hence the parentheses.",
        "Write (object.*pointer)(arguments), or std::invoke(pointer, object, arguments).",
        ("c++17: int Point::*p;", "c++17: double (Shape::*area)() const;"),
        ("c++17: int *p;",),
    ),
    Rule(
        "const-member-function",
        "const after the parameters is about *this",
        "Within such a function the object is const. For a const object only such functions can "
        "be called.",
        "Nothing to repair.",
        ("c++17: double area() const;",),
        ("c++17: const double area();",),
    ),
    Rule(
        "ref-qualifier",
        "& and && after the parameters choose by the object",
        "A function with & is called for objects with a name, one with && for temporaries.",
        "Nothing to repair.",
        ("c++17: std::string name() &&;",),
        ("c++17: std::string &&name();",),
    ),
    Rule(
        "noexcept",
        "noexcept is a promise that is kept by std::terminate",
        "The compiler does not check what the function calls. An exception that would leave it "
        "ends the program.",
        "Promise it where nothing can be thrown: moves, swaps, destructors.",
        ("c++17: void swap(Shape &a, Shape &b) noexcept;",),
        ("c++17: void swap(Shape &a, Shape &b);",),
    ),
    Rule(
        "deleted",
        "A deleted function is an error to use",
        "It takes part in the choice among functions, and where it is chosen the program is "
        "ill-formed. That is how a class forbids copies.",
        "Nothing to repair; pass the object by reference where a copy was refused.",
        ("c++17: Shape(const Shape &) = delete;",),
        ("c++17: Shape(const Shape &) = default;",),
    ),
    Rule(
        "pure-virtual",
        "A pure virtual function makes its class abstract",
        "There are no objects of an abstract class, so a derived object cannot be sliced to one.",
        "Nothing to repair; derived classes override it.",
        ("c++17: virtual double area() const = 0;",),
        ("c++17: virtual double area() const;",),
    ),
    Rule(
        "pure-without-virtual",
        "'= 0' needs a virtual function in a base class",
        "The line alone does not say that the function is virtual. It is if a base class declares "
        "it so.",
        "Write virtual, or override after it.",
        ("c++17: double area() const = 0;",),
        ("c++17: virtual double area() const = 0;",),
    ),
    Rule(
        "override",
        "override asks the compiler whether something is overridden",
        "A parameter's type or a const that differs makes a new function instead. With override "
        "that is an error.",
        "Nothing to repair; write it at every overriding function.",
        ("c++17: double area() const override;",),
        ("c++17: double area() const;",),
    ),
    Rule(
        "explicit",
        "explicit forbids conversions that nobody asked for",
        "Without it, a constructor with one parameter makes objects wherever such a type is "
        "expected.",
        "Nothing to repair.",
        ("c++17: explicit Circle(double radius);",),
        ("c++17: Circle(double radius);",),
    ),
    Rule(
        "virtual-destructor",
        "A class with virtual functions needs a virtual destructor",
        "delete through a pointer to the base calls the destructor of the base alone if it is not "
        "virtual, which is undefined.",
        "Declare virtual ~Shape() = default;",
        ("c++17: struct Shape { virtual double area() const; };",),
        ("c++17: struct Shape { virtual ~Shape(); virtual double area() const; };",),
    ),
)
