"""A small YAML file as Items that remember their lines; every scalar stays the text that was written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from graph.errors import InputError, Text
from loaders.tables.columns import nearest
from loaders.tables.sheets import unreadable


@dataclass(frozen=True, slots=True)
class Item:
    """One value in a YAML file: text, list or named values, with the file and line for messages."""

    file: str
    node: yaml.Node

    def fail(self, why: Text) -> InputError:
        """Make the error for this value."""
        line = self.node.start_mark.line + 1
        return InputError(vi=f"{self.file}, dòng {line}: {why.vi}", en=f"{self.file}, line {line}: {why.en}")

    def scalar(self) -> str:
        """Give the value as text."""
        if not isinstance(self.node, yaml.ScalarNode) or not self.node.value:
            raise self.fail(Text("cần một giá trị chữ ở đây", "one piece of text is needed here"))
        return str(self.node.value)

    def list(self) -> list[Item]:
        """Give the values of a list; a single text counts as a list of one."""
        if isinstance(self.node, yaml.SequenceNode):
            return [Item(self.file, each) for each in self.node.value]
        self.scalar()
        return [self]

    def keys(self, known: tuple[str, ...] | None) -> dict[str, Item]:
        """Give the named values; each name once, and one of the known where they are given."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.fail(Text("cần các dòng «tên: giá trị» ở đây", "lines of 'name: value' are needed here"))
        found: dict[str, Item] = {}
        for key_node, node in self.node.value:
            key = Item(self.file, key_node)
            name = key.scalar()
            if name in found:
                raise key.fail(Text(f"«{name}» xuất hiện hai lần", f"'{name}' stands twice"))
            if known is not None and name not in known:
                raise key.fail(_unknown(name, known))
            found[name] = Item(self.file, node)
        return found


def _unknown(name: str, known: tuple[str, ...]) -> Text:
    near = nearest(name, known) or ", ".join(known)
    return Text(f"không biết «{name}»; có lẽ là {near}", f"'{name}' is not known; perhaps {near}")


def read_yaml(path: Path) -> Item:
    """Read a YAML file of named values."""
    try:
        root = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=yaml.SafeLoader)
    except OSError as error:
        raise unreadable(path, error) from error
    except UnicodeDecodeError as error:
        raise InputError(
            vi=f"{path.name}: byte {error.start} không phải UTF-8; hãy lưu lại bằng UTF-8",
            en=f"{path.name}: byte {error.start} is not UTF-8; save the file as UTF-8",
        ) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 1
        raise InputError(
            vi=f"{path.name}, dòng {line}: không phải YAML đúng ({getattr(error, 'problem', error)})",
            en=f"{path.name}, line {line}: this is not valid YAML ({getattr(error, 'problem', error)})",
        ) from None
    if root is None:
        raise InputError(
            vi=f"{path.name}: tệp trống; cần ít nhất columns",
            en=f"{path.name}: the file is empty; it needs columns at least",
        )
    return Item(path.name, root)
