"""The application: a page for each entry of `PAGES`, its JSON twin, and nothing from elsewhere."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from hashlib import sha256
from pathlib import Path
from threading import Semaphore
from typing import Any, Final, NamedTuple

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from variorum import __version__
from variorum.record.errors import InputError, StoreBusyError, VariorumError
from variorum.store.naming import StoreName
from variorum.store.opening import open_store
from variorum.views.correcting import Correcting
from variorum.views.desk import Desk
from variorum.views.page import NothingThereError, Page, Query
from variorum.views.pages import PAGES
from variorum.views.rendering import render, script, style_sheet
from variorum.views.stories import label_of_story
from variorum.web import corrections
from variorum.web.addresses import Addresses
from variorum.web.desks import Desks
from variorum.web.forms import ChangedError, Forms, NotFromHereError
from variorum.web.looking import Look, Looking
from variorum.web.openapi import describe
from variorum.web.pages_kept import PagesKept
from variorum.web.protection import Protection

AT_A_TIME: Final = 2
"""Pages of one kind that are drawn at a time: more threads take turns, and none is done sooner."""

DRAWN_AGAIN: Final = 2
"""Times that a page is drawn anew that failed while a watcher changed the record."""

MENU: Final = [page for page in PAGES if page.label]

CHANGES: Final = next(page for page in PAGES if page.name == "changes")
"""Is in the menu, too, of a record that has grown."""

_STATIC: Final = {"variorum.css": "text/css", "variorum.js": "text/javascript"}


class _Static(NamedTuple):
    """The style sheet and script: their text, and the addresses that change with them."""

    texts: dict[str, str]
    addresses: dict[str, str]


def application(
    store: StoreName | str | Path, token: str | None = None, *, warm: bool = False
) -> Starlette:
    """The application over a store. `token`: what a reader must show, if it is not None.

    `warm`: draw what is slow at once, in the background, and not when the first reader needs it.
    Raises `StoreError` if there is no store of this name.
    """
    name = StoreName(store)
    desks = Desks(name)
    kept = PagesKept()
    static = _read_static()
    looking = Looking(name)
    with open_store(name) as opened:
        forms = Forms() if opened.may_be_changed() else None
    routes = [Route("/", _to_front), Route("/openapi.json", _described)]
    routes += [
        Route(address, _static_file(static, name)) for name, address in static.addresses.items()
    ]
    for page in PAGES:
        routes.append(
            Route(f"{page.path}.json", _twin_of(page, desks, kept), name=f"{page.name}.json")
        )
        routes.append(
            Route(page.path, _page_of(page, desks, kept, static, forms, looking), name=page.name)
        )
    if forms:
        received = corrections.receive(name, desks, forms)
        routes.append(Route(corrections.PATH, received, methods=["POST"]))
    if warm:
        desks.warm()

    @asynccontextmanager
    async def serving(_app: Starlette) -> AsyncIterator[None]:
        yield
        desks.end_comparing()

    return Starlette(
        routes=routes,
        lifespan=serving,
        middleware=[Middleware(Protection, token=token)],
        exception_handlers={404: _unknown, VariorumError: _refused},
    )


Answer = Callable[[Request], Awaitable[Response]]


async def _to_front(_request: Request) -> Response:
    return RedirectResponse(MENU[0].path)


async def _described(_request: Request) -> Response:
    return _json(describe(PAGES))


def _static_file(static: _Static, name: str) -> Answer:
    async def answer(_request: Request) -> Response:
        headers = {"Cache-Control": "public, max-age=31536000, immutable"}
        return Response(static.texts[name], media_type=_STATIC[name], headers=headers)

    return answer


def _read_static() -> _Static:
    texts = {"variorum.css": style_sheet(), "variorum.js": script()}
    marks = {name: sha256(text.encode()).hexdigest()[:12] for name, text in texts.items()}
    return _Static(texts, {name: f"/static/{mark}/{name}" for name, mark in marks.items()})


def _twin_of(page: Page, desks: Desks, kept: PagesKept) -> Answer:
    def draw(_request: Request, query: Query, _author: str) -> bytes:
        with desks.desk(query.story) as desk:
            return msgspec.json.encode(page.draw(desk, query))

    return _answering(page, desks, kept, draw, "application/json")


def _page_of(
    page: Page,
    desks: Desks,
    kept: PagesKept,
    static: _Static,
    forms: Forms | None,
    looking: Looking,
) -> Answer:
    def draw(request: Request, query: Query, author: str) -> bytes:
        asked = request.url.query
        with desks.desk(query.story) as desk:
            text = render(
                "page.html.j2",
                page=page,
                view=page.draw(desk, query),
                query=query,
                chosen=desk.group,
                chosen_label=label_of_story(desk, desk.group) if desk.group else "",
                links=Addresses(query.story),
                correcting=forms and Correcting(desk, forms.place, author),
                menu=_menu(desk),
                depth=2,
                twin=f"{request.url.path}.json" + (f"?{asked}" if asked else ""),
                style=static.addresses["variorum.css"],
                script=static.addresses["variorum.js"],
                version=__version__,
            )
        return text.encode("utf-8", "replace")

    return _answering(page, desks, kept, draw, "text/html; charset=utf-8", forms, looking)


def _menu(desk: Desk) -> list[Page]:
    has_grown = len(set(desk.story.arrivals.values())) > 1
    return [*MENU, CHANGES._replace(label="What changed")] if has_grown else MENU


def _answering(
    page: Page,
    desks: Desks,
    kept: PagesKept,
    draw: Callable[[Request, Query, str], bytes],
    media_type: str,
    forms: Forms | None = None,
    looking: Looking | None = None,
) -> Answer:
    """An answer that is drawn once for each version of the record, and each name in its forms.

    What changed since the reader last looked is drawn once for each such time.
    """
    turns = Semaphore(AT_A_TIME)

    def draw_in_turn(request: Request, query: Query, author: str) -> bytes:
        with turns:
            for _ in range(DRAWN_AGAIN):
                version = desks.version()
                try:
                    return draw(request, query, author)
                except Exception:
                    # What is loaded bit by bit does not fit together if it changes meanwhile.
                    if desks.version() == version:
                        raise
            return draw(request, query, author)

    async def answer(request: Request) -> Response:
        query = _query(page, request)
        look = await run_in_threadpool(_look, looking, request, desks) if looking else None
        since = look.asked_for(query) if look else None
        if since and page is CHANGES:
            return RedirectResponse(request.url.include_query_params(since=since), 303)
        if since:
            query = msgspec.structs.replace(query, since=since)
        visitor = forms.visitor(request) if forms else None
        author = visitor.author if visitor else ""
        version = desks.state()
        address = f"{request.url.path}?{request.url.query}#{author}#{since or ''}"
        body = kept.get(version, address)
        if body is None:
            body = await run_in_threadpool(draw_in_turn, request, query, author)
            kept.put(version, address, body)
        if forms and visitor:
            body = forms.filled(body, visitor)
        response = Response(body, media_type=media_type)
        if forms and visitor:
            forms.remember(response, visitor)
        if looking and look:
            looking.remember(response, look.after(query) if page is CHANGES else look)
        return response

    return answer


def _look(looking: Looking, request: Request, desks: Desks) -> Look | None:
    """What a reader knew before; None if it is not known when articles came."""
    latest = desks.latest_arrival()
    return looking.look(request, latest) if latest else None


def _query(page: Page, request: Request) -> Query:
    """What is asked for; raises `InputError` for what the page does not understand."""
    asked: dict[str, Any] = dict(request.query_params) | request.path_params
    unknown = sorted(asked.keys() - {field.name for field in msgspec.structs.fields(page.query)})
    if unknown:
        raise InputError(f"This page does not know {unknown[0]!r}", "Leave it out")
    try:
        return msgspec.convert(asked, page.query, strict=False)
    except msgspec.ValidationError as error:
        raise InputError(f"The address cannot be understood: {error}", "Correct it") from error


async def _unknown(request: Request, _cause: Exception) -> Response:
    return _error(request, NothingThereError("There is no such page", "Go to the story"), 404)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, VariorumError)
    return _error(request, error, _STATUS.get(type(error), 500))


_STATUS: Final[dict[type[Exception], int]] = {
    NothingThereError: 404,
    InputError: 400,
    NotFromHereError: 403,
    ChangedError: 409,
    StoreBusyError: 409,
}


def _error(request: Request, error: VariorumError, status: int) -> Response:
    if request.url.path.endswith(".json"):
        return _json({"error": error.what, "next_step": error.next_step}, status)
    style = _read_static().addresses["variorum.css"]
    body = render("error.html.j2", what=error.what, next_step=error.next_step, style=style)
    return Response(body.encode("utf-8", "replace"), status, media_type="text/html; charset=utf-8")


def _json(value: object, status: int = 200) -> Response:
    return Response(msgspec.json.encode(value), status, media_type="application/json")
