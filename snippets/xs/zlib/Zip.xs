#define PERL_NO_GET_CONTEXT
#include "EXTERN.h"
#include "perl.h"
#include "XSUB.h"
#include <zlib.h>

//@ section: stream
typedef z_stream *Zip__Stream;

static int made, freed;
//@ end: stream

MODULE = Zip  PACKAGE = Zip

PROTOTYPES: DISABLE

//@ section: squeeze
SV *
squeeze(SV *text)
PREINIT:
    STRLEN length;
    const char *bytes;
    uLongf room;
    int error;
CODE:
    bytes = SvPVbyte(text, length);
    room = compressBound(length);
    RETVAL = newSV(room);
    error = compress((Bytef *)SvPVX(RETVAL), &room,
                     (const Bytef *)bytes, length);
    if (error != Z_OK) {
        SvREFCNT_dec(RETVAL);
        croak("%s", zError(error));
    }
    SvPOK_only(RETVAL);
    SvCUR_set(RETVAL, room);
    *SvEND(RETVAL) = '\0';
OUTPUT:
    RETVAL

//@ end: squeeze
//@ section: blind
SV *
squeeze_blind(SV *text)
PREINIT:
    STRLEN length;
    const char *bytes;
    uLongf room;
CODE:
    bytes = SvPVbyte(text, length);
    room = compressBound(length);
    RETVAL = newSV(room);
    SvPOK_only(RETVAL);
    compress((Bytef *)SvPVX(RETVAL), &room, (const Bytef *)bytes, length);
OUTPUT:
    RETVAL

//@ end: blind
void
counts()
PPCODE:
    mXPUSHi(made);
    mXPUSHi(freed);

//@ section: object
MODULE = Zip  PACKAGE = Zip::Stream

Zip::Stream
new(const char *class, int level = Z_DEFAULT_COMPRESSION)
PREINIT:
    int error;
CODE:
    PERL_UNUSED_VAR(class);
    Newxz(RETVAL, 1, z_stream);
    error = deflateInit(RETVAL, level);
    if (error != Z_OK) {
        Safefree(RETVAL);
        croak("%s", zError(error));
    }
    made++;
OUTPUT:
    RETVAL

void
DESTROY(Zip::Stream self)
CODE:
    deflateEnd(self);
    Safefree(self);
    freed++;

//@ end: object
//@ section: add
SV *
add(Zip::Stream self, SV *text, int last = 0)
PREINIT:
    STRLEN length;
    Bytef piece[64];
    int error;
CODE:
    self->next_in = (Bytef *)SvPVbyte(text, length);
    if (length > UINT_MAX)
        croak("too long for one piece");
    self->avail_in = (uInt)length;
    RETVAL = newSVpvs("");
    do {
        self->next_out = piece;
        self->avail_out = sizeof piece;
        error = deflate(self, last ? Z_FINISH : Z_NO_FLUSH);
        sv_catpvn(RETVAL, (char *)piece, sizeof piece - self->avail_out);
    } while (self->avail_out == 0);
    if (error == Z_STREAM_ERROR || self->avail_in) {
        SvREFCNT_dec(RETVAL);
        croak("the stream has ended");
    }
OUTPUT:
    RETVAL

//@ end: add
