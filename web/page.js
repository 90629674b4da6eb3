// The page: holds what is shown and selected, and connects filters, search, drawing and details.
import {Details, dot, element} from './details.js';
import {CAN_DRAW, Drawing, wantsStillness} from './drawing.js';
import {Filter} from './graph.js';
import {Layout} from './layout.js';
import {language, relationWord, say, sayOf, setLanguage, shownName} from './words.js';

const DRAWN_AT_FIRST = 5000;  // graphs with more nodes open on their most central part
const CENTRAL_PART = 2000;
const PATIENCE = 500;  // milliseconds until a layout is shown while it is being made
const STRETCH = 100;   // and that are then spent on it between two pictures, at least

export const byId = id => document.getElementById(id);

export class Page {
    // `hover` is told what the pointer is on.
    constructor(graph, hover) {
        this.graph = graph;
        this.filter = new Filter();
        this.details = new Details(byId('details'), this);
        this.selected = null;  // a node or an edge
        this.hovered = null;
        this.pathFrom = null;  // the node from which a path is being chosen
        this.path = null;      // {nodes, edges} of the path that is shown
        this.focus = null;     // {node, steps}
        this.target = null;    // the nodes to keep in view until the user moves it
        this.ranked =
            [...graph.nodes].sort((a, b) => b.edges.length - a.edges.length || a.index - b.index);
        this.drawing = null;  // as it stays without WebGL; all else works
        if (CAN_DRAW) {
            const select = thing => this.select(thing);
            const move = () => {
                this.target = null;
            };
            const isSettled = () => this.layout.settled;
            this.drawing = new Drawing(byId('drawing'), graph, {hover, select, move, isSettled});
        }
        matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
            this.drawing?.readColours();
            this.drawing?.refresh();
        });
    }

    start() {
        byId('stage').classList.toggle('empty', this.drawing === null);
        this.speak();
        this.showHome();
        this.drawing?.onceDrawn(() => performance.mark('drawn'));  // with nodes in their places
        this.details.overview();
    }

    // -- what is drawn --

    showHome(everything = false) {
        const all = this.graph.nodes.length, part = !everything && all > DRAWN_AT_FIRST;
        const counts = [CENTRAL_PART, all].map(count => count.toLocaleString(language));
        this.focus = null;
        this.show(part ? this.ranked.slice(0, CENTRAL_PART) : this.ranked);
        this.setNotice(
            part && say('centralOnly', ...counts), say('all'), () => this.showHome(true));
    }

    // Lays out these nodes anew. They come in order of their degree.
    show(nodes) {
        this.shown = nodes;
        this.inLayout = new Set(nodes);
        this.target = null;
        this.applyFilter();
        if (this.drawing === null) return;
        this.drawing.setNodes(nodes);
        this.layout = new Layout(this.drawing.network);
        const patience = performance.now() + PATIENCE;
        while (!this.layout.settled && (wantsStillness() || performance.now() < patience))
            this.layout.advance();
        this.advanced = performance.now();
        this.drawing.fit();
        if (!this.layout.settled) requestAnimationFrame(() => this.animate(this.layout));
    }

    animate(layout) {
        if (layout !== this.layout) return;  // another has taken its place
        // As long as the picture took, so that slow drawing does not hold the layout up.
        const began = performance.now(), end = began + Math.max(STRETCH, began - this.advanced);
        while (!layout.settled && performance.now() < end) layout.advance();
        this.advanced = performance.now();
        if (this.target !== null) this.drawing.fit(this.target);
        if (!layout.settled) requestAnimationFrame(() => this.animate(layout));
    }

    // Brings nodes into view and keeps them there while the layout moves them.
    bringIntoView(nodes) {
        this.target = nodes;
        this.drawing?.fit(nodes, this.layout.settled ? 300 : 0);
    }

    isUsable(edge) {
        return this.filter.passesEdge(edge) &&
            this.filter.passesNode(this.graph.nodes[edge.source]) &&
            this.filter.passesNode(this.graph.nodes[edge.target]);
    }

    applyFilter() {
        const edges = this.graph.edges.filter(
            edge => this.inLayout.has(this.graph.nodes[edge.source]) &&
                this.inLayout.has(this.graph.nodes[edge.target]) && this.isUsable(edge));
        const connected = new Set(edges.flatMap(edge => [edge.source, edge.target]));
        // A node that a filter has robbed of all its relations goes with them.
        const nodes = this.shown.filter(
            node => this.filter.passesNode(node) &&
                (connected.has(node.index) || node.edges.length === 0 || node === this.selected));
        this.drawing?.setVisible(nodes, edges);
        const counts = [nodes, edges].map(things => things.length.toLocaleString(language));
        byId('counts').textContent = say('counts', ...counts);
        byId('drawing').setAttribute('aria-label', say('drawing', ...counts));
        this.emphasise();
    }

    // What stands out: the path, else the selected or hovered thing with all that touches it.
    emphasise() {
        if (this.drawing === null) return;
        const thing = this.hovered ?? this.selected;
        this.drawing.marked = this.selected;
        this.drawing.emphasis =
            this.path !== null && this.hovered === null ? this.path : this.surroundings(thing);
        this.drawing.refresh();
    }

    surroundings(thing) {
        if (thing === null) return null;
        const edges = thing.edges ? thing.edges.filter(edge => this.isUsable(edge)) : [thing];
        const ends = edges.flatMap(edge => [edge.source, edge.target]);
        const nodes = new Set(ends.map(index => this.graph.nodes[index]));
        return {edges: new Set(edges), nodes: thing.edges ? nodes.add(thing) : nodes};
    }

    // -- what is selected --

    // A node, an edge, or null for nothing.
    select(thing) {
        if (this.pathFrom !== null && thing?.edges && thing !== this.pathFrom) {
            this.showPath(this.pathFrom, thing);
            return;
        }
        this.pathFrom = this.path = null;
        this.selected = thing;
        if (thing === null)
            this.details.overview();
        else if (thing.edges)
            this.details.node(thing);
        else
            this.details.edge(thing);
        if (thing?.edges && !this.inLayout.has(thing)) this.show([...this.shown, thing]);
        this.applyFilter();
        this.announce(
            thing === null  ? '' :
                thing.edges ? `${shownName(thing)}, ${sayOf('type', thing.type)}` :
                              byId('details').querySelector('h2').textContent);
    }

    choosePath(node) {
        this.pathFrom = node;
        this.details.choosing(node);
        byId('search').focus();
    }

    showPath(from, to) {
        // What is denied connects only where nothing else does.
        const edges = this.graph.shortestPath(
                          from, to, edge => edge.status !== 'denied' && this.isUsable(edge)) ??
            this.graph.shortestPath(from, to, edge => this.isUsable(edge));
        this.pathFrom = null;
        this.selected = from;
        const nodes = new Set([
            from, to,
            ...(edges ?? [])
                .flatMap(edge => [this.graph.nodes[edge.source], this.graph.nodes[edge.target]])
        ]);
        this.path = {nodes, edges: new Set(edges ?? [])};
        const missing = [...nodes].filter(node => !this.inLayout.has(node));
        if (missing.length > 0) this.show([...this.shown, ...missing]);
        this.details.path(from, to, edges);
        this.applyFilter();
        this.bringIntoView([...nodes]);
        this.announce(
            edges ?
                `${say('pathTitle', shownName(from), shownName(to))}: ${say('hop', edges.length)}` :
                say('noPath'));
    }

    focusIs(node, steps) {
        return this.focus !== null && this.focus.node === node && this.focus.steps === steps;
    }

    toggleFocus(node, steps) {
        if (this.focusIs(node, steps)) {
            this.showHome();
        } else {
            const near = this.graph.reach(node, edge => this.isUsable(edge), steps);
            this.show(this.ranked.filter(other => near.has(other)));
            this.focus = {node, steps};
            this.setNotice(
                `${say('focus')}: ${shownName(node)} (${say('hop', steps)})`, say('close'),
                () => this.toggleFocus(node, steps));
        }
        this.details.node(node);
    }

    // -- words --

    setNotice(text, action, onClick) {
        const notice = byId('notice');
        notice.hidden = !text;
        if (text)
            notice.replaceChildren(
                text,
                element('button', {class: 'action', type: 'button', on: {click: onClick}}, action));
    }

    announce(text) { byId('live').textContent = text; }

    // Puts all fixed words in the current language.
    speak() {
        document.documentElement.lang = language;
        byId('search').placeholder = say('search');
        for (const [id, word] of [
                 ['search', 'search'], ['zoom-in', 'zoomIn'], ['zoom-out', 'zoomOut'],
                 ['zoom-fit', 'fit'], ['filters', 'filters'], ['details', 'details']]) {
            byId(id).setAttribute('aria-label', say(word));
        }
        byId('filters-toggle').textContent = say('filters');
        byId('no-drawing').textContent = say('noDrawing');
        byId('language').textContent = say('other');
        byId('language').lang = language === 'en' ? 'de' : 'en';
        this.showFilters();
    }

    switchLanguage() {
        setLanguage(language === 'en' ? 'de' : 'en');
        this.speak();
        if (this.path === null && this.pathFrom === null) this.select(this.selected);
        this.applyFilter();
    }

    // -- filters, which are the legend too --

    showFilters() {
        const {graph, filter} = this;
        const hidden = filter.hidden;
        const group = (title, ...children) =>
            element('fieldset', {}, element('legend', {}, title), ...children);
        const checks = (items, key, boxOf) =>
            graph.countBy(items, key).map(([value, count]) => boxOf(value, count));
        byId('filters').replaceChildren(
            group(
                say('types'),
                ...checks(
                    graph.nodes, 'type',
                    (type, count) =>
                        this.checkBox(hidden.type, type, dot(type), sayOf('type', type), count))),
            group(
                say('statuses'),
                ...checks(
                    graph.edges, 'status',
                    (status, count) => this.checkBox(
                        hidden.status, status, strokeOf(status), sayOf('status', status), count))),
            group(
                say('relations'),
                ...checks(
                    graph.edges, 'type',
                    (type, count) =>
                        this.checkBox(hidden.relation, type, '', relationWord(type, 0), count))),
            group(
                say('dates'),
                element(
                    'div', {class: 'dates'}, say('from'), this.dateInput('from'), say('until'),
                    this.dateInput('until'))),
            group(say('confidence'), ...this.confidenceSlider()), this.resetButton());
    }

    filterChanged() {
        this.applyFilter();
        if (this.selected?.edges && this.path === null) this.details.node(this.selected);
    }

    checkBox(hidden, value, sign, word, count) {
        const change = event => {
            if (event.target.checked)
                hidden.delete(value);
            else
                hidden.add(value);
            this.filterChanged();
        };
        return element(
            'label', {class: 'check'},
            element('input', {type: 'checkbox', checked: !hidden.has(value), on: {change}}), sign,
            element('span', {}, word),
            element('span', {class: 'count'}, count.toLocaleString(language)));
    }

    dateInput(name) {
        const change = event => {
            this.filter[name] = event.target.value;
            this.filterChanged();
        };
        return element('input', {
            type: 'date',
            'aria-label': `${say('dates')} ${say(name)}`,
            value: this.filter[name],
            on: {change}
        });
    }

    // The slider and what it is set to.
    confidenceSlider() {
        const shown = () => `${Math.round(100 * this.filter.minConfidence)} %`;
        const confidence = element('output', {}, shown());
        const input = event => {
            this.filter.minConfidence = Number(event.target.value);
            confidence.textContent = shown();
            this.filterChanged();
        };
        const slider = element('input', {
            type: 'range',
            min: 0,
            max: 1,
            step: 0.05,
            value: this.filter.minConfidence,
            'aria-label': say('confidence'),
            on: {input}
        });
        return [slider, confidence];
    }

    resetButton() {
        const click = () => {
            this.filter.reset();
            this.showFilters();
            this.filterChanged();
        };
        return element(
            'button', {class: 'action reset', type: 'button', on: {click}}, say('reset'));
    }
}

// A sample of how edges of a status are drawn.
function strokeOf(status) {
    return element('span', {class: `stroke ${status}`, 'aria-hidden': 'true'});
}
