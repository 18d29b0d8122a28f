#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"

#undef seed
#undef do_open
#undef do_close
#include HEADER
