"""How papers of the three channels call things: 人民调解, 行政调解, 司法调解 (domain.md §1.2).

The forms of the Ministry of Justice and the People's Mediation Law are those of committees. An administrative organ and
a court have the same papers under names of their own, and promise other things of an agreement.
"""

from dataclasses import dataclass

from ..facts import CaseFacts


@dataclass(frozen=True)
class Channel:
    """`prefix` begins the titles, `body` stands where no organisation is known yet, `keeper` is who mediates in
    general, `sign` is of the dossier's number."""

    prefix: str
    body: str
    keeper: str
    mediator: str
    sign: str
    law: str
    record: str
    seal: str
    rights: str
    effect: str
    force: str  # when an agreement takes effect, said in it
    ended_by: str  # by what one ends without agreement


DUTIES = """（一）如实陈述纠纷事实；
（二）遵守调解现场秩序，尊重{mediator}；
（三）尊重对方当事人行使权利。"""

PEOPLE = Channel(
    prefix="人民调解", body="____________人民调解委员会", keeper="人民调解委员会", mediator="人民调解员", sign="人调字",
    law="《中华人民共和国人民调解法》", record="人民调解记录", seal="（人民调解委员会印章）",
    # 人民调解法 art. 23, 24.
    rights="""（一）选择或者接受人民调解员；
（二）接受调解、拒绝调解或者要求终止调解；
（三）要求调解公开进行或者不公开进行；
（四）自主表达意愿、自愿达成调解协议。""",
    # 人民调解法 art. 4, 15, 28-33.
    effect="""人民调解委员会调解民间纠纷，不收取任何费用。人民调解员应当保守当事人的个人隐私和商业秘密。
经人民调解委员会调解达成的调解协议，具有法律约束力，当事人应当按照约定履行。调解协议书自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效；口头调解协议自各方当事人达成协议之日起生效。
达成调解协议后，双方当事人认为有必要的，可以自调解协议生效之日起三十日内共同向人民法院申请司法确认。当事人之间就调解协议的履行或者调解协议的内容发生争议的，一方当事人可以向人民法院提起诉讼。""",
    force="本协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效。",
    ended_by="根据《中华人民共和国人民调解法》第二十六条的规定")

# 法发〔2009〕45号 no. 8, 20: such an agreement is a contract, and the court can confirm it (民事诉讼法 art. 205).
ADMINISTRATIVE = Channel(
    prefix="行政调解", body="____________（行政机关）", keeper="行政调解机关", mediator="调解人员",
    sign="行调字", law="有关法律、法规和规章", record="行政调解记录", seal="（行政调解机关印章）",
    rights="""（一）接受调解、拒绝调解或者要求终止调解；
（二）要求与本纠纷有利害关系的调解人员回避；
（三）要求调解不公开进行；
（四）自主表达意愿、自愿达成调解协议。""",
    effect="""行政调解不收取任何费用。调解人员应当保守当事人的个人隐私和商业秘密。
经调解达成的有民事权利义务内容的调解协议，经各方当事人签名、盖章或者按指印后，具有民事合同性质，当事人应当按照约定履行。
达成调解协议后，双方当事人认为有必要的，可以自调解协议生效之日起三十日内共同向人民法院申请司法确认。调解未达成协议，或者就调解协议的履行、内容发生争议的，当事人可以依法申请仲裁或者向人民法院提起诉讼。""",
    force="本协议自各方当事人签名、盖章或者按指印之日起生效。", ended_by="依照行政调解的有关规定")

# 民事诉讼法 (2023) art. 96, 100, 102, 125.
JUDICIAL = Channel(
    prefix="调解", body="____________人民法院", keeper="人民法院", mediator="调解员", sign="司调字",
    law="《中华人民共和国民事诉讼法》", record="调解笔录", seal="（人民法院印章）",
    rights="""（一）接受调解、拒绝调解或者要求终止调解；
（二）申请调解员回避；
（三）要求调解不公开进行；
（四）自主表达意愿、自愿达成调解协议。""",
    effect="""调解员应当保守当事人的个人隐私和商业秘密。
在人民法院主持下达成调解协议的，人民法院依法制作调解书；调解书经双方当事人签收后，即具有法律效力，依法不需要制作调解书的除外。
调解未达成协议或者调解书送达前一方反悔的，当事人可以请求人民法院依法裁判。""",
    force="本协议自各方当事人签名、盖章或者按指印之日起生效；需要制作调解书的，以人民法院制作的调解书为准。",
    ended_by="依照民事诉讼法的规定")

CHANNELS = {"people": PEOPLE, "administrative": ADMINISTRATIVE, "judicial": JUDICIAL}


def of(case: CaseFacts) -> Channel:
    return CHANNELS[case.channel]
