// Draws the shown part of the graph on a canvas, and tells what lies under a point. Knows nothing
// of panels or filters: it is given the nodes and edges to draw, and what is emphasised.

const DASHES = {
    asserted: [],
    former: [9, 4],
    planned: [5, 4],
    rumoured: [1.5, 4],
    denied: [8, 3, 1.5, 3]
};
const MANY_EDGES = 2500;  // above it arrows, curves and edge labels wait until the view is near
const MANY_NAMES = 400;   // above it names may cover nodes
const LARGE = 10;         // from this radius on, of six relations, a node's name may cover others

class Drawing {
    constructor(canvas) {
        this.canvas = canvas;
        this.pen = canvas.getContext('2d');
        this.camera = {x: 0, y: 0, scale: 1};
        this.nodes = [];
        this.edges = [];
        this.emphasis = null;  // {nodes: Set, edges: Set}: everything else fades
        this.marked = null;    // the selected node or edge
        this.readColours();
    }

    readColours() {
        const style = getComputedStyle(document.documentElement);
        const read = name => style.getPropertyValue('--' + name).trim();
        this.colours = Object.fromEntries([
            ...TYPES, 'ink', 'muted', 'edge', 'denied', 'halo', 'accent', 'surface'
        ].map(name => [name, read(name)]));
        this.family = style.fontFamily;
    }

    resize() {
        const box = this.canvas.getBoundingClientRect(), ratio = window.devicePixelRatio || 1;
        this.width = box.width;
        this.height = box.height;
        this.canvas.width = Math.round(box.width * ratio);
        this.canvas.height = Math.round(box.height * ratio);
        this.ratio = ratio;
    }

    // Gives edges between the same two nodes different bends.
    setEdges(edges) {
        this.edges = edges;
        const bundles = new Map();
        for (const edge of edges) {
            const low = Math.min(edge.source, edge.target),
                  high = Math.max(edge.source, edge.target);
            const key = low + ' ' + high;
            if (!bundles.has(key)) bundles.set(key, []);
            bundles.get(key).push(edge);
        }
        for (const bundle of bundles.values()) {
            bundle.forEach((edge, i) => {
                const bend = (i - (bundle.length - 1) / 2) * 22;
                edge.bend = edge.source < edge.target ? bend : -bend;
                edge.turn = i;
            });
        }
    }

    // Seen from far off, nodes shrink more slowly than distances.
    radiusOf(node) { return node.radius * Math.max(1, this.camera.scale ** -0.5); }

    toScreen(x, y) {
        return [
            (x - this.camera.x) * this.camera.scale + this.width / 2,
            (y - this.camera.y) * this.camera.scale + this.height / 2
        ];
    }
    toWorld(x, y) {
        return [
            (x - this.width / 2) / this.camera.scale + this.camera.x,
            (y - this.height / 2) / this.camera.scale + this.camera.y
        ];
    }

    fit(nodes = this.nodes) {
        if (nodes.length === 0 || !this.width) return;
        let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
        for (const node of nodes) {
            left = Math.min(left, node.x - node.radius);
            right = Math.max(right, node.x + node.radius);
            top = Math.min(top, node.y - node.radius);
            bottom = Math.max(bottom, node.y + node.radius);
        }
        const margin = 56;
        const scale = Math.min(
            (this.width - 2 * margin) / (right - left),
            (this.height - 2 * margin) / (bottom - top));
        this.camera = {
            x: (left + right) / 2,
            y: (top + bottom) / 2,
            scale: Math.min(Math.max(scale, 0.02), 1.25)
        };
    }

    zoomAt(x, y, factor) {
        const [worldX, worldY] = this.toWorld(x, y);
        const scale = Math.min(Math.max(this.camera.scale * factor, 0.02), 8);
        this.camera = {
            x: worldX - (x - this.width / 2) / scale,
            y: worldY - (y - this.height / 2) / scale,
            scale
        };
    }

