"""Workbooks as Excel and LibreOffice write them, with nothing in them that a reader does not need."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

Cell = str | float | datetime.date | None
Sheets = Mapping[str, Sequence[Sequence[Cell]]]

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_FORMATS = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
_ODS = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def xlsx(sheets: Sheets, *, parts: Mapping[str, str] | None = None) -> bytes:
    names = "".join(f'<sheet name="{n}" sheetId="{i}" r:id="r{i}"/>' for i, n in enumerate(sheets, start=1))
    links = "".join(
        f'<Relationship Id="r{i}" Type="{_OFFICE}/worksheet" Target="worksheets/{i}.xml"/>'
        for i in range(1, len(sheets) + 1)
    )
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" '
            f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>{names}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}'
            f'<Relationship Id="s" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
            "xl/styles.xml": f"<styleSheet {_MAIN}>{_FORMATS}</styleSheet>",
            **{
                f"xl/worksheets/{i}.xml": worksheet("".join(map(_row, rows)))
                for i, rows in enumerate(sheets.values(), start=1)
            },
            **(parts or {}),
        }
    )


def worksheet(rows: str) -> str:
    return f"<worksheet {_MAIN}><sheetData>{rows}</sheetData></worksheet>"


def _row(cells: Sequence[Cell]) -> str:
    return f"<row>{''.join(map(_cell, cells))}</row>"


def _cell(cell: Cell) -> str:
    if cell is None:
        return "<c/>"
    if isinstance(cell, datetime.date):
        return f'<c s="1"><v>{(cell - datetime.date(1899, 12, 30)).days}</v></c>'
    if isinstance(cell, str):
        return f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
    return f"<c><v>{cell}</v></c>"


def ods(sheets: Sheets) -> bytes:
    tables = "".join(
        f'<table:table table:name="{name}">{"".join(map(_table_row, rows))}</table:table>'
        for name, rows in sheets.items()
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    return packed(
        {
            "mimetype": kind,
            "META-INF/manifest.xml": '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
            "content.xml": f"<office:document-content {_ODS}>{body}</office:document-content>",
        }
    )


def _table_row(cells: Sequence[Cell]) -> str:
    return f"<table:table-row>{''.join(map(_table_cell, cells))}</table:table-row>"


def _table_cell(cell: Cell) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, datetime.date):
        return f'<table:table-cell office:value-type="date" office:date-value="{cell}"/>'
    if isinstance(cell, str):
        words = f"<text:p>{escape(cell)}</text:p>"
        return f'<table:table-cell office:value-type="string">{words}</table:table-cell>'
    return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
