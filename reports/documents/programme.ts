/**
 * The campaign's name is printed as the office writes it: the notice itself has both 名优特 and 名特优. The notice puts
 * it in quotation marks in the name of the project and leaves them out in the names of forms.
 */
export const projectName = (programmeName: string): string => `${workshopsInProject(programmeName)}创建工程`;

/** The project's name up to 创建工程, for titles of two lines. */
export const workshopsInProject = (programmeName: string): string => `${quoted(programmeName)}食品加工小作坊`;

export const workshopsName = (programmeName: string): string => `${programmeName}食品加工小作坊`;

const quoted = (name: string): string => (/^[“"]/.test(name) ? name : `“${name}”`);