    nodeAt(x, y) {
        const [worldX, worldY] = this.toWorld(x, y), slack = 4 / this.camera.scale;
        let best = null, bestDistance = Infinity;
        for (const node of this.nodes) {
            const distance = Math.hypot(node.x - worldX, node.y - worldY) - this.radiusOf(node);
            if (distance < slack && distance < bestDistance)
                [best, bestDistance] = [node, distance];
        }
        return best;
    }

    edgeAt(x, y) {
        const [worldX, worldY] = this.toWorld(x, y);
        let best = null, bestDistance = 6 / this.camera.scale;
        for (const edge of this.edges) {
            const distance = this.distanceToEdge(edge, worldX, worldY);
            if (distance < bestDistance) [best, bestDistance] = [edge, distance];
        }
        return best;
    }

    distanceToEdge(edge, x, y) {
        const curve = this.curveOf(edge);
        if (curve.loop) return Math.abs(Math.hypot(curve.x - x, curve.y - y) - curve.radius);
        const reach = Math.abs(edge.bend) + 10;
        if (x < Math.min(curve.ax, curve.bx) - reach || x > Math.max(curve.ax, curve.bx) + reach ||
            y < Math.min(curve.ay, curve.by) - reach || y > Math.max(curve.ay, curve.by) + reach)
            return Infinity;
        let nearest = Infinity;
        for (let step = 0; step <= 16; ++step) {
            const [px, py] = pointOn(curve, step / 16), [qx, qy] = pointOn(curve, (step + 1) / 16);
            const length = (qx - px) ** 2 + (qy - py) ** 2 || 1;
            const along =
                Math.max(0, Math.min(1, ((x - px) * (qx - px) + (y - py) * (qy - py)) / length));
            nearest = Math.min(
                nearest, Math.hypot(px + along * (qx - px) - x, py + along * (qy - py) - y));
        }
        return nearest;
    }

    // A quadratic curve from border to border, or a circle for a loop.
    curveOf(edge) {
        const a = this.all[edge.source], b = this.all[edge.target];
        if (a === b) {
            const radius = 12 + 6 * edge.turn;
            return {loop: true, x: a.x, y: a.y - this.radiusOf(a) - radius + 3, radius};
        }
        const dx = b.x - a.x, dy = b.y - a.y, length = Math.hypot(dx, dy) || 1;
        const mx = (a.x + b.x) / 2 - dy / length * edge.bend * 2,
              my = (a.y + b.y) / 2 + dx / length * edge.bend * 2;
        const startLength = Math.hypot(mx - a.x, my - a.y) || 1,
              endLength = Math.hypot(mx - b.x, my - b.y) || 1;
        const start = this.radiusOf(a) / startLength, end = (this.radiusOf(b) + 2) / endLength;
        return {
            ax: a.x + (mx - a.x) * start,
            ay: a.y + (my - a.y) * start,
            mx,
            my,
            bx: b.x + (mx - b.x) * end,
            by: b.y + (my - b.y) * end
        };
    }

    draw(all) {
        this.all = all;
        const {pen, camera, ratio} = this;
        pen.setTransform(1, 0, 0, 1, 0, 0);
        pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
        pen.setTransform(
            ratio * camera.scale, 0, 0, ratio * camera.scale,
            ratio * (this.width / 2 - camera.x * camera.scale),
            ratio * (this.height / 2 - camera.y * camera.scale));
        this.detailed = this.edges.length <= MANY_EDGES || camera.scale > 0.9;
        const strong = this.emphasis?.edges;
        this.drawEdges(
            strong ? this.edges.filter(edge => !strong.has(edge)) : this.edges,
            strong                                 ? 0.12 :
                this.edges.length > 3 * MANY_EDGES ? 0.35 :
                                                     0.6,
            1);
        if (strong)
            this.drawEdges(
                this.edges.filter(edge => strong.has(edge)), strong.size > 150 ? 0.4 : 1, 1.7);
        this.drawNodes();
        pen.setTransform(ratio, 0, 0, ratio, 0, 0);
        this.drawLabels();
    }

