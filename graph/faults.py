"""What the server or the way to it reports, as faults with a code; the sentence a user reads of each."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator

from graph.errors import StoreError, Text
from graph.schema import SCHEMA_VERSION

DNS = "Client.Dns"
TLS = "Client.Tls"
DOWN = "Client.Down"
SILENT = "Client.Silent"
REVIVED = "Client.Revived"
IN_DOUBT = "Client.InDoubt"
TOO_DEEP = "Client.TooDeep"
OTHER = "Client.Other"

MEMORY_CODES = (
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
    "Neo.TransientError.General.TransactionOutOfMemoryError",
    "Neo.TransientError.General.OutOfMemoryError",
    "Neo.TransientError.General.StackOverFlowError",
)
TIMEOUT_CODES = (
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
)
TERMINATED_CODES = (
    "Neo.ClientError.Transaction.Terminated",
    "Neo.TransientError.Transaction.Terminated",
    "Neo.ClientError.Transaction.LockClientStopped",
    "Neo.TransientError.Transaction.LockClientStopped",
)
_DOWN_CLASSES = ("ServiceUnavailable", "SessionExpired", "ConnectionAcquisitionTimeoutError")
WRITE_CODE = "Neo.ClientError.Statement.AccessMode"


class Fault(Exception):
    """What the server or the way to it reported: a Neo4j status code, or one of the codes above."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message


def make_fault(error: BaseException, *, in_doubt: bool) -> Fault:
    """Name what went wrong by the server's code, or by the deepest cause on the way to it."""
    if in_doubt:
        return Fault(IN_DOUBT, str(error))
    code = getattr(error, "code", None)
    if isinstance(code, str):
        return Fault(code, getattr(error, "message", None) or str(error))
    causes = list(_causes(error))
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return Fault(DNS, str(error))
    if any(isinstance(cause, ssl.SSLError | ssl.CertificateError) for cause in causes):
        return Fault(TLS, str(error))
    is_down = type(error).__name__ in _DOWN_CLASSES
    return Fault(DOWN if is_down else OTHER, str(error))


def is_of_memory(error: Exception) -> bool:
    """Tell a full memory, which the server calls passing, from what another try may mend."""
    return getattr(error, "code", None) in MEMORY_CODES


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    if error is None:
        return
    yield error
    yield from _causes(error.__cause__ or error.__context__)
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            yield from _causes(part)


def newer_schema(uri: str, version: int) -> StoreError:
    """Refuse a graph of a later version of this program."""
    return StoreError(
        vi=f"Đồ thị tại {uri} do một phiên bản mới hơn của chương trình tạo ra (lược đồ {version}, ở đây là "
        f"{SCHEMA_VERSION}); hãy nâng cấp chương trình.",
        en=f"The graph at {uri} was made by a newer version of this program (schema {version}, this one has "
        f"{SCHEMA_VERSION}); upgrade the program.",
    )


def older_schema(uri: str, version: int) -> StoreError:
    """Refuse a graph of an earlier version, whose claims are kept under other keys."""
    return StoreError(
        vi=f"Đồ thị tại {uri} do một phiên bản cũ của chương trình tạo ra (lược đồ {version}, ở đây là "
        f"{SCHEMA_VERSION}); hãy dùng phiên bản cũ để chạy «python -m graph export csv THƯ_MỤC», rồi nạp thư mục ấy "
        "vào một đồ thị trống.",
        en=f"The graph at {uri} was made by an earlier version of this program (schema {version}, this one has "
        f"{SCHEMA_VERSION}); run 'python -m graph export csv FOLDER' with that version, then load the folder into "
        "an empty graph.",
    )


def store_error(fault: Fault, uri: str) -> StoreError:
    """Say in a sentence why the graph cannot be used, and what would do."""
    text = _find_sentence(fault.code, uri)
    if text is None:
        # The server's own words, on one line: they are the only clue left.
        told = " ".join(fault.message.split())
        text = Text(
            vi=f"Máy chủ Neo4j tại {uri} báo lỗi: {told} ({fault.code})",
            en=f"The Neo4j server at {uri} reports: {told} ({fault.code})",
        )
    return StoreError(vi=text.vi, en=text.en)


def _find_sentence(code: str, uri: str) -> Text | None:
    if code.startswith("Client."):
        return _of_the_way(code, uri)
    if code.startswith("Neo.ClientError.Security."):
        return _of_the_login(code, uri)
    if code.startswith("Neo.ClientError.Database."):
        return Text(
            vi=f"Máy chủ {uri} không có cơ sở dữ liệu này; hãy sửa NEO4J_DATABASE.",
            en=f"The server at {uri} has no such database; correct NEO4J_DATABASE.",
        )
    if code.startswith("Neo.ClientError.Schema."):
        return Text(
            vi=f"Không tạo được ràng buộc trong cơ sở dữ liệu tại {uri}: ở đó đã có dữ liệu hoặc "
            "chỉ mục khác; "
            "hãy dùng một cơ sở dữ liệu trống.",
            en=f"Constraints can't be made in the database at {uri}: other data or indexes are in the way; "
            "use an empty database.",
        )
    return _of_the_transaction(code, uri)


