import { Tokenizer } from 'htmlparser2';

const nothing = () => {};
const decoded = new Map<string, string>();

/** The character that an HTML entity stands for ("&amp;" gives "&"); an unknown one stands for itself. */
export function decodeEntity(entity: string): string {
  const known = decoded.get(entity);
  if (known !== undefined) return known;
  let text = '';
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => {
        text += entity.slice(start, end);
      },
      ontextentity: (code) => {
        text += String.fromCodePoint(code);
      },
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      onclosetag: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onopentagname: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
    },
  );
  tokenizer.write(entity);
  tokenizer.end();
  if (decoded.size < 5000) decoded.set(entity, text);
  return text;
}
