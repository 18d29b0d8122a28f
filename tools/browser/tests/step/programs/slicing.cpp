// A derived object that is copied into a base object loses what it has more.
struct Shape {
    int id = 1;
    virtual int corners() const { return 0; }
    virtual ~Shape() = default;
};

struct Square : Shape {
    int side = 5;
    int corners() const override { return 4; }
};

static int ask(Shape shape)
{
    return shape.corners(); //@ moment: sliced
}

int main()
{
    Square square;
    square.id = 7;
    Shape &whole = square;
    Shape part = square; //@ moment: copied
    int lost = ask(square);
    Shape *made = new Square;
    int kept = made->corners() + whole.corners(); //@ moment: asked
    delete made;
    return lost + part.id == 7 && kept == 8 ? 0 : 1;
}
