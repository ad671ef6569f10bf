// How the owner's letter looks: one page of A4, dark on light, readable at twice the size.
#pragma once

#include <string_view>

namespace bridle {

inline constexpr std::string_view kLetterStyle = R"css(
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1d2328;--soft:#57616b;--line:#dcdad3;
--red:#a3182b;--red-tint:#fbeceb;--amber:#7d4b00;--amber-tint:#fbf1dd;--green:#1d5e3c;--green-tint:#e8f3ec}
@media (prefers-color-scheme:dark){:root{--paper:#15181b;--card:#1d2226;--ink:#e8e6e1;--soft:#a5afb8;--line:#363d43;
--red:#ff9aa2;--red-tint:#3a1d21;--amber:#f1c27a;--amber-tint:#352a16;--green:#8fd3ac;--green-tint:#182c21}}
*{box-sizing:border-box}
html{font:17px/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic","Liberation Sans",sans-serif;-webkit-text-size-adjust:100%}
body{margin:0;background-color:var(--paper);color:var(--ink)}
header,main,footer{max-width:46rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:1.5rem}
header p{margin:0;color:var(--soft);font-size:.9rem}
h1{font-size:1.15rem;font-weight:600;margin:.1rem 0 0}
h2{font-size:1.02rem;line-height:1.3;margin:1.15rem 0 .15rem}
p{margin:.15rem 0 .4rem}
.first{font-size:1.45rem;line-height:1.35;font-weight:600;margin:.9rem 0 .4rem;padding:1rem 1.25rem;
color:var(--tone);background-color:var(--tint);border:1px solid;border-color:var(--tone);border-inline-start-width:.5rem;border-radius:.5rem}
.red{--tone:var(--red);--tint:var(--red-tint)}.amber{--tone:var(--amber);--tint:var(--amber-tint)}
.green{--tone:var(--green);--tint:var(--green-tint)}
ul,ol{margin:.15rem 0 .4rem;padding-inline-start:1.35rem}
li{margin:.15rem 0}
em{font-style:normal;font-weight:600}
.exact{font-family:ui-monospace,"DejaVu Sans Mono","Liberation Mono",monospace;font-size:.88em;overflow-wrap:anywhere}
.caution{border:2px solid;border-color:var(--ink);border-radius:.5rem;padding:.1rem 1.1rem .4rem;margin:1.3rem 0 0}
.caution h2{margin-top:.5rem}
footer{margin-top:1.2rem;padding-bottom:2rem;color:var(--soft);font-size:.85rem}
@media (min-width:44rem){.pair{display:flex;gap:0 2rem}.pair section{flex:1 1 0}}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--red:#8c1022;--red-tint:#fff;--amber:#6b4000;--amber-tint:#fff;
--green:#134a2d;--green-tint:#fff}
@page{size:A4;margin:13mm 17mm}html{font-size:9.6pt;line-height:1.36}header,main,footer{max-width:none;padding:0}
h2{margin:.65rem 0 .05rem}p,ul,ol{margin-bottom:.15rem}li{margin:.05rem 0}.first{font-size:1.35rem;padding:.5rem .9rem;margin:.5rem 0 .2rem}
.caution{margin-top:.7rem}footer{margin-top:.6rem;padding:0}section{break-inside:avoid}ul,ol{padding:0 1.3rem}
.pair{display:block}}
)css";

}  // namespace bridle
