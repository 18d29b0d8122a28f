"""The colours and rules of a path picture, and of the page's phrases beside it."""

LEGEND_FONT = 16.0

LIGHT = {
    "ink": "#1c242b",
    "ink-soft": "#52606b",
    "paper": "#fdfcf9",
    "line": "#52606b",
    "name": "#ad3316",
    "pointer": "#15568c",
    "array": "#6b3a94",
    "function": "#2a6431",
    "type": "#7a4d00",
    "storage": "#4a5660",
    "attribute": "#4a5660",
    "members": "#0b5563",
    "wrong": "#a3211f",
}
"""Fallbacks of the custom properties --cw-*: the site's colours (docs/assets/theme.css)."""

DARK = {
    "ink": "#e8e4db",
    "ink-soft": "#aab3bb",
    "paper": "#14191d",
    "line": "#aab3bb",
    "name": "#ff9a7d",
    "pointer": "#87c3f3",
    "array": "#cfaef2",
    "function": "#93d19a",
    "type": "#e6ba6b",
    "storage": "#b9c2ca",
    "attribute": "#b9c2ca",
    "members": "#82cad7",
    "wrong": "#ff9d98",
}
"""The same for a dark ground."""

KINDS = ("name", "storage", "pointer", "array", "function", "type", "members", "attribute")

MONO = (
    "var(--cw-font-mono,ui-monospace,'DejaVu Sans Mono','Cascadia Mono',Menlo,Consolas,monospace)"
)
SANS = "var(--cw-font-sans,system-ui,'Segoe UI','DejaVu Sans',Roboto,Helvetica,Arial,sans-serif)"


def style(scope: str) -> str:
    """Return the rules of one picture, which follows the reader's colour scheme by itself.

    Each rule is limited to elements within `scope`.
    """
    dark = f"@media (prefers-color-scheme:dark){{{scope}{{{_palette(DARK)}}}}}"
    return "".join([*_rules(scope), dark])


def page_style() -> str:
    """Return the style sheet of all pictures in a page, which sets --cw-* for its schemes."""
    return "\n".join(["/* Written by cexplain.render.path_style. */", *_rules("svg.cw-path"), ""])


def _rules(scope: str) -> list[str]:
    """Return the rules, with the light colours where --cw-* are not set."""
    return [
        f"{scope}{{{_palette(LIGHT)};max-width:100%;height:auto}}",
        f"{scope} text{{font-kerning:none;font-variant-ligatures:none;white-space:pre}}",
        f"{scope} .cw-code{{font-family:{MONO};fill:var(--cw_ink-soft)}}",
        f"{scope} .cw-code[data-stop]{{fill:var(--cw_kind);font-weight:600}}",
        f"{scope} .cw-box{{fill:var(--cw_kind);fill-opacity:.11;stroke:var(--cw_kind);"
        "stroke-opacity:.45}",
        f"{scope} .cw-aside{{fill-opacity:.05;stroke-dasharray:2 3}}",
        f"{scope} .cw-badge circle{{fill:var(--cw_kind)}}",
        f"{scope} .cw-badge text{{fill:var(--cw_paper);font-family:{SANS};font-weight:700;"
        "text-anchor:middle}",
        f"{scope} .cw-line{{fill:none;stroke:var(--cw_line);stroke-width:1.8;"
        "stroke-linecap:round}",
        f"{scope} .cw-tip{{fill:var(--cw_line)}}",
        f"{scope} .cw-wrong path{{fill:none;stroke:var(--cw_wrong);stroke-width:1.8;"
        "stroke-linecap:round}",
        f"{scope} .cw-wrong .cw-astray{{stroke-dasharray:3.5 4.5;stroke-opacity:.8}}",
        f"{scope} .cw-words{{font-family:{SANS};fill:var(--cw_ink)}}",
        f"{scope} .cw-note{{fill:var(--cw_wrong)}}",
        *(f"{scope} .cw-{kind}{{--cw_kind:var(--cw_{kind})}}" for kind in KINDS),
    ]


def _palette(colours: dict[str, str]) -> str:
    """Return declarations that take each colour from the page, or the fallback."""
    return ";".join(f"--cw_{name}:var(--cw-{name},{value})" for name, value in colours.items())
