"""Opens pages in Chromium and tells what it saw. Runs in the checkers' environment (.check), not in the tool's.

On standard input one JSON object: `executable`, `axe` (the JavaScript of axe-core, or ""), `jobs`. A job: `url` (file:
or loopback), `width`, `height`, `scheme` (light or dark), `javascript`, `actions` (of axe, keyboard), `screenshot` (a
path or ""). On standard output one JSON list with an object for each job; `external.pages` gives both their types.
Nothing is fetched from any other machine: such a request is recorded and refused.
"""

from __future__ import annotations

import json
import sys
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, sync_playwright

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
LOCAL_HOSTS = {"127.0.0.1", "localhost", "::1", None}
AXE = """axe.run({resultTypes: ["violations", "incomplete"], runOnly: {type: "tag", values:
  ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}})"""
CSP_WATCH = """window.__refused = []; document.addEventListener("securitypolicyviolation",
  e => window.__refused.push(`${e.effectiveDirective}: ${e.blockedURI || "inline"}`));"""
REFLOW = """() => ({scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth})"""
# What a keyboard must reach: links, controls and summaries that are shown. Of a radio group only one is a tab stop.
FOCUSABLE = """() => {
  const label = e => (e.getAttribute("href") || e.textContent || "").trim().slice(0, 60);
  const name = e => `${e.localName}${e.id ? "#" + e.id : ""} ${label(e)}`;
  const stands = e => e.type === "radio" && e.name && !e.checked
    && document.querySelector(`input[name="${CSS.escape(e.name)}"]:checked`);
  const kinds = "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, "
    + "details:not(:has(> summary)), [tabindex], [contenteditable=true]";
  const all = [...document.querySelectorAll(kinds)].filter(e => e.checkVisibility({visibilityProperty: true})
    && !e.disabled && !e.closest("[inert]") && e.getAttribute("tabindex") !== "-1" && !stands(e));
  window.__focusable = all;
  return all.map(name);
}"""
# Links that shall stand on one line and do not.
BROKEN = """() => [...document.querySelectorAll("a.whole")].filter(a => {
  const inside = document.createRange();
  inside.selectNodeContents(a);
  return new Set([...inside.getClientRects()].map(box => box.top)).size > 1;
}).map(a => a.textContent)"""
FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  const look = getComputedStyle(e);
  const marked = (look.outlineStyle !== "none" && look.outlineWidth !== "0px") || look.boxShadow !== "none";
  return {index: window.__focusable.indexOf(e), marked};
}"""


def main() -> None:
    """Read the order, do every job in one browser, print what was seen."""
    order = json.load(sys.stdin)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=order["executable"], args=FLAGS)
        seen = [visit(browser, job, order["axe"]) for job in order["jobs"]]
        browser.close()
    json.dump(seen, sys.stdout)


def visit(browser: Browser, job: dict[str, Any], axe: str) -> dict[str, Any]:
    """One page in one state. What the page itself does is noted before anything is injected into it."""
    context = browser.new_context(
        viewport={"width": job["width"], "height": job["height"]},
        color_scheme=job["scheme"],
        java_script_enabled=job["javascript"],
        reduced_motion="reduce",
    )
    requests, console = watch(context, job["url"])
    page = context.new_page()
    page.goto(job["url"], wait_until="load")
    width = page.evaluate(REFLOW)
    seen: dict[str, Any] = {
        "requests": list(requests),
        "scroll_width": width["scroll"],
        "client_width": width["client"],
        "refused": page.evaluate("window.__refused || []"),
        "console": list(console),
        "broken": page.evaluate(BROKEN),
        "focusable": [], "reached": [], "unmarked": [], "violations": [], "incomplete": [],
    }  # fmt: skip
    if job["screenshot"]:
        page.screenshot(path=job["screenshot"], full_page=True, animations="disabled")
    if "keyboard" in job["actions"]:
        seen.update(keyboard(page))
    if "axe" in job["actions"]:
        page.evaluate(axe)
        result = page.evaluate(AXE)
        seen["violations"] = flat(result["violations"])
        seen["incomplete"] = flat(result["incomplete"])
    context.close()
    return seen


def watch(context: BrowserContext, url: str) -> tuple[list[str], list[str]]:
    """Lists that fill while the page loads: requests beyond the page itself, and messages that warn or worse."""
    requests: list[str] = []
    console: list[str] = []

    def note(request: Request) -> None:
        if request.url != url and not request.url.startswith(("data:", "blob:", "about:")):
            requests.append(request.url)

    def refuse_the_world(route: Route) -> None:
        if urlsplit(route.request.url).hostname in LOCAL_HOSTS:
            route.continue_()
        else:
            route.abort()

    context.add_init_script(CSP_WATCH)
    context.route("**/*", refuse_the_world)
    context.on("request", note)
    context.on("console", lambda m: console.append(f"{m.type}: {m.text}") if m.type in {"error", "warning"} else None)
    context.on("weberror", lambda fault: console.append(f"error: {fault.error}"))
    return requests, console


def keyboard(page: Page) -> dict[str, Any]:
    """Press Tab until the round is done; what was reached in which order, and where no focus mark was drawn."""
    names: list[str] = page.evaluate(FOCUSABLE)
    reached: list[int] = []
    unmarked: list[str] = []
    for _ in range(2 * len(names) + 10):  # scrolling areas are stops of their own, so the bound is generous
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        if focus is None or (reached and focus["index"] == reached[0]):
            break
        if focus["index"] >= 0:
            reached.append(focus["index"])
            if not focus["marked"]:
                unmarked.append(names[focus["index"]])
    return {"focusable": names, "reached": [names[index] for index in reached], "unmarked": unmarked}


def flat(findings: list[dict[str, Any]]) -> list[dict[str, str]]:
    """One row for each element that axe names."""
    return [
        {
            "rule": item["id"],
            "impact": node["impact"] or item["impact"] or "",
            "target": str(node["target"]),
            "html": node["html"],
        }
        for item in findings
        for node in item["nodes"]
    ]


if __name__ == "__main__":
    main()
