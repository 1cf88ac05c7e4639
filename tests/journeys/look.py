"""What every page owes everybody: faults that a script can see."""

FAULTS = """async (isPhone) => {
    // Colours that have just changed are still on their way.
    const moving = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.all(moving.map((one) => { one.finish(); return one.finished.catch(() => {}); }));
    const faults = [];
    const shown = (element) => element.checkVisibility({checkVisibilityCSS: true, checkOpacity: true})
        && !element.closest(".visually-hidden, [aria-hidden=true]");
    const told = (element) => `${element.tagName.toLowerCase()}.${element.className?.baseVal ?? element.className} ` +
        (element.textContent || element.name || "").trim().slice(0, 30);
    const all = (selector) => [...document.querySelectorAll(selector)];
    const labelOf = (element) => element.getAttribute("aria-label") || element.getAttribute("title")
        || element.getAttribute("aria-labelledby") || element.innerText?.trim() || element.querySelector("img")?.alt;

    if (!document.title.replace("双流", "").replace("·", "").trim()) faults.push("no title");
    if (!document.documentElement.lang.startsWith("zh")) faults.push("no language");
    if (all("h1").filter(shown).length !== 1) faults.push(`${all("h1").filter(shown).length} h1`);
    if (all("main").length !== 1) faults.push("not one main");
    if (document.documentElement.scrollWidth > innerWidth)
        faults.push(`wider than the screen: ${document.documentElement.scrollWidth}`);
    for (const field of all("input:not([type=hidden]), select, textarea"))
        if (!field.labels?.length && !labelOf(field)) faults.push(`no label: ${told(field)}`);
    for (const act of all("a[href], button, summary"))
        if (shown(act) && !labelOf(act)) faults.push(`no name: ${told(act)}`);
    for (const image of all("img:not([alt])")) faults.push(`no alt: ${image.src}`);
    const ids = all("[id]").map((element) => element.id);
    for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) !== at))) faults.push(`id twice: ${id}`);
    if (isPhone)
        for (const act of all("main .button:not(.button--small), .nav__link, .tabs__link, .picker__name, .chip__text"))
            if (shown(act) && heightOf(act) && heightOf(act) < 43.5) faults.push(`${heightOf(act)} high: ${told(act)}`);
    return faults.concat(contrasts());

    function heightOf(element) {
        return element.getBoundingClientRect().height;
    }
    // Text against the nearest ground that is painted (WCAG 2.1 AA: 4.5, large text 3).
    function contrasts() {
        const found = new Set();
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || !shown(element)) continue;
            if (element.closest("svg, canvas, script, option")) continue;
            const {color, fontSize, fontWeight} = getComputedStyle(element);
            const large = parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && fontWeight >= 700);
            const [light, dark] = [luminance(color), luminance(ground(element))].sort((a, b) => b - a);
            const ratio = (light + 0.05) / (dark + 0.05);
            if (ratio < (large ? 3 : 4.5)) found.add(`contrast ${ratio.toFixed(2)}: ${told(element)}`);
        }
        return [...found];
    }
    function ground(element) {
        for (let one = element; one; one = one.parentElement) {
            const {backgroundColor} = getComputedStyle(one);
            if (!/, 0\\)$|transparent/.test(backgroundColor)) return backgroundColor;
        }
        return "rgb(255, 255, 255)";
    }
    function luminance(colour) {
        const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map((part) => part / 255)
            .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    }
}"""
