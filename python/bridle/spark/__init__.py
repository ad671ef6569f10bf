"""bridle on Apache Spark: docs/spark.md."""
from bridle.spark.filling import add_to_lake
from bridle.spark.hunting import hunt
from bridle.spark.source import BridleDataSource

__all__ = ["BridleDataSource", "add_to_lake", "hunt"]
