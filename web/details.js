// The panel at the side: an overview, an entity, a relation or a path, each with its evidence. All
// text of articles is set as text nodes, never as markup; only http and https URLs become links.

import {TYPES} from './graph.js';
import {relationWord, say, sayOf, shownName} from './words.js';

// element('p', {class: 'muted'}, 'text', child, ...): attributes by name, `on` for listeners; false
// and null are left out.
export function element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (name === 'on')
            for (const [event, listener] of Object.entries(value))
                made.addEventListener(event, listener);
        else if (value !== false && value != null)
            made.setAttribute(name, value === true ? '' : value);
    }
    made.append(...children.flat().filter(child => child !== null && child !== false));
    return made;
}

export function dot(type) {
    return element(
        'span', {class: `dot ${TYPES.includes(type) ? type : ''}`, 'aria-hidden': 'true'});
}

// The text with the first occurrence of each phrase marked.
function marked(text, phrases) {
    const parts = [];
    let rest = text;
    const found = phrases.filter(phrase => phrase && text.includes(phrase))
                      .sort((a, b) => text.indexOf(a) - text.indexOf(b));
    for (const phrase of new Set(found)) {
        const place = rest.indexOf(phrase);
        if (place < 0) continue;
        parts.push(rest.slice(0, place), element('mark', {}, phrase));
        rest = rest.slice(place + phrase.length);
    }
    return [...parts, rest];
}

