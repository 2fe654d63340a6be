"""Reading, annotating and comparing as batches and joins of Spark, for more articles than one machine goes through in time.

    read       the inputs are listed by the driver and read by the workers, a pack a task       reading
    annotate   a pack a task; of identical texts the first only                                  annotating
    share      which texts meet, what they share, who tells it in other words, families          meeting, comparing, retelling, families

Every stage is a table of Parquet in a work folder, and finished by a marker (`stages`): a run goes on after the last finished one.
What is done to a batch are the functions of the local engine; only the joins are written anew.
"""

from tawatur.pipeline.spark.engine import Spark

__all__ = ["Spark"]
