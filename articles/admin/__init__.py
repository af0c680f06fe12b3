"""The editors' door: the stock admin site, with pages of its own where an editor works all day.

``site`` is the site, ``desk`` its first page, ``articles`` the list and an article's addresses; ``workbench``,
``review``, ``history`` and ``source`` are an article's pages, ``panel`` what stands above each and ``actions`` what
their buttons do. ``sheets``, ``shown``, ``typed``, ``form_*`` and ``workbench_*`` are the workbench's form;
``working_copies`` keeps what is typed on it, ``selecting``, ``comparing``, ``notes`` and ``terms`` answer its script,
``finding`` finds in all of it, ``remembered`` offers what was put before, ``problems`` and ``replacing`` settle many
places at once, ``merging`` makes two names one. ``work_report`` and ``week`` draw (``bars``) what the work took.
``refusals`` gives typing back. The other modules are lists.
"""

from . import articles, people, readonly, terms, themes

__all__ = ["articles", "people", "readonly", "terms", "themes"]