function articleLink(evidence) {
    const name = evidence.source || evidence.title || evidence.document;
    if (!/^https?:\/\//i.test(evidence.url ?? ''))
        return element('span', {title: evidence.document}, name);
    return element(
        'a', {
            href: evidence.url,
            target: '_blank',
            rel: 'noopener noreferrer',
            title: evidence.title || evidence.url
        },
        name);
}

function quote(evidence) {
    return element(
        'figure', {},
        element(
            'blockquote', {lang: evidence.language || false, dir: 'auto'},
            marked(evidence.quote ?? '', [evidence.subject_text, evidence.object_text])),
        element(
            'figcaption', {}, articleLink(evidence), evidence.date ? ` · ${evidence.date}` : '',
            evidence.status !== 'asserted' && evidence.status ?
                ` · ${sayOf('status', evidence.status)}` :
                ''));
}

const QUOTES_AT_FIRST = 3;

function quotes(edge) {
    const list = element('div', {}, edge.evidence.slice(0, QUOTES_AT_FIRST).map(quote));
    const rest = edge.evidence.slice(QUOTES_AT_FIRST);
    if (rest.length > 0) {
        const more = element(
            'button', {
                class: 'action',
                type: 'button',
                on: {
                    click: () => {
                        more.replaceWith(...rest.map(quote));
                    }
                }
            },
            say('moreQuotes', rest.length));
        list.append(more);
    }
    return list;
}

function facts(edge) {
    const pairs = [
        ...Object.entries(edge.attributes).map(([key, value]) => [sayOf('attribute', key), value]),
        edge.valid_from && [say('validFrom'), edge.valid_from],
        edge.valid_to && [say('validTo'), edge.valid_to],
    ].filter(Boolean);
    return element(
        'div', {},
        element(
            'dl', {class: 'facts'},
            pairs.map(
                ([key, value]) => element(
                    'div', {}, element('dt', {}, key), element('dd', {dir: 'auto'}, value)))),
        element(
            'p', {class: 'muted'},
            `${say('sources', edge.sources)} · ${Math.round(100 * edge.confidence)} %`));
}

function badge(status) {
    return status === 'asserted' ?
        null :
        element(
            'span', {class: `badge ${status === 'denied' ? 'denied' : ''}`},
            sayOf('status', status));
}

// Panels are made by functions of the page: `page` has graph, filter, select(), and what the
// buttons do.
export class Details {
    constructor(panel, page) {
        this.panel = panel;
        this.page = page;
    }

    show(...children) {
        this.panel.replaceChildren(...children.filter(Boolean));
        this.panel.scrollTop = 0;
    }

    nameButton(node) {
        return element(
            'button',
            {class: 'link', type: 'button', dir: 'auto', on: {click: () => this.page.select(node)}},
            shownName(node));
    }

    closeButton() {
        return element(
            'button', {
                class: 'close',
                type: 'button',
                'aria-label': say('close'),
                on: {click: () => this.page.select(null)}
            },
            '×');
    }

    kind(node) { return element('p', {class: 'kind'}, dot(node.type), sayOf('type', node.type)); }

    overview() {
        const ranking =
            this.page.ranked.filter(node => this.page.filter.passesNode(node)).slice(0, 15);
        this.show(
            element('h2', {}, say('overview')), element('p', {class: 'muted'}, say('overviewHelp')),
            element('h3', {}, say('central')),
            element(
                'ol', {class: 'ranking'},
                ranking.map(
                    node => element(
                        'li', {}, dot(node.type), this.nameButton(node),
                        element('span', {class: 'count'}, String(node.edges.length))))));
    }

    node(node) {
        const seen = [node.first_seen, node.last_seen].filter(Boolean);
        this.show(
            this.closeButton(), this.kind(node), element('h2', {dir: 'auto'}, shownName(node)),
            node.aliases.length > 0 &&
                element(
                    'p', {class: 'muted', dir: 'auto'},
                    `${say('also')}: ${node.aliases.join(', ')}`),
            seen.length > 0 &&
                element('p', {class: 'muted'}, `${say('seen')}: ${[...new Set(seen)].join(' – ')}`),
            element(
                'div', {class: 'actions'},
                [1, 2].map(
                    steps => element(
                        'button', {
                            class: 'action',
                            type: 'button',
                            'aria-pressed': String(this.page.focusIs(node, steps)),
                            on: {click: () => this.page.toggleFocus(node, steps)}
                        },
                        `${say('focus')} (${say('hop', steps)})`)),
                element(
                    'button', {
                        class: 'action',
                        type: 'button',
                        on: {click: () => this.page.choosePath(node)}
                    },
                    say('path'))),
            ...this.relationsOf(node));
    }

    relationsOf(node) {
        const groups = new Map();
        for (const edge of node.edges) {
            if (!this.page.isUsable(edge)) continue;
            const word = relationWord(edge.type, edge.source === node.index ? 0 : 1);
            if (!groups.has(word)) groups.set(word, []);
            groups.get(word).push(edge);
        }
        if (groups.size === 0) return [element('p', {class: 'muted'}, say('noRelations'))];
        const open = node.edges.length <= 3;
        return [...groups]
            .sort((a, b) => b[1].length - a[1].length)
            .flatMap(
                ([word, edges]) =>
                    [element('h3', {}, `${word} (${edges.length})`),
                     ...edges.sort((a, b) => b.confidence - a.confidence || a.index - b.index)
                         .map(
                             edge =>
                                 this.relation(edge, this.page.graph.otherEnd(edge, node), open)),
        ]);
    }

    // One relation of an entity: the other one, and what unfolds below it.
    relation(edge, other, open) {
        const id = `relation-${edge.index}`;
        const body = element('div', {id, hidden: !open});
        if (open) body.append(facts(edge), quotes(edge));
        const unfold = element('button', {
            class: 'unfold',
            type: 'button',
            'aria-expanded': String(open),
            'aria-controls': id,
            'aria-label': `${say('evidence')}: ${shownName(other)}`,
        });
        const toggle = event => {
            if (event.target.closest('.link')) return;
            body.hidden = !body.hidden;
            unfold.setAttribute('aria-expanded', String(!body.hidden));
            if (body.childElementCount === 0) body.append(facts(edge), quotes(edge));
        };
        return element(
            'div', {class: 'relation'},
            element(
                'div', {class: 'row', on: {click: toggle}}, dot(other.type), this.nameButton(other),
                badge(edge.status), unfold),
            body);
    }

    edge(edge) {
        const [source, target] =
            [this.page.graph.nodes[edge.source], this.page.graph.nodes[edge.target]];
        this.show(
            this.closeButton(), element('p', {class: 'kind'}, say('details'), badge(edge.status)),
            element(
                'h2', {dir: 'auto'},
                `${shownName(source)} ${relationWord(edge.type, 0)} ${shownName(target)}`),
            element('p', {class: 'step'}, dot(source.type), this.nameButton(source)),
            element('p', {class: 'step'}, dot(target.type), this.nameButton(target)), facts(edge),
            quotes(edge));
    }

    choosing(node) {
        this.show(
            this.closeButton(), this.kind(node), element('h2', {dir: 'auto'}, shownName(node)),
            element('p', {}, say('pathFrom', shownName(node))),
            element(
                'div', {class: 'actions'},
                element(
                    'button',
                    {class: 'action', type: 'button', on: {click: () => this.page.select(node)}},
                    say('stopChoosing'))));
    }

    path(from, to, edges) {
        let node = from;
        const steps = (edges ?? []).flatMap(edge => {
            const direction = edge.source === node.index ? 0 : 1;
            node = this.page.graph.otherEnd(edge, node);
            return [
                element(
                    'p', {class: 'muted'}, relationWord(edge.type, direction), ' ',
                    badge(edge.status) ?? ''),
                quote(edge.evidence[0]),
                element('p', {class: 'step'}, dot(node.type), this.nameButton(node))
            ];
        });
        this.show(
            this.closeButton(),
            element('p', {class: 'kind'}, edges ? say('hop', edges.length) : ''),
            element('h2', {dir: 'auto'}, say('pathTitle', shownName(from), shownName(to))),
            edges ? element('p', {class: 'step'}, dot(from.type), this.nameButton(from)) :
                    element('p', {}, say('noPath')),
            ...steps,
            element(
                'div', {class: 'actions'},
                element(
                    'button',
                    {class: 'action', type: 'button', on: {click: () => this.page.select(from)}},
                    say('clearPath'))));
    }
}
