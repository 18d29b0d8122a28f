//@ do: assemble
//@ std: c17
//@ compilers: gcc clang clang-19 arm-gcc
//@ levels: -O0 -O2
//@ options: -Wall -Wextra
//@ scan-assembler[-O0]: ^delay:\n([.\t].*\n)*\t(jle|jg|jge|jl|ble|bgt|blt)\t
//@ scan-assembler[!arm-gcc -O2]: ^delay:\n\tretq?$
//@ scan-assembler[arm-gcc -O2]: ^delay:\n\tbx\tlr$
//@ scan-assembler: ^delay_kept:\n([.\t].*\n)*\t(jle|jg|jge|jl|jb|ble|bgt|blt)\t

//@ section: delay
void delay(void)
{
    for (int i = 0; i < 1000; i++) {
    }
}

void delay_kept(void)
{
    for (volatile int i = 0; i < 1000; i++) {
    }
}
//@ end
