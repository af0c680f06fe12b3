"""Galley: an article travels one way, import → correct → approve → publish → read. The rooms, in that order:

text/         words: pure Python, strings in, values out
  scraping/     bytes → text → blocks with roles → whole paragraphs
  facts/        paragraphs → suggested speeches, claims, initiatives, awards
  checks/       paragraph → problems, one file a family
  changes.py    word-level difference of two texts      anchors.py      a quote followed through an edit
  effort.py     post-editing effort                     likeness.py     how alike two texts are
  document.py   an article's frozen form, its digest    correction.py   what an editor asks to change
  mending.py    what is safe to put without asking      wordings.py     what editors put before, offered again
  beside.py     the original's paragraphs beside the machine's      showing.py  what readers get of it
  skimming.py   canonical text read in part, for thousands of documents
  structure.py  paragraphs joined, split, moved, added  readiness.py    what keeps an article from review
  significance.py  whether a new edition changes more than its readers may be left unaware of
errors.py     what may be refused, each with the sentence its user reads
models/       nouns: one file each; guards.py keeps frozen rows frozen, drafts.py writes documents as rows, rows.py
              thousands of rows
search.py     the only file that knows the search engine
pages/        an edition → finished HTML, feeds' entries, JSON-LD, ninjs
steps/        verbs: workflow.py is the table of what may be done; one function = one transaction
  preparing, reading, importing, likening      a seed comes in
  correcting, mending, revising, naming, noting, replacing   an editor works on it
  readiness, approving                         somebody else judges it
  publishing, showing, relating, purging       readers get it
  remembering, tallying                        the newsroom learns from it
  merging                                      people, organizations and themes that are one
  verifying, replaying, exporting, restoring   the archive is proved and kept
admin/        the editors' door
public/       the readers' door
management/   the operators' door
tasks.py      the workers' door

Code imports only from floors below its own; a test keeps it so.
"""
