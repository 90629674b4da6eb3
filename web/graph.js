// The graph out of the page's data, what the filters let through, and the questions asked of it.

export const TYPES = ['person', 'org', 'product', 'project', 'place', 'date', 'money'];
export const STATUSES = ['asserted', 'former', 'planned', 'rumoured', 'denied'];

export class Graph {
    // `data` is node-link JSON. Nodes and edges get their index, edges their ends as indices.
    constructor(data) {
        this.nodes = data.nodes.map((node, index) => ({...node, index, edges: []}));
        const at = new Map(this.nodes.map(node => [node.id, node.index]));
        this.edges = data.edges.map(
            (edge, index) =>
                ({...edge, index, source: at.get(edge.source), target: at.get(edge.target)}));
        for (const edge of this.edges) {
            this.nodes[edge.source].edges.push(edge);
            if (edge.target !== edge.source) this.nodes[edge.target].edges.push(edge);
        }
        for (const node of this.nodes)
            node.names = [node.name, ...node.aliases].map(name => name.toLowerCase());
    }

    otherEnd(edge, node) {
        return this.nodes[edge.source === node.index ? edge.target : edge.source];
    }

    // How often each value of a field occurs, most frequent first.
    countBy(items, field) {
        const counts = new Map();
        for (const item of items) counts.set(item[field], (counts.get(item[field]) ?? 0) + 1);
        return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    }

    // Nodes whose name or alias has the text: those that begin with it first, then the better
    // connected.
    search(text, limit) {
        const wanted = text.trim().toLowerCase();
        if (wanted === '') return [];
        const hits = [];
        for (const node of this.nodes) {
            let rank = 3;
            for (const name of node.names) {
                const place = name.indexOf(wanted);
                if (place < 0) continue;
                rank = Math.min(
                    rank,
                    name === wanted                            ? 0 :
                        place === 0 || name[place - 1] === ' ' ? 1 :
                                                                 2);
            }
            if (rank < 3) hits.push({node, rank});
        }
        hits.sort(
            (a, b) => a.rank - b.rank || b.node.edges.length - a.node.edges.length ||
                a.node.index - b.node.index);
        return hits.slice(0, limit).map(hit => hit.node);
    }

    // Breadth first from a node, over edges that `usable` lets through: a map from each node within
    // so many steps to the edge by which it was reached first, and from the node itself to null.
    reach(from, usable, steps = Infinity) {
        const cameBy = new Map([[from, null]]);
        let frontier = [from];
        for (let step = 0; step < steps && frontier.length > 0; ++step) {
            const next = [];
            for (const node of frontier) {
                for (const edge of node.edges) {
                    const other = this.otherEnd(edge, node);
                    if (!usable(edge) || cameBy.has(other)) continue;
                    cameBy.set(other, edge);
                    next.push(other);
                }
            }
            frontier = next;
        }
        return cameBy;
    }

    // A shortest path as [edge, ...]; null where there is none.
    shortestPath(from, to, usable) {
        const cameBy = this.reach(from, usable);
        if (!cameBy.has(to)) return null;
        const path = [];
        for (let node = to; node !== from; node = this.otherEnd(path[0], node))
            path.unshift(cameBy.get(node));
        return path;
    }
}

// What is let through. A set holds the values that are hidden, so that an empty filter hides
// nothing.
export class Filter {
    constructor() { this.reset(); }
    reset() {
        this.hidden = {type: new Set(), status: new Set(), relation: new Set()};
        this.minConfidence = 0;
        this.from = '';
        this.until = '';
    }
    passesNode(node) { return !this.hidden.type.has(node.type); }
    // By the edge alone; its ends are asked apart.
    passesEdge(edge) {
        if (this.hidden.status.has(edge.status) || this.hidden.relation.has(edge.type))
            return false;
        if (edge.confidence < this.minConfidence) return false;
        if (this.from !== '' &&
            !(edge.last_seen >= this.from.slice(0, edge.last_seen?.length ?? 0)))
            return false;
        return !(this.until !== '' && !(edge.first_seen <= this.until));
    }
}
