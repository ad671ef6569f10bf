"""Spark looks into modules of this sort of name for data sources: format("bridle") needs no registration."""
from bridle.spark import BridleDataSource as DefaultSource

__all__ = ["DefaultSource"]
