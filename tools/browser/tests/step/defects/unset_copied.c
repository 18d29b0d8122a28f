int main(void)
{
    int from;
    int to = from; //! uninitialised
    return to - to;
}
