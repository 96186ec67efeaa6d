"""Parts of a validator that are made once for all fields that have them: the model has some twelve hundred fields."""

from __future__ import annotations

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema


class Once:
    """Marks a type of words, numbers and choices, never one of models: those keep their own account of what is made.

    It stands last, so that what stands before it counts, and holds for the one type that it is written with.
    """

    __slots__ = ("_made",)

    def __init__(self) -> None:
        self._made: CoreSchema | None = None

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """What was made the first time."""
        if self._made is None:
            self._made = handler(source)
        return self._made
