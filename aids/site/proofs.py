"""Owns the step of the build in which the rules of every tree and shared part are proven, and the certificates' HTML.

A tree whose proof is broken or undecided has no certificate: its findings stop the build, so that the last good site
stays. A fault in a shared part is told once, not again for each of its hosts. Proofs made before are taken from a
folder of kept ones. Runs in the build.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from aids.compiler.diagnostics import Diagnostic, has_errors, with_excerpts
from aids.compiler.document import Document
from aids.compiler.proof.cache import proven
from aids.compiler.render_certificate import render_certificate
from aids.compiler.scan.compile import compile_scan
from aids.compiler.scan.document import ScanDocument
from aids.compiler.scan.proof import proven_scan
from aids.runtime.tree import Tree


def certificates(
    documents: Iterable[Document],
    trees: Mapping[str, Tree],
    root: Path,
    kept: Path,
    scans: Iterable[ScanDocument] = (),
) -> tuple[dict[str, str], list[Diagnostic]]:
    """Return the certificate of each tree as HTML by the id of the tree, and what the proofs find.

    Args:
        documents: trees and shared parts without errors.
        trees: the same, compiled, by id.
        root: the folder of the repository, for the lines that findings point at.
        kept: the folder of proofs made before.
        scans: scans without errors.
    """
    found: list[Diagnostic] = []
    pages: dict[str, str] = {}
    proofs = [proven(document, trees[document.id], kept) for document in documents]
    proofs += [proven_scan(scan, compile_scan(scan), kept) for scan in scans]
    for certificate in proofs:
        found += certificate.diagnostics
        if not has_errors(certificate.diagnostics):
            pages[certificate.tree] = render_certificate(certificate.to_json())
    once = list({(finding.at, finding.code, finding.message): finding for finding in found}.values())
    files = {finding.at.file for finding in once}
    texts = {name: (root / name).read_text(encoding="utf-8") for name in files if (root / name).is_file()}
    return pages, with_excerpts(once, texts)
