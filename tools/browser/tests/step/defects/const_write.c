static const int limit = 3;
int main(void)
{
    *(int *)&limit = 4; //! constant
    return 0;
}
