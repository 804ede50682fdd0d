"""The words of the command line in both languages, and in which of them it speaks: `--lang`, else LANG."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from graph.errors import Lang, Text, UsageError

WORDS: Mapping[str, Text] = {
    "about": Text(
        vi="Hỏi đồ thị nhân sự, xem và giữ máy chủ Neo4j cục bộ, xuất dữ liệu.",
        en="Ask the graph of appointments, look after the local Neo4j, export the data.",
    ),
    "ask": Text(vi="chạy một câu hỏi có sẵn", en="run a saved question"),
    "questions": Text(vi="liệt kê các câu hỏi có sẵn", en="list the saved questions"),
    "status": Text(vi="đồ thị có gì, nằm ở đâu", en="what is in the graph and where it lives"),
    "check": Text(
        vi="kiểm tra dữ liệu: mâu thuẫn, thiếu sót, bằng chứng; mã thoát 1 nếu thấy gì",
        en="audit the data: contradictions, gaps, evidence; exit status 1 if anything is found",
    ),
    "serve": Text(
        vi="chạy Neo4j cục bộ cho các chương trình Bolt khác, đến khi Ctrl-C",
        en="run the local Neo4j for other Bolt clients, until Ctrl-C",
    ),
    "stop": Text(vi="dừng Neo4j cục bộ", en="stop the local Neo4j"),
    "export": Text(vi="xuất đồ thị ra tệp", en="write the graph to files"),
    "judge": Text(
        vi="liệt kê các cặp có thể là một người; ghi một nhận định (nhận định sau thay nhận định trước)",
        en="list pairs who may be one person; record a judgement (a later one takes an earlier one back)",
    ),
    "judged": Text(
        vi="một người: mã, id_source:mã, hoặc tên", en="a person: our id, id_source:id, or a name that one alone bears"
    ),
    "why_judged": Text(vi="lý do, bắt buộc khi ghi nhận định", en="the reason; needed to record a judgement"),
    "judge_name": Text(
        vi="ai nhận định (mặc định: người dùng máy)", en="who judges (default: the user of this machine)"
    ),
    "why": Text(
        vi="một nhiệm kỳ, hay mọi nhiệm kỳ của một người, dựa trên câu nào, nguồn nào, lần nạp nào",
        en="on which sentences, sources and loads a tenure rests, or all tenures of a person",
    ),
    "subject": Text(
        vi="mã nhiệm kỳ (tenure-…), hoặc một người: mã, id_source:id, hay tên",
        en="a tenure's id (tenure-…), or a person: id, id_source:id, or a name",
    ),
    "told": Text(vi="dạng kết quả (mặc định: text)", en="form of the answer (default: text)"),
    "help": Text(vi="in phần trợ giúp này", en="show this help"),
    "lang": Text(vi="ngôn ngữ của thông báo (mặc định: LANG)", en="language of messages (default: LANG)"),
    "name": Text(vi="tên câu hỏi (xem `questions`)", en="name of the question (see `questions`)"),
    "param": Text(vi="một tham số, dạng tên=giá trị; lặp lại được", en="a parameter as name=value; may be repeated"),
    "format": Text(vi="dạng kết quả (mặc định: table)", en="form of the answer (default: table)"),
    "force": Text(vi="dừng cả khi có chương trình khác đang dùng", en="stop it even while other programs use it"),
    "export_format": Text(vi="định dạng xuất", en="format of the export"),
    "folder": Text(vi="thư mục để ghi", en="folder to write"),
    "example": Text(vi="ví dụ", en="example"),
    "usage": Text(vi="cách dùng", en="usage"),
    "arguments": Text(vi="đối số", en="arguments"),
    "options": Text(vi="tùy chọn", en="options"),
    "parameters": Text(vi="tham số", en="parameters"),
    "columns": Text(vi="cột", en="columns"),
    "order": Text(vi="thứ tự", en="order"),
    "required": Text(vi="bắt buộc", en="required"),
    "default": Text(vi="mặc định", en="default"),
    "no_rows": Text(vi="Không có dòng nào.", en="No rows."),
    "row": Text(vi="dòng", en="row"),
    "rows": Text(vi="dòng", en="rows"),
    "according": Text(vi="Theo", en="According to"),
    "yes": Text(vi="có", en="yes"),
    "no": Text(vi="không", en="no"),
    "interrupted": Text(vi="Đã ngừng theo yêu cầu.", en="Interrupted."),
}
# What argparse says, by how it begins, in Vietnamese.
_ARGPARSE = (
    (r"the following arguments are required: (.*)", r"thiếu: \1"),
    (r"unrecognized arguments: (.*)", r"không hiểu: \1"),
    (
        r"argument (\S+): invalid choice: (.*) \(choose from (.*)\)",
        r"\1: \2 không hợp lệ, chọn một trong: \3",
    ),
    (r"argument (\S+): expected one argument", r"\1 cần một giá trị"),
    (r"argument (\S+): ignored explicit argument (.*)", r"\1 không nhận giá trị \2"),
)


def say(word: str, lang: Lang) -> str:
    """Say one of the words above."""
    return WORDS[word].say(lang)


def choose_language(argv: Sequence[str], env: Mapping[str, str]) -> Lang:
    """Find in which language to speak; a `--lang` that is neither is left to the parser to refuse."""
    for place, word in enumerate(argv):
        given = word.partition("=")[2] if word.startswith("--lang=") else None
        if word == "--lang" and place + 1 < len(argv):
            given = argv[place + 1]
        if given == "vi":
            return "vi"
        if given == "en":
            return "en"
    return "vi" if env.get("LANG", "").lower().startswith("vi") else "en"


def usage_error(message: str, command: str) -> UsageError:
    """Make a UsageError of what argparse says."""
    vietnamese = message
    for pattern, words in _ARGPARSE:
        if re.fullmatch(pattern, message):
            vietnamese = re.sub(pattern, words, message)
    return UsageError(
        vi=f"dòng lệnh sai: {vietnamese}; xem `{command} --help`",
        en=f"wrong command line: {message}; see `{command} --help`",
    )
