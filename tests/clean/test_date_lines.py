"""The day as pages show it under the title, in the shapes of many sites; another article's day and the footer's year never count."""

import pytest
from tests.clean.conftest import Clean, Make

ROWS = [
    (["الخميس، 14 مارس 2024 02:30 م"], "2024-03-14T14:30", None),
    (["14/3/2024", "آخر تحديث: 15/3/2024 09:40 PM (بتوقيت مكة المكرمة)"], "2024-03-14", "2024-03-15"),
    (["14-03-2024, 12:30"], "2024-03-14T12:30", None),
    (["الخميس 14 آذار 2024 10:15"], "2024-03-14T10:15", None),
    (["14 آذار 2024 | 10:15"], "2024-03-14T10:15", None),
    (["2024/03/14 - 18:05"], "2024-03-14T18:05", None),
    (["2024-03-14T18:05:00"], "2024-03-14T18:05", None),
    (["نشر في: الخميس 14 مارس 2024 - 6:20 م | آخر تحديث: الخميس 14 مارس 2024 - 9:00 م"], "2024-03-14T18:20", "2024-03-14T21:00"),
    (["تم النشر في 14/03/2024 الساعة 18:20"], "2024-03-14T18:20", None),
    (["تاريخ النشر: 14.03.2024 | 15:42 GMT"], "2024-03-14T15:42", None),
    (["14 مارس 2024 - 11:03 بتوقيت أبوظبي"], "2024-03-14T11:03", None),
    (["تاريخ النشر: 2024-03-14 09:11", "المشاهدات: 552"], "2024-03-14T09:11", None),
    (["مارس 14, 2024"], "2024-03-14", None),
    (["14 مارس، 2024"], "2024-03-14", None),
    (["الخميس 04 رمضان 1445هـ 14 مارس 2024م"], "2024-03-14", None),
    (["الخميس - 04 رمضان 1445 هـ - 14 مارس 2024 م"], "2024-03-14", None),
    (["4 رمضان 1445 - 14 مارس 2024"], "2024-03-14", None),
    (["أضيف بتاريخ 14 مارس 2024 بواسطة المحرر"], "2024-03-14", None),
    (["كتب في: 14 آذار 2024، الساعة 3:15 عصرا"], "2024-03-14T15:15", None),
    (["الخميس 14 مارس 2024 22:10 غرينتش"], "2024-03-14T22:10", None),
    (["بتاريخ : 14 - 03 - 2024"], "2024-03-14", None),
    (["٢٠٢٤/٠٣/١٤ ٠٩:١٥ ص"], "2024-03-14T09:15", None),
    (["الخميس ١٤ مارس ٢٠٢٤ - ٠٩:١٥"], "2024-03-14T09:15", None),
    (["Thursday 14 March 2024"], "2024-03-14", None),
    (["آخر تحديث 15 مارس 2024"], None, "2024-03-15"),
    (["14 غشت 2024 - 10:00"], "2024-08-14T10:00", None),
    (["الجمعة 05 أفريل 2024 | 19:40"], "2024-04-05T19:40", None),
    (["حرر بتاريخ 05 جانفي 2024 على الساعة 10:25"], "2024-01-05T10:25", None),
    (["منذ يومين"], None, None),
    (["آخر تحديث: الخميس 14 مارس 2024", "نشر: الأربعاء 13 مارس 2024"], "2024-03-13", "2024-03-14"),
    (["الخميس 14 مارس 2024 م الساعة 10:45 مساء"], "2024-03-14T22:45", None),
    (["14/03/2024 الساعة 10:45 (بتوقيت مكة)"], "2024-03-14T10:45", None),
]


@pytest.mark.parametrize(("shown", "published", "modified"), ROWS)
def test_a_line_under_the_title_tells_the_day(
    page: Make, clean: Clean, prose: tuple[str, str], shown: list[str], published: str | None, modified: str | None
) -> None:
    title = "افتتاح سوق الخضار الجديد"
    document = page(
        ("title", title),
        ("div", "الرئيسية محليات", {"linked": 1.0}),
        ("h1", title),
        *(("div", line) for line in shown),
        *(("p", line, {"main": True}) for line in prose),
        ("h3", "الأكثر قراءة"),
        ("div", "تعبيد طريق الجبل 20 مارس 2024", {"linked": 0.6}),
        ("div", "© 2025"),
    )
    found = clean(document).publication
    assert (_cut(found.published, published), _cut(found.modified, modified)) == (published, modified)


def _cut(value: str | None, wanted: str | None) -> str | None:
    """What was found, as far as the row tells it: a day, or a day with hour and minute."""
    return value[: len(wanted)] if value and wanted else value
