declare const plain: unique symbol;

/** Bytes in a column that only its case's key opens; what they open to is `Value`. */
export type Sealed<Value> = Uint8Array & { readonly [plain]: Value };

/** A sealed column's value once it is open; any other column as it is. */
export type Plain<Column> = Column extends Sealed<infer Value> ? Value : Column;
export type Opened<Row> = { [Column in keyof Row]: Plain<Row[Column]> };
