// Names beside the nodes and words on the lines, so that none covers another. sigma.js tells which
// are in view; it would write all names to the right of their nodes, over each other.

const MANY_NAMES = 300;  // above it names may cover nodes
const LARGE = 11;        // from this radius on a node's name may cover others, and is bold
const LONGEST = 40;      // characters

export class Labels {
    constructor() {
        this.clear();
        this.marked = null;  // the key of a node whose name is written in any case
    }

    // Before each picture: sigma adds words of lines between two pictures too.
    clear() {
        this.waiting = [];
        this.waitingEdges = [];
    }

    // What sigma calls for each name, with the node's place and size on the screen.
    add(context, node) {
        this.context = context;
        if (node.label) this.waiting.push(node);
    }

    // The same for a line, straight or bent, of which the middle is taken.
    addEdge(_, {label, curvature = 0, type}, source, target) {
        if (!label) return;
        const bend = type.startsWith('curve') ? curvature / 2 : 0;
        const x = (source.x + target.x) / 2 + bend * (target.y - source.y),
              y = (source.y + target.y) / 2 - bend * (target.x - source.x);
        this.waitingEdges.push({label, place: [x, y]});
    }

    // Writes what was added: the marked node's name and those of large nodes first, lines last.
    write({ink, muted, halo, family}, width) {
        const nodes = this.waiting, edges = this.waitingEdges;
        if (nodes.length === 0) return;
        const first = node => node.key === this.marked ? 1 : 0;
        nodes.sort((a, b) => first(b) - first(a) || b.size - a.size || a.key - b.key);
        const taken = new Rectangles(), circles = new Rectangles();
        if (nodes.length <= MANY_NAMES)
            for (const {x, y, size} of nodes) circles.add(x - size, y - size, 2 * size, 2 * size);
        const pen = this.context;
        pen.textAlign = 'center';
        pen.textBaseline = 'middle';
        pen.lineJoin = 'round';
        pen.lineWidth = 4;
        pen.strokeStyle = halo;
        pen.fillStyle = ink;
        for (const node of nodes) this.writeName(pen, node, family, width, taken, circles);
        pen.font = `450 11px ${family}`;
        pen.fillStyle = muted;
        for (const {label, place} of edges) {
            const box = boxAround(place, pen.measureText(label).width, 11);
            if (taken.isFree(...box) && circles.isFree(...box))
                writeText(pen, label, place, box, taken);
        }
        pen.textAlign = 'start';  // as sigma has it
        pen.textBaseline = 'alphabetic';
    }

    writeName(pen, node, family, width, taken, circles) {
        const size = Math.max(11, Math.min(15, 10 + node.size * 0.3));
        pen.font = `${node.size > LARGE ? 600 : 450} ${size}px ${family}`;
        const text =
            node.label.length > LONGEST ? node.label.slice(0, LONGEST - 2) + '…' : node.label;
        const length = pen.measureText(text).width;
        const box = place => boxAround(place, length, size);
        const places = placesOf(node, length, size, width);
        const free = places.filter(place => taken.isFree(...box(place)));
        const place = free.find(place => circles.isFree(...box(place))) ??
            (node.size > LARGE ? free[0] : undefined) ??
            (node.key === this.marked ? places[0] : undefined);
        if (place !== undefined) writeText(pen, text, place, box(place), taken);
    }
}

function boxAround([x, y], length, size) {
    return [x - length / 2 - 3, y - size * 0.7, length + 6, size * 1.4];
}

function writeText(pen, text, place, box, taken) {
    taken.add(...box);
    pen.strokeText(text, ...place);
    pen.fillText(text, ...place);
}

// Where the middle of a node's name may be, the best place first, and inside the window.
function placesOf({x, y, size}, length, height, width) {
    const aside = size + length / 2 + 5, apart = size + height * 0.8 + 2;
    const places = [[x, y + apart], [x, y - apart], [x + aside, y], [x - aside, y]];
    const inside = places.filter(([middle]) => middle > length / 2 && middle < width - length / 2);
    return inside.length > 0 ? inside : places;
}

// Rectangles on the screen, in a grid of buckets.
class Rectangles {
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
        return !this.keysOf(x, y, width, height).some(key => this.buckets.get(key)?.some(overlaps));
    }
    add(x, y, width, height) {
        for (const key of this.keysOf(x, y, width, height)) {
            if (!this.buckets.has(key)) this.buckets.set(key, []);
            this.buckets.get(key).push({x, y, width, height});
        }
    }
}
