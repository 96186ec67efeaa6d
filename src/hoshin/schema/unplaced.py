"""What an import could not place: kept word for word until a person finds a home for it."""

from hoshin.schema.base import Frozen
from hoshin.schema.modifiers import SourceRef
from hoshin.schema.names import Id, PlainText


class Unplaced(Frozen):
    """A piece of the source text that no fact or section holds yet. `check` names each; nothing prints it."""

    id: Id
    text: PlainText
    note: PlainText | None = None
    source_ref: SourceRef | None = None
