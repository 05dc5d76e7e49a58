"""Owns the self-scan: a worksheet of scored lines that several respondents fill in, merge and compare.

The scan has its texts with it, unlike a flow: pictures, reports and agendas are made in the browser. Everything here is
data in, data out; state is what a file holds. Runs in browser and build.
"""
