//@ section: defect
struct Shape {
#ifdef REPAIRED
    virtual ~Shape() = default;
#endif
    virtual int area() const { return 0; }
};

struct Square : Shape {
    int *side = new int(3);

    ~Square() { delete side; }
    int area() const override { return *side * *side; }
};
//@ end

int main()
{
    Shape *shape = new Square;
    int area = shape->area();

    delete shape;
    return area != 9;
}
