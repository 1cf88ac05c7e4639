"""The style gallery: every part of the look in each of its states, for whoever builds or judges a page."""

import re
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

from django import forms
from django.contrib import messages
from django.contrib.staticfiles import finders
from django.shortcuts import render
from django.utils.timezone import now

from .access import SIGNED_IN, allows
from .forms import Chips, PhotosField, TwoTapPicker

CATEGORIES = [
    ("市容环境", [("E0101", "暴露垃圾"), ("E0102", "道路不洁"), ("E0103", "焚烧垃圾树叶"), ("E0104", "乱堆物料")]),
    ("突发公共设施损坏", [("E0401", "路面塌陷"), ("E0402", "自来水管破裂"), ("E0403", "燃气泄漏")]),
    ("街面秩序", [("E0501", "占道经营"), ("E0502", "车辆乱停放"), ("E0503", "露天烧烤")]),
    ("矛盾纠纷", [("E0801", "邻里纠纷"), ("E0802", "劳资纠纷"), ("E0803", "物业纠纷")]),
]


class GalleryForm(forms.Form):
    """One field of each kind."""

    photos = PhotosField(label="现场照片", help_text="拍清位置和情况，最多 6 张。")
    category = forms.ChoiceField(label="事件类别", choices=CATEGORIES, widget=TwoTapPicker)
    description = forms.CharField(
        label="情况描述", help_text="写明发生了什么、影响到谁。", max_length=500, widget=forms.Textarea
    )
    urgency = forms.ChoiceField(
        label="紧急程度", choices=[("normal", "一般"), ("urgent", "紧急")], initial="normal", widget=Chips
    )
    phone = forms.CharField(
        label="联系电话", required=False, widget=forms.TextInput({"inputmode": "tel", "autocomplete": "tel"})
    )
    department = forms.ChoiceField(
        label="承办部门", choices=[("", "请选择"), ("cg", "区城市管理局"), ("ga", "区公安分局"), ("zj", "区住建局")]
    )
    due_on = forms.DateField(label="希望办结日期", required=False, widget=forms.DateInput({"type": "date"}))
    consent = forms.BooleanField(label="上报人同意承办部门与其联系")


# title, state, its label, category, place, hours until due
QUEUE = [
    ("棠湖南路二段人行道污水井盖破损，夜间无警示", "assigned", "待签收", "井盖破损", "棠湖社区 第03网格", -6),
    ("三强西路农贸市场门口占道经营，早晚高峰堵塞通道", "in_progress", "处置中", "占道经营", "五洞桥社区 第11网格", -1),
    ("楼道堆放电瓶车并飞线充电", "reported", "待受理", "消防隐患", "紫东阁社区 第05网格", 2),
    ("小区化粪池外溢", "resolved", "待核查", "暴露垃圾", "白鹤社区 第02网格", 4),
    ("𬭚镖厂宿舍渗水引发邻里纠纷，希望社区出面调解", "rework", "返工", "邻里纠纷", "永福社区 第07网格", 29),
    ("道路标志牌被树枝遮挡", "closed", "已结案", "公共设施", "城塔社区 第01网格", 52),
    ("建议在社区广场增设休息座椅", "rejected", "不予受理", "意见建议", "双桂社区 第09网格", 70),
]


def _rows(at):
    for index, (title, state, label, category, place, hours) in enumerate(QUEUE):
        due_at = at + timedelta(hours=hours, minutes=20)
        yield {
            "number": f"SJ20261123{417 - 7 * index:06}", "title": title, "state": state, "label": label,
            "category": category, "place": place, "due_at": due_at, "warn_at": due_at - timedelta(hours=5),
            "light": "is-overdue" if hours < 0 else "is-soon" if hours < 5 else "", "urgent": index == 0,
            "reported_at": at - timedelta(hours=30 - hours / 3),
        }


def _history(at):
    def entry(label, actor, hours, note="", tone=""):
        return SimpleNamespace(label=label, actor=actor, at=at - timedelta(hours=hours), note=note, tone=tone)

    return [
        entry("上报", "王建国（第03网格 网格员）", 30, "井盖裂成两半，旁边是小学放学路线，已用路锥围住。"),
        entry("受理", "赵敏（棠湖社区工作站）", 29.5),
        entry("派遣至区城市管理局", "孙立（东升街道分中心）", 28, "涉及市政管网，请派人现场处置。"),
        entry("退回", "周航（区城市管理局）", 26, "该井盖产权属燃气公司，建议改派。", "alert"),
        entry("核查通过", "王建国（第03网格 网格员）", 3, tone="done"),
        entry("处置中", "周航（区城市管理局）", 1, tone="now"),
    ]


def _icons():
    sprite = Path(finders.find("img/icons.svg")).read_text(encoding="utf-8")
    return re.findall(r'<symbol [^>]*id="([\w-]+)"', sprite)


@allows(SIGNED_IN)
def gallery(request):
    """Mounted by urls.py when DEBUG. A POST shows the form in error."""
    at = now()
    form = GalleryForm(request.POST, request.FILES) if request.method == "POST" else GalleryForm()
    if request.method == "GET":
        messages.success(request, "已派遣至区城市管理局，签收时限 4 小时。")
        messages.warning(request, "该事项还有 2 小时到期。")
    context = {
        "form": form, "rows": _rows(at), "history": _history(at), "at": at,
        "states": ["reported", "in_progress", "resolved", "closed", "rework", "rejected"],
        "icons": _icons(), "scale": range(6), "page": SimpleNamespace(next_cursor="abc"),
        "moments": [(at + timedelta(hours=27), at + timedelta(hours=20)),
                    (at + timedelta(hours=3, minutes=20), at - timedelta(hours=1)),
                    (at - timedelta(days=1, hours=2), at - timedelta(days=2))],
    }
    return render(request, "parts/gallery.html", context, status=422 if form.errors else 200)
