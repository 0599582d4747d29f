"""The engine that a person names: the embedded one, or a Spark cluster."""

from importlib import import_module
from typing import Final

from variorum.engine.duckdb import DuckdbEngine
from variorum.engine.protocol import Engine
from variorum.record.errors import InputError

EMBEDDED: Final = "duckdb"

MASTERS: Final = ("local", "spark://", "k8s://", "yarn")
"""How the names of Spark masters begin."""


def start_engine(name: str, memory: str, processes: int | None) -> Engine:
    """The engine of a name: "duckdb", or a Spark master such as "local[2]" or "spark://host:7077".

    `processes` counts for the embedded engine; a master tells its own. Raises `InputError` for a
    name that is none, or where Spark is not installed, `EngineError` if it cannot be started.
    """
    if name == EMBEDDED:
        return DuckdbEngine(memory, processes)
    if not name.startswith(MASTERS):
        raise InputError(
            f"There is no engine {name!r}", "Give duckdb, or a Spark master such as local[2]"
        )
    try:
        # PySpark is an extra, which the embedded engine does without.
        spark = import_module("variorum.engine.spark")
    except ModuleNotFoundError as error:
        raise InputError("Spark is not installed", "pip install 'variorum[spark]'") from error
    engine: Engine = spark.SparkEngine(name, memory)
    return engine
