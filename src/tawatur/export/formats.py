"""The formats that there are, in the order in which they are listed: the command line and the page read it."""

from collections.abc import Mapping
from types import MappingProxyType

from tawatur.export import (
    annotations,
    csv_files,
    ftm,
    gdelt,
    geojson,
    gexf,
    graphml,
    jsonld,
    ninjs,
    parquet_files,
    plover,
    prov,
    rss,
    timelinejs,
)
from tawatur.export.folder import FILES, write_all
from tawatur.export.job import Format, Job

DEFAULT = "folder"


def _folder(job: Job) -> Mapping[str, int]:
    counts = write_all(job.source, job.folder, withheld=job.withheld)
    return {f"{name}.jsonl": count for name, count in counts.items()}


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        one.name: one
        for one in (
            Format(name=DEFAULT, files=(*(f"{name}.jsonl" for name in FILES), "meta.json"), write=_folder),
            csv_files.FORMAT,
            parquet_files.FORMAT,
            ftm.FORMAT,
            ninjs.FORMAT,
            jsonld.FORMAT,
            prov.FORMAT,
            annotations.FORMAT,
            plover.FORMAT,
            gdelt.FORMAT,
            graphml.FORMAT,
            gexf.FORMAT,
            timelinejs.FORMAT,
            geojson.FORMAT,
            rss.FORMAT,
        )
    }
)
