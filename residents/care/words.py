"""What does not belong into the words of a need: a diagnosis, an offence, drugs (domain.md §4.8).

The fields for it do not exist; here it is kept out of the free text, as far as words can be known.
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

TOLD = re.compile(
    r"诊断|确诊|病历|精神(病|分裂|障碍)|抑郁症|双相|癫痫|艾滋|梅毒|肝炎|肺结核|传染病|癌"
    r"|吸毒|涉毒|戒毒|毒品|复吸|吸食"
    r"|前科|犯罪|罪犯|刑满|刑释|服刑|坐牢|监狱|看守所|社区矫正|矫正对象|缓刑|假释|拘留|盗窃|诈骗犯"
    r"|重点人员|重点人口|特殊人群|精神病人"
    r"|\b(hiv|aids|diagnos\w+|schizo\w+|heroin|convict\w*|parole|probation)\b", re.IGNORECASE)


def refuse(text: str) -> str:
    """The text as it is. Raises ValidationError where it names what may not be kept."""
    if found := TOLD.search(text):
        raise ValidationError(
            _("“%(word)s” may not be written down here. Say what help is wanted; the agency asks for the rest itself."),
            code="told", params={"word": found[0]})
    return text
