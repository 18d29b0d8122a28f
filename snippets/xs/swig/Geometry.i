%module Geometry
%{
#include "point.hpp"
%}
%include "point.hpp"
