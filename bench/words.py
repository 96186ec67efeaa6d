"""Words from which made-up policies are built, English and Japanese side by side: ten of each, so 10,000 names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

ACTIVITIES: Final = (
    ("delivery", "配送"),
    ("invoicing", "請求"),
    ("support", "サポート"),
    ("analysis", "分析"),
    ("scheduling", "日程の調整"),
    ("verification", "確認"),
    ("notification", "通知"),
    ("review", "審査"),
    ("translation", "翻訳"),
    ("improvement", "改善"),
)
SUBJECTS: Final = (
    ("orders", "注文"),
    ("memberships", "会員登録"),
    ("applications", "応募"),
    ("inquiries", "お問い合わせ"),
    ("events", "イベント"),
    ("surveys", "アンケート"),
    ("ratings", "評価"),
    ("payments", "支払い"),
    ("subscriptions", "購読"),
    ("bookings", "予約"),
)
CHANNELS: Final = (
    ("online shop", "オンラインショップ"),
    ("mobile app", "アプリ"),
    ("help desk", "ヘルプデスク"),
    ("showroom", "ショールーム"),
    ("partner portal", "提携サイト"),
    ("newsletter", "メールマガジン"),
    ("community site", "交流サイト"),
    ("career page", "採用ページ"),
    ("call centre", "コールセンター"),
    ("event desk", "受付"),
)
REGIONS: Final = (
    ("Hokkaido", "北海道"),
    ("Tohoku", "東北"),
    ("Kanto", "関東"),
    ("Chubu", "中部"),
    ("Hokuriku", "北陸"),
    ("Kansai", "関西"),
    ("Chugoku", "中国地方"),
    ("Shikoku", "四国"),
    ("Kyushu", "九州"),
    ("Okinawa", "沖縄"),
)
DATA: Final = (
    ("name", "氏名", "pd:Name"),
    ("e-mail address", "メールアドレス", "pd:EmailAddress"),
    ("phone number", "電話番号", "pd:TelephoneNumber"),
    ("postal address", "住所", "pd:PhysicalAddress"),
    ("network address", "ネットワーク上の住所", "pd:IPAddress"),
    ("browser", "ブラウザー", "pd:UserAgent"),
    ("pages visited", "閲覧ページ", "pd:BrowsingBehaviour"),
    ("time of visit", "閲覧日時", "pd:ServiceConsumptionBehaviour"),
    ("employer", "勤務先", "pd:CurrentEmployment"),
    ("identifier", "識別子", "pd:Identifier"),
)
RIGHTS: Final = (
    ("access to", "の開示", "eu-gdpr:A15"),
    ("rectification of", "の訂正", "eu-gdpr:A16"),
    ("erasure of", "の消去", "eu-gdpr:A17"),
    ("restriction of processing of", "の取扱いの制限", "eu-gdpr:A18"),
    ("portability of", "の移転", "eu-gdpr:A20"),
)
BASES: Final = ("eu-gdpr:A6-1-f", "eu-gdpr:A6-1-b", "eu-gdpr:A6-1-c")


@dataclass(frozen=True, slots=True)
class Both:
    """One text in English and Japanese."""

    en: str
    ja: str


@dataclass(frozen=True, slots=True)
class Names:
    """The words of the entity with one number: no two numbers below 10,000 have the same four."""

    activity: Both
    subject: Both
    channel: Both
    region: Both


def names(number: int) -> Names:
    """The words for a number."""
    tables = (ACTIVITIES, SUBJECTS, CHANNELS, REGIONS)
    return Names(*(Both(*table[number // 10**power % 10]) for power, table in enumerate(tables)))
