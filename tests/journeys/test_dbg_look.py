from tests.journeys.conftest import sign_in
from tests.journeys.test_behaviours import fill, NEW
import time
def test_a(browser_page, product, photo):
    log=[]; t0=time.time()
    def watch(p,n):
        p.on("request", lambda r: log.append((round(time.time()-t0,2),n,"->",r.method, r.url[-40:], r.headers.get("cookie"))) if "static" not in r.url else None)
        p.on("response", lambda r: log.append((round(time.time()-t0,2),n,r.request.method, r.status, r.url[-40:], [x[:60] for x in (r.headers.get("set-cookie") or "").split("\n")])) if "static" not in r.url else None)
        p.on("framenavigated", lambda f: log.append((round(time.time()-t0,2),n,"NAV",f.url[-40:])))
    page = browser_page(None, "phone"); watch(page,"a"); sign_in(page,"worker")
    fill(page, photo())
    page.locator(".top summary").click()
    page.get_by_role("button", name="退出登录").click()
    page.fill("[name=username]", "station")
    page.fill("[name=password]", "shuangliu-demo")
    page.click("main form button[type=submit]")
    page.goto(NEW)
    for i in range(2):
        p = browser_page(None,"phone"); watch(p,i); sign_in(p,"worker"); log.append((i,"signed in",p.url))
        p.goto("/incidents/new/"); log.append(p.url)
    for l in log: print(l)
