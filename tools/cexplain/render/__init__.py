"""An explanation as it is shown: in a terminal, as JSON, on a page, as a picture."""
