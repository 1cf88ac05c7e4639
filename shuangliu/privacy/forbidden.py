"""The line we do not cross (domain.md §7, product.md): what no field may hold and no column of a file may bring in.

PIPL art. 28 and 29, 传染病防治法, 戒毒条例, 社区矫正法, 宗教事务条例: nothing here is needed to serve a resident.
`FIELD` is for names in code; `reason(heading)` for the headings of office tables, Chinese or English; `told(text)` for
what somebody's need is written down in.
"""

import re
import unicodedata

from django.utils.translation import gettext_lazy as _

FIELD = re.compile(
    r"(^|_)(religion|religious|ethnic|ethnicity|nationality_group|political|party_member|diagnos\w*|disease|illness"
    r"|offen[cs]e|crime|criminal|convict\w*|drug\w*|addict\w*|aids|hiv|special_person|key_person|special_population"
    r"|risk_level_of_person|person_score|credit_score|social_score|trust_score|threat|suspect\w*|face|facial"
    r"|biometric\w*|fingerprint|plate|licen[cs]e_plate|video|stream_url|live_location|track|pregnan\w*|contracept\w*"
    r"|birth_control|family_planning|overnight|visitor|guest)(_|$)"
)
# What may not even be read of a table, though it would be no field's name; by why.
HEADINGS = [
    (_("Faith is nobody's business here."), r"宗教|信仰|教派|信教|religio|faith|church"),
    (_("The ethnic group is not asked for."), r"民族|族别|ethnic|nationality group"),
    (_("What somebody belongs to in politics is not asked for."),
     r"政治面貌|党派|党员|团员|入党|political|party member"),
    (_("Marriage and children are not asked for."),
     r"婚姻|婚否|已婚|未婚|离异|丧偶|计生|计划生育|避孕|孕|生育|marri|marital|pregnan|contracept|family planning"),
    (_("No list of special or key persons is kept: need for help is told by the person, as a care referral."),
     r"重点(关注)?人(员|群|口)|特殊(人员|人群|群体)|关注(类别|类型|程度|等级|人员)|管控|稳控|维稳|涉稳|上访|信访(人|重点)|邪教"
     r"|危险(等级|程度)|风险(等级|评级)|积分|信用(分|等级)|评分|key person|special (person|population)|risk level"
     r"|(social|credit|trust|person) score|suspect|threat"),
    (_("Offences and sentences are not kept."),
     r"前科|犯罪|违法|刑满|刑释|释放|服刑|矫正|社矫|罪名|安置帮教|逮捕|处罚记录|offen[cs]e|crim|convict|prison|parole"),
    (_("Drugs are no matter of this register."), r"吸毒|涉毒|戒毒|毒品|复吸|drug|addict"),
    (_("Health is no matter of this register."),
     r"疾病|病史|病种|患病|病情|精神(障碍|病|残疾)|肇事肇祸|艾滋|传染病|诊断|残疾(类别|类型|等级|情况)|健康状况|血型|核酸|疫苗"
     r"|disease|illness|diagnos|health|\bhiv\b|\baids\b|disab"),
    (_("Income and property are not asked for."), r"收入|存款|资产|贫困(等级|类别)|income|wealth|salary"),
    (_("Faces, plates and whereabouts are not kept."),
     r"人脸|照片|指纹|虹膜|声纹|车牌|轨迹|定位|\bface\b|facial|photo|fingerprint|\bplate\b|biometric|\btrack"),
    (_("Overnight guests are not recorded."), r"留宿|访客|来访人|overnight|visitor|guest"),
]
# What the words of a need may not tell. Narrower than the headings: "low income" may be said, a diagnosis may not.
TOLD = re.compile(
    r"诊断|确诊|病历|精神(病|分裂|障碍)|抑郁症|双相|癫痫|艾滋|梅毒|肝炎|肺结核|传染病|癌"
    r"|吸毒|涉毒|戒毒|毒品|复吸|吸食"
    r"|前科|犯罪|罪犯|刑满|刑释|服刑|坐牢|监狱|看守所|社区矫正|矫正对象|缓刑|假释|拘留|盗窃|诈骗犯"
    r"|重点人(员|口|群)|特殊人群"
    r"|(?<![a-z])(hiv|aids|diagnos[a-z]+|schizo[a-z]+|heroin|convict[a-z]*|parole|probation)(?![a-z])", re.IGNORECASE)
PATTERNS = [(reason, re.compile(pattern)) for reason, pattern in HEADINGS]


def reason(heading: str):
    """Why a column with this heading is not read, None where it may be."""
    plain = re.sub(r"[\s_*:：]+", " ", unicodedata.normalize("NFKC", heading)).strip().lower()
    bare = plain.replace(" ", "")
    for why, pattern in PATTERNS:
        if pattern.search(plain) or pattern.search(bare):
            return why
    return _("The law or decency forbids to keep this.") if FIELD.search(plain.replace(" ", "_")) else None


def told(text: str) -> str:
    """The first word of a free text that may not be kept, "" where there is none."""
    found = TOLD.search(unicodedata.normalize("NFKC", text))
    return found[0] if found else ""
