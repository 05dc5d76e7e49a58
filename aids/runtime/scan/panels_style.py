"""Owns how the panels look in a file of their own: a short style without colours, for screen, dark and A4.

`aids.runtime.saved_style` has the page around it, with the colours `--ink`, `--line`, `--paper` and `--tint`; this adds
what the panels need. On the site `aids/web/scan-panels.css` does the same work.
"""

STYLE = """
h4{font-size:1rem;margin:1rem 0 .25rem}
.scan-note{padding:.5rem .75rem;border-left:5px solid var(--line);background:var(--tint)}
.scan-picture{width:100%;max-width:30rem;overflow:visible}
.scan-picture-strip{max-width:16rem;margin-bottom:.25rem}
.scan-picture-heat{width:auto;max-width:none}
.scan-scroll{overflow-x:auto;margin:0 0 1rem}
.scan-scroll table{display:table;margin:0}
.scan-table tbody th{min-width:8rem;font-weight:400}
.scan-strong th,.scan-strong td,.scan-table tbody .scan-strong th{font-weight:700}
.scan-table p{margin:0}
.scan-heat th,.scan-heat td{padding:.1rem .35rem}
.scan-scores td:nth-child(2){white-space:nowrap}
.scan-pairs>div{display:flex;flex-wrap:wrap;gap:0 .75rem}
.scan-pairs dt{min-width:8rem}
.scan-pairs dd{flex:1 1 12rem;margin:0;overflow-wrap:anywhere}
.scan-agenda{padding-left:1.5rem}
.scan-item{padding:.5rem 0;border-top:1px solid var(--line)}
.scan-answers{padding:0;list-style:none}
.scan-answers>li{padding:.5rem 0;border-top:1px solid var(--line)}
.scan-answers p{margin:0 0 .25rem}
.scan-answers .scan-ask{font-weight:600}
.scan-item>.scan-room{max-width:42rem;min-height:3.5rem;padding:.5rem .75rem;border:1px solid var(--line)}
.scan-fold>summary{padding:.5rem 0;font-weight:600;cursor:pointer}
@media print{
.scan-picture{max-width:80mm}
.scan-picture-strip{max-width:52mm}
.scan-picture-heat{max-width:100%}
.scan-scroll{overflow:visible}
.scan-table{font-size:8.5pt}
.scan-note{border:1pt solid}
h4{break-after:avoid}
.scan-item,.scan-answers>li{break-inside:avoid}
}
"""
