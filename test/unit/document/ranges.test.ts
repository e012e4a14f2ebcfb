import assert from 'node:assert/strict';
import { parseDocument } from '../../../server/src/analysis/document/parse';
import { sourceRange } from '../../../server/src/analysis/document/place';
import type { DocumentFormat } from '../../../server/src/analysis/document/types';
import { blockOf, checkRanges } from './reading';

const markdown = `---
title: Privacy Policy
---
# Privacy Policy of *Fern & Finch* {#top}

We collect your **e-mail\u00a0address**, your na\u00adme and [your phone](https://fern.example/phone "call") number 📧.
Second line of the same paragraph, with \`code\`, an escaped \\* star &amp; a &rsquo; quote.

> We never sell your data.
> Not even **once**.

1. First item with an ![image](a.png) inside
   that goes on here.
   - nested _item_[^1]

| Data | Sold? |
| --- | :-: |
| **Name** \\| alias | No |

Herein we do not collect: a. Identifiers (names) b. Biometric *data* c. Your\u200b location.

[^1]: A footnote with \`words\`.

Setext & title
==============
`;

const html = `<!DOCTYPE html>
<html><head><title>Privacy &mdash; Fern</title><style>p { color: red }</style></head>
<body><nav><a href="/">Home</a></nav>
<h1 id="top">Privacy&nbsp;Policy <small>2026</small></h1>
<div>We collect your <b>e-mail</b>&nbsp;<b>address</b>, your na&shy;me &#x1F4E7; and&#128274;<br>
your   phone&rsquo;s number.</div>
<p>Unclosed paragraph with <a href="x">a link</a> in it
<p>Caf&eacute; data &amp; more <!-- hidden --> words
<ul><li>First<li>Second <b>bold</b><ul><li>nested</ul></ul>
<table><tr><th>Data<th>Sold?<tr><td><p>Name</p><p>Alias</p><td>No</table>
<dl><dt>Cookies<dd>Small files.</dl>
<p hidden>Not this.</p><p>We do not collect: (1) names; (2) e-mail&nbsp;addresses; and (3) <i>locations</i>.</p>
</body></html>`;

const plaintext = `PRIVACY POLICY

1. Information We Collect
We collect your na\u00adme and\u00a0e-mail \u{1F4E7} when you
sign up.

\t•\tName
\t•\tE-mail address,
\t  written\u200b by you

Herein we do not collect: a. Identifiers (names) b. Biometric data c. Location. More Ways To Collect: We collect when you pay.

| Data | Sold |
|------|------|
| Name | No   |
`;

const drafts: [string, string, DocumentFormat][] = [
  ['Markdown', markdown, 'markdown'],
  ['HTML', html, 'html'],
  ['plain text', plaintext, 'plaintext'],
];

describe('a range covers exactly its words', () => {
  for (const [name, source, format] of drafts) {
    it(`in ${name}`, () => assert.ok(checkRanges(source, format) > 300));
    it(`in ${name} with CRLF`, () => assert.ok(checkRanges(source.replace(/\n/g, '\r\n'), format) > 300));
    it(`in ${name} behind a byte order mark`, () => assert.ok(checkRanges(`\ufeff${source}`, format) > 300));
  }

  it('and leaves closing markup out', () => {
    const source = '<p>We sell <b>nothing</b> at all.</p>';
    const block = blockOf(parseDocument(source, 'html'), 'We sell');
    const range = sourceRange({ block, start: 3, end: 15 });
    assert.equal(source.slice(range.start, range.end), 'sell <b>nothing');
  });

  it('and takes an entity whole', () => {
    const source = 'Caf&eacute; data';
    const block = blockOf(parseDocument(source, 'markdown'), 'Café');
    const range = sourceRange({ block, start: 3, end: 4 });
    assert.equal(source.slice(range.start, range.end), '&eacute;');
  });

  it('however the draft is cut off', () => {
    for (const [, source, format] of drafts) {
      for (let end = 0; end < source.length; end += 7) {
        const { blocks, sections } = parseDocument(source.slice(0, end), format);
        assert.ok(blocks.every((block, index) => block.index === index && sections.includes(block.section)));
      }
    }
  });

  it('and a block reads the same wherever it stands', () => {
    for (const [, source, format] of drafts) {
      const here = parseDocument(source, format).blocks;
      const front = /^---\n.*?\n---\n/s.exec(source)?.[0] ?? '';
      const moved = `${front}${format === 'html' ? '<h6>Before</h6>\n' : 'Before. This is it.\n\n'}${source.slice(front.length)}`;
      const there = parseDocument(moved, format).blocks.slice(1);
      const shift = moved.length - source.length;
      const start = here.findIndex((block) => block.kind === 'heading') + 1;
      for (const block of here.slice(start)) {
        const same = there.find((each) => each.from === block.from + shift && each.text === block.text);
        assert.ok(same, `"${block.text}" moved by ${shift}`);
        assert.deepEqual(same.map, block.map);
        assert.deepEqual(same.inline, block.inline);
      }
    }
  });
});
