// Mouse, touch and keyboard: on the canvas, in the search box, on the buttons.

function connectCanvas(page) {
    const canvas = byId('canvas'), {drawing} = page, pointers = new Map();
    let grabbed = null, moved = false, spread = 0;
    const place = event => {
        const box = canvas.getBoundingClientRect();
        return [event.clientX - box.left, event.clientY - box.top];
    };
    const takeOver = () => {
        page.follow = false;
    };

    canvas.addEventListener('pointerdown', event => {
        canvas.setPointerCapture(event.pointerId);
        pointers.set(event.pointerId, place(event));
        grabbed = pointers.size === 1 ? drawing.nodeAt(...place(event)) : null;
        moved = false;
        spread = 0;
    });
    canvas.addEventListener('pointermove', event => {
        const [x, y] = place(event), before = pointers.get(event.pointerId);
        if (before === undefined) {
            hover(page, x, y);
            return;
        }
        if (!moved && Math.hypot(x - before[0], y - before[1]) < 4) return;
        moved = true;
        takeOver();
        canvas.classList.add('dragging');
        pointers.set(event.pointerId, [x, y]);
        if (pointers.size === 2) {
            spread = pinch(drawing, [...pointers.values()], spread);
        } else if (grabbed !== null) {
            dragNode(page, grabbed, drawing.toWorld(x, y));
        } else {
            drawing.camera.x -= (x - before[0]) / drawing.camera.scale;
            drawing.camera.y -= (y - before[1]) / drawing.camera.scale;
        }
        page.redraw();
    });
    const release = event => {
        if (!pointers.delete(event.pointerId)) return;
        canvas.classList.remove('dragging');
        page.layout.fixed = -1;
        if (!moved && event.type === 'pointerup')
            page.select(drawing.nodeAt(...place(event)) ?? drawing.edgeAt(...place(event)));
        grabbed = null;
    };
    canvas.addEventListener('pointerup', release);
    canvas.addEventListener('pointercancel', release);
    canvas.addEventListener('pointerleave', () => hover(page, -1e6, -1e6));
    canvas.addEventListener('wheel', event => {
        event.preventDefault();
        takeOver();
        drawing.zoomAt(
            ...place(event), Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0016)));
        page.redraw();
    }, {passive: false});
    canvas.addEventListener('keydown', event => canvasKey(page, event));
    for (const [id, key] of [['zoom-in', '+'], ['zoom-out', '-'], ['zoom-fit', '0']]) {
        byId(id).addEventListener('click', () => moveView(page, key));
    }
}

function pinch(drawing, [[ax, ay], [bx, by]], spread) {
    const now = Math.hypot(ax - bx, ay - by);
    if (spread > 0) drawing.zoomAt((ax + bx) / 2, (ay + by) / 2, now / spread);
    return now;
}

function dragNode(page, node, [x, y]) {
    const i = page.inLayout.get(node);
    page.layout.fixed = i;
    page.layout.x[i] = x;
    page.layout.y[i] = y;
    page.layout.warm(0.2);
    page.animate();
}

function hover(page, x, y) {
    const {drawing} = page, tooltip = byId('tooltip');
    const thing = drawing.nodeAt(x, y) ??
        (drawing.edges.length <= MANY_EDGES || drawing.camera.scale > 0.9 ? drawing.edgeAt(x, y) :
                                                                            null);
    drawing.canvas.classList.toggle('over', thing !== null);
    if (thing !== page.hovered) {
        page.hovered = thing;
        page.emphasise();
        tooltip.hidden = thing === null;
        if (thing !== null) tooltip.replaceChildren(...tooltipOf(page, thing));
    }
    if (thing === null) return;
    const left = Math.min(x + 14, drawing.width - tooltip.offsetWidth - 8),
          top = Math.min(y + 16, drawing.height - tooltip.offsetHeight - 8);
    tooltip.style.transform = `translate(${left}px, ${top}px)`;
}

function tooltipOf(page, thing) {
    if (thing.edges)
        return [
            thing.name.slice(0, 200),
            element(
                'small', {},
                `${sayOf('type', thing.type)} · ${thing.edges.length} ${say('relations')}`)
        ];
    const [source, target] = [page.graph.nodes[thing.source], page.graph.nodes[thing.target]];
    return [
        `${source.name.slice(0, 100)} ${relationWord(thing.type, 0)} ${target.name.slice(0, 100)}`,
        element('small', {}, `${sayOf('status', thing.status)} · ${say('sources', thing.sources)}`)
    ];
}

