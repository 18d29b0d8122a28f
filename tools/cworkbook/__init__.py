"""The site of the C Concepts Workbook: pages, and the proof of its snippets."""
