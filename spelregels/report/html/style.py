"""The stylesheet of every page: plain CSS on the tokens; nothing is fetched."""

from __future__ import annotations

from spelregels.report.html.tokens import DARK, LIGHT, TONES, variables

_BASE = """
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);
font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;
overflow-wrap:break-word}
.wrap{max-width:58rem;margin-inline:auto;padding-inline:1rem}
.skip{position:absolute;left:.5rem;top:-6rem;padding:.5rem 1rem;background:var(--ground);
color:var(--accent);border:2px solid var(--accent);z-index:2}
.skip:focus{top:.5rem}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:2px}
a{color:var(--accent);text-underline-offset:.15em}
h1,h2,h3,h4{line-height:1.25;text-wrap:balance;margin:0}
h1{font-size:clamp(1.6rem,5vw,2.2rem)}
h2{font-size:1.4rem;margin-top:2.75rem;padding-top:.9rem;border-top:1px solid var(--hair)}
h3{font-size:1.12rem;margin-top:1.6rem}
h4{font-size:1rem;margin-top:1.2rem}
p,ul,ol,dl,table,figure,details{margin:.75rem 0}
ul,ol{padding-left:1.4rem}
li{margin:.3rem 0}
.plain{list-style:none;padding-left:0}
.muted{color:var(--muted)}
.small{font-size:.9rem}
.top{border-top:.45rem solid var(--accent);background:var(--panel);padding-block:1.4rem 1.5rem}
.kicker{margin:0 0 .35rem;color:var(--muted);font-weight:600}
.top p{margin:.5rem 0 0}
.contents{padding-block:.75rem;border-bottom:1px solid var(--hair)}
.contents ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0}
.contents li{margin:0}
.contents a{display:inline-block;padding-block:.25rem}
main{display:block;padding-bottom:1rem}
main>section:first-child>h2{margin-top:1.5rem;padding-top:0;border-top:0}
.foot{margin-top:3rem;padding-block:1.25rem;background:var(--panel);
border-top:1px solid var(--hair)}
.foot h2{margin-top:0;padding-top:0;border-top:0;font-size:1.2rem}
"""

_PARTS = """
.lead{font-size:1.2rem;line-height:1.45;max-width:44rem}
.badge{display:inline-flex;align-items:center;gap:.4em;padding:.1em .6em .1em .45em;
border:1px solid;border-radius:1em;font-size:.9rem;font-weight:600;line-height:1.5;
vertical-align:baseline;text-align:left}
.badge svg{flex:none;width:1em;height:1em}
.counts{display:flex;flex-wrap:wrap;gap:.5rem;padding:0;list-style:none}
.counts li{margin:0}
td>ul,td>div>ul{margin:0}
.seen>li{margin:.7rem 0}
.facts{display:grid;grid-template-columns:minmax(0,1fr);gap:0}
.facts dt{font-weight:600;margin-top:.7rem}
.facts dd{margin:0;min-width:0}
.facts dd p,.facts dd ul,.facts dd ol{margin:.15rem 0}
.hash{font-family:ui-monospace,"Liberation Mono",monospace;font-size:.88em;overflow-wrap:anywhere}
.card{border:1px solid var(--hair);border-left:.4rem solid var(--line);border-radius:.3rem;
padding:.9rem 1rem 1rem;margin:1rem 0;background:var(--ground)}
.card>h3,.card>h4{margin-top:.5rem}
.card>p:first-child{margin-top:0}
.next{background:var(--panel);border-radius:.3rem;padding:.6rem .8rem;margin:.9rem 0}
.next strong{display:block}
details>summary{cursor:pointer;color:var(--accent);font-weight:600;padding-block:.3rem}
.scroll{overflow-x:auto}
.scroll table{font-size:.9rem}
.scroll th,.scroll td{padding-right:.5rem}
.scroll th:first-child{min-width:9rem}
.scroll caption{max-width:calc(100vw - 2rem)}
table{border-collapse:collapse;width:100%;font-size:.95rem}
caption{text-align:left;font-weight:600;padding-bottom:.4rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .75rem .45rem 0;
border-bottom:1px solid var(--hair)}
thead th{border-bottom:2px solid var(--line)}
tbody th{font-weight:600}
.nr{white-space:nowrap;min-width:2.2rem}
.day{min-width:6.5rem}
.columns{display:grid;gap:1rem;grid-template-columns:minmax(0,1fr)}
.columns{margin:1rem 0}
.columns>.card{margin:0}
.ladder{display:inline-flex;gap:2px;vertical-align:-.1em;margin-right:.5em}
.ladder svg{width:4.5rem;height:.9rem}
.column{display:none;font-weight:600}
@media (min-width:40rem){
.wrap{padding-inline:1.5rem}
.facts{grid-template-columns:10.5rem minmax(0,1fr);column-gap:1.25rem}
.facts dt,.facts dd{margin-top:.35rem}
.facts dt{grid-column:1}
.facts dd{grid-column:2}
.columns{grid-template-columns:repeat(auto-fit,minmax(15rem,1fr))}
.name{width:15rem}
}
@media (max-width:39.99rem){
.card .picture{padding-inline:.75rem}
.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stack,.stack caption,.stack tbody,.stack tr,.stack th,.stack td{display:block}
.stack tr{border-bottom:1px solid var(--line);padding-block:.5rem}
.stack .column{display:inline}
.stack th,.stack td{border:0;padding:.1rem 0;min-width:0}
.stack .number{display:inline-block;margin-right:1rem}
}
"""

