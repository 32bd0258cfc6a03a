/**
 * What a language knows by name, as data: its library modules, the members of
 * its values, its builtins and its object protocols. The interpreter follows
 * these tables and never asks which language a program came from.
 */

/**
 * A library function by its id in `trace/library`, with the parameters as the
 * language spells them: `'a:array, axis=None, keepdims=False, *, where:'`.
 * `name:canonical` renames a parameter to the library's own name, `axis|dim` gives
 * it a second spelling; `=default`
 * holds None, True, False, a number, a quoted text, or `...` for "not given"; a name that ends in `!` is
 * accepted only at its default (or absent), other values are refused by name.
 */
export interface LibraryName {
  readonly kind: 'function';
  readonly id: string;
  readonly signature: string;
}

/** A member of a library's class: a library function of the class, or one that is run when read. */
export interface BaseMember {
  readonly role: 'class' | 'property';
  readonly id: string;
  readonly signature: string;
}

/** A class of the library: the kind of value that its objects are, and its methods. */
export interface LibraryClass {
  readonly kind: 'class';
  readonly name: string;
  /** Null: its objects have attributes only. */
  readonly holds: 'number' | 'text' | 'list' | 'tuple' | 'dict' | null;
  /** The builtin type that it derives from. */
  readonly builtin: string | null;
  /** What deriving from it makes of a class: its names become members, its fields items. */
  readonly role: 'enumeration' | 'record' | null;
  readonly methods: Readonly<Record<string, LibraryName>>;
}

export type TableEntry =
  | LibraryName
  | LibraryClass
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  /** The language's word for nothing: `np.newaxis`. */
  | { readonly kind: 'none' }
  | { readonly kind: 'notImplemented' }
  | { readonly kind: 'ellipsis' }
  /** A submodule: `numpy.linalg`. */
  | { readonly kind: 'module'; readonly name: string }
  /** A class that the user's classes derive from: what it is not said to have is not known. */
  | { readonly kind: 'base'; readonly members: Readonly<Record<string, BaseMember>> }
  /** A number type used as a dtype or converter: `np.float64`, `float`. */
  | { readonly kind: 'type'; readonly type: string }
  /** Known by name, refused with a sentence. */
  | { readonly kind: 'refused'; readonly reason: string };

export type Names = Readonly<Record<string, TableEntry>>;

/** Kinds of values that have members of their own. */
export type MemberOwner = 'array' | 'number' | 'text' | 'list' | 'tuple' | 'dict' | 'set';

export interface LanguageTables {
  readonly language: string;
  /** Library modules by full name: `numpy`, `numpy.linalg`, `math`. */
  readonly modules: Readonly<Record<string, Names>>;
  readonly builtins: Names;
  /** Methods (`function`: the receiver is the first library parameter) and properties. */
  readonly members: Readonly<Record<MemberOwner, Names>>;
  /** Ids of members that are read without a call: `array.shape`. */
  readonly properties: Readonly<Record<MemberOwner, Readonly<Record<string, string>>>>;
  /** What library functions (by id) and types have of their own: `np.add.at`, `dict.fromkeys`. */
  readonly attributes: Readonly<Record<string, Names>>;
  /** Names that annotation expressions know without a prefix: `sin`, `randn`, `labels`. */
  readonly annotationNames: Names;
  readonly protocols: {
    /** The constructor method: `__init__`. */
    readonly constructor: string;
    /** Called when an object is called: `__call__`. */
    readonly call: string;
    /** Methods that say whether an object counts as true, in order: `__bool__`, `__len__`. */
    readonly truth: readonly string[];
    /** Methods for binary operators by core operator name: `add` → `['__add__', '__radd__']`. */
    readonly operators: Readonly<Record<string, readonly [string, string]>>;
    /** The exceptions and what each derives from, by name; '' for the root, two where there are two. */
    readonly exceptions: Readonly<Record<string, string>>;
    /** Division of plain numbers by zero: raises or gives infinity. */
    readonly zeroDivision: 'raise' | 'infinity';
    /** How numbers read as text: `typed` 1.0, 1e-05, inf; `plain` 1, 0.00001, Infinity. */
    readonly numberText: 'typed' | 'plain';
    /** The words used in sentences shown to the user. */
    readonly words: { readonly none: string; readonly true: string; readonly false: string };
  };
}
