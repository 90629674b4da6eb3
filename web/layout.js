// Where nodes stand: ForceAtlas2 from a spiral, then no node over another. Deterministic: nothing
// is drawn by chance, and how the work is cut into steps depends on the size of the graph alone.
import forceAtlas2 from 'graphology-layout-forceatlas2';
import noverlap from 'graphology-layout-noverlap';

// The longer side of a finished drawing: what a window shows of it in pixels, so that the nodes'
// sizes are in the same unit.
const EXTENT = 1000;

export class Layout {
    // Sets x and y of the network's nodes, which have a size. They come in order of their degree.
    constructor(network) {
        this.network = network;
        this.settled = network.order === 0;
        const nodes = network.order;
        this.step = nodes > 1000 ? 10 : 20;
        this.left = nodes > 1000 ? 150 : 400;
        this.settings = {
            ...forceAtlas2.inferSettings(network),
            barnesHutOptimize: nodes > 400,
            barnesHutTheta: 1.2,
            scalingRatio: 20,
            gravity: nodes > 1000 ? 0.12 : 0.2
        };
        let rank = 0;
        network.updateEachNodeAttributes((_, attributes) => {
            const distance = 10 * Math.sqrt(rank + 0.5), angle = rank * 2.399963229728653;
            ++rank;
            return {
                ...attributes,
                x: 1.4 * distance * Math.cos(angle),
                y: distance * Math.sin(angle)
            };
        });
    }

    advance() {
        forceAtlas2.assign(this.network, {iterations: this.step, settings: this.settings});
        this.left -= this.step;
        if (this.left > 0) return;
        this.scale();
        this.separate();
        this.settled = true;
    }

    // The fewer nodes, the more room for their names. In large graphs this would take seconds, and
    // their nodes are small.
    separate() {
        if (this.network.order > 1000) return;
        const margin = Math.min(24, 200 / Math.sqrt(this.network.order));
        noverlap.assign(this.network, {maxIterations: 60, settings: {margin, ratio: 1.1}});
    }

    scale() {
        let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
        this.network.forEachNode((_, {x, y}) => {
            left = Math.min(left, x);
            right = Math.max(right, x);
            bottom = Math.min(bottom, y);
            top = Math.max(top, y);
        });
        const factor = EXTENT / Math.max(right - left, top - bottom, 1);
        this.network.updateEachNodeAttributes((_, attributes) => ({
                                                  ...attributes,
                                                  x: (attributes.x - left) * factor,
                                                  y: (attributes.y - bottom) * factor
                                              }));
    }
}
