// How the report looks: its colours carry no meaning alone, and hold 4.5 : 1 on paper and screen.
#pragma once

#include <string_view>

namespace bridle {

inline constexpr std::string_view kReportStyle = R"css(
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#ffffff;--ink:#1d2328;--soft:#57616b;--line:#dcdad3;
--red:#a3182b;--red-tint:#fbeceb;--amber:#7d4b00;--amber-tint:#fbf1dd;--green:#1d5e3c;--green-tint:#e8f3ec;
--blue:#1f4f82;--blue-tint:#e9f0f8;--code:#f2f0ea}
@media (prefers-color-scheme:dark){:root{--paper:#15181b;--card:#1d2226;--ink:#e8e6e1;--soft:#a5afb8;--line:#363d43;
--red:#ff9aa2;--red-tint:#3a1d21;--amber:#f1c27a;--amber-tint:#352a16;--green:#8fd3ac;--green-tint:#182c21;
--blue:#9cc4f0;--blue-tint:#1a2736;--code:#262c31}}
*{box-sizing:border-box}
html{font:16px/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;-webkit-text-size-adjust:100%}
body{margin:0;background-color:var(--paper);color:var(--ink)}
main,header,footer{max-width:62rem;margin-inline:auto;padding-inline:1.5rem}
header{padding-block:1.75rem .25rem}
.brand{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;color:var(--soft);font-size:.9rem}
.brand strong{color:var(--ink);font-size:1rem;letter-spacing:.02em}
h1{font-size:1.05rem;font-weight:600;margin:0}
h1.title{font-size:1.7rem;line-height:1.25;margin:.4rem 0 0}
h2{font-size:1.35rem;line-height:1.25;margin:2.75rem 0 .35rem;letter-spacing:-.01em}
h3{font-size:1.08rem;margin:1.9rem 0 .15rem}
p{margin:.35rem 0 .75rem}
.note{color:var(--soft);font-size:.92rem;max-width:46rem}
a{color:var(--blue)}
a:focus-visible{outline:3px solid var(--blue);outline-offset:2px}
.verdict{background-color:var(--tint);border:1px solid;border-color:var(--tone);border-inline-start-width:.6rem;border-radius:.5rem;
padding:1.4rem 1.6rem;margin-block:1rem 1.25rem}
.verdict .word{display:inline-block;color:var(--tone);font-weight:700;letter-spacing:.09em;text-transform:uppercase;font-size:.88rem}
.verdict h2{margin:.1rem 0 .4rem;font-size:1.85rem;color:var(--tone)}
.verdict p{font-size:1.08rem;max-width:48rem;margin:.2rem 0}
.verdict .beside{margin-top:.8rem;padding-top:.7rem;border-top:1px solid;border-color:var(--tone);font-size:.98rem}
.red{--tone:var(--red);--tint:var(--red-tint)}.amber{--tone:var(--amber);--tint:var(--amber-tint)}
.green{--tone:var(--green);--tint:var(--green-tint)}.blue{--tone:var(--blue);--tint:var(--blue-tint)}
.grey{--tone:var(--soft);--tint:var(--code)}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.75rem;margin:0 0 1rem;padding:0;list-style:none}
.facts li{background-color:var(--card);border:1px solid;border-color:var(--line);border-radius:.5rem;padding:.6rem .9rem;color:var(--soft);font-size:.88rem}
.facts b{display:block;font-size:1.5rem;line-height:1.2;color:var(--ink);font-variant-numeric:tabular-nums}
nav ul{list-style:none;padding:0;margin:.5rem 0;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.94rem}
nav a{display:inline-block;min-height:1.6rem}
.wide{overflow-x:auto;margin:.5rem 0 1rem;border:1px solid;border-color:var(--line);border-radius:.5rem;background-color:var(--card)}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:start;vertical-align:top;padding:.5rem .8rem;border-top:1px solid;border-color:var(--line)}
td bdi,th bdi{overflow-wrap:anywhere}.t bdi{overflow-wrap:normal}
thead th{border-top:0;font-size:.78rem;letter-spacing:.04em;text-transform:uppercase;color:var(--soft);white-space:nowrap;overflow-wrap:normal}
tbody th{font-weight:600}
td.n,th.n{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
.t{font-variant-numeric:tabular-nums;white-space:nowrap}
.id{font-family:ui-monospace,"DejaVu Sans Mono","Liberation Mono",monospace;font-size:.86em;color:var(--soft)}
code,.exact{font-family:ui-monospace,"DejaVu Sans Mono","Liberation Mono",monospace;font-size:.88em;overflow-wrap:anywhere}
.small{font-size:.78rem;font-weight:600;letter-spacing:.04em;text-transform:uppercase;color:var(--soft);margin:.2rem 0 .1rem}
pre{background-color:var(--code);border:1px solid;border-color:var(--line);border-radius:.35rem;padding:.5rem .8rem;font-size:.85rem;white-space:pre-wrap;overflow-wrap:anywhere;text-align:left}
.near{margin:.3rem 0;padding-inline-start:1.4rem;font-size:.88rem}.near li{padding:.1rem .3rem;overflow-wrap:anywhere}
.near .hit{background-color:var(--code);font-weight:600}.near span span{margin-inline-start:.5rem}
summary{cursor:pointer;font-size:.9rem;margin-top:.6rem}
.chip{display:inline-block;border:1px solid;border-color:var(--tone);color:var(--tone);background-color:var(--tint);border-radius:1rem;
padding:.02rem .6rem;font-size:.8rem;font-weight:600}
.finding{background-color:var(--card);border:1px solid;border-color:var(--line);border-inline-start-width:.35rem;border-inline-start-color:var(--tone);border-radius:.5rem;
padding:1rem 1.25rem 1.1rem;margin:.9rem 0}
.finding:target{outline:3px solid var(--blue)}
.finding h3,.finding h4{display:flex;flex-wrap:wrap;gap:.3rem .7rem;align-items:baseline;margin:0 0 .35rem;font-size:1rem}
.finding .why{font-size:1.02rem;margin:.2rem 0 .6rem}
.value{margin:.5rem 0 .8rem;padding:.6rem .85rem;background-color:var(--code);border-radius:.35rem;
font-family:ui-monospace,"DejaVu Sans Mono","Liberation Mono",monospace;font-size:.88rem;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:minmax(6.5rem,max-content) 1fr;gap:.25rem 1rem;margin:.4rem 0;font-size:.9rem}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere;min-width:0}
.weigh{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:.3rem 2rem;margin-top:.7rem;font-size:.92rem}
.weigh ul{margin:0;padding-inline-start:1.1rem}.weigh p{margin:0}.weigh .small{margin:.2rem 0 .1rem}
.decision{margin:.8rem 0 0;padding-top:.6rem;border-top:1px dashed;border-color:var(--line);color:var(--soft);font-size:.86rem;
display:flex;flex-wrap:wrap;gap:.2rem 1.4rem}
svg{display:block;width:100%;height:auto}
svg text{font:12px system-ui,"Noto Sans","Liberation Sans",sans-serif;fill:var(--soft)}
svg .lane{stroke:var(--line)}svg .tick{stroke:var(--line);stroke-dasharray:2 4}
svg .dot{stroke:var(--card);stroke-width:1.5}svg .m{fill:var(--red)}svg .l{fill:var(--amber)}
footer{margin-top:3rem;padding-block:1rem 2.5rem;border-top:1px solid;border-color:var(--line);color:var(--soft);font-size:.85rem}
@media (max-width:40rem){dl{grid-template-columns:1fr}dt{margin-top:.3rem}.verdict h2{font-size:1.45rem}}
dl>div{display:contents}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--red:#8c1022;--red-tint:#fff;--amber:#6b4000;
--amber-tint:#fff;--green:#134a2d;--green-tint:#fff;--blue:#143b66;--blue-tint:#fff;--code:#f4f4f4}
@page{size:A4;margin:16mm 15mm 18mm;@bottom-center{content:counter(page) " / " counter(pages);font-size:8pt;color:#444}}
html{font-size:9.5pt;line-height:1.42}nav{display:none}main,header,footer{padding:0;max-width:none}
.brand,.facts,.finding h3,.finding h4,.decision,.weigh{display:block}.brand h1{display:inline}
dl{display:table;width:100%;border-collapse:collapse}dl>div{display:table-row}dt,dd{display:table-cell;padding:.1rem .5rem .1rem 0}dt{width:22%}
[dir=rtl] dt,[dir=rtl] dd{padding:.1rem 0 .1rem .5rem}
ul,ol{padding:0 1.4rem}.facts{padding:0}.facts li{display:inline-block;margin:.2rem .4rem}.facts b{display:inline;font-size:1rem}
th,td,.finding,.wide,.facts li,.decision,footer,pre{border-color:#bbb}.verdict{border-color:#000}
h2{margin-top:1.6rem}h2,h3,h4,.note{break-after:avoid}.verdict,.weigh,tr,svg,pre{break-inside:avoid}
.wide{overflow:visible;border:0}th,td{padding:.3rem .5rem}thead{display:table-header-group}
.chip{padding:0 .4rem}a{color:inherit;text-decoration:none}}
)css";

}  // namespace bridle