_PICTURE = """
.picture{background:var(--panel);border-radius:.3rem;padding:1rem 1.5rem 1.1rem}
.picture>svg{display:block;width:100%;overflow:visible;
font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif}
.picture svg svg{overflow:visible}
.picture>.wide{display:none}
@media (min-width:46rem){.picture>.wide{display:block}.picture>.narrow{display:none}}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;list-style:none;margin:.9rem 0 0;padding:0;
font-size:.9rem}
.legend li{display:inline-flex;align-items:center;gap:.45rem;margin:0}
.legend svg{flex:none;width:1.5rem;height:1.1rem}
.t{fill:var(--ink);font-size:13px;paint-order:stroke;stroke:var(--panel);stroke-width:4px}
.t-b{font-weight:600}
.t-s{fill:var(--muted);font-size:12px}
.t-in{fill:var(--ground);font-size:11.5px;font-weight:600}
.t-out{fill:var(--ink);font-size:11.5px;font-weight:600}
.axis{stroke:var(--line);stroke-width:1.5}
.tick{stroke:var(--hair);stroke-width:1}
.stem{stroke:var(--line);stroke-width:1}
.today{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:4 4}
.dot{fill:var(--ink);stroke:var(--ink);stroke-width:1.5}
.hollow{fill:var(--panel);stroke:var(--ink);stroke-width:1.5}
.maybe{stroke-dasharray:3 2.5}
.span{stroke:var(--ink);stroke-width:3}
.bar{stroke:var(--line);stroke-width:3}
.over{stroke-width:9;stroke-dasharray:3 3}
.flag{fill:var(--ink);stroke:var(--ink);stroke-width:1.5}
.rung{fill:none;stroke:var(--line);stroke-width:1}
.in{stroke:var(--ground);stroke-width:2;fill:none}
"""

_PRINT = """
@media print{
body{font-size:10.5pt}
.skip,.contents{display:none}
.wrap{max-width:none;padding-inline:0}
.top{border-top-width:.25rem;padding-block:.5rem;background:none}
.foot{background:none}
h2{break-after:avoid}
h3,h4,caption,thead,summary{break-after:avoid}
tr,figure,.next,dd{break-inside:avoid}
.card>p:first-child,p:has(+figure){break-after:avoid}
details::details-content{content-visibility:visible;display:block;block-size:auto;opacity:1}
details>summary{color:inherit;list-style:none}
details>summary::-webkit-details-marker{display:none}
.picture,.badge,.next{print-color-adjust:exact;-webkit-print-color-adjust:exact}
a{color:inherit}
.facts a[rel]::after{content:" (" attr(href) ")";font-size:.85em;overflow-wrap:anywhere}
@page{margin:18mm 16mm}
}
"""


def stylesheet() -> str:
    """The CSS of every page; the same for all, so that its hash can be named in the page."""
    light, dark = variables(LIGHT), variables(DARK)
    return "".join(
        (
            f":root{{color-scheme:light dark;{light}}}",
            f"\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}",
            _BASE,
            _PARTS,
            _PICTURE,
            *map(_tone, TONES),
            _PRINT,
        )
    )


def _tone(tone: str) -> str:
    """Badges, cards and drawn shapes in one tone; each also says in words what it is."""
    return (
        f".badge.{tone}{{color:var(--{tone});background:var(--{tone}-ground)}}\n"
        f".card.{tone}{{border-left-color:var(--{tone})}}\n"
        f".shape.{tone}{{fill:var(--{tone});stroke:var(--{tone})}}\n"
        f".over.{tone}{{stroke:var(--{tone})}}\n"
    )
