"""Judgements of names: entities that are one, a part that is another, a name that one shall have."""

from collections.abc import Sequence
from datetime import datetime

from tawatur.correct.chosen import entity
from tawatur.correct.keeping import judge, keep, moment
from tawatur.records.errors import UsageError
from tawatur.records.judgement import Judgement
from tawatur.settle.ruling import is_part, judgement, subject
from tawatur.store.library import StoreLibrary
from tawatur.store.sqlite import Store


def merge(store: Store, asked: Sequence[str], *, who: str, when: datetime | None = None) -> Judgement:
    """Judge that the entities (ids, names or forms of names; two or more) are one."""
    with store.judging():
        found = StoreLibrary(store)
        entities = [entity(found, one) for one in asked]
        if len({one.id for one in entities}) < len(entities) or len(entities) < 2:
            raise UsageError("names_same", entity=asked[0] if asked else "-")
        subjects = [subject(one, list(found.mentions(one.id))) for one in entities]
        told = judgement("merge", subjects, judge(who), moment(when))
        keep(store, [told])
    return told


def split(store: Store, asked: str, parts: Sequence[str], *, who: str, when: datetime | None = None) -> Judgement:
    """Judge that what `parts` name of an entity is another: forms (ways of writing it), or ids of documents that name it."""
    with store.judging():
        found = StoreLibrary(store)
        one = entity(found, asked)
        mentions = list(found.mentions(one.id))
        documents = [part for part in parts if any(m.document == part for m in mentions)]
        forms = [part for part in parts if part not in documents]
        for part in forms:
            if not any(is_part(m, (part,), ()) for m in mentions):
                raise UsageError("names_no_part", entity=one.name, part=part)
        rest = [m for m in mentions if not is_part(m, forms, documents)]
        if not rest:
            raise UsageError("names_all_parts", entity=one.name)
        told = judgement("split", [subject(one, rest)], judge(who), moment(when), forms=forms, documents=documents)
        keep(store, [told])
    return told


def rename(store: Store, asked: str, name: str, *, who: str, when: datetime | None = None) -> Judgement:
    """Judge what an entity is called."""
    called = " ".join(name.split())
    if not called:
        raise UsageError("names_empty")
    with store.judging():
        found = StoreLibrary(store)
        one = entity(found, asked)
        seen = subject(one, list(found.mentions(one.id)))
        told = judgement("rename", [seen], judge(who), moment(when), name=called)
        keep(store, [told])
    return told
