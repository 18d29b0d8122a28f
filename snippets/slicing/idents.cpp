//@ do: run
//@ std: c++17
//@ compilers: g++ clang++ clang++-19
//@ options: -Wall -Wextra -Wpedantic
//@ clang-tidy: cppcoreguidelines-slicing
//@ output:
//| Object 1 thinks it is a D object, d1=101 d2=201
//| Object 1 virtually thinks it is a D object, d1=101 d2=201
//| Object 2 thinks it is a C object, d1=102
//| Object 2 virtually thinks it is a C object, d1=102
//| Object 3 thinks it is a D object, d1=103 d2=203
//| Object 3 virtually thinks it is a D object, d1=103 d2=203
//| Inside SliceIt1: Object 1001 thinks it is a C object, d1=101
//| Object 1001 virtually thinks it is a C object, d1=101
//| object 1001 dying as a C
//| Inside SliceIt1: Object 1002 thinks it is a C object, d1=102
//| Object 1002 virtually thinks it is a C object, d1=102
//| object 1002 dying as a C
//| Inside SliceIt2: Object 1 thinks it is a C object, d1=101
//| Object 1 virtually thinks it is a D object, d1=101 d2=201
//| Inside SliceIt2: Object 2 thinks it is a C object, d1=102
//| Object 2 virtually thinks it is a C object, d1=102
//| Inside SliceIt3: Object 1 thinks it is a C object, d1=101
//| Object 1 virtually thinks it is a D object, d1=101 d2=201
//| Inside SliceIt3: Object 2 thinks it is a C object, d1=102
//| Object 2 virtually thinks it is a C object, d1=102
//| Inside CopyIt1:
//| Object 1 thinks it is a C object, d1=101
//| Object 1 virtually thinks it is a D object, d1=101 d2=201
//| Object 2 thinks it is a C object, d1=102
//| Object 2 virtually thinks it is a C object, d1=102
//| Object 1 doing C =
//| Assign C
//| Object 1 thinks it is a C object, d1=102
//| Object 1 virtually thinks it is a D object, d1=102 d2=201
//| Object 1 virtually thinks it is a D object, d1=102 d2=201
//| Object 1 thinks it is a D object, d1=102 d2=201
//| Inside CopyIt1:
//| Object 1 thinks it is a C object, d1=102
//| Object 1 virtually thinks it is a D object, d1=102 d2=201
//| Object 3 thinks it is a C object, d1=103
//| Object 3 virtually thinks it is a D object, d1=103 d2=203
//| Object 1 doing C =
//| Assign C
//| Object 1 thinks it is a C object, d1=103
//| Object 1 virtually thinks it is a D object, d1=103 d2=201
//| Object 3 virtually thinks it is a D object, d1=103 d2=203
//| Object 3 thinks it is a D object, d1=103 d2=203
//| object 3 dying as a D
//| object 3 dying as a C
//| object 2 dying as a C
//| object 1 dying as a D
//| object 1 dying as a C
#include <cstdio>
#include <initializer_list>

//@ section: classes
class C {
public:
    explicit C(int number) : id(number), d1(100 + number) {}
    C(const C &other) : id(1000 + other.id), d1(other.d1) {}
    virtual ~C() { std::printf("object %d dying as a C\n", id); }

    C &operator=(const C &other)
    {
        std::printf("Object %d doing C =\n", id);
        assign(other);
        return *this;
    }
    virtual void assign(const C &other)
    {
        std::puts("Assign C");
        d1 = other.d1;
    }
    void ident() const
    {
        std::printf("Object %d thinks it is a C object, d1=%d\n", id, d1);
    }
    virtual void virtual_ident() const
    {
        std::printf("Object %d virtually thinks it is a C object, d1=%d\n",
                    id, d1);
    }

protected:
    int id;
    int d1;
};

class D : public C {
public:
    explicit D(int number) : C(number), d2(200 + number) {}
    ~D() override { std::printf("object %d dying as a D\n", id); }

    virtual void assign(const D &other)  //~[clang++*] warning: [-Woverloaded-virtual]
    {
        std::puts("Assign in D");
        C::assign(other);
        d2 = other.d2;
    }
    void ident() const
    {
        std::printf("Object %d thinks it is a D object, d1=%d d2=%d\n",
                    id, d1, d2);
    }
    void virtual_ident() const override
    {
        std::printf("Object %d virtually thinks it is a D object, "
                    "d1=%d d2=%d\n", id, d1, d2);
    }

private:
    int d2;
};
//@ end

//@ section: calls
template <typename T> void both(const T &object)
{
    object.ident();
    object.virtual_ident();
}

void slice1(C object)
{
    std::printf("Inside SliceIt1: ");
    both<C>(object);
}

void slice2(const C *object)
{
    std::printf("Inside SliceIt2: ");
    both<C>(*object);
}

void slice3(const C &object)
{
    std::printf("Inside SliceIt3: ");
    both<C>(object);
}

void copy(C &to, const C &from)
{
    std::puts("Inside CopyIt1:");
    both<C>(to);
    both<C>(from);
    to = from;
    both<C>(to);
}

int main()
{
    D x(1);
    C y(2);
    D z(3);

    both(x);
    both(y);
    both(z);
    slice1(x);  //~[clang-tidy] warning: [cppcoreguidelines-slicing]
    slice1(y);
    slice2(&x);
    slice2(&y);
    slice3(x);
    slice3(y);

    copy(x, y);
    x.virtual_ident();
    x.ident();
    copy(x, z);
    z.virtual_ident();
    z.ident();
}
//@ end
