// A force-directed layout: springs along edges, repulsion between all nodes by Barnes and Hut's
// quadtree, a pull to the centre. Deterministic: the start is a spiral in order of degree, and
// nothing is drawn by chance.

const OPENING =
    0.81;  // square of theta: a cell is one body when its width is below 0.9 of its distance
const COOLING = 0.018;
const REACH = 1000 ** 2;  // square of how far nodes repel; else a large core drives all others off

// By node, how many nodes are connected with it, itself included.
function componentSizes(count, links) {
    const parent = Int32Array.from({length: count}, (_, i) => i);
    const root = node => {
        while (parent[node] !== node) node = parent[node] = parent[parent[node]];
        return node;
    };
    for (const [a, b] of links) parent[root(a)] = root(b);
    const sizes = new Int32Array(count);
    for (let i = 0; i < count; ++i) ++sizes[root(i)];
    return sizes.map((_, i) => sizes[root(i)]);
}

class Layout {
    // `links` are pairs of indices below `count`; `degrees` and `radii` are by index.
    constructor(count, links, degrees, radii) {
        this.count = count;
        this.links = links;
        this.x = new Float64Array(count);
        this.y = new Float64Array(count);
        this.vx = new Float64Array(count);
        this.vy = new Float64Array(count);
        this.charge = Float64Array.from(degrees, degree => 260 + 90 * Math.sqrt(degree));
        this.radii = radii;
        this.degrees = degrees;
        this.heat = 1;
        this.fixed = -1;  // the node that is being dragged
        // The centre belongs to the large components; small ones lie around them.
        const pull = 0.035 + 0.2 / Math.sqrt(count + 1);
        this.pull = Float64Array.from(
            componentSizes(count, links), size => pull * (size > 0.04 * count ? 1.25 : 1));
        const order = [...degrees.keys()].sort((a, b) => degrees[b] - degrees[a] || a - b);
        order.forEach((node, rank) => {
            const distance = 26 * Math.sqrt(rank + 0.5), angle = rank * 2.399963229728653;
            this.x[node] = distance * Math.cos(angle);
            this.y[node] = distance * Math.sin(angle);
        });
        this.tree = new QuadTree(count);
    }

    get settled() { return this.heat < 0.012; }
    warm(heat) { this.heat = Math.max(this.heat, heat); }

    tick() {
        this.heat -= this.heat * COOLING;
        this.applySprings();
        this.tree.build(this.x, this.y, this.charge);
        for (let i = 0; i < this.count; ++i) {
            this.tree.repel(i, this);
            // A flatter ellipse than a circle: names are wide, and so are windows.
            this.vx[i] -= this.x[i] * this.pull[i] * this.heat;
            this.vy[i] -= this.y[i] * this.pull[i] * this.heat * 1.12;
        }
        for (let i = 0; i < this.count; ++i) {
            this.vx[i] *= 0.6;
            this.vy[i] *= 0.6;
            if (i === this.fixed) continue;
            this.x[i] += this.vx[i];
            this.y[i] += this.vy[i];
        }
    }

    applySprings() {
        for (const [a, b] of this.links) {
            const dx = this.x[b] - this.x[a] || 1e-3, dy = this.y[b] - this.y[a] || 1e-3;
            const distance = Math.hypot(dx, dy), rest = 58 + this.radii[a] + this.radii[b];
            const strength = 1 / Math.min(this.degrees[a], this.degrees[b]);
            const force = (distance - rest) / distance * strength * this.heat;
            const share = this.degrees[a] /
                (this.degrees[a] + this.degrees[b]);  // the lighter end moves more
            this.vx[b] -= dx * force * share;
            this.vy[b] -= dy * force * share;
            this.vx[a] += dx * force * (1 - share);
            this.vy[a] += dy * force * (1 - share);
        }
    }
}

// Cells in flat arrays, used anew for every tick. A leaf holds one node; deeper than MAX_DEPTH
// nodes share a leaf's mass.
const MAX_DEPTH = 24;

class QuadTree {
    constructor(count) { this.allocate(Math.max(64, 4 * count)); }

