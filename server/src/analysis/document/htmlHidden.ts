import type { Attributes } from './htmlTokens';
import { chromeRoles, namesChrome, silentElements } from './structureWords';

/** These hold the whole draft, whatever a site calls them. */
const wholes = new Set(['html', 'body', 'main', 'article']);

/** Whether an element shows nothing of the draft: not displayed, no prose by nature, or furniture of the site. */
export function isHidden(name: string, attributes: Attributes): boolean {
  if (silentElements.has(name)) return true;
  if ('hidden' in attributes && attributes.hidden !== 'until-found') return true;
  if (attributes['aria-hidden'] === 'true') return true;
  if (attributes.role && chromeRoles.has(attributes.role)) return true;
  if (attributes.style && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.style)) return true;
  return !wholes.has(name) && (namesChrome(attributes.class ?? '') || namesChrome(attributes.id ?? ''));
}
