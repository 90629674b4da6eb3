// Draws the shown part of the graph with sigma.js, and tells what was pointed at. Knows nothing of
// panels or filters: it is given the nodes and edges to draw, and what is emphasised.
import {createEdgeCurveProgram, indexParallelEdgesIndex} from '@sigma/edge-curve';
import {getCameraStateToFitViewportToNodes} from '@sigma/utils';
import {MultiDirectedGraph} from 'graphology';
import Sigma from 'sigma';
import {createEdgeArrowProgram, EdgeRectangleProgram} from 'sigma/rendering';

import {STATUSES, TYPES} from './graph.js';
import {Labels} from './labels.js';
import {relationWord, sayOf, shownName} from './words.js';

export const wantsStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

const MANY_EDGES = 2500;  // above it lines are thin, and what is hovered gets no emphasis
const FEW_EDGES = 60;     // up to it every line says its relation where there is room
const ARROW = {
    lengthToThicknessRatio: 5,
    widenessToThicknessRatio: 3.4
};
const REACH = 5;  // pixels beside a line at which a click still meets it
const STILL = 3;  // pixels that the pointer may move in a click

// What draws, as the browser's WebGL names it; null where there is no WebGL, which sigma needs.
function rendererName() {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
    if (context === null) return null;
    const names = context.getExtension('WEBGL_debug_renderer_info');
    const name = context.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : context.RENDERER);
    context.getExtension('WEBGL_lose_context')?.loseContext();  // browsers have few of them
    return String(name);
}

const RENDERER = rendererName();

export const CAN_DRAW = RENDERER !== null;

// Whether the processor draws, which takes up to a second for some thousand lines.
const DRAWS_IN_SOFTWARE = /swiftshader|llvmpipe|software|basic render/i.test(RENDERER);

export class Drawing {
    // `events` has hover(thing), select(thing), move(), for when the user moves the view, and
    // isSettled(), which says whether nodes stay where they are; a thing is a node or an edge of
    // the graph, or null.
    constructor(container, graph, events) {
        this.container = container;
        this.graph = graph;
        this.nodes = [];
        this.edges = [];
        this.emphasis = null;  // {nodes: Set, edges: Set}: everything else fades
        this.marked = null;    // the selected node or edge
        this.held = null;      // {node, x, y}: what the pointer has taken hold of, and where
        this.dragged = false;  // whether that has been moved
        this.visible = new Set();
        this.labels = new Labels();
        this.network = new MultiDirectedGraph();
        this.readColours();
        this.sigma = new Sigma(this.network, container, this.settings());
        this.listen(events);
    }

    settings() {
        const drawLabel = (context, edge, source, target) =>
            this.labels.addEdge(context, edge, source, target);
        const motion = wantsStillness() ? {zoomDuration: 0, inertiaDuration: 0} : {};
        return {
            ...motion,
            allowInvalidContainer: true,
            enableEdgeEvents: true,
            renderEdgeLabels: true,
            zIndex: true,
            zoomToSizeRatioFunction: ratio => ratio ** 0.3,
            stagePadding: 50,
            minCameraRatio: 0.01,
            maxCameraRatio: 4,
            labelRenderedSizeThreshold: 0,
            edgeProgramClasses: {
                line: EdgeRectangleProgram,
                arrow: createEdgeArrowProgram(ARROW),
                curve: createEdgeCurveProgram({drawLabel}),
                curvedArrow:
                    createEdgeCurveProgram({drawLabel, arrowHead: {extremity: 'target', ...ARROW}})
            },
            defaultDrawEdgeLabel: drawLabel,
            nodeReducer: (key, attributes) => this.lookOfNode(this.graph.nodes[key], attributes),
            edgeReducer: (key, attributes) => this.lookOfEdge(this.graph.edges[key], attributes),
            defaultDrawNodeLabel: (context, data) => this.labels.add(context, data),
            defaultDrawNodeHover: (context, data) => this.drawRing(context, data)
        };
    }

    readColours() {
        const style = getComputedStyle(document.documentElement);
        const names = [...TYPES, ...STATUSES, 'ground', 'ink', 'muted', 'halo', 'accent'];
        this.colours = Object.fromEntries(
            names.map(name => [name, style.getPropertyValue('--' + name).trim()]));
        this.colours.family = style.fontFamily;
    }

