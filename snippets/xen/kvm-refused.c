//@ do: run
//@ std: gnu17
//@ compilers: gcc clang
//@ levels: -O2
//@ options: -Wall -Wextra
//@ requires: linux-libc-dev
//@ args: /no/such/device
//@ browser: no makes a virtual machine
//@ exit: 1
//@ output:
//| no guest today: /no/such/device: No such file or directory
//| Is VT-x or SVM switched on in the firmware? In a virtual machine, does its host allow nesting?
#include "kvm-guest.c"
