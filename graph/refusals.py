"""Why the console did not run a query, or why the server ended it: the sentences. Pure."""

from __future__ import annotations

import re

from graph.errors import ConsoleError, Text
from graph.faults import Fault

LOAD_COMMAND = "python -m loaders load"
_AT = re.compile(r" ?\(line (\d+), column (\d+) \(offset: \d+\)\)")


def refused(text: Text, place: tuple[int, int] | None = None) -> ConsoleError:
    """Make the error that says a refusal; `place` is the line and column at fault."""
    return ConsoleError(vi=text.vi, en=text.en, place=place)


def written() -> Text:
    """Refuse a query that would write."""
    return Text(
        vi=f"Trang này chỉ đọc đồ thị, câu lệnh này ghi vào đó. Dữ liệu được nạp bằng: {LOAD_COMMAND} TỆP",
        en=f"This page only reads the graph; this query writes to it. Data comes in by: {LOAD_COMMAND} FILE",
    )


def administrative() -> Text:
    """Refuse a command that is not about the data."""
    return Text(
        vi="Câu lệnh quản trị máy chủ hoặc lược đồ không chạy ở đây; trang này chỉ đọc đồ thị.",
        en="Commands on the server or its schema don't run here; this page only reads the graph.",
    )


def operator(name: str) -> Text:
    """Refuse a step of the plan that reads something else than the graph."""
    return Text(
        vi=f"Câu lệnh dùng bước «{name}», không phải là đọc đồ thị này, nên không chạy ở đây.",
        en=f"The query takes a step '{name}', which is not reading this graph, so it doesn't run here.",
    )


def procedure(call: str, allowed: tuple[str, ...]) -> Text:
    """Refuse a procedure, naming those that run."""
    listed = ", ".join(allowed)
    return Text(
        vi=f"Thủ tục «{call}» không chạy ở đây; chỉ chạy: {listed}.",
        en=f"The procedure '{call}' doesn't run here; those that do: {listed}.",
    )


def too_long(most: int) -> Text:
    """Refuse a query of too many characters."""
    return Text(
        vi=f"Câu lệnh dài quá {most} ký tự; hãy đưa danh sách dài vào tham số.",
        en=f"The query is longer than {most} characters; put long lists into a parameter.",
    )


def parameters(reason: str) -> Text:
    """Refuse parameters that are not plain values."""
    return Text(
        vi=f"Tham số phải là giá trị JSON (chữ, số 64 bit, danh sách, bảng): {reason}.",
        en=f"Parameters must be JSON values (text, 64-bit numbers, lists, maps): {reason}.",
    )


def cancelled() -> Text:
    """Say that the query was ended by its user."""
    return Text(vi="Câu lệnh đã bị hủy.", en="The query was cancelled.")


def timed_out(seconds: float) -> Text:
    """Say that the query took too long."""
    return Text(
        vi=f"Câu lệnh chạy quá {seconds:g} giây nên bị dừng; hãy thu hẹp bằng điều kiện hoặc LIMIT.",
        en=f"The query took over {seconds:g} seconds and was ended; narrow it by a condition or LIMIT.",
    )


def out_of_memory() -> Text:
    """Say that the query needed too much memory."""
    return Text(
        vi="Câu lệnh cần nhiều bộ nhớ hơn máy chủ cho phép nên bị dừng; hãy thu hẹp nó.",
        en="The query needed more memory than the server allows and was ended; narrow it.",
    )


def too_nested(most: int) -> Text:
    """Refuse a query of too many brackets in one another."""
    return Text(
        vi=f"Câu lệnh có hơn {most} dấu ngoặc lồng nhau; hãy viết gọn lại.",
        en=f"The query has more than {most} brackets in one another; write it more simply.",
    )


def server_gone() -> Text:
    """Say that the server itself ended, which a query of huge values can do."""
    return Text(
        vi="Máy chủ ngừng trả lời trong khi chạy câu lệnh này (thường vì giá trị quá lớn); "
        "máy chủ của chương trình sẽ được khởi động lại khi có câu lệnh sau, dữ liệu còn nguyên. "
        "Hãy thu hẹp câu lệnh.",
        en="The server stopped answering while it ran this query (often for a value too large); "
        "the program's own server is started again for the next one, all data is there. Narrow the query.",
    )


def too_deep() -> Text:
    """Say that a value was nested too deeply to be shown."""
    return Text(
        vi="Kết quả có giá trị lồng nhau quá sâu để hiện ra.",
        en="The answer holds values nested too deeply to be shown.",
    )


def reported(fault: Fault, *, shift: int) -> Text:
    """Give the server's own words and the place in the user's text, which stood `shift` characters on."""
    told = " ".join(_AT.sub("", _words(fault)).split())
    place = find_place(fault, shift=shift)
    if place is None:
        return Text(vi=f"Máy chủ báo: {told}", en=f"The server says: {told}")
    line, column = place
    return Text(
        vi=f"Dòng {line}, cột {column}: {told}",
        en=f"Line {line}, column {column}: {told}",
    )


def find_place(fault: Fault, *, shift: int) -> tuple[int, int] | None:
    """Find the line and column in the user's text that the server names; None where it names none."""
    place = _AT.search(_words(fault))
    if place is None or place.group(1) == "0":
        return None
    line, column = int(place.group(1)), int(place.group(2))
    return line, max(1, column - shift) if line == 1 else column


def _words(fault: Fault) -> str:
    words, _, _ = fault.message.partition('\n"')
    return words