    // -- what is drawn --

    // Takes these nodes, the best connected first, and all edges between them.
    setNodes(nodes) {
        const network = new MultiDirectedGraph();
        // The more nodes, the smaller; a few large ones would hide the rest.
        const scale = Math.max(0.3, Math.min(1.3, Math.sqrt(80 / nodes.length)));
        for (const node of nodes) {
            const degree = Math.min(node.edges.length, 250);
            const size = (4.5 + 2.2 * Math.sqrt(degree)) * scale;
            network.addNode(node.index, {x: 0, y: 0, size});
        }
        for (const edge of new Set(nodes.flatMap(node => node.edges))) {
            if (network.hasNode(edge.source) && network.hasNode(edge.target))
                network.addEdgeWithKey(edge.index, edge.source, edge.target);
        }
        indexParallelEdgesIndex(network);
        this.network = network;
        this.held = null;
        this.many = network.size > MANY_EDGES;
        this.sigma.setCustomBBox(null);
        this.sigma.setSettings({
            minEdgeThickness: this.many ? 0.7 : 1.3,
            labelDensity: nodes.length > 300 ? 3 : 8,
            hideEdgesOnMove: this.many && DRAWS_IN_SOFTWARE
        });
        this.sigma.setGraph(network);
    }

    // What of it the filters let through.
    setVisible(nodes, edges) {
        this.nodes = nodes;
        this.edges = edges;
        this.visible = new Set([...nodes, ...edges]);
    }

    refresh() {
        this.labels.marked = this.marked?.edges ? String(this.marked.index) : null;
        this.sigma.scheduleRefresh();
    }

    lookOfNode(node, {x, y, size}) {
        const strong = this.emphasis?.nodes.has(node) ?? false;
        const faded = this.emphasis !== null && !strong;
        const colour = this.colours[TYPES.includes(node.type) ? node.type : 'muted'];
        return {
            x,
            y,
            size,
            hidden: !this.visible.has(node),
            color: faded ? blend(colour, this.colours.ground, 0.78) : colour,
            label: faded ? '' : shownName(node),
            forceLabel: node === this.marked || (strong && this.emphasis.nodes.size <= 300),
            highlighted: node === this.marked,
            zIndex: strong ? 1 : 0
        };
    }

    lookOfEdge(edge, {parallelIndex, parallelMaxIndex}) {
        const strong = this.emphasis?.edges.has(edge) ?? false;
        const bend = parallelIndex ? 0.22 * parallelIndex / Math.max(1, parallelMaxIndex / 4) : 0;
        const colour = this.colours[STATUSES.includes(edge.status) ? edge.status : 'asserted'];
        const {size, fading, said} = this.weightOf(strong);
        const straight = edge.symmetric ? 'line' : 'arrow',
              bent = edge.symmetric ? 'curve' : 'curvedArrow';
        return {
            type: bend ? bent : straight,
            curvature: bend,
            size,
            hidden: !this.visible.has(edge),
            color: blend(colour, this.colours.ground, fading),
            label: said ? wordsOn(edge) : null,
            forceLabel: said,
            zIndex: strong ? 1 : 0
        };
    }

    // How lines stand out: their width, how much they fade, and whether they say their relation.
    weightOf(strong) {
        if (strong) {
            const count = this.emphasis.edges.size;
            return {size: count > 50 ? 1.2 : 2.2, fading: 0, said: count <= 40};
        }
        const size = this.many ? 0.8 : 1.8;
        if (this.emphasis !== null) return {size, fading: 0.82, said: false};
        return {size, fading: this.many ? 0.35 : 0, said: this.edges.length <= FEW_EDGES};
    }

    // Around what is hovered or marked.
    drawRing(context, {x, y, size}) {
        context.beginPath();
        context.arc(x, y, size + 3.5, 0, 2 * Math.PI);
        context.fillStyle = this.colours.halo;
        context.fill();
        context.lineWidth = 2.5;
        context.strokeStyle = this.colours.accent;
        context.stroke();
    }

    // -- the view --