    // All edges of one status in one path: a canvas is fast when it strokes seldom.
    drawEdges(edges, alpha, width) {
        const {pen, camera} = this;
        for (const status of STATUSES) {
            const some = edges.filter(edge => edge.status === status);
            if (some.length === 0) continue;
            pen.beginPath();
            for (const edge of some) this.traceEdge(edge);
            pen.globalAlpha = alpha;
            pen.strokeStyle = status === 'denied' ? this.colours.denied : this.colours.edge;
            pen.lineWidth = width * Math.max(1.2 / Math.sqrt(camera.scale), 0.7 / camera.scale);
            pen.setLineDash(this.detailed ? DASHES[status] : []);
            pen.stroke();
            pen.setLineDash([]);
            if (this.detailed) this.drawArrows(some, pen.strokeStyle);
        }
        pen.globalAlpha = 1;
    }

    traceEdge(edge) {
        const {pen} = this, curve = this.curveOf(edge);
        if (curve.loop) {
            pen.moveTo(curve.x + curve.radius, curve.y);
            pen.arc(curve.x, curve.y, curve.radius, 0, 2 * Math.PI);
        } else {
            pen.moveTo(curve.ax, curve.ay);
            if (this.detailed)
                pen.quadraticCurveTo(curve.mx, curve.my, curve.bx, curve.by);
            else
                pen.lineTo(curve.bx, curve.by);
        }
    }

    drawArrows(edges, colour) {
        const {pen} = this;
        pen.beginPath();
        for (const edge of edges) {
            if (edge.symmetric) continue;
            const curve = this.curveOf(edge);
            if (curve.loop) continue;
            const angle = Math.atan2(curve.by - curve.my, curve.bx - curve.mx);
            pen.moveTo(curve.bx, curve.by);
            pen.lineTo(curve.bx - 8 * Math.cos(angle - 0.4), curve.by - 8 * Math.sin(angle - 0.4));
            pen.lineTo(curve.bx - 8 * Math.cos(angle + 0.4), curve.by - 8 * Math.sin(angle + 0.4));
            pen.closePath();
        }
        pen.fillStyle = colour;
        pen.fill();
    }

    drawNodes() {
        const {pen} = this, strong = this.emphasis?.nodes;
        for (const faded of strong ? [true, false] : [false]) {
            pen.globalAlpha = faded ? 0.22 : 1;
            for (const type of TYPES) {
                pen.beginPath();
                for (const node of this.nodes) {
                    if (node.type !== type || (strong && strong.has(node) === faded)) continue;
                    const radius = this.radiusOf(node);
                    pen.moveTo(node.x + radius, node.y);
                    pen.arc(node.x, node.y, radius, 0, 2 * Math.PI);
                }
                pen.fillStyle = this.colours[type];
                pen.fill();
                pen.lineWidth = 1.2 / this.camera.scale;
                pen.strokeStyle = this.colours.halo;
                pen.stroke();
            }
        }
        pen.globalAlpha = 1;
        if (this.marked?.radius) {
            pen.beginPath();
            pen.arc(
                this.marked.x, this.marked.y, this.radiusOf(this.marked) + 4 / this.camera.scale, 0,
                2 * Math.PI);
            pen.lineWidth = 2.5 / this.camera.scale;
            pen.strokeStyle = this.colours.accent;
            pen.stroke();
        }
    }

    // Names, of the best connected first and, with an emphasis, only of the emphasised: below, above or
    // beside their nodes, as long as they do not cover each other. Where there are not too many they
    // keep clear of nodes too, but a large one has its name all the same, the marked one in any case.
    drawLabels() {
        const {pen} = this, strong = this.emphasis?.nodes, taken = new Crowd(), circles = new Crowd();
        pen.textAlign = 'center';
        pen.textBaseline = 'middle';
        pen.lineJoin = 'round';
        const named = this.nodes.filter(node => (!strong || strong.has(node)) && this.isInView(node));
        if (named.length <= MANY_NAMES) {
            for (const node of named) {
                const [x, y] = this.toScreen(node.x, node.y),
                      radius = this.radiusOf(node) * this.camera.scale;
                circles.add(x - radius, y - radius, 2 * radius, 2 * radius);
            }
        }
        for (const node of named) {
            const size = Math.max(11, Math.min(15, 10 + node.radius * 0.22));
            pen.font = `${node.radius > 14 ? 600 : 450} ${size}px ${this.family}`;
            const width = node.labelWidth?.[size] ?? this.measure(node, size);
            const box = ([x, y]) => [x - width / 2 - 3, y - size * 0.7, width + 6, size * 1.4];
            const places = this.placesOf(node, width, size);
            const free = places.filter(place => taken.isFree(...box(place)));
            const place = free.find(place => circles.isFree(...box(place))) ??
                (node.radius > LARGE ? free[0] : undefined) ??
                (node === this.marked ? places[0] : undefined);
            if (place === undefined) continue;
            const [x, y] = place;
            taken.add(...box(place));
            this.write(node.label, x, y, this.colours.ink, 4);
        }
        if (strong && this.emphasis.edges.size <= 40 && this.camera.scale > 0.35)
            this.drawEdgeLabels(taken);
    }

