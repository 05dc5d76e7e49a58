"""Owns how a saved file looks: on a screen, in the dark, and on A4. One text, for its hash is in the file's policy."""

STYLE = """
:root{color-scheme:light dark;--ink:#1b1b1f;--soft:#3d3d45;--line:#8a8a94;--paper:#fff;--tint:#f1f1f4}
@media (prefers-color-scheme:dark){:root{--ink:#f1f1f4;--soft:#d2d2da;--line:#85858f;--paper:#17171a;--tint:#26262b}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:break-word}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 1rem}
h2{font-size:1.35rem;line-height:1.25;margin:2.5rem 0 .75rem}
h3{font-size:1.1rem;margin:1.5rem 0 .5rem}
p,ul,ol,dl{margin:0 0 .75rem;max-width:42rem}
dt{font-weight:600}
dd{margin:0 0 .5rem;white-space:pre-line}
.saved-text{white-space:pre-line}
table{border-collapse:collapse;width:100%;margin:0 0 1.5rem;font-size:.9375rem}
caption{text-align:start;font-weight:600;padding:0 0 .5rem}
th,td{border:1px solid var(--line);padding:.35rem .5rem;text-align:start;vertical-align:top}
thead th{background:var(--tint)}
td{white-space:pre-line}
svg{display:block;max-width:100%;height:auto;margin:0 0 1.5rem;color:var(--ink)}
figure{margin:0 0 1.5rem}
.saved-about{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--soft);font-size:.9375rem}
.saved-about dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem}
.saved-about dd{margin:0}
h4{font-size:1rem;margin:1.25rem 0 .25rem}
dl>div{display:flex;flex-wrap:wrap;gap:0 .75rem}
dl>div>dt{min-width:8rem}
dl>div>dd{flex:1 1 12rem;min-width:0;margin:0}
.scan-answers,.scan-agenda{list-style:none;padding:0;max-width:46rem}
.scan-answers>li,.scan-item{border-top:1px solid var(--line);padding:.5rem 0}
.scan-answers p{margin:0 0 .25rem}
.scan-ask{font-weight:600}
.scan-answer::before{content:"→ " / ""}
.scan-picture{width:100%;max-width:34rem;overflow:visible}
.scan-picture-strip{max-width:18rem}
.scan-picture-heat{width:auto;max-width:none}
.scan-scroll{overflow-x:auto;margin:0 0 1.5rem}
.scan-scroll:focus-visible{outline:3px solid;outline-offset:2px}
.scan-table tbody th{font-weight:400;min-width:8rem}
.scan-strong :is(th,td),.scan-table tbody .scan-strong th{font-weight:600}
.scan-note{padding:.5rem .875rem;border-left:5px solid var(--line);background:var(--tint)}
.scan-agenda{counter-reset:item}
.scan-item{counter-increment:item}
.scan-item>h3::before{content:counter(item) ". "}
.scan-item>h3{margin-top:0}
.scan-item>.scan-ask{font-weight:400}
.scan-item>.scan-room{clear:both;max-width:42rem;min-height:3.5rem;padding:.25rem .75rem;border:1px solid var(--line)}
.scan-counts td,.scan-scores td:nth-child(2){white-space:nowrap}
summary{font-weight:600;padding:.5rem 0}
@media (forced-colors:active){svg{forced-color-adjust:none;color:CanvasText}}
@page{size:A4;margin:18mm 16mm}
@media print{
:root{color-scheme:light;--ink:#000;--soft:#000;--line:#777;--paper:#fff;--tint:#fff}
body{font-size:10pt}
main{max-width:none;padding:0}
table{font-size:8.5pt}
th,td{padding:.75mm 1.5mm}
.scan-scroll{overflow:visible}
.scan-picture{max-width:80mm}
.scan-picture-strip{float:right;max-width:52mm;margin:0 0 1mm 4mm}
.scan-item>p{margin-bottom:1mm;max-width:none}
.scan-picture-heat{max-width:100%}
h1,h2,h3,h4,caption{break-after:avoid}
dl>dt{break-after:avoid}
dl>div,tr,figure,svg,.scan-answers>li,.scan-item{break-inside:avoid}
thead{display:table-header-group}
}
"""
