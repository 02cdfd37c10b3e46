import type { Paper } from '../../db/model/papers.ts';
import { invariant, ok, type Result, refuse } from '../../db/model/problems.ts';
import type { TemplateFormat } from '../../db/model/templates.ts';
import { checkTexts } from '../fonts/checkCharacters.ts';
import type { Faces } from '../fonts/faces.ts';
import { fontOfRare } from '../fonts/rareRuns.ts';
import { templateData } from './papers.ts';
import type { Properties } from './properties.ts';
import { fillTemplate } from './template.ts';
import { type MadeText, PROPERTIES, textsIn } from './texts.ts';

/** What a folder or a page shows; the rest of a file is never printed. */
const isSeen = ({ kind, where }: MadeText): boolean => kind !== 'unseen' || where === PROPERTIES;

/** A paper in the office's own form. What the template itself says is checked for characters too. */
export async function makeFromTemplate(
  paper: Paper,
  template: { readonly bytes: Uint8Array; readonly format: TemplateFormat },
  properties: Properties,
  faces: Faces,
): Promise<Result<Uint8Array>> {
  const data = templateData(paper);
  invariant(data, 'only a paper that offers data has a template');
  const filled = await fillTemplate(template.bytes, template.format, data, properties, fontOfRare(faces));
  if (!filled.ok) return filled;
  const unprintable = checkTexts(textsIn(filled.value, template.format).filter(isSeen), faces);
  return unprintable.length > 0 ? refuse(...unprintable) : ok(filled.value);
}
