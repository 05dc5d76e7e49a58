"""Turns trees and editorial data into the site: Markdown extension, post-processing, server. Runs in the build only."""
