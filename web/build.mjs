// Bundles the page's scripts with the packages that they import into one script, and writes the
// licences of those packages: node build.mjs SCRIPT LICENCES. Runs in the folder
// that has node_modules, which is the build's; cmake/MakePage.cmake calls it.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const [scriptPath, licencesPath] = process.argv.slice(2);
const packages = join(process.cwd(), 'node_modules');
const esbuild = createRequire(join(packages, 'here.js'))('esbuild');

const {metafile, outputFiles} = await esbuild.build({
    entryPoints: [fileURLToPath(new URL('controls.js', import.meta.url))],
    absWorkingDir: process.cwd(),
    nodePaths: [packages],
    bundle: true,
    minify: true,
    metafile: true,
    write: false,
    format: 'iife',
    globalName: 'relata',  // for tests: relata.page
    target: 'es2021',
    charset: 'utf8',
    legalComments: 'none',  // what stands in LICENSE files is complete
    logLevel: 'warning',
});

// A folder of packages beside the sources would go before those of the lock file.
const strays = Object.keys(metafile.inputs)
    .filter(path => path.lastIndexOf('node_modules/') > 0);
if (strays.length > 0) throw new Error(`not of ${packages}: ${strays[0]}; remove that folder`);

// node_modules/@sigma/utils/dist/x.js -> @sigma/utils
const bundled = new Set(
    Object.keys(metafile.inputs)
        .map(path => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1])
        .filter(Boolean));

function licenceOf(name) {
    const folder = join(packages, name);
    const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no licence file: may it be handed on?`);
    const {version} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}

// Packages of one project come with one text, which then stands there once.
function licences() {
    const namesByText = new Map();
    for (const name of [...bundled].sort()) {
        const [title, ...text] = licenceOf(name).split('\n');
        const key = text.join('\n');
        namesByText.set(key, [...(namesByText.get(key) ?? []), title]);
    }
    return [...namesByText]
        .map(([text, names]) => names.join(', ') + '\n' + text)
        .join('\n---\n\n');
}

const notice = 'The page that Relata exports contains these libraries.\n\n' + licences();
const script = `/*!\n${notice.replaceAll('*/', '* /')}*/\n${outputFiles[0].text}`;
// What would end the page's <script>, or make the browser look for another end.
if (/<\/script|<!--/i.test(script)) throw new Error('the script cannot stand in a page');
writeFileSync(licencesPath, notice);
writeFileSync(scriptPath, script);
