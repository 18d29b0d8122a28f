"""What tests share: a generator of C declarations and compilers as the second opinion."""
