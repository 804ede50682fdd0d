"""The words of `python -m loaders` in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from graph.errors import Lang, Text

WORDS: Mapping[str, Text] = {
    "about": Text(
        vi="Đọc tin bổ nhiệm và bảng chức vụ, nạp vào đồ thị, gỡ ra.",
        en="Read announcements and tables of posts, load them into the graph, take loads back.",
    ),
    "extract": Text(
        vi="đọc văn bản thành các khẳng định, in ra; không đụng đến đồ thị",
        en="read texts into claims and print them; touches no graph",
    ),
    "load": Text(
        vi="nạp văn bản (.txt, HTML, PDF, DOCX, .jsonl), bảng (CSV, XLSX) vào đồ thị",
        en="load texts (.txt, HTML, PDF, DOCX, .jsonl) and tables (CSV, XLSX) into the graph",
    ),
    "loads": Text(vi="liệt kê các lần nạp", en="list what was loaded"),
    "undo": Text(vi="gỡ một lần nạp", en="take one load back"),
    "check-gazetteers": Text(
        vi="kiểm tra từ vựng riêng: từng dòng, và đọc thử từng ví dụ",
        en="check words of your own: each line, and each example by reading it",
    ),
    "gazetteers": Text(
        vi="thư mục từ vựng riêng, thêm vào hoặc thay từ vựng có sẵn (mặc định: CADRES_GAZETTEERS)",
        en="folder of your own words, which add to ours or replace them (default: CADRES_GAZETTEERS)",
    ),
    "no_gazetteers": Text(
        vi="chưa cho biết thư mục từ vựng nào: hãy viết tên thư mục, hoặc đặt CADRES_GAZETTEERS",
        en="no folder of words was named: write its name, or set CADRES_GAZETTEERS",
    ),
    "help": Text(vi="in phần trợ giúp này", en="show this help"),
    "lang": Text(vi="ngôn ngữ của thông báo (mặc định: LANG)", en="language of messages (default: LANG)"),
    "files": Text(vi="tệp hoặc thư mục", en="files or folders"),
    "format": Text(vi="dạng kết quả (mặc định: jsonl)", en="form of the answer (default: jsonl)"),
    "explain": Text(
        vi="nói luật nào và chữ nào cho ra mỗi khẳng định",
        en="tell which rule and which words made each claim",
    ),
    "why_not": Text(
        vi="nói chức danh hay tên này bị bỏ ở đâu và vì sao",
        en="tell where a title or a name was lost, and why",
    ),
    "mapping": Text(
        vi="tệp YAML: cột của ta ← cột của bảng, hằng số, dạng ngày, tệp ghép",
        en="YAML file: our columns ← theirs, constants, form of dates, files to join",
    ),
    "published": Text(
        vi="ngày công bố của nguồn không tự nói ngày",
        en="day of publication of sources that do not say theirs",
    ),
    "publisher": Text(
        vi="nơi đăng bài (tên báo, cơ quan), nếu bài không tự ghi; chỉ cho văn bản",
        en="who published a text that does not say so itself; for texts alone",
    ),
    "url": Text(
        vi="địa chỉ của bài trên mạng, nếu bài không tự ghi; chỉ cho một văn bản",
        en="where on the web a text is that does not say so itself; for one text alone",
    ),
    "strict": Text(vi="có một lỗi thì không nạp tệp ấy", en="load nothing of a file with an error in it"),
    "dry_undo": Text(vi="chỉ nói sẽ đổi gì, không gỡ", en="only tell what would change, take nothing back"),
    "dry_run": Text(vi="chỉ nói sẽ đổi gì, không ghi", en="only tell what would change, write nothing"),
    "jobs": Text(vi="số tiến trình đọc (mặc định: 1)", en="how many processes read (default: 1)"),
    "load_id": Text(vi="mã lần nạp (xem `loads`)", en="the load's id (see `loads`)"),
    "example": Text(vi="ví dụ", en="example"),
    "usage": Text(vi="cách dùng", en="usage"),
    "commands": Text(vi="các lệnh", en="commands"),
    "arguments": Text(vi="đối số", en="arguments"),
    "options": Text(vi="tùy chọn", en="options"),
    "interrupted": Text(
        vi="Đã ngừng theo yêu cầu; chạy lại lệnh này sẽ làm tiếp.",
        en="Interrupted; the same command goes on where it stopped.",
    ),
    "no_loads": Text(vi="Chưa nạp gì.", en="Nothing has been loaded."),
    "undone": Text(vi="đã gỡ", en="undone"),
    "unfinished": Text(vi="dở dang", en="unfinished"),
    "dry": Text(vi="Chạy thử: không ghi gì vào đồ thị.", en="Dry run: nothing was written."),
    "extracting": Text(vi="Đọc", en="Reading"),
    "reading": Text(vi="Nạp", en="Loading"),
}


def say(word: str, lang: Lang) -> str:
    """Say one of the words above."""
    return WORDS[word].say(lang)
