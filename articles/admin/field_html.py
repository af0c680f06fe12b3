"""A field of a fact as HTML. A sheet may have a thousand of them, for which a template is too slow."""

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe


def field_html(
    name: str, label: str, value: str, control: str, *, machine: str, error: str, help: str, rows: int,
    options: tuple[tuple[str, str], ...], placeholder: str,
) -> SafeString:  # fmt: skip
    """Label, control, and what is said under it; every word of it is escaped."""
    name, invalid = escape(name), ' aria-invalid="true"' if error else ""
    said = (
        f'<p class="help-line">{escape(help)}</p>' if help else "",
        f'<p class="machine-value">The machine: {_lines(machine)}</p>' if machine else "",
        f'<p class="error">{escape(error)}</p>' if error else "",
    )
    match control:
        case "choice":
            chosen = (
                f'<option value="{escape(option)}"{" selected" if option == value else ""}>{escape(told)}</option>'
                for option, told in options
            )
            field = f'<select name="{name}" id="id_{name}"{invalid}>{"".join(chosen)}</select>'
        case "lines":
            field = f'<textarea name="{name}" id="id_{name}" rows="{rows}"{invalid}>\n{escape(value)}</textarea>'
        case _:
            offered = f' list="{control}"' if control in {"people", "organizations"} else ""
            hint = f' placeholder="{escape(placeholder)}"' if placeholder else ""
            field = f'<input type="text" name="{name}" id="id_{name}" value="{escape(value)}"{hint}{offered}{invalid}>'
    return mark_safe(  # noqa: S308
        f'<div class="field" data-control="{control}"><label for="id_{name}">{escape(label)}</label> '
        f"{field}{''.join(said)}</div>"
    )


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
