// Everything the page says, in English and German. `say(key)` gives the word in the current
// language.

const WORDS = {
    en: {
        search: 'Search people, companies, products…',
        results: n => n === 1 ? '1 result' : `${n} results`,
        none: 'Nothing found',
        filters: 'Filters',
        other: 'Deutsch',
        zoomIn: 'Zoom in',
        zoomOut: 'Zoom out',
        fit: 'Fit to window',
        types: 'Entities',
        statuses: 'Status',
        relations: 'Relations',
        dates: 'Reported',
        from: 'from',
        until: 'to',
        confidence: 'Confidence at least',
        reset: 'Reset filters',
        close: 'Close',
        counts: (n, m) => `${n} entities, ${m} relations`,
        overview: 'Overview',
        overviewHelp: 'Click an entity or a line, or search. Drag to move, scroll to zoom.',
        central: 'Most connected',
        focus: 'Neighbourhood',
        path: 'Path to…',
        also: 'Also called',
        seen: 'Reported',
        pathFrom: n => `Choose where the path from ${n} should lead.`,
        noPath: 'No path with these filters.',
        pathTitle: (a, b) => `From ${a} to ${b}`,
        clearPath: 'Clear path',
        stopChoosing: 'Cancel',
        drawing: (n, m) => `Drawing of a graph with ${n} entities and ${
                               m} relations. Use the search to reach an entity. ` +
            'Arrow keys move, plus and minus zoom, 0 fits, Escape clears.',
        centralOnly: (n, all) => `The ${n} most connected of ${all} entities are drawn.`,
        all: 'Draw all',
        noDrawing: 'This browser offers no WebGL, so the graph cannot be drawn. ' +
            'The search, the filters and the lists work without it.',
        hop: n => n === 1 ? '1 step' : `${n} steps`,
        sources: n => n === 1 ? '1 source' : `${n} sources`,
        noRelations: 'No relations with these filters.',
        details: 'Details',
        evidence: 'Evidence',
        validFrom: 'since',
        validTo: 'until',
        moreQuotes: n => `${n} more quotes`,

        type: {
            person: 'Person',
            org: 'Organisation',
            product: 'Product',
            project: 'Project',
            place: 'Place',
            date: 'Date',
            money: 'Amount'
        },
        status: {
            asserted: 'Asserted',
            former: 'Former',
            planned: 'Planned',
            rumoured: 'Rumoured',
            denied: 'Denied'
        },
        attribute: {
            title: 'post',
            amount: 'amount',
            currency: 'currency',
            round: 'round',
            share: 'share (%)',
            date: 'date',
            since: 'since',
            until: 'until',
            lead: 'lead'
        },
        // What the subject is to the object, and the object to the subject.
        relation: {
            founder_of: ['founder of', 'founded by'],
            ceo_of: ['CEO of', 'CEO'],
            works_for: ['works for', 'staff'],
            board_member_of: ['on the board of', 'board member'],
            funded_by: ['funded by', 'funded'],
            shareholder_of: ['shareholder of', 'shareholder'],
            acquired: ['acquired', 'acquired by'],
            merged_with: ['merged with', 'merged with'],
            subsidiary_of: ['subsidiary of', 'subsidiary'],
            spun_off_from: ['spun off from', 'spin-off'],
            developer_of: ['developer of', 'developed by'],
            partner_of: ['partner of', 'partner of'],
            competitor_of: ['competitor of', 'competitor of'],
            member_of: ['member of', 'member'],
            headquartered_in: ['based in', 'seat of'],
            founded_on: ['founded on', 'founding date of'],
            sued: ['sued', 'sued by'],
            raised: ['raised', 'raised by'],
            valued_at: ['valued at', 'value of']
        },
    },
    de: {
        search: 'Personen, Firmen, Produkte suchen …',
        results: n => n === 1 ? '1 Treffer' : `${n} Treffer`,
        none: 'Nichts gefunden',
        filters: 'Filter',
        other: 'English',
        zoomIn: 'Vergrößern',
        zoomOut: 'Verkleinern',
        fit: 'Alles zeigen',
        types: 'Entitäten',
        statuses: 'Status',
        relations: 'Beziehungen',
        dates: 'Berichtet',
        from: 'von',
        until: 'bis',
        confidence: 'Sicherheit mindestens',
        reset: 'Filter zurücksetzen',
        close: 'Schließen',
        counts: (n, m) => `${n} Entitäten, ${m} Beziehungen`,
        overview: 'Überblick',
        overviewHelp:
            'Entität oder Linie anklicken oder suchen. Ziehen verschiebt, Scrollen vergrößert.',
        central: 'Am stärksten verbunden',
        focus: 'Nachbarschaft',
        path: 'Weg zu …',
        also: 'Auch genannt',
        seen: 'Berichtet',
        pathFrom: n => `Wohin soll der Weg von ${n} führen?`,
        noPath: 'Kein Weg mit diesen Filtern.',
        pathTitle: (a, b) => `Von ${a} zu ${b}`,
        clearPath: 'Weg löschen',
        stopChoosing: 'Abbrechen',
        drawing: (n, m) => `Zeichnung eines Graphen mit ${n} Entitäten und ${
                               m} Beziehungen. Die Suche führt zu einer ` +
            'Entität. Pfeiltasten verschieben, Plus und Minus vergrößern und verkleinern, ' +
            '0 zeigt alles, Escape hebt auf.',
        centralOnly: (n, all) =>
            `Gezeichnet sind die ${n} am stärksten verbundenen von ${all} Entitäten.`,
        all: 'Alle zeichnen',
        noDrawing: 'Dieser Browser bietet kein WebGL, deshalb kann der Graph nicht gezeichnet ' +
            'werden. Suche, Filter und Listen gehen auch ohne.',
        hop: n => n === 1 ? '1 Schritt' : `${n} Schritte`,
        sources: n => n === 1 ? '1 Quelle' : `${n} Quellen`,
        noRelations: 'Keine Beziehungen mit diesen Filtern.',
        details: 'Einzelheiten',
        evidence: 'Belege',
        validFrom: 'seit',
        validTo: 'bis',
        moreQuotes: n => `${n} weitere Zitate`,

        type: {
            person: 'Person',
            org: 'Organisation',
            product: 'Produkt',
            project: 'Projekt',
            place: 'Ort',
            date: 'Datum',
            money: 'Betrag'
        },
        status: {
            asserted: 'Festgestellt',
            former: 'Früher',
            planned: 'Geplant',
            rumoured: 'Vermutet',
            denied: 'Bestritten'
        },
        attribute: {
            title: 'Posten',
            amount: 'Betrag',
            currency: 'Währung',
            round: 'Runde',
            share: 'Anteil (%)',
            date: 'Datum',
            since: 'seit',
            until: 'bis',
            lead: 'führend'
        },
        relation: {
            founder_of: ['gründete', 'gegründet von'],
            ceo_of: ['Chef von', 'Chef'],
            works_for: ['arbeitet für', 'Personal'],
            board_member_of: ['Aufsicht bei', 'Aufsicht'],
            funded_by: ['finanziert von', 'finanziert'],
            shareholder_of: ['beteiligt an', 'Anteilseigner'],
            acquired: ['übernahm', 'übernommen von'],
            merged_with: ['fusioniert mit', 'fusioniert mit'],
            subsidiary_of: ['Tochter von', 'Tochter'],
            spun_off_from: ['ausgegründet aus', 'Ausgründung'],
            developer_of: ['entwickelt', 'entwickelt von'],
            partner_of: ['Partner von', 'Partner von'],
            competitor_of: ['Konkurrent von', 'Konkurrent von'],
            member_of: ['Mitglied von', 'Mitglied'],
            headquartered_in: ['Sitz in', 'Sitz von'],
            founded_on: ['gegründet am', 'Gründungstag von'],
            sued: ['verklagte', 'verklagt von'],
            raised: ['sammelte ein', 'eingesammelt von'],
            valued_at: ['bewertet mit', 'Wert von']
        },
    },
};

