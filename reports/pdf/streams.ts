import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';

/** An object of a PDF with its stream, as pdfkit gathers it. */
interface Reference {
  compress: boolean;
  buffer: Uint8Array[];
  data: { Length?: number; Filter?: string };
  /** Ours: operators not yet turned into bytes. */
  gathered?: string;
  write(chunk: string | Uint8Array): void;
  finalize(): void;
}

interface PdfKit {
  new (options: { readonly autoFirstPage: false }): { ref(data: object): Reference };
}

/** The very copy of pdfkit that pdfmake uses. */
function pdfkitOfPdfmake(): PdfKit {
  const here = createRequire(import.meta.url);
  const pdfmake = createRequire(here.resolve('pdfmake'));
  return pdfmake('pdfkit');
}

/** Packs nearly as small as zlib's own 6, in half the time. */
const LEVEL = 3;

function flush(reference: Reference): void {
  if (reference.gathered === undefined) return;
  reference.buffer.push(Buffer.from(reference.gathered, 'latin1'));
  delete reference.gathered;
}

/**
 * pdfkit makes a buffer of every operator of a page and packs streams as tightly as it can: a fair part of a paper's
 * time. Here the operators stay text until their stream ends. The file is the same but for how it is packed.
 */
export function lightenStreams(): void {
  const Document = pdfkitOfPdfmake();
  const prototype: Reference = Object.getPrototypeOf(new Document({ autoFirstPage: false }).ref({}));
  const { write, finalize } = prototype;
  prototype.write = function (this: Reference, chunk): void {
    if (typeof chunk !== 'string') {
      flush(this);
      write.call(this, chunk);
      return;
    }
    this.gathered = `${this.gathered ?? ''}${chunk}\n`;
    this.data.Length = (this.data.Length ?? 0) + chunk.length + 1;
    if (this.compress) this.data.Filter = 'FlateDecode';
  };
  prototype.finalize = function (this: Reference): void {
    flush(this);
    if (this.compress && this.buffer.length > 0) {
      this.buffer = [deflateSync(Buffer.concat(this.buffer), { level: LEVEL })];
      this.compress = false;
    }
    finalize.call(this);
  };
}
