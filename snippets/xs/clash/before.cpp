#include HEADER

#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"
