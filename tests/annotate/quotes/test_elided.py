"""Who speaks where the subject of the cue is left out."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[tuple[str, str | None]]]
FIRST = "قال الوزير سامر الحلاق إن السد ممتلئ. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وأكد دعم مسار الزراعة وتلبية دعوة الحكومة المحلية إلى زيارة الوادي، مشددا على أن الطريق آمن.", "سامر الحلاق"),
        ("وتنظم الهيئة بالتعاون مع الغرفة معرضا للزراعة في الوادي، مبينا أن الطريق آمن.", "سامر الحلاق"),
        ("وشكر فرق الإنقاذ على عملها بتوجيه من الأمير مازن العطار، مشيرا إلى أن الطريق آمن.", "سامر الحلاق"),
        ("وأعلنت الوزارة في بيان خطة للزراعة، مبينة أن الطريق آمن.", "الوزارة"),
    ],
)
def test_a_participle_goes_to_who_agrees_with_it_and_is_governed_by_nothing(said: Said, text: str, speaker: str) -> None:
    assert said(FIRST + text)[-1] == ("الطريق آمن", speaker)
