"""Runs in the Python that has LibreOffice's bridge: opens files, accepts or rejects all changes, saves them as text.

Arguments: the name of the pipe, then for each file its path, the path of the text, and the command or `-`.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import uno  # type: ignore[import-not-found] # LibreOffice's own
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found] # as above
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found] # as above

SECONDS = 60


def value(name, content):  # noqa: ANN001, ANN201 - no types in the bridge
    made = PropertyValue()
    made.Name, made.Value = name, content
    return made


def context(pipe):  # noqa: ANN001, ANN201 - as above
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    end = time.monotonic() + SECONDS
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def main(pipe, *jobs):  # noqa: ANN001, ANN002, ANN201 - as above
    there = context(pipe)
    services = there.ServiceManager
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", there)
    helper = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", there)
    text = (value("FilterName", "Text (encoded)"), value("FilterOptions", "UTF8,LF"))
    for source, target, command in zip(jobs[::3], jobs[1::3], jobs[2::3], strict=True):
        url = Path(source).resolve().as_uri()
        document = desktop.loadComponentFromURL(url, "_blank", 0, (value("Hidden", True),))
        if command != "-":
            helper.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
        document.storeToURL(Path(target).resolve().as_uri(), text)
        document.close(True)
    desktop.terminate()


if __name__ == "__main__":
    main(*sys.argv[1:])