def _of_the_way(code: str, uri: str) -> Text | None:
    match code:
        case "Client.Dns":
            return Text(
                vi=f"Không tìm thấy máy chủ trong địa chỉ {uri}; hãy kiểm tra NEO4J_URI.",
                en=f"The host in {uri} can't be found; check NEO4J_URI.",
            )
        case "Client.Tls":
            return Text(
                vi=f"Không lập được kết nối mã hóa tới {uri}: máy chủ không dùng TLS hoặc chứng chỉ "
                "không được tin; "
                "hãy thử bolt:// (không mã hóa) hoặc +ssc (chứng chỉ tự ký).",
                en=f"No encrypted connection to {uri}: the server has no TLS or a certificate that "
                "isn't trusted; "
                "try bolt:// (no encryption) or +ssc (self-signed certificate).",
            )
        case "Client.Down":
            return Text(
                vi=f"Không kết nối được tới Neo4j tại {uri}; hãy kiểm tra máy chủ có đang chạy không.",
                en=f"Neo4j at {uri} can't be reached; check that the server is running.",
            )
        case "Client.Revived":
            return Text(
                vi="Máy chủ Neo4j của chương trình đã dừng giữa chừng và vừa được khởi động lại; "
                "dữ liệu đã ghi còn nguyên. Hãy làm lại việc này.",
                en="The program's own Neo4j had stopped and has been started again; "
                "what was written is all there. Do this once more.",
            )
        case "Client.InDoubt":
            return _in_doubt(uri)
    return None


def _of_the_login(code: str, uri: str) -> Text | None:
    match code.rpartition(".")[2]:
        case "Unauthorized":
            return Text(
                vi=f"Máy chủ {uri} từ chối tên hoặc mật khẩu; hãy sửa NEO4J_USERNAME, NEO4J_PASSWORD.",
                en=f"The server at {uri} refuses the name or password; correct NEO4J_USERNAME, NEO4J_PASSWORD.",
            )
        case "AuthenticationRateLimit":
            return Text(
                vi=f"Sai mật khẩu quá nhiều lần ở {uri}; hãy đợi vài giây rồi thử lại với mật khẩu đúng.",
                en=f"Too many wrong passwords at {uri}; wait some seconds, then try the right one.",
            )
        case "CredentialsExpired":
            return Text(
                vi=f"Mật khẩu ở {uri} đã hết hạn; hãy đổi mật khẩu trên máy chủ rồi sửa NEO4J_PASSWORD.",
                en=f"The password at {uri} has expired; change it on the server, then correct NEO4J_PASSWORD.",
            )
        case "Forbidden":
            return Text(
                vi=f"Tài khoản này không có quyền làm việc đó ở {uri}; hãy dùng tài khoản có quyền đọc và ghi.",
                en=f"This login has no right to do that at {uri}; use one that may read and write.",
            )
    return None


def _of_the_transaction(code: str, uri: str) -> Text | None:
    if code == WRITE_CODE:
        return Text(
            vi="Câu hỏi này ghi vào đồ thị; câu hỏi chỉ được đọc, dữ liệu được nạp bằng: python -m loaders load.",
            en="This question writes to the graph; questions only read, data comes in by: python -m loaders load.",
        )
    if code in MEMORY_CODES:
        return Text(
            vi=f"Giao dịch cần nhiều bộ nhớ hơn máy chủ {uri} cho phép và không ghi gì; hãy chia nhỏ tệp, "
            "hoặc tăng db.memory.transaction.max.",
            en=f"The transaction needs more memory than the server at {uri} allows and wrote "
            "nothing; split the file, "
            "or raise db.memory.transaction.max.",
        )
    if code in TIMEOUT_CODES:
        return Text(
            vi=f"Giao dịch ở {uri} quá thời hạn và không ghi gì; có thể một lần nạp khác đang chạy, hãy chạy lại sau.",
            en=f"The transaction at {uri} ran out of time and wrote nothing; another load may be running, try later.",
        )
    if code in TERMINATED_CODES:
        return Text(
            vi=f"Giao dịch ở {uri} bị dừng từ bên ngoài và không ghi gì; có thể chạy lại.",
            en=f"The transaction at {uri} was ended from outside and wrote nothing; it can be run again.",
        )
    if code == "Neo.DatabaseError.Transaction.TransactionCommitFailed":
        return _in_doubt(uri)
    if code == "Neo.DatabaseError.Transaction.TransactionStartFailed":
        return Text(
            vi=f"Máy chủ {uri} không nhận giao dịch nữa (thường vì đĩa đầy); hãy dọn đĩa rồi khởi "
            "động lại máy chủ "
            "(máy chủ của chương trình: python -m graph stop).",
            en=f"The server at {uri} takes no transactions any more (often a full disk); make room, "
            "then restart it "
            "(the program's own: python -m graph stop).",
        )
    return None


def _in_doubt(uri: str) -> Text:
    return Text(
        vi=f"Kết nối tới {uri} đứt đúng lúc ghi: không rõ đã ghi hay chưa. Chạy lại lần nạp này là an toàn.",
        en=f"The connection to {uri} broke while committing: it may be written or not. Repeating the load is safe.",
    )
