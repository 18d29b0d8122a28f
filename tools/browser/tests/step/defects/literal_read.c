int main(void)
{
    const char *word = "four";
    const char *p = word;
    while (p < word + 6)
        if (*p++ == 'z') //! variable end
            return 1;
    return 0;
}