export let language = navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en';

export function setLanguage(name) { language = name; }

export function say(key, ...values) {
    const word = WORDS[language][key];
    return typeof word === 'function' ? word(...values) : word;
}

// A word out of a table such as `type`; the key itself, made readable, for what the table does not
// know.
export function sayOf(table, key) {
    const words = WORDS[language][table];
    return Object.hasOwn(words, key) ? words[key] : key.replaceAll('_', ' ');
}

const amountFormats = new Map();  // by language and currency: they are slow to make

function amountFormat(currency) {
    const key = language + currency;
    if (!amountFormats.has(key))
        amountFormats.set(
            key,
            new Intl.NumberFormat(
                language,
                {style: 'currency', currency, notation: 'compact', maximumSignificantDigits: 4}));
    return amountFormats.get(key);
}

// An entity's name as readers write it: an amount such as "40000000 USD" as "$40M" or "40 Mio. $".
export function shownName({type, name}) {
    const amount = type === 'money' && /^(\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(name);
    return amount ? amountFormat(amount[2]).format(amount[1]) : name;
}

export function relationWord(type, direction) {
    const words = WORDS[language].relation;
    if (Object.hasOwn(words, type)) return words[type][direction];
    return (direction === 0 ? '' : '← ') + type.replaceAll('_', ' ');
}
