"""The place where a reader types: lines on paper, and a field where scripts run."""

from xml.etree.ElementTree import Element

from cworkbook.questions.kind import child, element


def field(label: str, lines: int = 1, before: str = "", after: str = "") -> Element:
    """Return empty lines to write on, with the field's name for scripts; code may stand around."""
    room = element("div", "cw-question__field", **{"data-lines": str(lines)})
    child(room, "span", "cw-question__typedlabel", label)
    if before:
        child(room, "code", "cw-question__around", before)
    for _ in range(lines):
        child(room, "span", "cw-question__line")
    if after:
        child(room, "code", "cw-question__around", after)
    return room


def cost() -> Element:
    """Return the room for what scripts say of the size of what they will fetch."""
    return element("p", "cw-question__cost")
