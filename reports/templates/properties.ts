import type { IsoDate } from '../../db/model/dates.ts';
import { type Parts, xmlPart } from './officeFile.ts';
import { childrenNamed, element, isNamed, sibling, withChildren, writeXml, type XmlElement } from './xml.ts';

export interface Properties {
  readonly title: string;
  readonly office: string;
  readonly madeOn: IsoDate;
}

const CORE_PATH = 'docProps/core.xml';
const APP_PATH = 'docProps/app.xml';
const TYPES_PATH = '[Content_Types].xml';
const RELATIONS_PATH = '_rels/.rels';
const CORE_TYPE = 'application/vnd.openxmlformats-package.core-properties+xml';
const CORE_RELATION = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
const CORE_NAMESPACES = {
  'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
};

/** The document properties: of the office and the paper, not of whoever drew the template. */
function coreProperties({ title, office, madeOn }: Properties): XmlElement {
  const text = (name: string, value: string, attributes = {}): XmlElement =>
    element(name, attributes, [value]);
  const date = { 'xsi:type': 'dcterms:W3CDTF' };
  return element('cp:coreProperties', CORE_NAMESPACES, [
    text('dc:title', title),
    text('dc:creator', office),
    text('cp:lastModifiedBy', office),
    text('dcterms:created', `${madeOn}T00:00:00Z`, date),
    text('dcterms:modified', `${madeOn}T00:00:00Z`, date),
    text('dc:language', 'zh-CN'),
  ]);
}

/** A part that its file does not know yet: among the types of its contents, and among what it consists of. */
function announced(parts: Parts): readonly (readonly [string, XmlElement])[] {
  const [types, relations] = [xmlPart(parts, TYPES_PATH), xmlPart(parts, RELATIONS_PATH)];
  if (!types || !relations) return [];
  const type = { PartName: `/${CORE_PATH}`, ContentType: CORE_TYPE };
  const ids = childrenNamed(relations, 'Relationship').map(({ attributes }) => attributes.Id);
  const free = Array.from({ length: ids.length + 1 }, (_, index) => `rId${index + 1}`);
  const Id = free.find((one) => !ids.includes(one)) ?? 'core';
  return [
    [TYPES_PATH, withChildren(types, [...types.children, sibling(types, 'Override', type)])],
    [
      RELATIONS_PATH,
      withChildren(relations, [
        ...relations.children,
        sibling(relations, 'Relationship', { Id, Type: CORE_RELATION, Target: CORE_PATH }),
      ]),
    ],
  ];
}

/** Company and manager as the PC of whoever drew the template has them. */
function ownApp(parts: Parts, office: string): readonly (readonly [string, XmlElement])[] {
  const app = xmlPart(parts, APP_PATH);
  if (!app) return [];
  const kept = app.children.filter((child) => !isNamed(child, 'Company', 'Manager'));
  return [[APP_PATH, withChildren(app, [...kept, sibling(app, 'Company', {}, [office])])]];
}

/** A filled template with properties of its own, also where it had none. */
export function withProperties(parts: Parts, properties: Properties): Parts {
  const changed = [
    ...(parts.has(CORE_PATH) ? [] : announced(parts)),
    ...ownApp(parts, properties.office),
    [CORE_PATH, coreProperties(properties)] as const,
  ];
  return new Map([...parts, ...changed.map(([path, root]) => [path, writeXml(root)] as const)]);
}
