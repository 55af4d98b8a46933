import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : path.endsWith('.ts') ? [path] : [];
  });
}

/** Layers from the top down: a file may import its own layer and those below it. */
const LAYERS = [
  ['src/cli'],
  ['src/score'],
  ['src/index.ts'],
  ['src/output'],
  ['src/archive'],
  ['src/log'],
  ['src/input'],
  ['parsers'],
  ['src/read'],
  ['src/sections'],
  ['src/dates'],
  ['src/note'],
  ['src/record'],
  ['src/text'],
];
const layerOf = (path: string): number =>
  LAYERS.findIndex((names) => names.some((name) => path === name || path.startsWith(`${name}/`)));

const imports = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/gu)].map((match) =>
    relative('.', resolve(dirname(path), (match[1] ?? '').replace(/\.js$/u, '.ts'))),
  );
const all = [...filesBelow('src'), ...filesBelow('parsers')];

describe('architecture', () => {
  it('knows the layer of every file', () => {
    expect(all.filter((path) => layerOf(path) < 0)).toEqual([]);
  });

  it('imports point down the layers, never up', () => {
    const upward = all.flatMap((path) =>
      imports(path)
        .filter((target) => layerOf(target) < layerOf(path))
        .map((target) => `${path} → ${target}`),
    );
    // Records know how text is folded into ids; text knows nothing of records.
    expect(upward).toEqual([]);
  });

  it('no file needs itself by way of others', () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const follow = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
      if (way.includes(path) || done.has(path)) return;
      for (const target of imports(path)) follow(target, [...way, path]);
      done.add(path);
    };
    for (const path of all) follow(path, []);
    expect(circles).toEqual([]);
  });

  it('parsers never import each other, and only the library imports parsers', () => {
    const crossing = all.flatMap((path) =>
      imports(path)
        .filter((target) => target.startsWith('parsers/'))
        .filter((target) => {
          const own = path.startsWith('parsers/') && dirname(target) === dirname(path);
          // A worker thread is an entrance of its own.
          const registry = [
            'parsers/index.ts',
            'src/index.ts',
            'src/archive/import/worker.ts',
          ].includes(path);
          return !own && !registry;
        })
        .map((target) => `${path} → ${target}`),
    );
    expect(crossing).toEqual([]);
  });

  it('only the output knows chalk, only the cli knows commander', () => {
    const users = (name: string): string[] =>
      all
        .filter((path) => new RegExp(`from '${name}'`, 'u').test(readFileSync(path, 'utf8')))
        .map((path) => dirname(path));
    expect(new Set(users('chalk').filter((folder) => folder !== 'src/output'))).toEqual(new Set());
    expect(new Set(users('commander').filter((folder) => folder !== 'src/cli'))).toEqual(new Set());
  });

  it('no shared code asks for an era or a year of the samples', () => {
    const asking = all
      .filter((path) => !path.startsWith('parsers/') && path !== 'src/cli/main.ts')
      .filter((path) =>
        /era === '|case '(?:minnes|mötes|motes|natverks)|getFullYear\(\) [<>]|(?<![\d-])20(?:17|21|22|25)(?![\d-])/u.test(
          readFileSync(path, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, ''),
        ),
      );
    expect(asking).toEqual([]);
  });
});