    allocate(cells) {
        this.child = new Int32Array(4 * cells);  // 0: none
        this.body = new Int32Array(cells);       // -1: inner cell or none
        this.mass = new Float64Array(cells);
        this.centerX = new Float64Array(cells);
        this.centerY = new Float64Array(cells);
        this.width = new Float64Array(cells);
    }

    build(x, y, mass) {
        this.x = x;
        this.y = y;
        let low = Infinity, high = -Infinity;
        for (let i = 0; i < x.length; ++i) {
            low = Math.min(low, x[i], y[i]);
            high = Math.max(high, x[i], y[i]);
        }
        this.low = low;
        this.used = 0;
        this.newCell(high - low + 1);
        for (let i = 0; i < x.length; ++i) this.insert(i, mass);
        for (let cell = 0; cell < this.used; ++cell) {
            this.centerX[cell] /= this.mass[cell];
            this.centerY[cell] /= this.mass[cell];
        }
    }

    newCell(width) {
        if (this.used === this.body.length) this.grow();
        const cell = this.used++;
        this.child.fill(0, 4 * cell, 4 * cell + 4);
        this.body[cell] = -1;
        this.mass[cell] = this.centerX[cell] = this.centerY[cell] = 0;
        this.width[cell] = width;
        return cell;
    }

    grow() {
        const old = {...this};
        this.allocate(2 * old.body.length);
        for (const name of ['child', 'body', 'mass', 'centerX', 'centerY', 'width'])
            this[name].set(old[name]);
    }

    insert(node, mass) {
        let cell = 0, left = this.low, top = this.low;
        for (let depth = 0;; ++depth) {
            const width = this.width[cell], empty = this.mass[cell] === 0,
                  resident = this.body[cell];
            this.mass[cell] += mass[node];
            this.centerX[cell] += this.x[node] * mass[node];
            this.centerY[cell] += this.y[node] * mass[node];
            if (empty) {
                this.body[cell] = node;
                return;
            }
            if (depth === MAX_DEPTH) return;
            const half = width / 2;
            if (resident >= 0) {  // a leaf: its node moves one level down
                this.body[cell] = -1;
                const lower =
                    this.childAt(cell, this.quadrant(resident, left + half, top + half), half);
                this.body[lower] = resident;
                this.mass[lower] = mass[resident];
                this.centerX[lower] = this.x[resident] * mass[resident];
                this.centerY[lower] = this.y[resident] * mass[resident];
            }
            const quadrant = this.quadrant(node, left + half, top + half);
            if (quadrant & 1) left += half;
            if (quadrant & 2) top += half;
            cell = this.childAt(cell, quadrant, half);
        }
    }

    quadrant(node, middleX, middleY) {
        return (this.x[node] >= middleX ? 1 : 0) | (this.y[node] >= middleY ? 2 : 0);
    }

    childAt(cell, quadrant, width) {
        const existing = this.child[4 * cell + quadrant];
        if (existing !== 0) return existing;
        const made = this.newCell(width);
        return (this.child[4 * cell + quadrant] = made);
    }

    repel(node, layout) {
        const stack = [0], x = this.x[node], y = this.y[node];
        while (stack.length > 0) {
            const cell = stack.pop();
            if (this.body[cell] === node) continue;
            const dx = this.centerX[cell] - x || 1e-3 * (node + 1),
                  dy = this.centerY[cell] - y || 1e-3;
            const square = Math.max(dx * dx + dy * dy, 30);
            const width = this.width[cell];
            let leaf = true;
            if (square > REACH && width * width < OPENING * square) continue;
            if (width * width > OPENING * square) {
                for (let quadrant = 0; quadrant < 4; ++quadrant) {
                    const lower = this.child[4 * cell + quadrant];
                    if (lower === 0) continue;
                    stack.push(lower);
                    leaf = false;
                }
            }
            if (!leaf) continue;
            const force = this.mass[cell] * layout.heat / square;
            layout.vx[node] -= dx * force;
            layout.vy[node] -= dy * force;
        }
    }
}
