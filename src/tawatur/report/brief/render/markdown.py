"""A brief as Markdown (CommonMark with tables)."""

import re

from tawatur.records.brief import Brief
from tawatur.report.brief.render.html import source_words
from tawatur.report.brief.render.parts import ShownSentence, heading, remark, sections, timeline
from tawatur.report.clean_text import isolated, one_line
from tawatur.report.messages import messages

# what begins a construct of CommonMark or of GitHub's tables wherever it stands, and what does at the beginning of a line
_MARKS = re.compile(r"([\\`*_\[\]<>&|~!#$@])")
_LEADING = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def escaped(text: str) -> str:
    """Give words so that Markdown shows them as they are, with no markup, HTML or link of theirs, nor a bare address made one."""
    plain = _MARKS.sub(r"\\\1", one_line(text))
    plain = re.sub(r"://", r":\\//", plain)
    return _LEADING.sub(lambda found: f"{found[1]}\\{found[2]}" if not found[2].isdigit() else f"{found[1]}{found[2]}\\", plain)


def markdown(brief: Brief) -> str:
    """Give the brief as Markdown, in UTF-8."""
    m = messages("brief", brief.lang)
    lines = [f"# {escaped(heading(brief))}", ""]
    if remark(brief):
        lines += [escaped(remark(brief)), ""]
    lines += [f"*{escaped(m('gate_note'))}*", ""]
    for section in sections(brief):
        lines += [f"## {escaped(section.heading)}", ""]
        lines += [f"- {_sentence(one, brief)}" for one in section.sentences]
        lines.append("")
    if brief.timeline:
        lines += [f"## {m('heading_timeline')}", "", f"| {m('col_day')} | {m('col_kind')} | {m('col_what')} |", "|---|---|---|"]
        lines += [f"| {escaped(one.day)} | {escaped(one.kind)} | {_sentence(one.sentence, brief)} |" for one in timeline(brief)]
        lines.append("")
    if brief.sources:
        lines += [f"## {m('heading_sources')}", ""]
        for number, source in enumerate(brief.sources, 1):
            told = source_words(source, brief)
            facts = " – ".join(escaped(_own(told[key] or "", brief)) for key in ("outlet", "title", "day"))
            lines.append(f"{number}. {facts}")
        lines.append("")
    if brief.rejected:
        lines += [escaped(m("rejected_note", n=len(brief.rejected))), ""]
    return "\n".join(lines)


def _sentence(one: ShownSentence, brief: Brief) -> str:
    text = "".join(_own(f"{p.before}{p.text}{p.after}", brief) if p.foreign else p.text for p in one.parts)
    if not one.sources:
        return escaped(text)
    comma = messages("report", brief.lang)("comma")
    sources = comma.join(f"{_own(source.outlet, brief)} [{source.number}]" for source in one.sources)
    return f"{escaped(text)} ({escaped(one.count)}: {escaped(sources)})"


def _own(text: str, brief: Brief) -> str:
    """Words that may be of another direction than the frame."""
    return text if brief.lang == "ar" else isolated(text)
