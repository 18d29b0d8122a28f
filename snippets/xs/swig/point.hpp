#include <cmath>

class Point {
public:
    double x, y;
    Point(double x, double y) : x(x), y(y) {}
    double distance() const { return std::hypot(x, y); }
};
