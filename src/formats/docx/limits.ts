/**
 * How much of a Word file is read before it is refused. Each limit is many times what the largest real documents we
 * know of need (a final act of 700 pages is 12 MB of XML), and small enough that a hostile file is refused within two
 * seconds and within bounded memory. Bytes are counted while inflating; what a header claims is never trusted.
 */
export const limits = {
  /** Largest file, in bytes. */
  file: 256 * 1024 * 1024,
  /** Entries of the package. */
  entries: 10_000,
  /** Bytes of one part after inflating. */
  part: 64 * 1024 * 1024,
  /** Bytes of all parts that are read, after inflating. */
  total: 128 * 1024 * 1024,
  /** How much larger than its packed form XML may be: one paragraph copied without end reaches 230 … */
  ratio: 300,
  /** … once this many bytes of the package have been inflated. */
  ratioFreeBytes: 8 * 1024 * 1024,
  /** Depth of elements. */
  depth: 400,
  /** Depth of tables inside tables. */
  tables: 40,
  /** Depth of content controls inside content controls. */
  controls: 40,
  /** Elements of all parts that are read. */
  elements: 3_000_000,
  /** Paragraphs, rows and cells of all parts. */
  blocks: 500_000,
  /** Attributes of one element. */
  attributes: 256,
  /** Characters of one attribute: VML shapes carry base64 of some hundred thousand. */
  attribute: 4 * 1024 * 1024,
  /** Remarks of one kind; further ones are only counted. */
  remarks: 50,
} as const;
