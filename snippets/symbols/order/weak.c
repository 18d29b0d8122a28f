const char *who(void);

__attribute__((weak)) const char *who(void)
{
    return "weak";
}
