"""The figures of one run, by job name; what is missing or failed gives None and is told as such."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from bench.timing import FailedJobError, Figures


@dataclass(frozen=True, slots=True)
class Results:
    """All figures of a run and the sizes that took part."""

    figures: Mapping[str, Figures | FailedJobError]
    sizes: tuple[int, ...]

    def of(self, name: str) -> Figures | None:
        """The figures of a job that ran."""
        found = self.figures.get(name)
        return found if isinstance(found, Figures) else None

    def wall(self, name: str) -> float | None:
        """Median seconds of a job's process."""
        found = self.of(name)
        return found.wall if found else None

    def peak(self, *names: str) -> float | None:
        """Greatest peak memory of some jobs' processes in megabytes; None where one of them is missing."""
        found = [self.of(name) for name in names]
        peaks = [each.peak for each in found if each]
        return max(peaks) if len(peaks) == len(names) else None

    def inner(self, name: str, *keys: str) -> float | None:
        """Median of the sum of what a probe printed under the keys."""
        found = self.of(name)
        if not found:
            return None
        printed: list[dict[str, float]] = [json.loads(sample.output) for sample in found.samples]
        return float(median(sum(numbers[key] for key in keys) for numbers in printed))

    @property
    def failed(self) -> Mapping[str, FailedJobError]:
        """Jobs that ended with a wrong exit code."""
        return {name: found for name, found in self.figures.items() if isinstance(found, FailedJobError)}


def ratio(one: float | None, other: float | None) -> float | None:
    """How many times `other` fits into `one`."""
    return one / other if one is not None and other else None