    // Brings these nodes into view; without any, all. Takes so many milliseconds.
    fit(nodes = [], duration = 0) {
        if (nodes.length === 0) {
            if (this.sigma.getCustomBBox() !== null) this.sigma.setCustomBBox(null).refresh();
            this.moveTo({x: 0.5, y: 0.5, ratio: 1, angle: 0}, duration);
            return;
        }
        this.sigma.refresh();  // sigma knows only places that it has drawn
        const keys = nodes.map(node => String(node.index));
        const state = getCameraStateToFitViewportToNodes(this.sigma, keys);
        const least = Math.min(0.5, 5 / Math.sqrt(this.nodes.length));
        const ratio = keys.length === 1 ? least : 1.25 * state.ratio;
        this.moveTo({...state, ratio: Math.max(least, Math.min(1, ratio))}, duration);
    }

    zoom(factor) {
        const camera = this.sigma.getCamera();
        this.moveTo({ratio: camera.getBoundedRatio(camera.ratio / factor)}, 120);
    }

    // By parts of the window.
    pan(right, down) {
        const {width, height} = this.sigma.getDimensions();
        this.moveTo(
            this.sigma.viewportToFramedGraph({x: width * (0.5 + right), y: height * (0.5 + down)}),
            120);
    }

    moveTo(state, duration) {
        const camera = this.sigma.getCamera();
        if (duration > 0 && !wantsStillness())
            camera.animate(state, {duration});
        else
            camera.setState(state);
    }

    // -- what the pointer does --

    listen({hover, select, move, isSettled}) {
        const {sigma} = this, node = ({node}) => this.graph.nodes[node],
              edge = ({edge}) => this.graph.edges[edge];
        sigma.on('beforeRender', () => this.labels.clear());
        sigma.on('afterRender', () => this.labels.write(this.colours, sigma.getDimensions().width));
        sigma.on('enterNode', event => hover(node(event)));
        sigma.on('leaveNode', () => hover(null));
        sigma.on('enterEdge', event => hover(edge(event)));
        sigma.on('leaveEdge', () => hover(null));
        sigma.on('clickNode', event => this.dragged || select(node(event)));
        sigma.on('clickEdge', event => select(edge(event)));
        sigma.on('clickStage', ({event}) => select(this.edgeNear(event)));
        sigma.on('wheelStage', move);
        sigma.on('downStage', move);
        this.listenToDragging(move, isSettled);
    }

    // Calls `action` after the next picture.
    onceDrawn(action) { this.sigma.once('afterRender', action); }

    // A node is taken along by the left button; the window keeps its place meanwhile, which would
    // be the wrong one while the layout goes on.
    listenToDragging(move, isSettled) {
        const {sigma} = this;
        sigma.on('downNode', ({node, event}) => {
            this.dragged = false;
            // sigma tells of all buttons and of touch here, but only of the left one's release.
            if (event.original.button === 0 && isSettled())
                this.held = {node, x: event.x, y: event.y};
            else
                move();
        });
        sigma.getMouseCaptor().on('mousemovebody', event => {
            if ((event.original.buttons & 1) === 0) this.held = null;
            if (this.held === null) return;
            event.preventSigmaDefault();
            const {node, x, y} = this.held;
            if (!this.dragged && Math.hypot(event.x - x, event.y - y) <= STILL) return;
            if (!this.dragged) sigma.setCustomBBox(sigma.getBBox());
            this.dragged = true;
            move();
            this.network.mergeNodeAttributes(node, sigma.viewportToGraph(event));
        });
        sigma.getMouseCaptor().on('mouseup', () => {
            this.held = null;
        });
    }

    // sigma knows a line only where it is drawn, which is too narrow to be met.
    edgeNear({x, y}) {
        for (let distance = 1; distance <= REACH; distance += 2) {
            for (const [right, down] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
                const key = this.sigma.getEdgeAtPoint(x + right * distance, y + down * distance);
                if (key !== null) return this.graph.edges[key];
            }
        }
        return null;
    }
}

function wordsOn(edge) {
    const word = relationWord(edge.type, 0), status = sayOf('status', edge.status).toLowerCase();
    return edge.status === 'asserted' ? word : `${word} (${status})`;
}

// Two colours #rrggbb, with so much of the second.
function blend(colour, other, share) {
    if (share === 0) return colour;
    const parts = [1, 3, 5].map(at => {
        const [a, b] = [colour, other].map(text => parseInt(text.slice(at, at + 2), 16));
        return Math.round(a + (b - a) * share).toString(16).padStart(2, '0');
    });
    return '#' + parts.join('');
}
