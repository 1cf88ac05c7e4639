"""Facts as papers see them, without a database."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from mediation.papers.facts import (
    AddendumFacts,
    CaseFacts,
    ConfirmationFacts,
    EvidenceFacts,
    ExpertFacts,
    FollowUpFacts,
    InquiryFacts,
    InvitedFacts,
    PanelFacts,
    PartyFacts,
    PerformanceFacts,
    SessionFacts,
)

ZHANG = PartyFacts(1, "申请人", "张三丰",
                   sex="男", born_on=date(1980, 1, 1), id_number="510199198001012016", phone="13800138000",
                   address="双流区东升街道棠湖西路8号3栋2单元501号", occupation="个体工商户")
LIU = PartyFacts(2, "被申请人", "刘老根",
                 sex="男", born_on=date(1975, 5, 5), id_number="510199197505056018", phone="13800138001",
                 address="双流区东升街道棠湖西路8号3栋2单元401号", occupation="退休")
FACTS = ("2026年3月10日，张三丰家卫生间下水管破裂，污水渗漏至楼下刘老根家，造成刘老根家卫生间吊顶损坏、木地板起翘。"
         "刘老根多次上门要求修复并赔偿，双方就损失数额和维修责任产生争执。")
NEIGHBOURS = CaseFacts(
    number="TJ00013395", file_number="〔2026〕棠湖社区人调字第12号", org="棠湖社区人民调解委员会", 
    category="邻里纠纷", by_application=True, summary=FACTS, place="棠湖西路8号", happened_on=date(2026, 3, 10),
    registered_on=date(2026, 3, 11), state="agreed", registered_by="吴窗口", accepted_on=date(2026, 3, 11),
    request="请求调解委员会组织调解，确认维修责任，由责任方赔偿损失。", mediators=("冯调解",),
    concluded_on=date(2026, 3, 20),
    outcome="settled", end="agreed", agreement_form="written", amount=Decimal(200), effective_on=date(2026, 3, 20),
    agreement="一、张三丰于2026年3月25日前请专业人员修复卫生间下水管，费用自行承担；\n"
              "二、张三丰一次性赔偿刘老根损失人民币贰佰元整（¥200.00）；\n三、双方今后互谅互让，不再就此事发生争执。",
    parties=(ZHANG, LIU),
    sessions=(SessionFacts(7, datetime(2026, 3, 15, 9, 30), "棠湖社区调解室", "张三丰、刘老根、社区物业负责人",
                           "调解员：今天就漏水一事组织双方调解，先请申请人陈述。\n张三丰：管子是去年换的，我也没想到会漏，愿意修。\n"
                           "刘老根：吊顶和地板都坏了，要赔五百元。\n调解员：经现场查看，地板仅三块起翘，建议赔偿二百元。\n双方均表示可以接受。"),),
    performances=(PerformanceFacts(3, "支付赔偿款", "张三丰", "刘老根", Decimal(200), "微信转账", date(2026, 3, 25),
                                   date(2026, 3, 22)),
                  PerformanceFacts(4, "修复下水管", "张三丰", due_on=date(2026, 3, 25))),
    follow_ups=(FollowUpFacts(5, date(2026, 4, 9), "吴窗口", "上门",
                              "下水管已修复，赔偿款已付清，双方关系恢复正常。无起诉，无矛盾激化迹象。", "满意"),),
    confirmation=ConfirmationFacts("成都市双流区人民法院", date(2026, 4, 2)),
    evidence=(EvidenceFacts("现场照片", "被申请人", "复印件", date(2026, 3, 15), 4),
              EvidenceFacts("下水管维修收据", "申请人", "原件", date(2026, 3, 15), 1, "原件2026年3月20日已退还申请人")))

AGENT = PartyFacts(3, "申请人", "张小丰",
                   sex="女", born_on=date(2005, 3, 7), id_number="510199200503072028", phone="13800138002",
                   kind="agent", acts_for="张三丰", relation="父女", authority="特别授权")
LONG = PartyFacts(4, "被申请人",
                  "四川省成都市双流区东升街道棠湖片区城中村改造项目建设投资管理有限责任公司物业服务分公司",
                  True, "91510116MA6C000000", "统一社会信用代码", phone="028-85800000",
                  address="成都市双流区东升街道棠湖东路一段二百八十八号附一号至附十九号",
                  representative="欧阳·买买提江")
MANY = tuple(replace(ZHANG if index % 2 else LIU, pk=index, name=f"当事人{'甲乙丙丁戊己庚辛壬癸'[index % 10]}{index}")
             for index in range(1, 21))

WITH_AGENT = replace(NEIGHBOURS, parties=(ZHANG, AGENT, LONG), by_application=False)
CROWD = replace(NEIGHBOURS, parties=MANY, summary=FACTS * 20, agreement=NEIGHBOURS.agreement * 12,
                sessions=(replace(NEIGHBOURS.sessions[0], record=NEIGHBOURS.sessions[0].record * 15),))
ORAL = replace(NEIGHBOURS, agreement_form="oral", performances=(), confirmation=None)
FAILED = replace(NEIGHBOURS, end="failed", outcome="failed", agreement="", agreement_form="", amount=None,
                 effective_on=None, failed_reason="当事人拒绝调解", performances=(), follow_ups=(), confirmation=None)
REFUSED = replace(FAILED, accepted_on=None, end="", outcome="", refused_on=date(2026, 3, 12), org="", file_number="",
                  mediators=(), sessions=(), refused_reason="该纠纷已由双流区人民法院立案受理。", state="not_accepted")
BARE = replace(NEIGHBOURS, parties=(), sessions=(), performances=(), follow_ups=(), evidence=(), mediators=(), org="",
               file_number="", end="", outcome="", agreement="", agreement_form="", amount=None, summary="", request="",
               confirmation=None, effective_on=None)
# Everything that can stand on papers, at its longest: three parties a side, three mediators, a panel, addenda.
SIDES = tuple(replace(one, pk=10 + n, name=name, address=LONG.address) for n, (one, name) in enumerate([
    (ZHANG, "阿卜杜热西提·买买提江·阿卜杜拉"), (LIU, "欧阳震华"), (replace(LONG, side="申请人"), LONG.name),
    (LIU, "司马光明"), (replace(ZHANG, side="被申请人"), "诸葛长风"), (LONG, LONG.name + "第二项目部")]))
SPOKEN = "".join(f"第{n}项：经询问，双方对修复范围、费用分担和完成时间分别陈述意见，调解员逐项记录（详见笔录）。\n"
                 for n in range(1, 31))
RICH = replace(
    NEIGHBOURS, parties=SIDES, mediators=("冯调解", "高调解", "郑主任"), copies=7, center="双流区“大调解”协调中心",
    summary=FACTS * 6, issues=FACTS * 6, request="请求赔偿。" * 30,
    responsibility="甲方承担百分之七十，乙方承担百分之三十。" * 8, manner="银行转账，收款方出具收条",
    term="2026年4月30日前一次付清",
    invited=(InvitedFacts("王邻居", "邻居", "多年邻居，了解经过"), InvitedFacts("区医学会", "社会组织", "医疗损害")),
    inquiries=(InquiryFacts(8, datetime(2026, 3, 12, 14, 5), "棠湖西路8号3栋2单元501号、401号", "李知情", SPOKEN,
                            "冯调解"),),
    panels=(PanelFacts(6, date(2026, 3, 13), date(2026, 3, 14), (
        ExpertFacts("陈律师", "侵权法律", "四川某律师事务所 一级律师"),
        ExpertFacts("罗工", "房屋建筑、给排水", "四川某工程咨询有限责任公司双流分公司 高级工程师（教授级）")),
        "损失如何认定？双方责任比例如何划分？", FACTS * 5, SPOKEN[:400]),),
    evidence=tuple(EvidenceFacts(f"证据材料之{n}：现场照片及文字说明", "调解组织收集", "复印件", date(2026, 3, 15), n)
                   for n in range(1, 26)),
    sessions=(replace(NEIGHBOURS.sessions[0], mediators=("冯调解", "高调解"), by="高调解", record=SPOKEN * 2, addenda=(
        AddendumFacts(date(2026, 3, 16), "冯调解", "第三项中的“十五日”应为“二十五日”。"),)),
              replace(NEIGHBOURS.sessions[0], pk=9, mediators=("冯调解",), is_public=True)))
ADMINISTRATIVE = replace(WITH_AGENT, channel="administrative", org="双流区住房和城乡建设局",
                         file_number="〔2026〕双流区住房和城乡建设局行调字第3号")
JUDICIAL = replace(NEIGHBOURS, channel="judicial", org="双流区人民法院东升人民法庭",
                   file_number="〔2026〕双流区人民法院东升人民法庭司调字第3号")
EVERYBODY = {"neighbours": NEIGHBOURS, "with agent": WITH_AGENT, "crowd": CROWD, "oral": ORAL, "failed": FAILED,
             "refused": REFUSED, "bare": BARE, "rich": RICH, "rich and oral": replace(RICH, agreement_form="oral"),
             "administrative": ADMINISTRATIVE, "judicial": JUDICIAL}
