int main(void)
{
    char *word = "four";
    word[0] = 'F'; //! constant
    return 0;
}
