struct Shape { virtual int corners() { return 3; } virtual ~Shape() {} };
int main()
{
    Shape *shape = new Shape;
    delete shape;
    return shape->corners() - 3; //! freed
}
