import type { Formatter, FormatterSetup } from './formatter';
import { githubFormatter } from './github';
import { jsonFormatter } from './json';
import { junitFormatter } from './junit';
import { sarifFormatter } from './sarif';
import { stylishFormatter } from './stylish';

/** The first is the default. */
export const checkFormats = ['stylish', 'json', 'sarif', 'junit', 'github'] as const;
type CheckFormat = (typeof checkFormats)[number];

export const formatters: Readonly<Record<CheckFormat, (setup: FormatterSetup) => Formatter>> = {
  stylish: stylishFormatter,
  json: jsonFormatter,
  sarif: sarifFormatter,
  junit: junitFormatter,
  github: githubFormatter,
};
