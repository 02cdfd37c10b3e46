import type { IsoDate } from '../../db/model/dates.ts';
import { element, type XmlElement } from './xml.ts';

export interface Properties {
  readonly title: string;
  readonly office: string;
  readonly madeOn: IsoDate;
}

export const CORE_PATH = 'docProps/core.xml';
const CORE_NAMESPACES = {
  'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
};

/** The document properties: of the office and the paper, not of whoever drew the template. */
export function coreProperties({ title, office, madeOn }: Properties): XmlElement {
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
