// The page: holds what is shown and selected, and connects filters, search, drawing and details.

const DRAWN_AT_FIRST = 5000;  // graphs with more nodes open on their most central part
const CENTRAL_PART = 2000;

const byId = id => document.getElementById(id);

class Page {
    constructor(graph) {
        this.graph = graph;
        this.filter = new Filter();
        this.drawing = new Drawing(byId('canvas'));
        this.details = new Details(byId('details'), this);
        this.selected = null;  // a node or an edge
        this.hovered = null;
        this.pathFrom = null;  // the node from which a path is being chosen
        this.path = null;      // {nodes, edges} of the path that is shown
        this.focus = null;     // {node, steps}
        this.follow = true;    // keep everything in view until the user moves it
        for (const node of graph.nodes) {
            node.radius = 5 + 2.1 * Math.sqrt(Math.min(node.edges.length, 250));
            node.x = node.y = 0;
        }
        this.ranked =
            [...graph.nodes].sort((a, b) => b.edges.length - a.edges.length || a.index - b.index);
        new ResizeObserver(() => this.resize()).observe(byId('stage'));
        matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
            this.drawing.readColours();
            this.redraw();
        });
    }

    start() {
        this.drawing.resize();
        this.speak();
        this.showHome();
        this.details.overview();
    }

    // -- what is drawn --

    showHome(everything = false) {
        const part = !everything && this.graph.nodes.length > DRAWN_AT_FIRST;
        this.focus = null;
        this.show(part ? this.ranked.slice(0, CENTRAL_PART) : this.ranked);
        this.setNotice(
            part && say('central_only', CENTRAL_PART, this.graph.nodes.length), say('all'),
            () => this.showHome(true));
    }

    // Lays out these nodes anew. They come in order of their degree, so that the important ones get
    // their labels first.
    show(nodes) {
        this.shown = nodes;
        this.inLayout = new Map(nodes.map((node, i) => [node, i]));
        const pairs = new Map();
        for (const node of nodes) {
            for (const edge of node.edges) {
                const a = this.inLayout.get(this.graph.nodes[edge.source]),
                      b = this.inLayout.get(this.graph.nodes[edge.target]);
                if (a === undefined || b === undefined || a === b) continue;
                pairs.set(Math.min(a, b) * nodes.length + Math.max(a, b), [a, b]);
            }
        }
        const degrees = new Array(nodes.length).fill(0);
        for (const [a, b] of pairs.values()) {
            ++degrees[a];
            ++degrees[b];
        }
        this.layout =
            new Layout(nodes.length, [...pairs.values()], degrees, nodes.map(node => node.radius));
        this.follow = true;
        const patience = performance.now() + 400;
        const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
        while (!this.layout.settled && (still || performance.now() < patience)) this.layout.tick();
        this.takePositions();
        this.applyFilter();
        this.drawing.fit();
        this.animate();
    }

    takePositions() {
        this.shown.forEach((node, i) => {
            node.x = this.layout.x[i];
            node.y = this.layout.y[i];
        });
    }

    animate() {
        if (this.running) return;
        this.running = true;
        const frame = () => {
            const end = performance.now() + 14;
            do this.layout.tick();
            while (!this.layout.settled && performance.now() < end);
            this.takePositions();
            if (this.follow) this.drawing.fit();
            this.drawing.draw(this.graph.nodes);
            this.running = !this.layout.settled;
            if (this.running) requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
    }

    redraw() {
        if (this.running || this.redrawing) return;
        this.redrawing = true;
        requestAnimationFrame(() => {
            this.redrawing = false;
            this.drawing.draw(this.graph.nodes);
        });
    }

    resize() {
        this.drawing.resize();
        if (this.follow) this.drawing.fit();
        this.drawing.draw(this.graph.nodes);
    }

    isUsable(edge) {
        return this.filter.passesEdge(edge) &&
            this.filter.passesNode(this.graph.nodes[edge.source]) &&
            this.filter.passesNode(this.graph.nodes[edge.target]);
    }

    applyFilter() {
        const shown = new Set(this.shown);
        const edges = this.graph.edges.filter(
            edge => shown.has(this.graph.nodes[edge.source]) &&
                shown.has(this.graph.nodes[edge.target]) && this.isUsable(edge));
        const connected = new Set(edges.flatMap(edge => [edge.source, edge.target]));
        // A node that a filter has robbed of all its relations goes with them.
        this.drawing.nodes = this.shown.filter(
            node => this.filter.passesNode(node) &&
                (connected.has(node.index) || node.edges.length === 0 || node === this.selected));
        this.drawing.setEdges(edges);
        byId('counts').textContent =
            say('counts', this.drawing.nodes.length.toLocaleString(language),
                edges.length.toLocaleString(language));
        byId('canvas').setAttribute(
            'aria-label', say('drawing', this.drawing.nodes.length, edges.length));
        this.emphasise();
    }

    // What stands out: the path, else the selected or hovered thing with all that touches it.
    emphasise() {
        const thing = this.hovered ?? this.selected;
        this.drawing.marked = this.selected;
        if (this.path !== null && this.hovered === null) {
            this.drawing.emphasis = this.path;
        } else if (thing === null) {
            this.drawing.emphasis = null;
        } else if (thing.edges) {
            const edges = thing.edges.filter(edge => this.isUsable(edge));
            this.drawing.emphasis = {
                edges: new Set(edges),
                nodes: new Set([thing, ...edges.map(edge => this.graph.otherEnd(edge, thing))])
            };
        } else {
            this.drawing.emphasis = {
                edges: new Set([thing]),
                nodes: new Set([this.graph.nodes[thing.source], this.graph.nodes[thing.target]])
            };
        }
        this.redraw();
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
                thing.edges ? `${thing.name}, ${sayOf('type', thing.type)}` :
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
        this.follow = false;
        this.applyFilter();
        this.drawing.fit([...nodes]);
        this.announce(
            edges ? `${say('pathTitle', from.name, to.name)}: ${say('hop', edges.length)}` :
                    say('noPath'));
    }

    focusIs(node, steps) {
        return this.focus !== null && this.focus.node === node && this.focus.steps === steps;
    }

    toggleFocus(node, steps) {
        if (this.focusIs(node, steps)) {
            this.showHome();
        } else {
            this.show(this.ranked.filter(Set.prototype.has.bind(
                this.graph.neighbourhood(node, steps, edge => this.isUsable(edge)))));
            this.focus = {node, steps};
            this.setNotice(
                `${say('focus')}: ${node.name} (${say('hop', steps)})`, say('close'),
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
        byId('language').textContent = say('other');
        byId('language').lang = language === 'en' ? 'de' : 'en';
        this.showFilters();
    }

    switchLanguage() {
        language = language === 'en' ? 'de' : 'en';
        this.speak();
        if (this.path === null && this.pathFrom === null) this.select(this.selected);
        this.applyFilter();
        this.redraw();
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
                say('types'), ...checks(graph.nodes, 'type', (type, count) => this.checkBox(
                    hidden.type, type, dot(type), sayOf('type', type), count))),
            group(
                say('statuses'), ...checks(graph.edges, 'status', (status, count) => this.checkBox(
                    hidden.status, status, strokeOf(status), sayOf('status', status), count))),
            group(
                say('relations'), ...checks(graph.edges, 'type', (type, count) => this.checkBox(
                    hidden.relation, type, '', relationWord(type, 0), count))),
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
        return element('button', {class: 'action reset', type: 'button', on: {click}}, say('reset'));
    }
}

// A sample of how edges of a status are drawn.
function strokeOf(status) {
    const namespace = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(namespace, 'svg'),
          line = document.createElementNS(namespace, 'line');
    svg.setAttribute('class', `stroke ${status === 'denied' ? 'denied' : ''}`);
    svg.setAttribute('aria-hidden', 'true');
    for (const [name, value] of [['x1', 0], ['x2', 22], ['y1', 5], ['y2', 5]])
        line.setAttribute(name, value);
    line.setAttribute('stroke-dasharray', (DASHES[status] ?? []).join(' '));
    svg.append(line);
    return svg;
}