    isInView(node) {
        const [x, y] = this.toScreen(node.x, node.y);
        return x > -100 && y > -30 && x < this.width + 100 && y < this.height + 30;
    }

    // Where the middle of a node's name may be, the best place first.
    placesOf(node, width, size) {
        const [x, y] = this.toScreen(node.x, node.y);
        const radius = this.radiusOf(node) * this.camera.scale, aside = radius + width / 2 + 5,
              apart = radius + size * 0.8 + 2;
        const places = [[x, y + apart], [x, y - apart], [x + aside, y], [x - aside, y]];
        const inside = places.filter(
            ([middle]) => middle > width / 2 && middle < this.width - width / 2);
        return inside.length > 0 ? inside : places;
    }

    measure(node, size) {
        node.label = node.name.length > 40 ? node.name.slice(0, 38) + '…' : node.name;
        node.labelWidth = {...node.labelWidth, [size]: this.pen.measureText(node.label).width};
        return node.labelWidth[size];
    }

    drawEdgeLabels(taken) {
        const {pen} = this;
        pen.font = `450 11px ${this.family}`;
        for (const edge of this.edges) {
            if (!this.emphasis.edges.has(edge)) continue;
            const curve = this.curveOf(edge);
            const [x, y] = this.toScreen(
                ...(curve.loop ? [curve.x, curve.y - curve.radius] : pointOn(curve, 0.5)));
            const text = relationWord(edge.type, 0), width = pen.measureText(text).width;
            if (!taken.isFree(x - width / 2 - 2, y - 7, width + 4, 14)) continue;
            taken.add(x - width / 2 - 2, y - 7, width + 4, 14);
            this.write(text, x, y, this.colours.muted, 4);
        }
    }

    write(text, x, y, colour, halo) {
        const {pen} = this;
        pen.strokeStyle = this.colours.halo;
        pen.lineWidth = halo;
        pen.globalAlpha = 0.85;
        pen.strokeText(text, x, y);
        pen.globalAlpha = 1;
        pen.fillStyle = colour;
        pen.fillText(text, x, y);
    }
}

function pointOn(curve, t) {
    const u = 1 - t;
    return [
        u * u * curve.ax + 2 * u * t * curve.mx + t * t * curve.bx,
        u * u * curve.ay + 2 * u * t * curve.my + t * t * curve.by
    ];
}

// Rectangles on the screen, in a grid of buckets.
class Crowd {
    constructor() { this.buckets = new Map(); }
    keysOf(x, y, width, height) {
        const keys = [];
        for (let column = Math.floor(x / 120); column <= Math.floor((x + width) / 120); ++column) {
            for (let row = Math.floor(y / 40); row <= Math.floor((y + height) / 40); ++row)
                keys.push(column + ' ' + row);
        }
        return keys;
    }
    isFree(x, y, width, height) {
        const overlaps = r =>
            x < r.x + r.width && r.x < x + width && y < r.y + r.height && r.y < y + height;
        return !this.keysOf(x, y, width, height)
                    .some(key => this.buckets.get(key)?.some(overlaps));
    }
    add(x, y, width, height) {
        for (const key of this.keysOf(x, y, width, height)) {
            if (!this.buckets.has(key)) this.buckets.set(key, []);
            this.buckets.get(key).push({x, y, width, height});
        }
    }
}
