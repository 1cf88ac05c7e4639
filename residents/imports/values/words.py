"""Words for what the register keeps as codes: GB/T codes themselves are understood too."""

from functools import lru_cache

from residents.models.households import Relation
from residents.models.living import Kind, Reason, Tenure
from residents.models.people import Sex
from shuangliu.privacy.documents import Document

from .texts import text_of

SEX = {Sex.MAN: "男 男性 m male 1", Sex.WOMAN: "女 女性 f female 2"}
KIND = {
    Kind.REGISTERED: "户籍 户籍人口 常住 常住人口 本地 本地人口 本市户籍 本村 在册 人户一致 常住户口 registered",
    Kind.FLOATING: "流动 流动人口 暂住 暂住人口 外来 外来人口 流入 流入人口 租住 租户 外地 寄住 floating",
}
TENURE = {
    Tenure.OWN: "自购房屋 自购 自有 自住 自有住房 自建 产权 01", Tenure.RENTED: "租赁房屋 租赁 租住 出租 租房 承租 02",
    Tenure.LODGING: "寄宿 寄住 03", Tenure.BORROWED: "借住 借用 04", Tenure.EMPLOYER: "单位宿舍 宿舍 05",
    Tenure.TEMPORARY: "临时性宿舍 工棚 06", Tenure.WORKERS: "农民工公寓 07", Tenure.OTHER: "其他 99",
}
REASON = {
    Reason.WORK: "务工 打工 工作 就业 01", Reason.FARMING: "务农 02", Reason.BUSINESS: "经商 做生意 03",
    Reason.STUDY: "学习培训 学习 上学 就学 读书 04", Reason.MARRIAGE: "婚嫁 婚迁 05",
    Reason.FAMILY: "随迁 随迁家属 随家属 06", Reason.TREATMENT: "治病疗养 疗养 07",
    Reason.RELATIVES: "投亲靠友 投靠亲友 08", Reason.TRANSFER: "工作调动 调动 09", Reason.OTHER: "其他 99",
}
RELATION = {
    Relation.HEAD: "户主 本人 本人或户主 0 01 02", Relation.SPOUSE: "配偶 妻 妻子 夫 丈夫 1 10 11 12",
    Relation.SON: "子 儿子 长子 次子 三子 独生子 养子 继子 女婿 2 20",
    Relation.DAUGHTER: "女 女儿 长女 二女 次女 三女 独生女 养女 继女 儿媳 3 30",
    Relation.GRANDCHILD: "孙子 孙女 外孙 外孙子 外孙女 孙 4 40",
    Relation.PARENT: "父亲 母亲 父 母 岳父 岳母 公公 婆婆 父母 5 50",
    Relation.GRANDPARENT: "祖父 祖母 外祖父 外祖母 爷爷 奶奶 6 60",
    Relation.SIBLING: "兄 弟 姐 妹 哥哥 弟弟 姐姐 妹妹 兄弟 姐妹 兄弟姐妹 7 70",
    Relation.OTHER: "其他 其他亲属 侄子 侄女 8 80", Relation.UNRELATED: "非亲属 保姆 9 90 99",
}
DOCUMENT = {
    Document.ID_CARD: "居民身份证 身份证 二代身份证 港澳台居民居住证 111",
    Document.HOUSEHOLD: "户口簿 户口本 居民户口簿 113", Document.BIRTH: "出生医学证明 出生证 117",
    Document.OFFICER: "军官证 士兵证 军人证 114", Document.PASSPORT: "护照 普通护照 414",
    Document.HK_MACAO: "港澳居民来往内地通行证 回乡证 港澳通行证 516",
    Document.TAIWAN: "台湾居民来往大陆通行证 台胞证 511",
    Document.FOREIGN_RESIDENT: "外国人永久居留证 外国人永久居留身份证 553", Document.OTHER: "其他 其他证件 990",
}


def reader(words: dict):
    """A function: the code that a cell means, "" for nothing, None for what is not understood."""
    known = {word: str(code) for code, all_of in words.items() for word in all_of.split()}

    @lru_cache(1000)
    def read(cell) -> str | None:
        text = text_of(cell).replace(" ", "").lower()
        return known.get(text) if text else ""

    return read


sex, kind, tenure, reason, relation, document = map(reader, (SEX, KIND, TENURE, REASON, RELATION, DOCUMENT))