// Returns whether the key means anything.
function moveView(page, key) {
    const {drawing} = page, step = 60 / drawing.camera.scale,
          middle = [drawing.width / 2, drawing.height / 2];
    const actions = {
        'ArrowLeft': () => {
            drawing.camera.x -= step;
        },
        'ArrowRight': () => {
            drawing.camera.x += step;
        },
        'ArrowUp': () => {
            drawing.camera.y -= step;
        },
        'ArrowDown': () => {
            drawing.camera.y += step;
        },
        '+': () => drawing.zoomAt(...middle, 1.3),
        '=': () => drawing.zoomAt(...middle, 1.3),
        '-': () => drawing.zoomAt(...middle, 1 / 1.3),
        '0': () => drawing.fit(),
    };
    if (!Object.hasOwn(actions, key)) return false;
    actions[key]();
    page.follow = key === '0';
    page.redraw();
    return true;
}

function canvasKey(page, event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (moveView(page, event.key)) event.preventDefault();
}

// The search box is a combobox: arrows choose, Enter takes, Escape closes.
function connectSearch(page) {
    const box = byId('search'), list = byId('hits');
    let hits = [], chosen = -1;
    const render = () => {
        list.hidden = box.value.trim() === '';
        box.setAttribute('aria-expanded', String(!list.hidden));
        list.replaceChildren(...(
            hits.length === 0 ?
                [element(
                    'li', {role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false'},
                    say('none'))] :
                hits.map(
                    (node, i) => element(
                        'li', {
                            role: 'option',
                            id: `hit-${i}`,
                            'aria-selected': String(i === chosen),
                            on: {
                                mousedown: event => {
                                    event.preventDefault();
                                    take(node);
                                }
                            }
                        },
                        dot(node.type),
                        element('span', {class: 'hit-name', dir: 'auto'}, node.name.slice(0, 200)),
                        element(
                            'span', {class: 'hit-more'}, sayOf('type', node.type),
                            ` · ${node.edges.length}`)))));
        if (chosen >= 0) {
            box.setAttribute('aria-activedescendant', `hit-${chosen}`);
            list.children[chosen].scrollIntoView({block: 'nearest'});
        } else {
            box.removeAttribute('aria-activedescendant');
        }
    };
    const close = () => {
        box.value = '';
        hits = [];
        chosen = -1;
        render();
    };
    const take = node => {
        close();
        page.select(node);
        centre(page, node);
        byId('details').focus();
    };
    box.addEventListener('input', () => {
        hits = page.graph.search(box.value, 12);
        chosen = hits.length > 0 ? 0 : -1;
        render();
        page.announce(say('results', hits.length));
    });
    box.addEventListener('keydown', event => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            if (hits.length > 0)
                chosen =
                    (chosen + (event.key === 'ArrowDown' ? 1 : -1) + hits.length) % hits.length;
            render();
        } else if (event.key === 'Enter' && chosen >= 0) {
            event.preventDefault();
            take(hits[chosen]);
        } else if (event.key === 'Escape') {
            close();
        }
    });
    box.addEventListener('blur', () => {
        list.hidden = true;
        box.setAttribute('aria-expanded', 'false');
    });
    box.addEventListener('focus', () => {
        if (box.value !== '') render();
    });
}

// Brings a node and what it is connected with into view.
function centre(page, node) {
    if (page.path !== null) return;
    page.follow = false;
    const {drawing} = page, shown = new Set(drawing.nodes);
    drawing.fit([
        node, ...node.edges.map(edge => page.graph.otherEnd(edge, node)).filter(end => shown.has(end))
    ]);
    page.redraw();
}

function connectButtons(page) {
    byId('language').addEventListener('click', () => page.switchLanguage());
    const toggle = byId('filters-toggle');
    const setFilters = open => {
        byId('filters').hidden = !open;
        toggle.setAttribute('aria-expanded', String(open));
    };
    toggle.addEventListener('click', () => setFilters(byId('filters').hidden));
    setFilters(window.innerWidth > 900);
    document.addEventListener('keydown', event => {
        if (event.key === '/' && !(event.target instanceof HTMLInputElement)) {
            event.preventDefault();
            byId('search').focus();
        } else if (event.key === 'Escape' && event.target !== byId('search')) {
            page.select(null);
        }
    });
}

const page = new Page(new Graph(JSON.parse(byId('data').textContent)));
connectButtons(page);
connectCanvas(page);
connectSearch(page);
page.start();
