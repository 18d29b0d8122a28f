MODULE = Thing  PACKAGE = Thing

PROTOTYPES: DISABLE

Thing *
Thing::new()

int
Thing::size()
