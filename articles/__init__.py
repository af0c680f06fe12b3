"""Galley: an article travels one way, import → correct → approve → publish → read. The rooms, in that order:

text/         words: pure Python, strings in, values out
  scraping/     bytes → text → blocks with roles → whole paragraphs
  facts/        paragraphs → suggested speeches, claims, initiatives, awards
  checks/       paragraph → problems, one file a family
  changes.py    word-level difference of two texts      anchors.py     a quote followed through an edit
  effort.py     post-editing effort                     document.py    an article's frozen form and its digest
  correction.py what an editor asks to change           structure.py   paragraphs joined, split, moved, added
errors.py     what may be refused, each with the sentence its user reads
models/       nouns: one file each; guards.py keeps frozen rows frozen, drafts.py writes documents as rows
search.py     the only file that knows the search engine
pages/        an edition → finished HTML
steps/        verbs: importing, correcting, approving, publishing, reporting; one function = one transaction
admin/        the editors' door
public/       the readers' door
management/   the operators' door

Code imports only from floors below its own, and floors may be skipped; a test keeps it so.
"""
