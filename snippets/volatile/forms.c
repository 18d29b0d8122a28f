//@ do: compile
//@ std: c17
//@ compilers: gcc clang clang-19
//@ options: -Wall -Wextra -pedantic
#include <stdint.h>

//@ section: forms
extern volatile uint8_t *reg;
//~ reads: reg is an extern pointer to volatile uint8_t
extern uint8_t *volatile moving;
//~ reads: moving is an extern volatile pointer to uint8_t
extern volatile uint8_t *volatile both;
//~ reads: both is an extern volatile pointer to volatile uint8_t
extern volatile uint8_t *const fixed;
//~ reads: fixed is an extern const pointer to volatile uint8_t
//@ end

//@ section: again
extern uint8_t volatile *reg;
extern uint8_t *reg;            //~[gcc] error: conflicting type
//~[clang*] error: redeclaration of 'reg' with a different type
extern uint8_t *volatile reg;   //~[gcc] error: conflicting type
//~[clang*] error: redeclaration of 'reg' with a different type
//@ end
