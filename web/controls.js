// Keyboard and pointer: on the drawing, in the search box, on the buttons. Starts the page.
import {dot, element} from './details.js';
import {Graph} from './graph.js';
import {byId, Page} from './page.js';
import {relationWord, say, sayOf, shownName} from './words.js';

const STEP = 0.08;  // of the window, for an arrow key
const ZOOM = 1.3;

function connectDrawing(page) {
    const stage = byId('stage'), tooltip = byId('tooltip');
    stage.addEventListener('pointermove', event => {
        const box = stage.getBoundingClientRect();
        const left = Math.min(event.clientX - box.left + 14, box.width - tooltip.offsetWidth - 8),
              top = Math.min(event.clientY - box.top + 16, box.height - tooltip.offsetHeight - 8);
        tooltip.style.transform = `translate(${left}px, ${top}px)`;
    });
    stage.addEventListener('pointerleave', () => hover(page, null));
    byId('drawing').addEventListener('keydown', event => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (moveView(page, event.key)) event.preventDefault();
    });
    for (const [id, key] of [['zoom-in', '+'], ['zoom-out', '-'], ['zoom-fit', '0']]) {
        byId(id).addEventListener('click', () => moveView(page, key));
    }
}

// In a large graph what is hovered is named, but the rest does not fade, which would take a while.
function hover(page, thing) {
    const tooltip = byId('tooltip');
    byId('stage').classList.toggle('over', thing !== null);
    tooltip.hidden = thing === null;
    if (thing !== null) tooltip.replaceChildren(...tooltipOf(page, thing));
    if (page.drawing === null || page.drawing.many || thing === page.hovered) return;
    page.hovered = thing;
    page.emphasise();
}

function tooltipOf(page, thing) {
    if (thing.edges)
        return [
            shownName(thing).slice(0, 200),
            element(
                'small', {},
                `${sayOf('type', thing.type)} · ${thing.edges.length} ${say('relations')}`)
        ];
    const [source, target] =
        [thing.source, thing.target].map(end => shownName(page.graph.nodes[end]).slice(0, 100));
    return [
        `${source} ${relationWord(thing.type, 0)} ${target}`,
        element('small', {}, `${sayOf('status', thing.status)} · ${say('sources', thing.sources)}`)
    ];
}

// Returns whether the key means anything.
function moveView(page, key) {
    const {drawing} = page;
    const actions = {
        'ArrowLeft': () => drawing.pan(-STEP, 0),
        'ArrowRight': () => drawing.pan(STEP, 0),
        'ArrowUp': () => drawing.pan(0, -STEP),
        'ArrowDown': () => drawing.pan(0, STEP),
        '+': () => drawing.zoom(ZOOM),
        '=': () => drawing.zoom(ZOOM),
        '-': () => drawing.zoom(1 / ZOOM),
        '0': () => drawing.fit([], 200),
    };
    if (drawing === null || !Object.hasOwn(actions, key)) return false;
    page.target = null;
    actions[key]();
    return true;
}

const NO_HIT = {
    role: 'option',
    'aria-disabled': 'true',
    'aria-selected': 'false'
};

function hitOf(node, index, chosen, take) {
    const mousedown = event => {
        event.preventDefault();
        take();
    };
    return element(
        'li',
        {role: 'option', id: `hit-${index}`, 'aria-selected': String(chosen), on: {mousedown}},
        dot(node.type),
        element('span', {class: 'hit-name', dir: 'auto'}, shownName(node).slice(0, 200)),
        element('span', {class: 'hit-more'}, sayOf('type', node.type), ` · ${node.edges.length}`));
}

// The search box is a combobox: arrows choose, Enter takes, Escape closes.
function connectSearch(page) {
    const box = byId('search'), list = byId('hits');
    let hits = [], chosen = -1;
    const render = () => {
        list.hidden = box.value.trim() === '';
        box.setAttribute('aria-expanded', String(!list.hidden));
        list.replaceChildren(
            ...hits.map((node, i) => hitOf(node, i, i === chosen, () => take(node))));
        if (hits.length === 0) list.append(element('li', NO_HIT, say('none')));
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
    const ends =
        node.edges.filter(edge => page.isUsable(edge)).map(edge => page.graph.otherEnd(edge, node));
    page.bringIntoView([node, ...ends.filter(end => page.inLayout.has(end))]);
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

export const page =
    new Page(new Graph(JSON.parse(byId('data').textContent)), thing => hover(page, thing));
connectButtons(page);
connectDrawing(page);
connectSearch(page);
page.start();
