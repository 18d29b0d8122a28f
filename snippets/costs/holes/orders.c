struct order {
    char kind;
    double price;
    short qty;
    int customer;
    char urgent;
} orders[100];

int main(void)
{
    return orders[0].kind;
}
