/** This load's nonce: the only way run-time styles pass the content security policy. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/**
 * Antd hands the nonce to its own styles, but not to the few that its parts make themselves (scroll lock of dialogs,
 * measuring the scroll bar). They get it here, so that they work and the policy has nothing to refuse.
 */
export function nonceForEveryStyle(): void {
  const create = document.createElement.bind(document);
  const withNonce = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = styleNonce;
    return element;
  };
  Object.defineProperty(document, 'createElement', { value: withNonce, configurable: true });
}
